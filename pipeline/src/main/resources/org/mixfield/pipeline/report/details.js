/* Tables and text: form bounds, configuration, columns, provenance. */

function formBoundTable(box) {
    const known = PAIRS.filter(([key]) => (report.formBounds || {})[key]);
    if (known.length === 0) {
        return;
    }
    box.append('p').attr('class', 'lead')
        .text('The least K with V² ≤ K(1 − Δ), the hypothesis of Theorem 2.3, for each potential.');
    table(box, ['potential', 'verdict', 'K', 'source, method or witness'], known.map(([key, name]) => {
        const bound = report.formBounds[key];
        return [name, verdictText(bound), boundText(bound) || '–',
            [bound.source, bound.reason, witnessText(bound.witness)].filter(text => text).join('; ') || '–'];
    }));
}

function witnessText(witness) {
    if (!witness) {
        return '';
    }
    return witness.family + ': ⟨V²⟩/⟨1 − Δ⟩ = ' + [].concat(witness.trials || [])
        .map(trial => plain(trial.ratio, 3) + ' at s = ' + plain(trial.parameter, 3)).join(', ');
}

/* Folded when there are many. */
function others(box) {
    const count = (report.figures || []).filter(figure => figure.chapter === 'others').length;
    if (count > 0) {
        const fold = box.append('details').property('open', count <= 6);
        fold.append('summary').text(count === 1 ? 'One figure' : count + ' figures');
        chapter('others')(fold);
    }
}

function configurationText(box) {
    if (filled(report.configuration)) {
        box.append('p').attr('class', 'lead').text('As understood, defaults filled in; the same as run.yaml.');
        box.append('pre').text(toYaml(report.configuration).trim());
    }
}

function columnGlossary(box) {
    if (columns.length === 0) {
        return;
    }
    const fold = box.append('details');
    fold.append('summary').text(columns.length + ' columns of ' + (study ? 'study.csv' : 'observables.csv') + ' in the units of the run, with first and last values');
    table(fold, ['name', 'unit', 'first', 'last', 'meaning'], columns.map((column, index) => [column.name,
        column.unit || '–', rows.length ? plain(rows[0][index], 6) : '–',
        rows.length ? plain(rows[rows.length - 1][index], 6) : '–', column.meaning || '']), {name: [0], number: [2, 3]});
}

function provenance(box) {
    const manifest = report.manifest || {};
    const scalars = [];
    const lists = [];
    for (const [key, value] of Object.entries(manifest)) {
        if (key === 'columns') {
            continue;
        }
        if (Array.isArray(value) && value.some(entry => entry !== null && typeof entry === 'object')) {
            lists.push([key, value]);
        } else {
            flatten(key, value, scalars);
        }
    }
    if (scalars.length) {
        const list = box.append('dl').attr('class', 'pairs');
        for (const [key, value] of scalars) {
            list.append('dt').text(key);
            list.append('dd').attr('class', isHash(value) ? 'hash' : null).text(value);
        }
    }
    for (const [key, entries] of lists) {
        const keys = Array.from(new Set(entries.flatMap(entry => Object.keys(entry || {}))));
        box.append('h3').text(key);
        table(box, keys, entries.map(entry => keys.map(name => scalar((entry || {})[name]))));
    }
    if (filled(report.summary)) {
        const fold = box.append('details');
        fold.append('summary').text('summary.json');
        fold.append('pre').text(toYaml(report.summary).trim());
    }
}

function table(box, heads, lines, kinds = {}) {
    const body = box.append('div').attr('class', 'scroll').append('table');
    const kind = index => (kinds.number || []).includes(index) ? 'number' : (kinds.name || []).includes(index) ? 'name' : null;
    body.append('thead').append('tr').selectAll('th').data(heads).join('th').attr('scope', 'col')
        .attr('class', (head, index) => kind(index) === 'number' ? 'number' : null).text(head => head);
    body.append('tbody').selectAll('tr').data(lines).join('tr').selectAll('td').data(line => line).join('td')
        .attr('class', (cell, index) => isHash(cell) ? 'hash' : kind(index)).text(cell => cell);
}

function isHash(value) {
    return /^[0-9a-f]{32,}$/i.test(value);
}

function filled(map) {
    return map !== null && map !== undefined && typeof map === 'object' && Object.keys(map).length > 0;
}

function flatten(key, value, into) {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
        Object.entries(value).forEach(([inner, each]) => flatten(key + '.' + inner, each, into));
    } else {
        into.push([key, scalar(value)]);
    }
}

function scalar(value) {
    if (value === null || value === undefined) {
        return '–';
    }
    return Array.isArray(value) ? value.map(scalar).join(', ') : typeof value === 'object' ? flow(value) : String(value);
}

/* YAML enough to read and to paste back. */
function toYaml(value, indent = '') {
    return Object.entries(value).map(([key, each]) => {
        const name = indent + quoted(key) + ':';
        const short = flow(each);
        if (each === null || typeof each !== 'object' || (indent !== '' && (name + short).length < 90)
            || Object.keys(each).length === 0 || Array.isArray(each) && each.every(isScalar)) {
            return name + ' ' + short + '\n';
        }
        return Array.isArray(each)
            ? name + '\n' + each.map(entry => indent + '  - ' + flow(entry) + '\n').join('')
            : name + '\n' + toYaml(each, indent + '  ');
    }).join('');
}

function isScalar(value) {
    return value === null || typeof value !== 'object';
}

function flow(value) {
    if (value === null || value === undefined) {
        return 'null';
    }
    if (Array.isArray(value)) {
        return '[' + value.map(flow).join(', ') + ']';
    }
    if (typeof value === 'object') {
        return '{' + Object.entries(value).map(([key, each]) => quoted(key) + ': ' + flow(each)).join(', ') + '}';
    }
    return typeof value === 'string' ? quoted(value) : yamlNumber(value);
}

/* 1e-8 is text to a YAML 1.1 reader, 1.0e-8 is a number. */
function yamlNumber(value) {
    return String(value).replace(/^(-?\d+)e/, '$1.0e');
}

function quoted(text) {
    const safe = /^[A-Za-z_/.][A-Za-z0-9_ /.*^()+-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|~)$/i.test(text)
        && !/\s$/.test(text) && Number.isNaN(+text);
    return safe ? text : JSON.stringify(text);
}
