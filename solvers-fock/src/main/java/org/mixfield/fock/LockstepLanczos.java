package org.mixfield.fock;

import java.util.Arrays;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

/**
 * e^{−iτH}ψ of several sectors in Krylov spaces of the same size, so that what they miss varies smoothly from sector to sector: sums over
 * sectors take differences of them. With T the tridiagonal matrix and β_j the couplings of a sector,
 *
 * <pre>
 *   ‖error‖ ≤ ‖ψ‖ β₁β₂…β_m τ^m/m!
 * </pre>
 *
 * (Jawecki, Auzinger, Koch, BIT 60 (2020) 157: the divided difference of an exponential is at most that of its Taylor term). Spaces
 * are so small that their vectors stay orthogonal as far as it matters. Where the largest space does not suffice the time is divided.
 */
final class LockstepLanczos {

    /** Most vectors of a space. */
    static final int MOST_VECTORS = 30;

    /** A coupling this much smaller than the rest is rounding: the space is invariant. */
    private static final double INVARIANT = 1e-14;

    private static final double LEAST_PROGRESS = 1e-7;
    private static final double ROUNDING = 2.2e-16;

    private final CoMovingHamiltonian hamiltonian;
    private final LaneVectors vectors;
    private final int sectors;
    private final double[] alpha;
    private final double[] beta;
    private final double[] norms;
    private final double[] squares;
    private final double[] factors;
    private final double[] bounds;
    private final double[] re;
    private final double[] im;
    private final double[] before;
    private final double[] scales;
    private final TridiagonalExponential small = new TridiagonalExponential(MOST_VECTORS);
    private long applications;

    LockstepLanczos(CoMovingHamiltonian hamiltonian, Workers workers) {
        this.hamiltonian = hamiltonian;
        this.sectors = hamiltonian.sectors();
        this.vectors = new LaneVectors(hamiltonian.dimension(), sectors, workers);
        this.alpha = new double[MOST_VECTORS * sectors];
        this.beta = new double[MOST_VECTORS * sectors];
        this.norms = new double[sectors];
        this.squares = new double[sectors];
        this.factors = new double[sectors];
        this.bounds = new double[sectors];
        this.re = new double[MOST_VECTORS * sectors];
        this.im = new double[MOST_VECTORS * sectors];
        this.before = new double[sectors];
        this.scales = new double[sectors];
    }

    /** How often H was applied, to all of its sectors at once. */
    long applications() {
        return applications;
    }

    /** Goes on counting from there. */
    void restoreApplications(long count) {
        applications = count;
    }

    /**
     * Moves states on.
     *
     * @param state ψ of every sector; written over
     * @param errorRate largest error relative to ‖ψ‖ per time
     * @param errors upper bounds of the errors, added to those of each sector
     */
    void advance(
            double[] state, double duration, double errorRate, double[] errors, int firstError, CoMovingWork work) {
        work.reserve(MOST_VECTORS + 1, 2 * hamiltonian.dimension() * sectors);
        double done = 0;
        while (done < duration) {
            double remaining = duration - done;
            int size = span(state, remaining, errorRate, work);
            double step = reach(size, remaining, errorRate);
            if (!(step > LEAST_PROGRESS * duration)) {
                throw new NumericalException(
                        "the tolerance of the Krylov propagation is out of reach: with an error below "
                                + errorRate + " per unit of time, a space of " + size + " vectors covers only " + step
                                + "; give solvers.fock.tolerance a larger value");
            }
            for (int i = 0; i < sectors; i++) {
                double scale = small.of(alpha, beta, sectors, i, size, step, norms[i], re, im);
                errors[firstError + i] +=
                        norms[i] * (bounds[i] * Math.pow(step / remaining, size) + ROUNDING * scale * step);
            }
            vectors.combine(re, im, work.krylov(), size, state);
            done = step == remaining ? duration : done + step;
        }
    }

    /** Spans the spaces until their bounds suffice for a time, or they are as large as can be; their size. */
    private int span(double[] state, double duration, double errorRate, CoMovingWork work) {
        vectors.realInner(state, state, norms);
        for (int i = 0; i < sectors; i++) {
            norms[i] = Math.sqrt(norms[i]);
            factors[i] = norms[i] > 0 ? 1 / norms[i] : 0;
        }
        vectors.scale(factors, state, work.vector(0));
        Arrays.fill(bounds, 1);
        Arrays.fill(scales, 0);
        int most = Math.min(MOST_VECTORS, hamiltonian.dimension());
        for (int j = 0; ; j++) {
            double largest = extend(j, duration, work);
            if (!Double.isFinite(largest)) {
                throw new NumericalException("the co-moving Hamiltonian gave a value that is not finite;"
                        + " look for a matrix element that is not finite");
            }
            if (largest <= errorRate * duration || j + 1 == most) {
                return j + 1;
            }
        }
    }

    /** Vector j+1 of every sector; the largest bound. */
    private double extend(int j, double duration, CoMovingWork work) {
        double[] w = work.vector(j + 1);
        hamiltonian.apply(work.vector(j), w, work);
        applications++;
        vectors.realInner(work.vector(j), w, factors);
        System.arraycopy(factors, 0, alpha, j * sectors, sectors);
        if (j > 0) {
            System.arraycopy(beta, (j - 1) * sectors, before, 0, sectors);
        } else {
            Arrays.fill(before, 0);
        }
        vectors.subtract(w, factors, work.vector(j), before, work.vector(Math.max(0, j - 1)), squares);
        double largest = 0;
        for (int i = 0; i < sectors; i++) {
            double length = Math.sqrt(squares[i]);
            scales[i] = Math.max(scales[i], Math.max(Math.abs(alpha[j * sectors + i]), length));
            boolean invariant = length <= INVARIANT * scales[i] || j + 1 == hamiltonian.dimension();
            beta[j * sectors + i] = invariant ? 0 : length;
            factors[i] = invariant ? 0 : 1 / length;
            bounds[i] *= beta[j * sectors + i] * duration / (j + 1);
            largest = Math.max(largest, bounds[i]);
        }
        vectors.scale(factors, w, w);
        return largest;
    }

    /** The time within which all bounds suffice. */
    private double reach(int size, double duration, double errorRate) {
        double largest = 0;
        for (double bound : bounds) {
            largest = Math.max(largest, bound);
        }
        if (largest <= errorRate * duration) {
            return duration;
        }
        if (size == 1) {
            return 0;
        }
        // bound·(t/duration)^size = errorRate·t
        return 0.999 * duration * Math.pow(errorRate * duration / largest, 1.0 / (size - 1));
    }
}
