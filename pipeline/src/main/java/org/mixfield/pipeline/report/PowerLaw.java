package org.mixfield.pipeline.report;

import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * y = prefactor · x^exponent.
 *
 * @param prefactor y at x = 1
 * @param exponent the slope on logarithmic axes
 */
record PowerLaw(double prefactor, double exponent) {

    /** The line of least squares through the logarithms of positive values; none where fewer than two are left. */
    static Optional<PowerLaw> through(double[] x, double[] y) {
        int[] kept = IntStream.range(0, x.length)
                .filter(i -> x[i] > 0 && y[i] > 0 && Double.isFinite(x[i] + y[i]))
                .toArray();
        double meanX =
                IntStream.of(kept).mapToDouble(i -> Math.log(x[i])).average().orElse(0);
        double meanY =
                IntStream.of(kept).mapToDouble(i -> Math.log(y[i])).average().orElse(0);
        double spread = 0;
        double slope = 0;
        for (int i : kept) {
            double dx = Math.log(x[i]) - meanX;
            spread += dx * dx;
            slope += dx * (Math.log(y[i]) - meanY);
        }
        if (!(spread > 0)) {
            return Optional.empty();
        }
        double exponent = slope / spread;
        return Optional.of(new PowerLaw(Math.exp(meanY - exponent * meanX), exponent));
    }

    /** With this exponent, through a point. */
    static PowerLaw through(double x, double y, double exponent) {
        return new PowerLaw(y * Math.pow(x, -exponent), exponent);
    }

    double[] at(double[] x) {
        return DoubleStream.of(x)
                .map(each -> prefactor * Math.pow(each, exponent))
                .toArray();
    }
}
