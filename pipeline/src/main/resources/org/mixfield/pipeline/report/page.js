/* Parts of the page that every section uses. */

let plotCount = 0;

function grid(parent, kind) {
    return parent.append('div').attr('class', 'plots' + (kind ? ' ' + kind : ''));
}

/* A section that removes itself when nothing was drawn in it. */
function section(main, id, title, fill) {
    const box = main.append('section').attr('id', id);
    box.append('h2').text(title);
    try {
        fill(box);
    } catch (failure) {
        box.append('p').attr('class', 'note').text('This part could not be drawn: ' + failure.message);
    }
    box.selectAll('.plots').filter(function () {
        return this.childElementCount === 0;
    }).remove();
    if (box.node().childElementCount === 1) {
        box.remove();
    }
}

function segments(parent, label, names, chosen, choose) {
    const group = parent.append('div').attr('class', 'segments').attr('role', 'group').attr('aria-label', label);
    const buttons = group.selectAll('button').data(names).join('button').attr('type', 'button').text(name => name)
        .attr('aria-pressed', (name, index) => String(index === chosen))
        .on('click', (event, name) => {
            buttons.attr('aria-pressed', each => String(each === name));
            choose(names.indexOf(name));
        });
}

/* Every plot's way to draw itself again at the width it has. */
const redraws = [];

function observeWidth(node, draw) {
    redraws.push(draw);
    let width = -1;
    new ResizeObserver(() => {
        if (node.clientWidth !== width) {
            width = node.clientWidth;
            requestAnimationFrame(draw);
        }
    }).observe(node);
    draw();
}
