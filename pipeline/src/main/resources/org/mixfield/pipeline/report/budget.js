/* Where the numbers' errors come from: of a study point by point, of a run column by column. */

function budget(box) {
    chapter('budget')(box);
    const points = (report.study || {}).budget || [];
    if (points.length) {
        const parts = ['value', 'mean-field', 'mode-truncation', 'cutoff', 'sectors', 'krylov', 'time-step', 'total-error']
            .filter(part => points.some(point => Number.isFinite(real(point[part]))));
        table(box, ['N₁', 'N₂'].concat(parts.map(part => part.replace('-', ' ')), 'flagged'), points.map(point =>
            [plain(point.N1), plain(point.N2)].concat(parts.map(part => number(point[part], 3)), point.flagged ? 'yes' : '')),
        {number: d3.range(parts.length + 2)});
    }
    const errors = Object.entries((report.summary || {}).errors || {}).filter(([, error]) => Number.isFinite(real(error)));
    if (errors.length) {
        const fold = box.append('details').property('open', errors.length <= 8);
        fold.append('summary').text('Largest error estimate of each column');
        const last = report.summary.final || {};
        table(fold, ['column', 'last value', 'largest error', 'relative to the last value'], errors.map(([name, error]) =>
            [name, plain(last[name], 6), number(error, 2), number(real(error) / Math.abs(real(last[name])), 2)]),
        {name: [0], number: [1, 2, 3]});
    }
}
