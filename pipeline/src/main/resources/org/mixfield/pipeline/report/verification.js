/* The statements of the paper on this problem: left side, right side, slack, verdict. */

function verification(box) {
    const found = report.verification || {};
    const findings = found.findings || [];
    if (findings.length) {
        const count = verdict => findings.filter(finding => finding.verdict === verdict).length;
        const violated = count('violated');
        box.append('p').attr('class', 'verdict ' + (violated === 0 ? 'true' : 'false'))
            .text(violated === 0 ? '✓ Nothing is violated' : '✗ ' + violated + ' violated');
        box.append('p').attr('class', 'lead').text(count('holds') + ' hold, ' + violated + ' violated, '
            + count('not-tested') + ' not tested. Slack is right − left; a statement counts as violated when the left side is '
            + 'larger by more than the numerical error of both.');
        statements(box, findings);
    }
    chapter('verification')(box);
    for (const each of found.tables || []) {
        const fold = box.append('details');
        fold.append('summary').text(each.title || each.name);
        const heads = (each.columns || []).map(column => column.name);
        table(fold, heads, (each.rows || []).map(row => row.map(cell => plain(cell, 6))), {number: d3.range(heads.length)});
    }
}

function statements(box, findings) {
    const body = box.append('div').attr('class', 'scroll').append('table').attr('class', 'statements');
    body.append('thead').append('tr').selectAll('th')
        .data(['statement', 'verdict', 'left', 'right', 'slack', 'error', 'tightest at', 'constants']).join('th')
        .attr('scope', 'col').attr('class', (head, index) => index > 1 && index < 6 ? 'number' : null).text(head => head);
    const lines = body.append('tbody').selectAll('tr').data(findings).join('tr');
    const name = lines.append('td');
    name.append('strong').text(finding => finding.source || finding.id);
    name.append('div').attr('class', 'muted').text(finding => finding.claim || '');
    lines.append('td').append('span').attr('class', finding => 'mark ' + finding.verdict)
        .text(finding => ({holds: '✓ holds', violated: '✗ violated', 'not-tested': 'not tested'}[finding.verdict]
            || finding.verdict));
    for (const side of ['left', 'right', 'slack', 'error']) {
        lines.append('td').attr('class', 'number').text(finding => number(finding[side], 4));
    }
    lines.append('td').text(finding => finding.where || '');
    lines.append('td').text(finding => Object.entries(finding.constants || {})
        .map(([constant, value]) => constant + ' = ' + plain(value, 4)).join(', '));
}
