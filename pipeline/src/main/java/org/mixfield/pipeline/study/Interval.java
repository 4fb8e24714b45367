package org.mixfield.pipeline.study;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A number and an interval of 95 % around it.
 *
 * @param value the number; NaN where the values do not tell it
 * @param lower the lower end; NaN where it is not known
 * @param upper the upper end; NaN where it is not known
 */
@API(status = API.Status.EXPERIMENTAL)
public record Interval(double value, double lower, double upper) {

    /** Nothing is known. */
    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN, Double.NaN);

    /** How much confidence there is in it. */
    public static final double CONFIDENCE = 0.95;

    /** Whether a number is in it; never where it is not known. */
    public boolean contains(double number) {
        return lower <= number && number <= upper;
    }

    /** The interval of an increasing function of it. */
    Interval map(DoubleUnaryOperator increasing) {
        return new Interval(
                increasing.applyAsDouble(value), increasing.applyAsDouble(lower), increasing.applyAsDouble(upper));
    }

    /** Its negative. */
    Interval negative() {
        return new Interval(-value, -upper, -lower);
    }

    /** Plain values, null for what is not known. */
    public Map<String, Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("value", finite(value));
        map.put("lower", finite(lower));
        map.put("upper", finite(upper));
        return map;
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
