/* The first screen: the name, whether Theorem 2.3 applies, how far the mean field is. */

const PAIRS = [['uu', 'V₁₁ (uu)'], ['vv', 'V₂₂ (vv)'], ['uv', 'V₁₂ (uv)']];

function headline(main) {
    if (report.status && report.status !== 'complete') {
        banner(main);
    }
    const header = main.append('header');
    const top = header.append('div').attr('class', 'top');
    top.append('p').attr('class', 'kicker').text('Mixfield: mean field and many-body dynamics of a Bose mixture');
    themeButton(top);
    header.append('h1').text(report.name || 'unnamed run');
    header.append('p').attr('class', 'facts').selectAll('span').data(facts()).join('span').text(fact => fact);

    const first = header.append('div').attr('class', 'first');
    distanceAnswer(first.append('div'));
    const theorem = first.append('div');
    theoremAnswer(theorem);
    verified(theorem);
    tiles(header);
    warnings(header);
}

function warnings(header) {
    const given = [].concat((report.summary || {}).warnings || []);
    if (given.length) {
        const list = header.append('div').attr('class', 'warnings');
        list.append('strong').text(given.length === 1 ? 'A warning' : given.length + ' warnings');
        list.selectAll('p').data(given).join('p').text(warning => typeof warning === 'string' ? warning : flow(warning));
    }
}

function banner(main) {
    const box = main.append('div').attr('class', 'banner').attr('role', 'alert');
    const end = real(configured('time', 'end'));
    const lastTime = d3.max(rows, row => real(row[columnIndex.get('time')]));
    box.append('p').append('strong').text('This ' + (study ? 'study' : 'run') + ' is not complete: ' + report.status + '.');
    box.append('p').text(rows.length === 0 ? 'It left no rows; there is nothing to compare.'
        : 'Everything below is up to ' + timeText(lastTime)
            + (Number.isFinite(end) ? ' of ' + plain(end * shownUnit('time').factor) : '') + '.');
    const summary = report.summary || {};
    const reason = [summary.reason, summary.failure, summary.error, summary.message].find(text => text);
    if (reason) {
        box.append('p').text(typeof reason === 'string' ? reason : toYaml(reason).trim());
    }
}

function facts() {
    const grid = configured('grid') || {};
    const list = [];
    if (!study && (Number.isFinite(particles.u) || Number.isFinite(particles.v))) {
        list.push('N₁ = ' + plain(particles.u) + ', N₂ = ' + plain(particles.v));
    }
    const points = [].concat(grid.points || []);
    if (points.length) {
        list.push('d = ' + points.length);
        list.push(points.join(' × ') + ' points');
        if (grid.length) {
            const unit = shownUnit('length');
            list.push('box ' + [].concat(grid.length).map(side => plain(side * unit.factor)).join(' × ')
                + (/^units/.test(unit.text) ? '' : ' ' + unit.text));
        }
    }
    if (configured('boundary')) {
        list.push(configured('boundary') + ' boundary');
    }
    if (rows.length) {
        const [from, to] = d3.extent(rows, row => real(row[columnIndex.get('time')]));
        list.push((study ? 'study, ' : '') + (rows.length === 1 ? 'one row, ' + timeText(from)
            : rows.length + ' rows, ' + timeText(from) + ' to ' + timeText(to).slice(4)));
    }
    return list.concat(configured('units') ? [] : 'ħ = 1');
}

function distanceAnswer(box) {
    if (study && (report.study || {}).exponent) {
        rateAnswer(box, report.study);
        return;
    }
    box.append('p').attr('class', 'question').text('How far is the mean field?');
    const read = values('gamma.trace-distance');
    if (read === null) {
        box.append('p').attr('class', 'headline-words').text('Not measured');
        box.append('p').attr('class', 'muted').text(configured('solvers', 'fock')
            ? 'No row has the trace distance.'
            : 'This run has the Hartree system alone; solvers: fock adds the many-body dynamics it is compared with.');
        return;
    }
    const row = d3.greatest(d3.range(read.length).filter(index => Number.isFinite(read[index])));
    const value = read[row];
    const error = (values('gamma.trace-distance.error') || [])[row];
    const hidden = error >= value;
    const line = box.append('p').attr('class', 'headline')
        .text(hidden ? 'below ' + number(value + error, 2) : number(value, error > 0 ? digitsWithin(value, error) : 4));
    if (Number.isFinite(error) && !hidden) {
        line.append('small').text(' error at most ' + number(error, 2));
    }
    box.append('p').text('Tr|γ − |u⊗v⟩⟨u⊗v|| at ' + timeText(rows[row][columnIndex.get('time')])
        + (Number.isFinite(particles.u) ? ', N₁ = ' + plain(particles.u) + ', N₂ = ' + plain(particles.v) : '') + '.');
    const rate = 1 / particles.u + 1 / particles.v;
    box.append('p').attr('class', 'muted').text('0 when the mixture is exactly its mean field, 2 at most.'
        + (Number.isFinite(rate) && !hidden && value > 0 ? ' Here it is ' + number(value / rate, 3) + ' × (1/N₁ + 1/N₂).' : ''));
}

/* Of a study the answer is a rate. */
function rateAnswer(box, {exponent, prefactor, time}) {
    box.append('p').attr('class', 'question').text('How fast does the mean field become exact?');
    const line = box.append('p').attr('class', 'headline').text('N');
    line.append('sup').text(plain(-Math.abs(real(exponent.value)), 4));
    if (Number.isFinite(real(exponent.lower))) {
        const digits = digitsBetween(exponent);
        line.append('small').text(' exponent ' + plain(exponent.lower, digits) + ' to ' + plain(exponent.upper, digits) + ', '
            + plain(100 * (real(exponent.confidence) || 0.95)) + ' %');
    }
    box.append('p').text('Tr|γ − |u⊗v⟩⟨u⊗v|| at ' + timeText(time) + ', by ' + plain(exponent.rows) + ' particle numbers.');
    if (prefactor && Number.isFinite(real(prefactor.value)) && exponent.form === '1/N') {
        box.append('p').text('It tends to ' + plain(prefactor.value, digitsBetween(prefactor)) + '/(N₁+N₂).');
    }
    box.append('p').attr('class', 'muted').text(exponent.form === 'undecided'
        ? 'Whether that is 1/N or 1/√N these particle numbers do not decide.'
        : exponent.form ? 'This is the rate ' + exponent.form.replace('sqrt(N)', '√N') + '.' : '');
}

function theoremAnswer(box) {
    const applies = String(report.theoremApplies);
    const bounds = report.formBounds || {};
    const violated = PAIRS.filter(([key]) => bounds[key] && bounds[key].verdict === 'violated');
    box.append('p').attr('class', 'question').text('Does Theorem 2.3 apply?');
    box.append('p').attr('class', 'verdict ' + applies)
        .text({true: '✓ Yes', false: '✗ No'}[applies] || '? Not known');
    box.append('p').attr('class', 'muted').text({
        true: 'V² ≤ K(1 − Δ) holds for all three potentials.',
        false: violated.length ? 'No K satisfies V² ≤ K(1 − Δ) for ' + violated.map(([, name]) => name).join(' and ') + '.'
            : 'The hypothesis V² ≤ K(1 − Δ) does not hold for all three potentials.',
    }[applies] || 'V² ≤ K(1 − Δ) was not settled for all three potentials.');
    const known = PAIRS.filter(([key]) => bounds[key]);
    if (known.length) {
        const list = box.append('div').attr('class', 'short-bounds').selectAll('div').data(known).join('div');
        list.append('span').text(([, name]) => name);
        list.append('span').attr('class', ([key]) => bounds[key].verdict).text(([key]) => verdictText(bounds[key]));
        list.append('span').text(([key]) => boundText(bounds[key]));
    }
}

/* What a verification found, in a line. */
function verified(box) {
    const findings = (report.verification || {}).findings || [];
    const violated = findings.filter(finding => finding.verdict === 'violated').length;
    if (findings.length) {
        box.append('p').attr('class', 'verified' + (violated > 0 ? ' false' : '')).append('a').attr('href', '#verification')
            .text('Verification: ' + (violated > 0 ? '✗ ' + violated + ' of ' + findings.length + ' statements violated'
                : '✓ nothing violated in ' + findings.length + ' statements'));
    }
}

function verdictText(bound) {
    return (bound.verdict || '–').replace('-', ' ');
}

function boundText(bound) {
    const {lower, upper} = bound.K || {};
    const [low, high] = [real(lower), real(upper)];
    if (bound.verdict === 'violated' || !Number.isFinite(high)) {
        return Number.isFinite(low) && bound.verdict !== 'violated' ? 'K ≥ ' + plain(low, 4) : '';
    }
    if (low === high) {
        return 'K = ' + plain(high);
    }
    if (!(low > 0)) {
        return 'K ≤ ' + plain(outward(high, 4, Math.ceil), 4);
    }
    return high - low <= 1e-3 * high ? 'K = ' + enclosed(low, high)
        : plain(outward(low, 4, Math.floor), 4) + ' ≤ K ≤ ' + plain(outward(high, 4, Math.ceil), 4);
}

function tiles(header) {
    const truncation = values('modes.truncation-error');
    const list = study ? [] : [
        ['Distance from the grid’s mean field', last('gamma.trace-distance.grid'), 'γ against Hartree on the grid, last row'],
        ['Mode truncation', last('modes.truncation-error'), truncation === null ? ''
            : 'Tr|P(modes) − P(grid)|, last row; at most ' + number(d3.max(truncation), 3)],
        ['Fidelity', last('gamma.fidelity'), '⟨u⊗v|γ|u⊗v⟩, last row', 5],
        ['Hartree energy drift', energyIsConserved ? largestDrift('hartree.energy', true) : NaN, 'largest |E(t) − E(0)| / |E(0)|'],
        ['Hartree norm drift', d3.max(['u', 'v'].map(s => largestDrift('hartree.norm.' + s, false))),
            'largest of ‖u‖ and ‖v‖'],
        ['Many-body energy drift', largestDrift('fock.energy', true), 'largest |E(t) − E(0)| / |E(0)|'],
    ].filter(([, value]) => Number.isFinite(value));
    if (list.length === 0) {
        return;
    }
    const tile = header.append('dl').attr('class', 'tiles')
        .style('--across', list.length > 4 ? Math.ceil(list.length / 2) : list.length).selectAll('div').data(list).join('div');
    tile.append('dt').text(([name]) => name);
    const value = tile.append('dd').text(([, read, , digits]) => number(read, digits || 3));
    value.append('small').text(([, , words]) => words);
}
