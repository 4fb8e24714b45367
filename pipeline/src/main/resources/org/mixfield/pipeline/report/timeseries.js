/* Everything that is a function of time. All these plots share one time axis. */

const timeAxis = sharedAxis(times, 'time t' + unitText(columnOf('time').unit), times.length - 1);
const ROUNDING = 1.1e-16;

const DASHED = '7 4';
const DOTTED = '2 3';
const BELOW_ONE = {label: '1 − value, log', log: true, before: '1 − ', of: value => 1 - value};

function timePlot(parent, title, quantity, list, options = {}) {
    const curves = present(list);
    if (curves.length > 0) {
        linePlot(parent, Object.assign({title, quantity, series: curves, axis: timeAxis, unit: curves[0].unit}, options));
    }
}

function distances(box) {
    const total = particles.u + particles.v;
    const limit = values('bogoliubov.coefficient');
    timePlot(grid(box), 'Trace distances', 'trace norm, 0 to 2', [
        series('gamma.trace-distance', 'γ against projected Hartree', 0),
        series('gamma.trace-distance.grid', 'γ against Hartree on the grid', 1, {dash: DASHED}),
        series('modes.truncation-error', 'mode truncation', 2, {dash: DOTTED}),
        series('laboratory.gamma.trace-distance', 'laboratory frame', 3, {dash: '9 3 2 3'}),
        series('direct.trace-distance', 'fluctuation frame', 4, {dash: DASHED}),
        limit === null || !Number.isFinite(total) ? null : Object.assign(
            series('bogoliubov.coefficient', 'large-N limit', 7), {values: limit.map(value => value / total), dash: DOTTED,
                error: null, hint: 'bogoliubov.coefficient / (N₁ + N₂)'}),
    ], {views: [LINEAR, LOG], height: 320, zero: true, note: 'Shaded: error estimates. By the triangle inequality '
        + 'the distance to the grid is at most the distance to projected Hartree plus the mode truncation.'});
    const plots = grid(box, 'three');
    timePlot(plots, 'Fidelity', '⟨u⊗v|γ|u⊗v⟩', [series('gamma.fidelity', 'fidelity', 0)],
        {most: 1, views: [Object.assign({}, LINEAR, {label: 'value'}), BELOW_ONE], digits: 6});
    timePlot(plots, 'Purity', 'Tr γ²', [series('gamma.purity', 'purity', 2)],
        {most: 1, views: [Object.assign({}, LINEAR, {label: 'value'}), BELOW_ONE], digits: 6});
    timePlot(plots, 'Occupations', 'largest eigenvalues of γ', [1, 2, 3].map(k =>
        series('gamma.occupation.' + k, 'λ' + '₁₂₃'[k - 1], [0, 1, 2][k - 1], {dash: [null, DASHED, DOTTED][k - 1]})),
    {views: [LOG, LINEAR]});
}

function energies(box) {
    const plots = grid(box);
    const sources = [['hartree', 'Hartree on the grid', 0, null], ['projected', 'Hartree in the modes', 2, DASHED],
        ['fock', 'many-body', 1, DOTTED]];
    timePlot(plots, 'Energy per particle', 'E', sources.map(([source, label, color, dash]) =>
        series(source + '.energy', label, color, {dash})), {digits: 6});
    if (energyIsConserved) {
        timePlot(plots, 'Relative energy drift', '|E(t) − E(0)| / |E(0)|', sources.map(([source, label, color, dash]) =>
            drift(source + '.energy', label, color, dash, true)), {views: [LOG, LINEAR], unit: '1'});
    }
    timePlot(plots, 'Terms of the Hartree energy', 'energy, without weights c', [
        series('hartree.energy.kinetic.u', 'kinetic u', 0),
        series('hartree.energy.kinetic.v', 'kinetic v', 1),
        series('hartree.energy.trap.u', 'trap u', 0, {dash: DASHED}),
        series('hartree.energy.trap.v', 'trap v', 1, {dash: DASHED}),
        series('hartree.energy.uu', '½⟨V₁₁⟩', 0, {dash: DOTTED}),
        series('hartree.energy.vv', '½⟨V₂₂⟩', 1, {dash: DOTTED}),
        series('hartree.energy.uv', '⟨V₁₂⟩', 3),
    ]);
    timePlot(plots, 'Norm and number drift', '|n(t) − n(0)|', [
        drift('hartree.norm.u', 'Hartree ‖u‖', 0, null, false),
        drift('hartree.norm.v', 'Hartree ‖v‖', 1, null, false),
        drift('fock.norm', 'many-body ‖ψ‖', 2, DASHED, false),
        drift('fock.number.u', '⟨Nᵤ⟩, relative', 0, DOTTED, true),
        drift('fock.number.v', '⟨Nᵥ⟩, relative', 1, DOTTED, true),
    ], {views: [LOG, LINEAR], unit: '1', note: 'A drift below rounding is drawn at 1.1e−16.'});
}

function drift(name, label, color, dash, relative) {
    const curve = series(name, label, color, {dash});
    return curve === null || rows.length < 2 ? null : Object.assign(curve, {error: null,
        values: drifts(curve.values, relative).map((value, row) => row === 0 ? NaN : Math.max(value, ROUNDING))});
}

function moments(box) {
    timePlot(grid(box), 'Overlap with the start', 'overlap', species('hartree.overlap.'),
        {most: 1, views: [Object.assign({}, LINEAR, {label: 'value'}), BELOW_ONE], digits: 5});
    const axes = ['x', 'y', 'z'].filter(axis => ['mean', 'square', 'momentum'].some(moment =>
        ['u', 'v'].some(s => values('hartree.' + moment + '.' + s + '.' + axis) !== null)));
    const shape = axes.length === 2 ? null : 'three';
    const kinds = [['mean', 'Position', axis => '⟨' + axis + '⟩'], ['square', 'Square', axis => '⟨' + axis + '²⟩'],
        ['momentum', 'Momentum', axis => '⟨p⟩' + (axes.length > 1 ? ' along ' + axis : '')]];
    for (const row of axes.length === 1 ? [kinds] : kinds.map(kind => [kind])) {
        const plots = grid(box, shape);
        for (const [moment, words, quantity] of row) {
            const alike = axes.flatMap(axis => present(species('hartree.' + moment + '.', '.' + axis)))
                .flatMap(curve => curve.values);
            for (const axis of axes) {
                timePlot(plots, words + (axes.length > 1 ? ', ' + axis : ''), quantity(axis),
                    species('hartree.' + moment + '.', '.' + axis), {height: 210, floor: 1e-9, alike});
            }
        }
    }
}

function species(before, after = '') {
    return [series(before + 'u' + after, 'u', 0), series(before + 'v' + after, 'v', 1, {dash: DASHED})];
}

function fluctuations(box) {
    const plots = grid(box);
    const views = {views: [LOG, LINEAR]};
    const pairs = [['u', '⟨𝒩ᵤ⟩', 0], ['v', '⟨𝒩ᵥ⟩', 1], ['uv', '⟨𝒩ᵤ𝒩ᵥ⟩', 3]];
    for (const [source, title] of [['fluctuation', 'Excitations outside the mean field'],
        ['direct', 'Excitations, fluctuation frame'], ['bogoliubov', 'Excitations, quadratic dynamics'],
        ['truncated', 'Excitations, truncated dynamics']]) {
        timePlot(plots, title, 'number', pairs.map(([key, label, color]) =>
            series(source + '.number.' + key, label, color, {dash: key === 'v' ? DASHED : null})), views);
    }
    timePlot(plots, 'Squares', 'number squared', [series('fluctuation.number-squared.u', '⟨𝒩ᵤ²⟩', 0),
        series('fluctuation.number-squared.v', '⟨𝒩ᵥ²⟩', 1, {dash: DASHED})], views);
    timePlot(plots, 'Distance of the truncated dynamics', '‖ω − ωᶜ‖', [series('truncated.distance', 'distance', 0)], views);
    timePlot(plots, 'Remainders', 'trace norm of rⱼ', numbered('fluctuation.remainder.', 'r', 15), views);
    timePlot(plots, 'Bounds of Proposition 3.1', 'pⱼ', numbered('fluctuation.bound.', 'p', 9), views);
}

function numbered(prefix, letter, count) {
    return d3.range(1, count + 1).map(j => series(prefix + j, letter + Array.from(String(j), digit =>
        '₀₁₂₃₄₅₆₇₈₉'[digit]).join(''), (j - 1) % 8, {dash: j > 8 ? DASHED : null}));
}

/* Whatever else a run recorded: third parties' observables, the laboratory frame's columns. */
function others(box) {
    const left = columns.map(column => column.name)
        .filter(name => !drawnColumns.has(name) && !name.endsWith('.error') && values(name) !== null);
    if (left.length === 0) {
        return;
    }
    const fold = box.append('details').property('open', left.length <= 6);
    fold.append('summary').text(left.length === 1 ? 'One column' : left.length + ' columns');
    const plots = grid(fold, 'three');
    for (const [group, names] of d3.group(left, name => name.replace(/\.[^.]*$/, '') + '|' + columnOf(name).unit)) {
        const prefix = group.split('|')[0];
        timePlot(plots, prefix, 'value', names.slice(0, 16).map((name, k) =>
            series(name, name === prefix ? name : name.slice(prefix.length + 1), k % 8,
                {dash: k > 7 ? DASHED : null})), {height: 210, views: [LINEAR, LOG]});
    }
}
