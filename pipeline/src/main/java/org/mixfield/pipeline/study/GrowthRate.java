package org.mixfield.pipeline.study;

import org.apiguardian.api.API;

/**
 * The rate d ln T/dt of a distance that grows in time: the slope of the line that is nearest to ln T by {@link LeastSquares}. Nothing
 * says that ln T is a line; the interval says how far it is from one.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class GrowthRate {

    private GrowthRate() {}

    /**
     * The rate.
     *
     * @param times all different
     * @param values T, positive
     * @param errors upper estimates of their errors
     * @return the slope with an interval from three values on, without one from two, nothing from fewer
     */
    public static Interval of(double[] times, double[] values, double[] errors) {
        int count = times.length;
        if (count < 2) {
            return Interval.UNKNOWN;
        }
        if (count == 2) {
            double slope = Math.log(values[1] / values[0]) / (times[1] - times[0]);
            return new Interval(slope, Double.NaN, Double.NaN);
        }
        double[][] x = new double[count][];
        double[] y = new double[count];
        double[] sigma = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = new double[] {1, times[i]};
            y[i] = Math.log(values[i]);
            sigma[i] = errors[i] / values[i];
        }
        return LeastSquares.coefficient(1, x, y, sigma);
    }
}
