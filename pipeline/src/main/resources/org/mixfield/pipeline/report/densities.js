/* The densities of both species at the snapshots: curves in d = 1, maps in d = 2 and 3. */

const WHERE = ['where the density is', 'whole box'];

function densities(box) {
    const views = ((report.densities || {}).views || []).map(readView).filter(view => view.snapshots.length > 0);
    if (study) {
        return;
    }
    if (views.length === 0) {
        box.append('p').attr('class', 'lead').text('No snapshots were kept. In the configuration, output: {fields: 5} '
            + 'keeps five.');
        return;
    }
    const chooser = box.append('div').attr('class', 'slider');
    const holder = box.append('div');
    const show = index => {
        holder.selectAll('*').remove();
        drawView(holder, views[index]);
    };
    if (views.length > 1) {
        segments(chooser, 'What is shown', views.map(view => view.title), 0, show);
    } else {
        chooser.remove();
    }
    show(0);
}

/* Coordinates and densities in the units they are shown in. */
function readView(given) {
    const length = shownUnit('length');
    const unit = shownUnit(given.unit || '1/length');
    const axes = (given.axes || []).map(axis => ({name: axis.name || 'x', unit: length.text,
        points: (axis.coordinates || []).map(coordinate => real(coordinate) * length.factor)}));
    const size = d3.reduce(axes, (product, axis) => product * axis.points.length, axes.length ? 1 : 0);
    const scaled = data => data ? Float64Array.from(data, value => real(value) * unit.factor) : null;
    const snapshots = (given.snapshots || []).map(({time, u, v}) => ({time: real(time), u: scaled(u), v: scaled(v)}))
        .filter(({u, v}) => [u, v].every(data => !data || data.length === size) && size > 0 && (u || v));
    const quantity = given.quantity || 'ρ';
    return {axes, snapshots, unit: unit.text, averaged: real(given.averaged), quantity,
        title: (given.title || 'density') + (quantity === 'ρ' ? '' : ', ' + quantity)};
}

function drawView(box, view) {
    const {axes, snapshots} = view;
    const flat = axes.length > 1;
    const show = (flat ? densityMaps : densityCurves)(box, axes, snapshots, view);
    const control = box.insert('div', '.plots').attr('class', 'slider');
    slider(control, snapshots, show.at);
    segments(control, 'Part of the box', WHERE, 0, index => show.frame(index === 0));
    if (show.logarithmic) {
        segments(control, 'Colour scale', ['linear', 'log'], 0, index => show.logarithmic(index === 1));
        if (snapshots.length > 1) {
            segments(control, 'Range of the colours', ['one range', 'range of each time'], 0,
                index => show.ownRange(index === 1));
        }
    }
    if (view.averaged > 1) {
        box.append('p').attr('class', 'note').text('For this page the densities are averaged over blocks of '
            + view.averaged + ' points along each axis.');
    }
}

function slider(control, snapshots, show) {
    const end = snapshots.length - 1;
    let timer = null;
    const play = control.append('button').attr('type', 'button').attr('class', 'action').text('Play')
        .property('hidden', end === 0);
    const label = control.append('label');
    const output = label.append('output');
    const input = label.append('input').attr('type', 'range').attr('min', 0).attr('max', end).attr('step', 1)
        .attr('aria-label', 'time of the snapshot').property('value', end).property('hidden', end === 0);

    function go(index) {
        input.property('value', index).attr('aria-valuetext', timeText(snapshots[index].time));
        output.text(timeText(snapshots[index].time));
        show(index);
    }

    function stop() {
        if (timer !== null) {
            window.clearInterval(timer);
            timer = null;
        }
        play.text('Play');
    }

    input.on('input', () => {
        stop();
        go(+input.property('value'));
    });
    play.on('click', () => {
        if (timer !== null) {
            stop();
            return;
        }
        play.text('Pause');
        go(+input.property('value') === end ? 0 : +input.property('value'));
        timer = window.setInterval(() => {
            const next = +input.property('value') + 1;
            go(next);
            if (next === end) {
                stop();
            }
        }, Math.max(120, Math.min(600, 6000 / snapshots.length)));
    });
    go(end);
}

function peakOf(snapshots, key) {
    return d3.max(snapshots, snapshot => snapshot[key] ? d3.max(snapshot[key], real) : 0) || 0;
}

/* The interval of one axis outside of which no density exceeds a thousandth of its peak, with a margin. */
function extentOf(snapshots, points, coordinateOf) {
    let [low, high] = [points.length - 1, 0];
    for (const key of ['u', 'v']) {
        const threshold = 1e-3 * peakOf(snapshots, key);
        for (const snapshot of snapshots) {
            (snapshot[key] || []).forEach((value, index) => {
                if (real(value) > threshold) {
                    low = Math.min(low, coordinateOf(index));
                    high = Math.max(high, coordinateOf(index));
                }
            });
        }
    }
    const step = points.length > 1 ? points[1] - points[0] : 1;
    const whole = [points[0] - step / 2, points[points.length - 1] + step / 2];
    if (low >= high) {
        return {whole, part: whole};
    }
    const margin = 0.08 * (points[high] - points[low]);
    return {whole, part: [Math.max(whole[0], points[low] - margin), Math.min(whole[1], points[high] + margin)]};
}

function densityCurves(box, [axis], snapshots, view) {
    const {whole, part} = extentOf(snapshots, axis.points, index => index);
    const shared = sharedAxis(axis.points, axis.name + bracketed(axis.unit), null);
    shared.symbol = axis.name;
    shared.home = part;
    shared.domain = part;
    const start = snapshots[0];
    const several = snapshots.length > 1;
    const curves = index => present([
        densityCurve(snapshots[index].u, 'ρᵤ', 0, null, false),
        densityCurve(snapshots[index].v, 'ρᵥ', 1, '7 4', false),
        several ? densityCurve(start.u, 'ρᵤ at ' + timeText(start.time), 0, null, true) : null,
        several ? densityCurve(start.v, 'ρᵥ at ' + timeText(start.time), 1, '7 4', true) : null,
    ]);
    const plot = linePlot(grid(box, 'one'), {name: 'density', title: 'Densities: ' + view.title, axis: shared, series: curves(0), quantity: 'density',
        unit: view.unit, height: 320, range: [0, Math.max(peakOf(snapshots, 'u'),
            peakOf(snapshots, 'v')) * 1.04 || 1]});
    return {at: index => plot.redraw({series: curves(index)}), frame(cropped) {
        shared.home = cropped ? part : whole;
        shared.zoom(null);
    }};
}

function densityCurve(data, label, color, dash, faint) {
    return data ? {label, color, dash, faint, bare: true, values: Array.from(data, real)} : null;
}

function densityMaps(box, axes, snapshots, view) {
    const [xs, ys] = axes.map(axis => axis.points);
    const frames = [extentOf(snapshots, xs, index => Math.floor(index / ys.length)),
        extentOf(snapshots, ys, index => index % ys.length)];
    const crop = square(frames);
    const place = sharedPlace();
    const plots = grid(box);
    const maps = ['u', 'v'].filter(key => snapshots.some(snapshot => snapshot[key])).map(key => ({key,
        map: heatMap(plots, {title: 'Species ' + key, quantity: view.quantity.replace('ρ', key === 'u' ? 'ρᵤ' : 'ρᵥ'), unit: view.unit,
            x: xs, y: ys, xLabel: axes[0].name + bracketed(axes[0].unit), yLabel: axes[1].name + bracketed(axes[1].unit),
            axisNames: axes.map(axis => axis.name), peak: peakOf(snapshots, key) || 1, place, frame: crop,
            values: snapshots[0][key] || []})}));
    const all = change => maps.forEach(({map}) => map.redraw(change));
    let [shown, own] = [0, false];
    const update = () => maps.forEach(({key, map}) => map.redraw({values: snapshots[shown][key] || [],
        peak: peakOf(own ? [snapshots[shown]] : snapshots, key) || 1}));
    return {
        at(index) {
            shown = index;
            update();
        },
        ownRange(on) {
            own = on;
            update();
        },
        frame: cropped => all({frame: cropped ? crop : frames.map(frame => frame.whole)}),
        logarithmic: on => all({logarithmic: on}),
    };
}

/* Both intervals as long as the longer one, within the box. */
function square(frames) {
    const longest = d3.max(frames, ({part}) => part[1] - part[0]);
    return frames.map(({whole, part}) => {
        const half = Math.min(longest, whole[1] - whole[0]) / 2;
        const middle = Math.min(whole[1] - half, Math.max(whole[0] + half, (part[0] + part[1]) / 2));
        return [middle - half, middle + half];
    });
}
