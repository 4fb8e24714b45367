/* What a study or a ladder of particle numbers says of the rate. */

function scaling(box) {
    chapter('scaling')(box);
    const {exponent, prefactor, bound, 'growth-rate': growth} = report.study || {};
    const facts = [
        ['exponent of 1/N', interval(exponent), exponent && exponent.form ? exponent.form : ''],
        ['prefactor', interval(prefactor), prefactor && Number.isFinite(real(prefactor.bogoliubov))
            ? 'Bogoliubov: ' + plain(prefactor.bogoliubov, 5) : ''],
        ['growth rate', interval(growth), ''],
        ['(2.4) holds on every row with', bound ? 'γ = ' + plain(bound.gamma, 4) + ', C = ' + plain(bound.C, 4) : '', ''],
    ].filter(([, value]) => value);
    if (facts.length) {
        table(box, ['', 'value and its confidence interval', ''], facts);
    }
    if (exponent && exponent.criterion) {
        box.append('p').attr('class', 'note').text(exponent.criterion);
    }
}

function interval(found) {
    if (!found || !Number.isFinite(real(found.value))) {
        return '';
    }
    const digits = digitsBetween(found);
    return plain(found.value, digits) + (Number.isFinite(real(found.lower)) && Number.isFinite(real(found.upper))
        ? ' (' + plain(found.lower, digits) + ' to ' + plain(found.upper, digits) + ')' : '');
}
