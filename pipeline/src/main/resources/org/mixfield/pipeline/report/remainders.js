/* The trace norms of the fifteen remainders and the nine bounds of Proposition 3.1 as bars, at a time that can be chosen. */

const BAR_MARGIN = {top: 24, right: 96, bottom: 44, left: 62};

function remainders(box) {
    const groups = [barGroup('‖rⱼ‖', 'r', 'fluctuation.remainder.', 15, 0), barGroup('pⱼ', 'p', 'fluctuation.bound.', 9, 1)]
        .filter(group => group.bars.length > 0);
    if (study || groups.length === 0) {
        return;
    }
    box.append('p').attr('class', 'lead').text('γ − P is the sum of r₁ to r₁₅, and Tr|γ − P| ≤ Σpⱼ (Proposition 3.1).');
    const control = box.append('div').attr('class', 'slider');
    const plot = barPlot(grid(box, 'one'), groups);
    slider(control, rows.map((row, index) => ({time: real(row[columnIndex.get('time')]), index})), plot.at);
    chapter('remainders')(box);
}

function barGroup(label, letter, prefix, count, color) {
    const bars = d3.range(1, count + 1).map(j => ({name: letter + subscript(j), values: values(prefix + j),
        meaning: columnOf(prefix + j).meaning || ''})).filter(bar => bar.values !== null);
    return {label, color, bars, sum: row => d3.sum(bars, bar => bar.values[row])};
}

function subscript(number) {
    return Array.from(String(number), digit => '₀₁₂₃₄₅₆₇₈₉'[digit]).join('');
}

function barPlot(parent, groups) {
    const figure = parent.append('figure').attr('class', 'plot').attr('data-figure', 'remainder-bars');
    const head = figure.append('div').attr('class', 'plot-head');
    head.append('h3').text('Remainders and bounds');
    const at = head.append('span').attr('class', 'at');
    const holder = figure.append('div').attr('class', 'canvas');
    const svg = holder.append('svg').attr('role', 'img').attr('aria-label', 'Remainders and bounds');
    const distance = values('gamma.trace-distance');
    const positive = groups.flatMap(group => group.bars.flatMap(bar => bar.values))
        .concat(rows.flatMap((row, index) => groups.map(group => group.sum(index))), distance || [])
        .filter(value => value > 0);
    const most = Math.pow(10, Math.ceil(Math.log10(d3.max(positive) || 1) + 0.02));
    const least = Math.max(Math.pow(10, Math.floor(Math.log10(d3.min(positive) || 0.1) - 0.02)), most * 1e-8);
    let row = 0;

    function levels() {
        return groups.map(group => ({label: 'Σ' + group.label, color: group.color, value: group.sum(row)}))
            .concat(distance === null ? [] : {label: 'Tr|γ − P|', color: 2, value: distance[row]})
            .filter(level => level.value > 0).sort((one, other) => one.value - other.value);
    }

    function draw() {
        const width = Math.round(holder.node().clientWidth);
        if (width === 0) {
            return;
        }
        const height = 340;
        const {left, right} = BAR_MARGIN;
        const end = width - right;
        const bottom = height - BAR_MARGIN.bottom;
        const y = d3.scaleLog([least, most], [bottom, BAR_MARGIN.top]).clamp(true);
        svg.attr('viewBox', [0, 0, width, height]).selectAll('*').remove();
        for (const tick of logTicks(y)) {
            svg.append('line').attr('class', 'grid-line').attr('x1', left).attr('x2', end).attr('y1', y(tick.value))
                .attr('y2', y(tick.value));
            svg.append('text').attr('x', left - 8).attr('y', y(tick.value)).attr('dy', '0.35em')
                .attr('text-anchor', 'end').text(tick.text);
        }
        svg.append('text').attr('class', 'quantity').attr('x', 0).attr('y', BAR_MARGIN.top - 11).text('trace norm');
        const bars = groups.flatMap((group, index) => (index > 0 ? [null] : [])
            .concat(group.bars.map(bar => Object.assign({color: group.color}, bar))));
        const x = d3.scaleBand(d3.range(bars.length), [left, end]).padding(0.18);
        bars.forEach((bar, index) => bar === null ? null : drawBar(bar, x(index), x.bandwidth(), y, bottom));
        drawLevels(y, left, end);
    }

    function drawBar(bar, x, width, y, bottom) {
        const value = bar.values[row];
        const group = svg.append('g').attr('class', 'c' + bar.color);
        const name = group.append('text').attr('x', x + width / 2).attr('y', bottom + 16).attr('text-anchor', 'middle')
            .text(bar.name);
        if (width < 13) {
            name.attr('transform', 'rotate(-90 ' + (x + width / 2) + ' ' + (bottom + 12) + ')').attr('dx', '-0.4em');
        }
        if (value > 0) {
            group.append('rect').attr('class', 'bar').attr('x', x).attr('width', width).attr('y', y(value))
                .attr('height', Math.max(0, bottom - y(value)))
                .on('pointerenter', () => at.text(bar.name + ' = ' + number(value, 4)))
                .on('pointerleave', () => at.text(''))
                .append('title').text(bar.name + ' = ' + number(value, 6) + (bar.meaning ? ': ' + bar.meaning : ''));
        }
    }

    /* From below; a label that would stand on the one before moves up. */
    function drawLevels(y, left, end) {
        let free = Infinity;
        for (const level of levels()) {
            const group = svg.append('g').attr('class', 'level c' + level.color);
            group.append('line').attr('x1', left).attr('x2', end).attr('y1', y(level.value)).attr('y2', y(level.value));
            free = Math.min(y(level.value), free - 15);
            group.append('text').attr('x', end + 6).attr('y', free).attr('dy', '0.35em').text(level.label)
                .append('title').text(number(level.value, 6));
        }
    }

    observeWidth(holder.node(), draw);
    return {
        at(index) {
            row = index;
            draw();
        },
    };
}
