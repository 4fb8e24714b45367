/* The run's data, by column name. */

const report = JSON.parse(document.getElementById('report-data').textContent) || {};
const rows = Array.isArray(report.rows) ? report.rows : [];
const columns = (Array.isArray(report.columns) ? report.columns : [])
    .map(column => typeof column === 'string' ? {name: column} : column);
const columnIndex = new Map(columns.map((column, index) => [column.name, index]));
const columnCache = new Map();
const study = report.kind === 'study';

/* A column as numbers in the units they are shown in; null when there is no such column or nothing finite in it. */
function values(name) {
    if (!columnCache.has(name)) {
        const index = columnIndex.get(name);
        const factor = shownUnit(columnOf(name).unit).factor;
        const read = index === undefined ? [] : rows.map(row => real(row[index]) * factor);
        columnCache.set(name, read.some(Number.isFinite) ? read : null);
    }
    return columnCache.get(name);
}

function columnOf(name) {
    return columns[columnIndex.get(name)] || {name};
}

const times = values('time') || rows.map((row, index) => index);

function last(name) {
    const read = values(name);
    return read === null ? NaN : read[read.length - 1];
}

/* max over t of |f(t) − f(0)|, over |f(0)| if relative; pointwise from `drifts`. */
function drifts(read, relative) {
    const start = read.find(Number.isFinite);
    const scale = relative && start !== 0 ? Math.abs(start) : 1;
    return read.map(value => Math.abs(value - start) / scale);
}

/* Where the Hamiltonian changes in time, summary.json says of the energy that it is not conserved. */
const energyIsConserved = !(report.summary || {}).energy;

function largestDrift(name, relative) {
    const read = values(name);
    return read === null || read.length < 2 ? NaN : d3.max(drifts(read, relative).filter(Number.isFinite));
}

/* configuration.species.u.particles, say; undefined when any step is missing. */
function configured(...path) {
    return path.reduce((node, key) => node === null || node === undefined ? undefined : node[key],
        report.configuration);
}

const particles = {u: real(configured('species', 'u', 'particles')), v: real(configured('species', 'v', 'particles'))};

function present(list) {
    return list.filter(entry => entry !== null);
}
