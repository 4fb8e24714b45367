/* Axes of the line plots: what plots share, how far scales reach, how they are drawn. */

function sharedAxis(points, label, rest, log = false) {
    const finite = points.filter(Number.isFinite);
    let [low, high] = finite.length ? d3.extent(finite) : [0, 1];
    if (low === high) {
        const margin = Math.abs(low) / 10 || 0.5;
        [low, high] = [low - margin, high + margin];
    }
    if (log) {
        const margin = Math.max(1.08, Math.pow(high / low, 0.04));
        [low, high] = [low / margin, high * margin];
    }
    return {
        points, label, rest, log, symbol: 't', home: [low, high], domain: [low, high], cursor: null,
        scale(range) {
            return (this.log ? d3.scaleLog : d3.scaleLinear)(this.domain, range);
        },
        events: d3.dispatch('zoom', 'cursor'),
        zoom(domain) {
            this.domain = domain || this.home;
            this.events.call('zoom');
        },
        point(index) {
            if (index !== this.cursor) {
                this.cursor = index;
                this.events.call('cursor');
            }
        },
        zoomed() {
            return this.domain[0] !== this.home[0] || this.domain[1] !== this.home[1];
        },
        nearest(position) {
            return d3.leastIndex(points, (a, b) => d3.ascending(Math.abs(a - position), Math.abs(b - position)));
        },
    };
}

/* A little more than from low to high, but within the limits of the quantity and not less than `span`. */
function linearScale([low, high], range, span, [least, most]) {
    const middle = (low + high) / 2;
    const half = 0.54 * Math.max(high - low, span);
    const domain = d3.scaleLinear(half > 0 ? [middle - half, middle + half] : [-1, 1], range)
        .nice(tickCount(range)).domain();
    return d3.scaleLinear([Math.max(least, domain[0]), Math.min(most, domain[1])], range);
}

function tickCount([bottom, top]) {
    return Math.max(3, Math.floor((bottom - top) / 42));
}

/* One value far below all others (the distance at t = 0 is rounding) does not set the axis. */
function logScale(positive, range) {
    const sorted = Array.from(new Set(positive)).sort(d3.ascending);
    if (sorted.length === 0) {
        return d3.scaleLog([0.1, 1], range);
    }
    let low = sorted[0];
    for (let k = 0; k < Math.min(3, sorted.length - 1); k++) {
        if (sorted[k + 1] > 1e4 * sorted[k]) {
            low = sorted[k + 1];
        }
    }
    const high = sorted[sorted.length - 1];
    const floor = power => Math.pow(10, Math.floor(Math.log10(power) + 1e-9));
    const ceiling = power => Math.pow(10, Math.ceil(Math.log10(power) - 1e-9));
    if (high / low > 100) {
        return d3.scaleLog([floor(low), ceiling(high)], range);
    }
    const bottom = [5, 2, 1].map(m => m * floor(low)).find(edge => edge <= low * 1.0000001);
    const top = [1, 2, 5, 10].map(m => m * floor(high)).find(edge => edge >= high * 0.9999999);
    return d3.scaleLog(top / bottom < 5 ? [bottom / 2, top * 2] : [bottom, top], range);
}

function drawAxes(svg, {x, y, left, right, bottom, top, ticks, xLabel, yLabel, single, points}) {
    for (const tick of ticks) {
        const position = Math.round(y(tick.value)) + 0.5;
        svg.append('line').attr('class', 'grid-line').attr('x1', left).attr('x2', right).attr('y1', position)
            .attr('y2', position);
        svg.append('text').attr('x', left - 8).attr('y', position).attr('dy', '0.35em').attr('text-anchor', 'end')
            .text(tick.text);
    }
    const xTicks = single ? [{value: points[0], text: plain(points[0])}]
        : x.base ? logTicks(x) : linearTicks(x, Math.max(2, Math.floor((right - left) / 80)));
    for (const tick of xTicks) {
        const position = Math.round(x(tick.value)) + 0.5;
        svg.append('line').attr('class', 'axis-line').attr('x1', position).attr('x2', position).attr('y1', bottom)
            .attr('y2', bottom + 5);
        svg.append('text').attr('x', position).attr('y', bottom + 18).attr('text-anchor', 'middle').text(tick.text);
    }
    svg.append('path').attr('class', 'axis-line').attr('d', 'M' + left + ',' + (bottom + 0.5) + 'H' + right);
    svg.append('text').attr('class', 'quantity').attr('x', right).attr('y', bottom + 35).attr('text-anchor', 'end')
        .text(xLabel);
    svg.append('text').attr('class', 'quantity').attr('x', 0).attr('y', top - 11).text(yLabel);
}
