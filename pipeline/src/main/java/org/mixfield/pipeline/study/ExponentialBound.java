package org.mixfield.pipeline.study;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Constants of a bound g(t) ≤ C e^{γt}.
 *
 * @param gamma γ, not negative
 * @param constant C
 */
@API(status = API.Status.EXPERIMENTAL)
public record ExponentialBound(double gamma, double constant) {

    /**
     * The least γ ≥ 0 for which some C holds, and the least such C. For any finite number of values that is γ = 0 and their
     * maximum: it says how large the constant is, and nothing of growth.
     *
     * @param values g, none of them NaN
     */
    public static ExponentialBound least(double[] values) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, value);
        }
        return new ExponentialBound(0, most);
    }

    /**
     * The exponential with γ ≥ 0 that lies above all values and nearest to them: the sum over the values of γt + ln C − ln g(t) is
     * least. Values of 0 hold with any C and do not count. The line touches the upper hull of the points (t, ln g) where their mean
     * time is.
     */
    public static ExponentialBound envelope(double[] times, double[] values) {
        double mean = 0;
        int count = 0;
        for (int i = 0; i < times.length; i++) {
            if (values[i] > 0) {
                mean += times[i];
                count++;
            }
        }
        mean /= Math.max(1, count);
        ExponentialBound best = least(values);
        // The sum is least where the line is lowest at the mean time; that line goes through two points, or is level.
        for (int i = 0; i < times.length; i++) {
            for (int j = 0; j < times.length; j++) {
                if (values[i] > 0 && values[j] > values[i] && times[j] > times[i]) {
                    double gamma = Math.log(values[j] / values[i]) / (times[j] - times[i]);
                    ExponentialBound line = new ExponentialBound(gamma, constant(gamma, times, values));
                    if (line.at(mean) < best.at(mean)) {
                        best = line;
                    }
                }
            }
        }
        return best;
    }

    /** ln C + γt. */
    private double at(double time) {
        return Math.log(constant) + gamma * time;
    }

    /** The least C for a γ. */
    private static double constant(double gamma, double[] times, double[] values) {
        double most = 0;
        for (int i = 0; i < times.length; i++) {
            most = Math.max(most, values[i] * Math.exp(-gamma * times[i]));
        }
        return most;
    }

    /** Plain values. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("gamma", gamma);
        map.put("C", constant);
        return map;
    }
}
