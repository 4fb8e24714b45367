/* Numbers and units as the report shows them. */

const SUPERSCRIPTS = {'-': '⁻', '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷',
    '8': '⁸', '9': '⁹'};

function superscript(exponent) {
    return Array.from(String(exponent), character => SUPERSCRIPTS[character] || character).join('');
}

/* JSON has no NaN and no infinity: they arrive as strings, missing values as null. */
function real(value) {
    return value === null || value === undefined || value === '' || typeof value === 'boolean' ? NaN : +value;
}

/* 0.0321, 1.23e−4, 20500: `digits` significant ones. */
function number(value, digits = 3) {
    const x = real(value);
    if (Number.isNaN(x)) {
        return '–';
    }
    if (!Number.isFinite(x)) {
        return x > 0 ? '∞' : '−∞';
    }
    const size = Math.abs(x);
    let text;
    if (size === 0) {
        text = '0';
    } else if (size < 9.995e-4 || size >= 1e6) {
        text = x.toExponential(digits - 1).replace('e+', 'e');
    } else if (size >= Math.pow(10, digits)) {
        text = x.toFixed(0);
    } else {
        text = x.toPrecision(digits);
    }
    return text.replace(/-/g, '−');
}

/* The same without trailing zeros, for numbers that somebody chose: 20, 0.5, 1e−8. */
function plain(value, digits = 6) {
    return number(value, digits).replace(/(\.\d*?)0+(?=e|$)/, '$1').replace(/\.(?=e|$)/, '');
}

/* To so many digits, away from what is enclosed. */
function outward(value, digits, round) {
    const power = digits - 1 - Math.floor(Math.log10(value));
    const scale = Math.pow(10, Math.abs(power));
    return power >= 0 ? round(value * scale) / scale : round(value / scale) * scale;
}

/* 1.2345678(3): between the two, which lie within 3 units of the last digit. */
function enclosed(low, high) {
    const middle = low + (high - low) / 2;
    const exponent = Math.floor(Math.log10(middle));
    const large = exponent < -4 || exponent >= 7;
    const scale = large ? Math.pow(10, exponent) : 1;
    for (let digits = Math.min(14, 2 - Math.floor(Math.log10((high - low) / scale))); digits >= 0; digits--) {
        const text = (middle / scale).toFixed(digits);
        const off = Math.max(high / scale - text, text - low / scale);
        const units = Math.max(1, Math.ceil(off * Math.pow(10, digits) - 1e-6));
        if (units <= 9) {
            return text + '(' + units + ')' + (large ? 'e' + exponent : '').replace('-', '−');
        }
    }
    return plain(middle);
}

/* As many digits as an error of this size leaves. */
function digitsWithin(value, error) {
    const ratio = Math.abs(value) / error;
    return Number.isFinite(ratio) ? Math.min(6, Math.max(3, Math.floor(Math.log10(Math.max(ratio, 1))) + 1)) : 4;
}

/* As many digits as it takes to tell the ends of an interval apart. */
function digitsBetween({value, lower, upper}) {
    const width = (real(upper) - real(lower)) / Math.abs(real(value));
    return width > 0 ? Math.min(9, Math.max(4, Math.ceil(-Math.log10(width)) + 1)) : 4;
}

/* The factor that brings numbers of a unit to the one they are shown in, and its name; of pure numbers it is empty. */
function shownUnit(unit) {
    if (!unit || unit === '1') {
        return {factor: 1, text: ''};
    }
    return (report.units || {})[unit]
        || {factor: 1, text: (/(time|energy|length|momentum|mass)/.test(unit) ? 'units of ' : '') + unit};
}

function bracketed(text) {
    return text ? ' [' + text + ']' : '';
}

function unitText(unit) {
    return bracketed(shownUnit(unit).text);
}

/* t = 0.5, or t = 0.5 ms; a time in the units of the run. */
function timeText(time, digits = 5) {
    const unit = shownUnit('time');
    return 't = ' + plain(real(time) * unit.factor, digits) + (/^units/.test(unit.text) ? '' : ' ' + unit.text);
}

/* Tick labels of a linear scale: all with one precision, in e-notation when small or large. */
function linearTicks(scale, count) {
    const ticks = scale.ticks(count);
    const [low, high] = scale.domain();
    const largest = Math.max(Math.abs(low), Math.abs(high));
    if (largest >= 1e-3 && largest < 1e5) {
        const format = scale.tickFormat(count);
        return ticks.map(value => ({value, text: format(value)}));
    }
    const step = ticks.length > 1 ? ticks[1] - ticks[0] : largest;
    const format = d3.format('.' + Math.max(0, d3.precisionRound(step, largest) - 1) + 'e');
    return ticks.map(value => ({value, text: value === 0 ? '0' : format(value).replace('e+', 'e')}));
}

/* Powers of ten, or 1, 2, 5 of each decade when there are few. */
function logTicks(scale) {
    const [low, high] = scale.domain().map(Math.log10);
    const powers = d3.range(Math.ceil(low - 1e-9), Math.floor(high + 1e-9) + 1);
    if (powers.length >= 3) {
        const stride = Math.ceil(powers.length / 7);
        return powers.filter(power => power % stride === 0)
            .map(power => ({value: Math.pow(10, power), text: '10' + superscript(power)}));
    }
    const ticks = [];
    for (let power = Math.floor(low); power <= high; power++) {
        for (const mantissa of [1, 2, 5]) {
            const value = mantissa * Math.pow(10, power);
            if (Math.log10(value) >= low - 1e-9 && Math.log10(value) <= high + 1e-9) {
                ticks.push({value, text: power < -2 ? (mantissa > 1 ? mantissa + '·' : '') + '10' + superscript(power)
                    : plain(value)});
            }
        }
    }
    return ticks;
}
