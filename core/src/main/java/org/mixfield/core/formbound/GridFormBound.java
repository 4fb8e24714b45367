package org.mixfield.core.formbound;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.potential.AnisotropicPotential;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.FourierTransform;
import org.mixfield.core.spectral.JTransformsProvider;

/**
 * The least K of a bounded potential that is not radial: the largest eigenvalue of (1−Δ)<sup>−½</sup>V²(1−Δ)<sup>−½</sup> on
 * a periodic box, by Lanczos, on boxes that grow and grids that refine until it settles. Where it does not on the largest
 * grid, as for a potential that is narrow, the bounds are sup V² and what trial functions give.
 */
final class GridFormBound {

    /** Relative change between two resolutions below which the eigenvalue has settled. */
    private static final double SETTLED = 4e-8;

    /** The same on the largest grid: there, the error is of the order of the change. */
    private static final double NEARLY_SETTLED = 1e-3;

    /** The bounds lie this many last changes away from the eigenvalue. */
    private static final double SAFETY = 10;

    private static final int MOST_POINTS = 1 << 20;
    private static final int MOST_VECTORS = 48;

    private static final double FIRST_LENGTH = 14;

    /** V at every point, 0 included. */
    @FunctionalInterface
    interface Field {
        double value(double x, double y, double z);
    }

    private final Field potential;
    private final String name;
    private final int dimension;
    private final Workers workers;
    private double supremum;

    private GridFormBound(Field potential, String name, int dimension, Workers workers) {
        this.potential = potential;
        this.name = name;
        this.dimension = dimension;
        this.workers = workers;
    }

    static FormBound.Computed of(AnisotropicPotential potential, int dimension) {
        return of(potential::value, potential.getClass().getName(), dimension);
    }

    /**
     * The same of any values.
     *
     * @param name whose they are, for a message
     */
    static FormBound.Computed of(Field potential, String name, int dimension) {
        try (Workers workers = Workers.all()) {
            return new GridFormBound(potential, name, dimension, workers).bound();
        }
    }

    private FormBound.Computed bound() {
        int points = dimension == 3 ? 36 : dimension == 2 ? 60 : 128;
        double length = FIRST_LENGTH;
        double now = eigenvalue(points, length);
        double change = Double.POSITIVE_INFINITY;
        while (change > SETTLED * now) {
            int more = JTransformsProvider.backend().fastEvenLength((int) (points * 1.5));
            if (Math.pow(more, dimension) > MOST_POINTS) {
                break;
            }
            points = more;
            length *= 1.25;
            double before = now;
            now = eigenvalue(points, length);
            change = Math.abs(now - before);
        }
        if (change > NEARLY_SETTLED * now) {
            return new FormBound.Computed(
                    Math.min(GaussianFloor.of(potential, dimension), supremum),
                    supremum,
                    "V^2 <= sup V^2 above; below, Gaussian trial functions");
        }
        double margin = SAFETY * change + SETTLED * now;
        return new FormBound.Computed(
                now - margin,
                Math.min(now + margin, Math.max(supremum, now)),
                "largest eigenvalue of (1-Laplacian)^-1/2 V^2 (1-Laplacian)^-1/2 on " + points
                        + " points a side of a box of " + length + ", by Lanczos");
    }

    private double eigenvalue(int points, double length) {
        int[] shape = new int[dimension];
        double[] sides = new double[dimension];
        java.util.Arrays.fill(shape, points);
        java.util.Arrays.fill(sides, length);
        Grid grid = Grid.of(shape, sides);
        double[] square = new double[grid.size()];
        grid.forEachPoint((index, x, y, z) -> {
            double v = potential.value(x, y, z);
            if (!Double.isFinite(v)) {
                throw new NumericalException("the pair potential " + name + " gives V(" + x + ", " + y + ", " + z
                        + ") = " + v + "; a potential without a bound of its own is finite everywhere");
            }
            square[index] = v * v;
            supremum = Math.max(supremum, square[index]);
        });
        double[] inverseRoot = new double[grid.size()];
        double[] k = grid.waveNumbers(0);
        for (int j = 0; j < inverseRoot.length; j++) {
            double sum = 1;
            for (int rest = j, axis = 0; axis < dimension; axis++, rest /= points) {
                sum += k[rest % points] * k[rest % points];
            }
            inverseRoot[j] = 1 / Math.sqrt(sum);
        }
        return lanczos(square, inverseRoot, JTransformsProvider.backend().complex(workers, shape));
    }

    /** The largest eigenvalue; the start is V² itself, which overlaps with a ground state of one sign. */
    private double lanczos(double[] square, double[] inverseRoot, FourierTransform transform) {
        double[][] basis = new double[MOST_VECTORS][];
        double[] alpha = new double[MOST_VECTORS];
        double[] beta = new double[MOST_VECTORS];
        double[] field = new double[2 * square.length];
        basis[0] = square.clone();
        if (normalise(basis[0]) == 0) {
            return 0;
        }
        double before = 0;
        for (int m = 0; m < MOST_VECTORS; m++) {
            double[] w = apply(basis[m], square, inverseRoot, transform, field);
            alpha[m] = dot(w, basis[m]);
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j <= m; j++) {
                    subtract(w, dot(w, basis[j]), basis[j]);
                }
            }
            double largest = new EigenDecompositionSymmetric(
                            java.util.Arrays.copyOf(alpha, m + 1), java.util.Arrays.copyOf(beta, m))
                    .getEigenvalues()[0];
            beta[m] = normalise(w);
            if (m + 1 == MOST_VECTORS || beta[m] <= 1e-14 * largest || largest - before <= 1e-13 * largest && m > 6) {
                return largest;
            }
            before = largest;
            basis[m + 1] = w;
        }
        return before;
    }

    private static double[] apply(
            double[] x, double[] square, double[] inverseRoot, FourierTransform transform, double[] field) {
        for (int j = 0; j < x.length; j++) {
            field[2 * j] = x[j];
            field[2 * j + 1] = 0;
        }
        smooth(field, inverseRoot, transform);
        for (int j = 0; j < x.length; j++) {
            field[2 * j] *= square[j];
            field[2 * j + 1] = 0;
        }
        smooth(field, inverseRoot, transform);
        double[] result = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            result[j] = field[2 * j];
        }
        return result;
    }

    /** (1−Δ)^{−½}. */
    private static void smooth(double[] field, double[] inverseRoot, FourierTransform transform) {
        transform.forward(field);
        for (int j = 0; j < inverseRoot.length; j++) {
            field[2 * j] *= inverseRoot[j];
            field[2 * j + 1] *= inverseRoot[j];
        }
        transform.inverse(field);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void subtract(double[] w, double factor, double[] v) {
        for (int i = 0; i < w.length; i++) {
            w[i] -= factor * v[i];
        }
    }

    /** Divides by the norm, which is the answer. */
    private static double normalise(double[] v) {
        double norm = Math.sqrt(dot(v, v));
        for (int i = 0; i < v.length && norm > 0; i++) {
            v[i] /= norm;
        }
        return norm;
    }
}
