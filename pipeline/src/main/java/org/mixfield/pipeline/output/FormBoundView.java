package org.mixfield.pipeline.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.potential.FormBound;

/** A form bound as result files, the terminal and pictures show it. */
@API(status = API.Status.EXPERIMENTAL)
public final class FormBoundView {

    /** An interval wider than this, relatively, is told by its ends. */
    private static final double WIDE = 1e-3;

    private FormBoundView() {}

    /**
     * Plain values: {@code verdict} (proven, computed or violated), {@code K} ({@code lower} and {@code upper}, the same
     * where theory gives the least K), {@code source} and {@code witness} ({@code family} and {@code trials}, each
     * {@code parameter} and {@code ratio}); null where there is no such thing.
     */
    public static Map<String, @Nullable Object> toMap(FormBound bound) {
        if (bound instanceof FormBound.Proven proven) {
            return entries("proven", interval(proven.k(), proven.k()), proven.source(), null);
        }
        if (bound instanceof FormBound.Computed computed) {
            return entries("computed", interval(computed.lower(), computed.upper()), computed.method(), null);
        }
        return entries("violated", null, null, witness(((FormBound.Violated) bound).witness()));
    }

    /**
     * The least K in a few characters: {@code K = 16}, {@code K = 1.2345678(3)} where it lies within 3 units of the last
     * digit, {@code 1.2 <= K <= 1.4}, {@code K <= 2}; or {@code no K}.
     */
    public static String constant(FormBound bound) {
        if (bound instanceof FormBound.Proven proven) {
            return "K = " + number(proven.k());
        }
        if (bound instanceof FormBound.Computed computed) {
            return enclosure(computed.lower(), computed.upper());
        }
        return "no K";
    }

    /** A number to four digits: {@code 17.05}, {@code 3.75e16}. */
    public static String brief(double value) {
        return Double.isFinite(value) ? text(new BigDecimal(value).round(new MathContext(4))) : "infinity";
    }

    private static String enclosure(double lower, double upper) {
        if (lower == upper) {
            return "K = " + number(lower);
        }
        if (!(lower > 0)) {
            return "K <= " + rounded(upper, RoundingMode.CEILING);
        }
        if (!(upper - lower <= WIDE * upper)) {
            return rounded(lower, RoundingMode.FLOOR) + " <= K <= " + rounded(upper, RoundingMode.CEILING);
        }
        BigDecimal least = new BigDecimal(lower);
        BigDecimal most = new BigDecimal(upper);
        BigDecimal middle = least.add(most).divide(BigDecimal.valueOf(2));
        BigDecimal half = most.subtract(middle);
        for (int scale = half.scale() - half.precision() + 1; ; scale--) {
            BigDecimal written = middle.setScale(scale, RoundingMode.HALF_EVEN);
            BigDecimal off = most.subtract(written).max(written.subtract(least));
            int units = off.scaleByPowerOfTen(scale)
                    .setScale(0, RoundingMode.CEILING)
                    .intValueExact();
            if (units <= 9) {
                return "K = " + withUnits(written, units);
            }
        }
    }

    /** The number with its uncertainty, in e-notation where it is small or large. */
    private static String withUnits(BigDecimal written, int units) {
        int exponent = written.precision() - written.scale() - 1;
        return isOrdinary(exponent) && written.scale() >= 0
                ? written.toPlainString() + "(" + units + ")"
                : written.scaleByPowerOfTen(-exponent).toPlainString() + "(" + units + ")e" + exponent;
    }

    private static String rounded(double value, RoundingMode mode) {
        return Double.isFinite(value) ? text(new BigDecimal(value).round(new MathContext(4, mode))) : "infinity";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? text(new BigDecimal(Double.toString(value))) : "infinity";
    }

    private static String text(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = value.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        return isOrdinary(exponent)
                ? stripped.toPlainString()
                : stripped.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    private static boolean isOrdinary(int exponent) {
        return exponent >= -4 && exponent < 7;
    }

    private static Map<String, @Nullable Object> entries(
            String verdict, @Nullable Object constant, @Nullable String source, @Nullable Object witness) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("verdict", verdict);
        map.put("K", constant);
        map.put("source", source);
        map.put("witness", witness);
        return map;
    }

    private static Map<String, Object> interval(double lower, double upper) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("lower", lower);
        map.put("upper", upper);
        return map;
    }

    private static Map<String, Object> witness(FormBound.Witness witness) {
        List<Map<String, Object>> trials =
                witness.trials().stream().map(FormBoundView::trial).toList();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("family", witness.family());
        map.put("trials", trials);
        return map;
    }

    private static Map<String, Object> trial(FormBound.Trial trial) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("parameter", trial.parameter());
        map.put("ratio", trial.ratio());
        return map;
    }
}
