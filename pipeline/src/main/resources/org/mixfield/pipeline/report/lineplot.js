/*
 * Curves over one axis. Plots that share an axis share its zoom and its cursor: drag to zoom, double-click or Escape to
 * reset, hover or arrow keys to read values, which appear in the legend beside the names they belong to.
 */

const MARGIN = {top: 24, right: 14, bottom: 40, left: 62};

const LINEAR = {label: 'linear', of: value => value};
const LOG = {label: 'log', log: true, of: value => value};

/*
 * spec: title, note, height; axis; series [{label, color, dash, values, error, bars, hint, faint, bare}]; quantity;
 * views [{label, of, log, before (the quantity)}], the first is shown. For linear scales: range fixes one; zero has 0
 * in it; most is the largest possible value; smallest (of the size, 1e-4 unless given) and floor are least spans; alike
 * are values of plots on the same scale.
 */
function linePlot(parent, spec) {
    const axis = spec.axis;
    const views = spec.views || [LINEAR];
    const hidden = new Set();
    const height = spec.height || 250;
    const clip = 'clip' + plotCount++;
    let view = views[0];
    let drawn = null;

    const figure = parent.append('figure').attr('class', 'plot').attr('data-figure', spec.name || null);
    const head = figure.append('div').attr('class', 'plot-head');
    head.append('h3').text(spec.title);
    const at = head.append('span').attr('class', 'at');
    if (views.length > 1) {
        segments(head, spec.title + ', scale', views.map(each => each.label), 0, index => {
            view = views[index];
            draw();
        });
    }
    const legend = figure.append('div').attr('class', 'legend');
    const items = legend.selectAll('button').data(spec.series).join('button')
        .attr('type', 'button').attr('aria-pressed', 'true').attr('class', each => 'c' + each.color)
        .attr('title', each => each.hint || null)
        .on('click', function (event, each) {
            if (!hidden.delete(each.label)) {
                hidden.add(each.label);
            }
            d3.select(this).attr('aria-pressed', String(!hidden.has(each.label)));
            draw();
        });
    items.append('svg').attr('viewBox', '0 0 24 10').attr('aria-hidden', 'true').append('line')
        .attr('class', each => 'curve' + (each.faint ? ' faint' : '')).attr('x2', 24).attr('y1', 5).attr('y2', 5)
        .attr('stroke-dasharray', each => each.dash || null);
    items.append('span').text(each => each.label);
    const outputs = items.append('output');
    const canvas = figure.append('div').attr('class', 'canvas');
    const svg = canvas.append('svg').attr('tabindex', 0).attr('role', 'img').attr('aria-label', spec.title);
    const reset = canvas.append('button').attr('type', 'button').attr('class', 'action').property('hidden', true)
        .text('whole range').on('click', () => axis.zoom(null));
    if (spec.note) {
        figure.append('p').attr('class', 'note').text(spec.note);
    }

    function visible() {
        return spec.series.filter(each => !hidden.has(each.label)).map(each => {
            const points = axis.points.map((x, index) => {
                const value = each.values[index];
                const error = each.error ? each.error[index] : NaN;
                const ends = [view.of(value - error), view.of(value + error)].sort(d3.ascending);
                return {index, x, y: view.of(value), low: ends[0], high: ends[1]};
            });
            return {each, points: points.filter(point => Number.isFinite(point.y) && (!view.log || point.y > 0))};
        });
    }

    function scaleOf(curves, range) {
        const inside = curves.flatMap(curve => curve.points)
            .filter(point => point.x >= axis.domain[0] && point.x <= axis.domain[1]);
        if (view.log) {
            return logScale(inside.map(point => point.y), range);
        }
        if (spec.range) {
            return d3.scaleLinear(spec.range, range).nice(tickCount(range));
        }
        const ends = inside.flatMap(point => [point.y, point.low, point.high]).concat(spec.alike || [], spec.zero ? 0 : [])
            .filter(Number.isFinite);
        const extent = ends.length ? d3.extent(ends) : [0, 1];
        const size = d3.max(extent, Math.abs);
        const least = inside.every(point => point.y >= 0) && (spec.alike || []).every(value => !(value < 0)) ? 0 : -Infinity;
        const most = Number.isFinite(spec.most) && inside.every(point => point.y <= spec.most + 1e-9) ? spec.most : Infinity;
        return linearScale(extent, range, Math.max((spec.smallest || 1e-4) * size, spec.floor || 0), [least, most]);
    }

    function draw() {
        const width = Math.round(canvas.node().clientWidth);
        if (width === 0) {
            return;
        }
        const left = MARGIN.left;
        const right = Math.max(left + 40, width - MARGIN.right);
        const bottom = height - MARGIN.bottom;
        const x = axis.scale([left, right]);
        const curves = visible();
        const y = scaleOf(curves, [bottom, MARGIN.top]);
        svg.attr('viewBox', [0, 0, width, height]).selectAll('*').remove();
        reset.property('hidden', !axis.zoomed());

        const ease = spec.series.some(each => each.bare) ? 0 : 4;
        svg.append('clipPath').attr('id', clip).append('rect').attr('x', left - ease).attr('y', MARGIN.top - 4)
            .attr('width', right - left + 2 * ease).attr('height', bottom - MARGIN.top + 8);
        const ticks = view.log ? logTicks(y) : linearTicks(y, tickCount([bottom, MARGIN.top]));
        drawAxes(svg, {x, y, left, right, bottom, top: MARGIN.top, ticks, single: axis.points.length === 1,
            xLabel: axis.label, yLabel: (view.before || '') + spec.quantity + bracketed(spec.unit),
            points: axis.points});

        const body = svg.append('g').attr('clip-path', 'url(#' + clip + ')');
        for (const {each, points} of curves) {
            const group = body.append('g').attr('class', 'c' + each.color + (each.faint ? ' faint' : ''));
            const banded = points.filter(point => point.high > point.low);
            const floor = y.domain()[0];
            if (each.bars) {
                group.selectAll('path.error').data(banded).join('path').attr('class', 'error').attr('d', point =>
                    errorBar(x(point.x), y(Math.max(point.low, floor)), y(point.high)));
            } else if (banded.length) {
                group.append('path').attr('class', 'band').attr('d', d3.area().x(point => x(point.x))
                    .y0(point => y(Math.max(point.low, floor))).y1(point => y(Math.max(point.high, floor)))(banded));
            }
            group.append('path').attr('class', 'curve').attr('stroke-dasharray', each.dash || null)
                .attr('d', d3.line(point => x(point.x), point => y(point.y))(points));
            const near = points.filter(point => point.x >= axis.domain[0] && point.x <= axis.domain[1]);
            if (!each.bare && near.length <= 45) {
                group.selectAll('circle').data(near).join('circle').attr('class', 'dot')
                    .attr('r', points.length === 1 ? 4 : 2.2).attr('cx', point => x(point.x))
                    .attr('cy', point => y(point.y));
            }
        }
        const brush = d3.brushX().extent([[left, MARGIN.top], [right, bottom]]).touchable(false)
            .on('end', event => {
                if (event.selection) {
                    axis.zoom(event.selection.map(x.invert));
                }
            });
        const cursor = svg.append('g').attr('class', 'cursor').attr('pointer-events', 'none');
        const overlay = svg.append('g').attr('class', 'brush').call(brush);
        overlay.selectAll('.handle').remove();
        overlay.on('pointermove pointerdown', event => axis.point(axis.nearest(x.invert(d3.pointer(event)[0]))))
            .on('pointerleave', () => axis.point(null)).on('dblclick', () => axis.zoom(null));
        drawn = {x, y, curves, cursor, top: MARGIN.top, bottom};
        point();
    }

    function errorBar(at, low, high) {
        return 'M' + at + ',' + low + 'V' + high + 'M' + (at - 4) + ',' + low + 'h8M' + (at - 4) + ',' + high + 'h8';
    }

    function point() {
        const index = axis.cursor === null ? axis.rest : axis.cursor;
        const read = index !== null && index !== undefined && index >= 0;
        at.text(read ? axis.symbol + ' = ' + plain(axis.points[index], 5) : '');
        outputs.text(each => read ? number(view.of(each.values[index]), spec.digits || 4) : '');
        if (drawn === null) {
            return;
        }
        const {x, y, curves, cursor, top, bottom} = drawn;
        cursor.selectAll('*').remove();
        if (axis.cursor !== null && x(axis.points[index]) >= x.range()[0] - 1) {
            const position = x(axis.points[index]);
            cursor.append('line').attr('x1', position).attr('x2', position).attr('y1', top).attr('y2', bottom);
            for (const {each, points} of curves) {
                const found = points.find(candidate => candidate.index === index);
                if (found && y(found.y) <= bottom + 4) {
                    cursor.append('circle').attr('class', 'c' + each.color).attr('r', 4).attr('cx', position)
                        .attr('cy', y(found.y));
                }
            }
        }
    }

    svg.on('keydown', event => {
        const end = axis.points.length - 1;
        const from = axis.cursor === null ? end : axis.cursor;
        const to = {ArrowLeft: Math.max(0, from - 1), ArrowRight: Math.min(end, from + 1), Home: 0, End: end}[event.key];
        if (to !== undefined) {
            event.preventDefault();
            axis.point(to);
        } else if (event.key === 'Escape') {
            axis.point(null);
            axis.zoom(null);
        }
    });
    axis.events.on('zoom.' + clip, draw).on('cursor.' + clip, point);
    observeWidth(canvas.node(), draw);
    return {
        redraw(change) {
            Object.assign(spec, change);
            items.data(spec.series).select('span').text(each => each.label);
            outputs.data(spec.series);
            draw();
        },
    };
}
