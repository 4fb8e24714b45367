package org.mixfield.fock;

import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

/**
 * e^{−iHt}ψ in Krylov spaces, with an a-posteriori error bound.
 *
 * <p>In the space of m Lanczos vectors, with T the tridiagonal matrix of H there and β_m the coupling out of it,
 *
 * <pre>
 *   ‖error(τ)‖ ≤ β_m ∫₀^τ |[e^{−isT}]_{m1}| ds ‖ψ‖      (Hochbruck, Lubich, SIAM J. Numer. Anal. 34 (1997) 1911)
 * </pre>
 *
 * <p>With {@link LanczosPasses#TWO} the vectors are not kept but computed again, in the same way, for each state that is asked
 * for. As earlier ones are gone then, a space ends where rounding would have to be removed from the next vector.
 *
 * <p>One space serves all output times at which the bound stays within the budget, an error per unit of time; then the next
 * begins where it ends. The bounds of all spaces add up to {@link #error}. Times only grow.
 */
final class LanczosPropagator {

    /** Most vectors of a Krylov space: more do not pay, as the number needed grows in proportion to the time covered. */
    static final int MOST_VECTORS = 30;

    private static final int CHECK_EVERY = 4;
    private static final int BOUND_POINTS = 64;
    private static final double LEAST_PROGRESS = 1e-7;
    private static final double INVARIANT = 1e-13;
    private static final double ROUNDING = 2.2e-16;

    /** A coupling this small has lost so many digits that its vector is orthogonalised whatever the estimate says. */
    private static final double SMALL_COUPLING = 1e-6;

    private final HermitianOperator operator;
    private final KrylovMemory memory;
    private final ComplexVectors vectors;
    private final double horizon;
    private final double errorRate;
    private final int most;
    private final double[] alpha;
    private final double[] beta;
    private final Orthogonality orthogonality = new Orthogonality(MOST_VECTORS + 1);
    private double spaceStart;
    private double covered;
    private double time;
    private double norm;
    private int size;
    private boolean complete;
    private double[] eigenvalues = new double[0];
    private double[][] eigenvectors = new double[0][0];
    private double earlierError;
    private long applications;
    private int spaces;

    /**
     * A propagator that begins at a time.
     *
     * @param start ψ at {@code startTime}, interleaved; copied
     * @param horizon the time up to which states will be asked for; a Krylov space is not made larger than it takes
     * @param errorRate largest ‖error‖/‖ψ‖ per time
     * @param memory vectors of at least the operator's dimension, in use as long as this propagator is
     */
    LanczosPropagator(
            HermitianOperator operator,
            double[] start,
            double startTime,
            double horizon,
            double errorRate,
            KrylovMemory memory,
            Workers workers) {
        this(operator, horizon, errorRate, memory, workers);
        this.time = startTime;
        vectors.scale(start, 1, memory.vector(0));
        build(startTime);
    }

    private LanczosPropagator(
            HermitianOperator operator, double horizon, double errorRate, KrylovMemory memory, Workers workers) {
        this.operator = operator;
        this.memory = memory;
        this.vectors = new ComplexVectors(operator.dimension(), workers);
        this.horizon = horizon;
        this.errorRate = errorRate;
        this.most = Math.min(MOST_VECTORS, operator.dimension());
        this.alpha = new double[most];
        this.beta = new double[most];
    }

    /**
     * One that goes on from where another was saved, with the same numbers: its space is spanned again from its first vector.
     *
     * @param first that vector, as {@link #firstVector} gave it; copied
     * @param saved what {@link #save} gave
     */
    static LanczosPropagator restored(
            HermitianOperator operator,
            double[] first,
            double[] saved,
            double horizon,
            double errorRate,
            KrylovMemory memory,
            Workers workers) {
        LanczosPropagator restored = new LanczosPropagator(operator, horizon, errorRate, memory, workers);
        System.arraycopy(first, 0, memory.vector(0), 0, 2 * operator.dimension());
        restored.spaceStart = saved[0];
        restored.time = saved[1];
        restored.norm = saved[2];
        restored.earlierError = saved[3];
        restored.span();
        restored.applications = (long) saved[4];
        restored.spaces = (int) saved[5];
        return restored;
    }

    /** All that a propagator needs besides the first vector of its space in order to go on in the same way. */
    double[] save() {
        return new double[] {spaceStart, time, norm, earlierError, applications, spaces};
    }

    /** The first vector of the present space, of norm 1; not to be written to. */
    double[] firstVector() {
        return memory.vector(0);
    }

    /** Takes the next Krylov space where the present one does not reach a time; true when the one it then has does. */
    boolean stepTowards(double target) {
        if (target > covered) {
            if (memory.passes() == LanczosPasses.ONE) {
                combine(covered - spaceStart, memory.vector(most));
                memory.swap(0, most);
            } else {
                combine(covered - spaceStart, memory.vector(0));
            }
            earlierError += norm * bound(covered - spaceStart);
            build(covered);
        }
        return target <= covered;
    }

    /** Writes the state at a time not before the last one. */
    void stateAt(double target, double[] state) {
        while (!stepTowards(target)) {
            // The work is in the condition.
        }
        time = target;
        combine(target - spaceStart, state);
    }

    /** Upper bound of ‖error‖ at the last time asked for. */
    double error() {
        return earlierError + norm * bound(time - spaceStart);
    }

    /** How often H was applied. */
    long applications() {
        return applications;
    }

    /** The time up to which the present space serves. */
    double covered() {
        return covered;
    }

    /** How many Krylov spaces were built. */
    int spaces() {
        return spaces;
    }

    private void build(double start) {
        spaceStart = start;
        spaces++;
        norm = vectors.norm(memory.vector(0));
        if (norm > 0) {
            vectors.scale(memory.vector(0), 1 / norm, memory.vector(0));
        }
        span();
    }

    /** Spans the space from its first vector, up to the size that the time remaining takes. */
    private void span() {
        size = 0;
        orthogonality.reset();
        if (norm == 0) {
            covered = Double.POSITIVE_INFINITY;
            return;
        }
        double remaining = Math.max(horizon - spaceStart, 0);
        while (true) {
            extend();
            if (complete || size % CHECK_EVERY == 0) {
                diagonalise();
                if (within(remaining)) {
                    covered = Double.POSITIVE_INFINITY;
                    return;
                }
                if (complete) {
                    double reach = reach(remaining);
                    requireProgress(reach, remaining);
                    covered = spaceStart + reach;
                    return;
                }
            }
        }
    }

    private void requireProgress(double reach, double remaining) {
        if (reach < LEAST_PROGRESS * remaining) {
            throw new NumericalException("the tolerance of the Krylov propagation is out of reach at time " + spaceStart
                    + ": with an error below " + errorRate + " per unit of time, a space of " + size
                    + " vectors covers a step of only " + reach
                    + "; give solvers.fock.tolerance a larger value, 1e-12 or above");
        }
    }

    /** One more Lanczos vector. A coupling of rounding size ends the space: it is invariant. */
    private void extend() {
        int j = size;
        double[] w = memory.vector(j + 1);
        operator.apply(memory.vector(j), w);
        applications++;
        alpha[j] = vectors.inner(memory.vector(j), w)[0];
        if (!Double.isFinite(alpha[j])) {
            throw new NumericalException(
                    "the Hamiltonian gave a value that is not finite in the Krylov space begun at time " + spaceStart
                            + "; look for a matrix element that is not finite");
        }
        double length = subtractEarlier(w, j);
        boolean lost = length <= SMALL_COUPLING * scale(j) || orthogonality.isLostAfter(j, alpha, beta, length);
        if (lost && memory.passes() == LanczosPasses.ONE) {
            for (int k = 0; k <= j; k++) {
                double[] overlap = vectors.inner(memory.vector(k), w);
                vectors.add(w, -overlap[0], -overlap[1], memory.vector(k));
            }
            length = vectors.norm(w);
            lost = false;
        }
        if (length <= INVARIANT * scale(j) || j + 1 == operator.dimension()) {
            beta[j] = 0;
        } else {
            beta[j] = length;
            vectors.scale(w, 1 / length, w);
        }
        size = j + 1;
        complete = lost || beta[j] == 0 || size == most;
    }

    /** w −= α_j v_j + β_{j−1} v_{j−1}; its norm. */
    private double subtractEarlier(double[] w, int j) {
        return j == 0
                ? vectors.subtract(w, alpha[j], memory.vector(j), 0, memory.vector(j))
                : vectors.subtract(w, alpha[j], memory.vector(j), beta[j - 1], memory.vector(j - 1));
    }

    private double scale(int j) {
        double scale = Math.abs(alpha[j]);
        for (int k = 0; k < j; k++) {
            scale = Math.max(scale, Math.max(Math.abs(alpha[k]), beta[k]));
        }
        return scale;
    }

    private void diagonalise() {
        EigenDecompositionSymmetric eigen =
                new EigenDecompositionSymmetric(Arrays.copyOf(alpha, size), Arrays.copyOf(beta, size - 1));
        eigenvalues = eigen.getEigenvalues();
        eigenvectors = new double[size][];
        for (int i = 0; i < size; i++) {
            eigenvectors[i] = eigen.getEigenvector(i).toArray();
        }
    }

    /** The longest time within the budget, below {@code remaining}. */
    private double reach(double remaining) {
        double low = 0;
        double high = remaining;
        for (int i = 0; i < 60 && high - low > 1e-3 * high; i++) {
            double middle = 0.5 * (low + high);
            if (within(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean within(double duration) {
        return bound(duration) <= errorRate * duration;
    }

    /**
     * β_m ∫₀^τ |[e^{−isT}]_{m1}| ds by the trapezoidal rule, which errs upwards where the integrand is convex, and the
     * rounding of the phases λτ.
     */
    private double bound(double duration) {
        if (size == 0 || duration == 0) {
            return 0;
        }
        double largest = 0;
        for (double eigenvalue : eigenvalues) {
            largest = Math.max(largest, Math.abs(eigenvalue));
        }
        double rounding = ROUNDING * largest * duration;
        if (beta[size - 1] == 0) {
            return rounding;
        }
        double h = duration / BOUND_POINTS;
        double[] re = new double[size];
        double[] im = new double[size];
        double[] turnRe = new double[size];
        double[] turnIm = new double[size];
        for (int k = 0; k < size; k++) {
            re[k] = eigenvectors[k][0] * eigenvectors[k][size - 1];
            turnRe[k] = Math.cos(h * eigenvalues[k]);
            turnIm[k] = -Math.sin(h * eigenvalues[k]);
        }
        double sum = 0;
        for (int i = 1; i <= BOUND_POINTS; i++) {
            double elementRe = 0;
            double elementIm = 0;
            for (int k = 0; k < size; k++) {
                double x = re[k] * turnRe[k] - im[k] * turnIm[k];
                im[k] = re[k] * turnIm[k] + im[k] * turnRe[k];
                re[k] = x;
                elementRe += x;
                elementIm += im[k];
            }
            sum += (i == BOUND_POINTS ? 0.5 : 1) * Math.hypot(elementRe, elementIm);
        }
        return beta[size - 1] * h * sum + rounding;
    }

    /** target = ‖ψ‖ Σ_j [e^{−iTτ}]_{j1} v_j; with two passes it may be the first vector. */
    private void combine(double duration, double[] target) {
        if (norm == 0) {
            vectors.scale(target, 0, target);
            return;
        }
        double[] re = new double[size];
        double[] im = new double[size];
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < size; k++) {
                double product = norm * eigenvectors[k][0] * eigenvectors[k][j];
                re[j] += product * Math.cos(duration * eigenvalues[k]);
                im[j] -= product * Math.sin(duration * eigenvalues[k]);
            }
        }
        boolean again = memory.passes() == LanczosPasses.TWO;
        int last = again ? lastOfWeight(re, im) : size - 1;
        // The recurrence needs the first vector up to the third.
        int from = again && target == memory.vector(0) ? Math.min(2, last) : 0;
        for (int j = 0; j <= last; j++) {
            if (again && j > 0) {
                computeAgain(j);
            }
            for (int k = j == from ? 0 : j; j >= from && k <= j; k++) {
                if (k == 0) {
                    vectors.scale(memory.vector(0), re[0], im[0], target);
                } else {
                    vectors.add(target, re[k], im[k], memory.vector(k));
                }
            }
        }
    }

    /** The last vector before those that together are less than rounding. */
    private int lastOfWeight(double[] re, double[] im) {
        double rest = 0;
        int last = size - 1;
        while (last > 0) {
            rest += Math.hypot(re[last], im[last]);
            if (rest > 0.1 * ROUNDING * norm) {
                break;
            }
            last--;
        }
        return last;
    }

    /** Vector j, as it was in the first pass, from the two before it. */
    private void computeAgain(int j) {
        double[] w = memory.vector(j);
        operator.apply(memory.vector(j - 1), w);
        applications++;
        subtractEarlier(w, j - 1);
        vectors.scale(w, 1 / beta[j - 1], w);
    }
}
