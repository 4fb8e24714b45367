package org.mixfield.pipeline.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The law T(N) = a N^{−p} (1 + O(N^{−½})) behind values that are computed, not drawn at random: they deviate from a power by
 * corrections that fall with N, and by numerical errors whose size is known.
 *
 * <p>Fitted are the nested models
 *
 * <pre>
 *   ln T = ln a − p ln N + Σ_{k=1}^{j} b_k (N_min/N)^{k/2},     j = 0, 1, 2, 3, as long as there are more values than coefficients,
 * </pre>
 *
 * by {@link LeastSquares}: ln T has the known error ε/T, which is taken as a standard deviation although it is an upper bound, and
 * a misfit of unknown size. Each gives an interval I_j of 95 %. A model is admissible when its interval meets those of all richer
 * ones: what they add does not change the answer beyond its error. Half the width of I_j, and the distance to the answer of the
 * next model (of the one before, for the richest), together are how far it may be off; the admissible model for which this is least
 * is taken. So values with random errors are fitted by few coefficients, and exact ones with several corrections.
 *
 * <p>Three values at least give an interval; two give the slope between them and no interval.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class PowerLaw {

    /** Corrections at most. */
    private static final int MOST_CORRECTIONS = 3;

    private final double[] particles;
    private final double[] logarithms;
    private final double[] errors;

    private PowerLaw(double[] particles, double[] logarithms, double[] errors) {
        this.particles = particles;
        this.logarithms = logarithms;
        this.errors = errors;
    }

    /**
     * The law of these values.
     *
     * @param particles N, positive and all different
     * @param values T, positive
     * @param errors upper estimates of the numerical errors of T, 0 where they are not known
     */
    public static PowerLaw of(double[] particles, double[] values, double[] errors) {
        double[] logarithms = Arrays.stream(values).map(Math::log).toArray();
        double[] relative = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            relative[i] = errors[i] / values[i];
        }
        return new PowerLaw(particles.clone(), logarithms, relative);
    }

    /** p. */
    public Interval exponent() {
        if (particles.length == 2) {
            double slope = (logarithms[1] - logarithms[0]) / Math.log(particles[1] / particles[0]);
            return new Interval(-slope, Double.NaN, Double.NaN);
        }
        return best(1, logarithms, 2).negative();
    }

    /** lim N T, for p = 1. */
    public Interval limitOfProduct() {
        double[] products = new double[particles.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = logarithms[i] + Math.log(particles[i]);
        }
        return best(0, products, 1).map(Math::exp);
    }

    private Interval best(int column, double[] y, int coefficients) {
        List<Interval> models = new ArrayList<>();
        for (int j = 0; j <= MOST_CORRECTIONS && y.length > coefficients + j; j++) {
            models.add(LeastSquares.coefficient(column, columns(coefficients, j), y, errors));
        }
        Interval best = Interval.UNKNOWN;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < models.size(); j++) {
            double off = isAdmissible(models, j) ? off(models, j) : Double.POSITIVE_INFINITY;
            if (off < least) {
                double value = models.get(j).value();
                least = off;
                best = new Interval(value, value - off, value + off);
            }
        }
        return best;
    }

    private double[][] columns(int coefficients, int corrections) {
        double least = Arrays.stream(particles).min().orElseThrow();
        double[][] x = new double[particles.length][coefficients + corrections];
        for (int i = 0; i < x.length; i++) {
            x[i][0] = 1;
            if (coefficients == 2) {
                x[i][1] = Math.log(particles[i]);
            }
            for (int k = 1; k <= corrections; k++) {
                x[i][coefficients + k - 1] = Math.pow(least / particles[i], k / 2.0);
            }
        }
        return x;
    }

    private static boolean isAdmissible(List<Interval> models, int j) {
        Interval one = models.get(j);
        return models.subList(j + 1, models.size()).stream()
                .allMatch(richer -> richer.lower() <= one.upper() && one.lower() <= richer.upper());
    }

    private static double off(List<Interval> models, int j) {
        Interval one = models.get(j);
        int other = j + 1 < models.size() ? j + 1 : Math.max(0, j - 1);
        return one.upper()
                - one.value()
                + Math.abs(one.value() - models.get(other).value());
    }
}
