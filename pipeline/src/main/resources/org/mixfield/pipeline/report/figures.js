/* Figures that come as data: each chapter's, in their order, over the time of the rows or over an axis of their own. */

const timeAxis = sharedAxis(times, 'time t' + unitText(columnOf('time').unit), times.length - 1);

const VIEWS = {
    linear: {label: 'linear', of: value => value},
    value: {label: 'value', of: value => value},
    log: {label: 'log', log: true, of: value => value},
    '1 − value, log': {label: '1 − value, log', log: true, before: '1 − ', of: value => 1 - value},
};

const GRIDS = {whole: 'one', half: null, third: 'three'};
const HEIGHTS = {whole: 320, half: 250, third: 220};

/* Draws all figures of a chapter; neighbours of one size stand in one grid. */
function chapter(id) {
    return box => {
        let plots = null;
        let size = null;
        for (const figure of (report.figures || []).filter(each => each.chapter === id)) {
            if (figure.size !== size) {
                size = figure.size;
                plots = grid(box, GRIDS[size]);
            }
            drawFigure(plots, figure);
        }
    };
}

function drawFigure(parent, figure) {
    const own = figure.overRows ? null : (figure.points || []).map(real);
    const axis = own === null ? timeAxis
        : sharedAxis(own, figure.x.label + bracketed(figure.x.unit), own.length - 1, figure.x.log);
    if (own !== null) {
        axis.symbol = figure.x.label.replace(/^time /, '');
    }
    linePlot(parent, {
        name: figure.name, title: figure.title, axis, series: figure.curves.map(curve => seriesOf(curve, figure.x.log)),
        quantity: figure.y.label, unit: figure.y.unit, views: figure.scales.map(scale => VIEWS[scale]), zero: figure.zero,
        most: figure.most, floor: figure.floor, alike: (figure.alike || []).map(real), digits: figure.digits,
        note: figure.note, height: HEIGHTS[figure.size],
    });
}

function seriesOf({label, color, dash, hint, line, column, banded, values: own, error}, bars) {
    const read = column ? values(column) || [] : own.map(real);
    const errors = column ? (banded ? values(column + '.error') : null) : error ? error.map(real) : null;
    return {label, color, dash, hint, bare: line, bars, values: read, error: errors};
}
