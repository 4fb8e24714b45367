/* A density over a plane, in a perceptually uniform colour scale, cubic between the grid points. */

const COLOURS = Array.from({length: 256}, (entry, index) => d3.rgb(d3.interpolateViridis(index / 255)));
const LOG_DECADES = 4;

/* A value between 0 and `peak` as a fraction of the colour scale. */
function shade(value, peak, logarithmic) {
    const fraction = logarithmic ? 1 + Math.log10(Math.max(value, 1e-300) / peak) / LOG_DECADES : value / peak;
    return Math.min(1, Math.max(0, fraction));
}

/* spec: title, quantity, unit, x, y (equidistant coordinates), xLabel, yLabel, peak, place (shared), values, frame */
function heatMap(parent, spec) {
    const {x: xs, y: ys, place} = spec;
    const figure = parent.append('figure').attr('class', 'plot').attr('data-figure', 'density');
    const head = figure.append('div').attr('class', 'plot-head');
    head.append('h3').text(spec.title);
    const at = head.append('span').attr('class', 'at');
    const holder = figure.append('div').attr('class', 'canvas');
    const canvas = holder.append('canvas').attr('aria-hidden', 'true');
    const svg = holder.append('svg').attr('role', 'img').attr('aria-label', spec.title);
    let drawn = null;

    function draw() {
        const width = Math.round(holder.node().clientWidth);
        if (width === 0) {
            return;
        }
        const [[x0, x1], [y0, y1]] = spec.frame;
        const left = 48;
        const top = 24;
        const bar = 82;
        const perLength = Math.min((width - left - bar) / (x1 - x0), 460 / (y1 - y0));
        const across = Math.max(20, Math.round(perLength * (x1 - x0)));
        const down = Math.max(20, Math.round(perLength * (y1 - y0)));
        const height = top + down + 42;
        const x = d3.scaleLinear([x0, x1], [left, left + across]);
        const y = d3.scaleLinear([y0, y1], [top + down, top]);
        svg.attr('viewBox', [0, 0, width, height]).selectAll('*').remove();
        canvas.style('left', 100 * left / width + '%').style('top', 100 * top / height + '%')
            .style('width', 100 * across / width + '%').style('height', 100 * down / height + '%');
        paint(x, y, across, down);
        drawPlaneAxes(svg, x, y, spec);
        drawColourBar(svg, left + across + 16, top, down, spec);
        const crosshair = svg.append('g').attr('pointer-events', 'none');
        svg.append('rect').attr('x', left).attr('y', top).attr('width', across).attr('height', down)
            .attr('fill', 'none').attr('pointer-events', 'all').style('cursor', 'crosshair')
            .on('pointermove pointerdown', event => {
                const [px, py] = d3.pointer(event);
                place.point([x.invert(px), y.invert(py)]);
            })
            .on('pointerleave', () => place.point(null));
        drawn = {x, y, crosshair};
        point();
    }

    function paint(x, y, across, down) {
        const density = Math.min(2, window.devicePixelRatio || 1);
        const width = Math.round(across * density);
        const height = Math.round(down * density);
        const image = new ImageData(width, height);
        const pixels = image.data;
        const peak = spec.peak;
        const lines = d3.range(width).map(i => lineAt(stencil(xs, x.invert(x.range()[0] + (i + 0.5) / density))));
        for (let j = 0; j < height; j++) {
            const row = stencil(ys, y.invert(y.range()[1] + (j + 0.5) / density));
            for (let i = 0; i < width; i++) {
                const colour = COLOURS[Math.round(255 * shade(weighted(lines[i], row), peak, spec.logarithmic))];
                const offset = 4 * (j * width + i);
                pixels[offset] = colour.r;
                pixels[offset + 1] = colour.g;
                pixels[offset + 2] = colour.b;
                pixels[offset + 3] = 255;
            }
        }
        canvas.attr('width', width).attr('height', height);
        canvas.node().getContext('2d').putImageData(image, 0, 0);
    }

    /* The density along y at one x. */
    function lineAt({indices, weights}) {
        return Float64Array.from(ys, (y, j) => d3.sum(indices, (index, k) =>
            weights[k] * real(spec.values[index * ys.length + j])));
    }

    function point() {
        const where = place.where;
        at.text(where === null ? ''
            : spec.axisNames[0] + ' = ' + plain(where[0], 3) + ', ' + spec.axisNames[1] + ' = ' + plain(where[1], 3)
                + ': ' + number(Math.max(0, weighted(lineAt(stencil(xs, where[0])), stencil(ys, where[1]))), 3));
        if (drawn === null) {
            return;
        }
        const {x, y, crosshair} = drawn;
        crosshair.selectAll('*').remove();
        if (where !== null) {
            const [left, right] = x.range();
            const [bottom, top] = y.range();
            crosshair.append('line').attr('class', 'crosshair').attr('x1', left).attr('x2', right)
                .attr('y1', y(where[1])).attr('y2', y(where[1]));
            crosshair.append('line').attr('class', 'crosshair').attr('y1', bottom).attr('y2', top)
                .attr('x1', x(where[0])).attr('x2', x(where[0]));
        }
    }

    place.events.on('place.map' + plotCount++, point);
    observeWidth(holder.node(), draw);
    return {
        redraw(change) {
            Object.assign(spec, change);
            draw();
        },
    };
}

function sharedPlace() {
    return {
        where: null,
        events: d3.dispatch('place'),
        point(where) {
            this.where = where;
            this.events.call('place');
        },
    };
}

/* The four grid points about a coordinate and their weights in the cubic convolution through them (Catmull-Rom). */
function stencil(points, coordinate) {
    const end = points.length - 1;
    const step = end > 0 ? (points[end] - points[0]) / end : 1;
    const position = Math.min(end, Math.max(0, (coordinate - points[0]) / step));
    const index = Math.floor(position);
    const p = position - index;
    return {
        indices: [index - 1, index, index + 1, index + 2].map(each => Math.min(end, Math.max(0, each))),
        weights: [p * (p * (2 - p) - 1) / 2, (p * p * (3 * p - 5) + 2) / 2, p * (p * (4 - 3 * p) + 1) / 2,
            p * p * (p - 1) / 2],
    };
}

function weighted(line, {indices, weights}) {
    return weights[0] * line[indices[0]] + weights[1] * line[indices[1]] + weights[2] * line[indices[2]]
        + weights[3] * line[indices[3]];
}

function drawPlaneAxes(svg, x, y, spec) {
    const [left, right] = x.range();
    const [bottom, top] = y.range();
    for (const tick of linearTicks(x, Math.max(2, Math.floor((right - left) / 70)))) {
        const position = Math.round(x(tick.value)) + 0.5;
        svg.append('line').attr('class', 'axis-line').attr('x1', position).attr('x2', position).attr('y1', bottom)
            .attr('y2', bottom + 5);
        svg.append('text').attr('x', position).attr('y', bottom + 18).attr('text-anchor', 'middle').text(tick.text);
    }
    for (const tick of linearTicks(y, Math.max(2, Math.floor((bottom - top) / 50)))) {
        const position = Math.round(y(tick.value)) + 0.5;
        svg.append('line').attr('class', 'axis-line').attr('x1', left - 5).attr('x2', left).attr('y1', position)
            .attr('y2', position);
        svg.append('text').attr('x', left - 8).attr('y', position).attr('dy', '0.35em').attr('text-anchor', 'end')
            .text(tick.text);
    }
    svg.append('text').attr('class', 'quantity').attr('x', right).attr('y', bottom + 36).attr('text-anchor', 'end')
        .text(spec.xLabel);
    svg.append('text').attr('class', 'quantity').attr('x', 0).attr('y', top - 10).text(spec.yLabel);
}

function drawColourBar(svg, left, top, length, spec) {
    const id = 'bar' + plotCount++;
    const gradient = svg.append('linearGradient').attr('id', id).attr('x1', 0).attr('x2', 0).attr('y1', 1)
        .attr('y2', 0);
    for (const stop of d3.range(0, 1.001, 0.05)) {
        gradient.append('stop').attr('offset', stop).attr('stop-color', d3.interpolateViridis(stop));
    }
    svg.append('rect').attr('x', left).attr('y', top).attr('width', 12).attr('height', length)
        .attr('fill', 'url(#' + id + ')');
    const scale = spec.logarithmic
        ? d3.scaleLog([spec.peak * Math.pow(10, -LOG_DECADES), spec.peak], [top + length, top])
        : d3.scaleLinear([0, spec.peak], [top + length, top]);
    for (const tick of spec.logarithmic ? logTicks(scale) : linearTicks(scale, Math.max(3, Math.floor(length / 60)))) {
        svg.append('line').attr('class', 'axis-line').attr('x1', left + 12).attr('x2', left + 16)
            .attr('y1', scale(tick.value)).attr('y2', scale(tick.value));
        svg.append('text').attr('x', left + 20).attr('y', scale(tick.value)).attr('dy', '0.35em').text(tick.text);
    }
    svg.append('text').attr('class', 'quantity').attr('x', left + 66).attr('y', top - 10).attr('text-anchor', 'end')
        .text(spec.quantity + bracketed(spec.unit));
}
