package org.mixfield.fock;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

/**
 * The lowest eigenvector of a Hermitian operator by Lanczos with thick restarts (Wu, Simon, SIAM J. Matrix Anal. Appl. 22
 * (2000) 602): when the memory of vectors is full, the lowest Ritz vectors are kept and the space grows on from its residual,
 * so that H is applied about as often as if all vectors had been kept. Every new vector is orthogonalised against all.
 *
 * <p>With θ₀ ≤ θ₁ the lowest Ritz values and r₀, r₁ their residuals ‖Hψ − θψ‖, the part of ψ₀ beside the ground state is at
 * most r₀/(θ₁ − r₁ − θ₀) (Davis, Kahan, SIAM J. Numer. Anal. 7 (1970) 1). The search ends when that is below the tolerance
 * and θ₁ is known well enough for it to mean something.
 */
final class ThickRestartLanczos {

    /** Ritz vectors kept at a restart, a third of the memory. */
    private static final int KEPT = 10;

    private static final int CHECK_EVERY = 4;
    private static final int MOST_APPLICATIONS = 5000;

    /** A coupling this small compared with H is rounding: the space is invariant. */
    private static final double INVARIANT = 1e-14;

    /** Residuals this small compared with H do not shrink any more. */
    private static final double FLOOR = 1e-14;

    /** Residual of θ₁ compared with the gap at which the gap is believed. */
    private static final double GAP_KNOWN = 0.3;

    /** A start that shares a symmetry, which the ground state may not have, is moved this far away from it. */
    private static final double PERTURBATION = 0.01;

    private static final int BLOCK = 1 << 11;

    private final HermitianOperator operator;
    private final KrylovMemory memory;
    private final Workers workers;
    private final ComplexVectors vectors;
    private final double tolerance;
    private final int most;
    private final double[][] projected;
    private double coupling;
    private int size;
    private int kept;
    private double[] values = {};
    private double[][] ritz = {};
    private long applications;
    private long restarts;

    /**
     * A search.
     *
     * @param start where it begins, interleaved, of norm 1; copied, and perturbed
     * @param exists which entries a state has; the others, which the operator must not couple to these, stay 0
     * @param tolerance largest ‖error‖ of the vector
     * @param memory vectors of at least the operator's dimension, in use until the vector is found
     */
    ThickRestartLanczos(
            HermitianOperator operator,
            double[] start,
            IntPredicate exists,
            double tolerance,
            KrylovMemory memory,
            Workers workers) {
        this.operator = operator;
        this.memory = memory;
        this.workers = workers;
        this.vectors = new ComplexVectors(operator.dimension(), workers);
        this.tolerance = tolerance;
        this.most = Math.min(LanczosPropagator.MOST_VECTORS, operator.dimension());
        this.projected = new double[most][most];
        begin(start, exists);
    }

    private void begin(double[] start, IntPredicate exists) {
        double[] first = memory.vector(0);
        vectors.scale(start, 1, first);
        SplittableRandom random = new SplittableRandom(1);
        double size = PERTURBATION * Math.sqrt(3.0 / operator.dimension());
        for (int i = 0; i < operator.dimension(); i++) {
            double change = size * (2 * random.nextDouble() - 1);
            first[2 * i] += exists.test(i) ? change : 0;
        }
        vectors.scale(first, 1 / vectors.norm(first), first);
    }

    /**
     * Fills the memory once, or stops before where that is enough.
     *
     * @param target becomes the ground state where it was found, of norm 1
     * @return whether it was found; what was is then {@link #measured}
     * @throws NumericalException where the tolerance is out of reach
     */
    boolean cycle(double[] target) {
        boolean full = false;
        while (!full) {
            extend();
            full = size == most || coupling == 0;
            if (full || (size - kept) % CHECK_EVERY == 0) {
                diagonalise();
                if (gap() * tolerance >= 2 * residual(0) && isGapKnown() || coupling == 0) {
                    combine(target);
                    return true;
                }
            }
        }
        requireHope(residual(0));
        restart();
        return false;
    }

    /**
     * Energy and residual of the vector that was found, from one more application of H.
     *
     * @throws NumericalException where its residual turns out to be larger than the tolerance allows
     */
    LowestState measured(double[] state) {
        double[] applied = memory.applied(operator.dimension());
        operator.apply(state, applied);
        applications++;
        double energy = vectors.inner(state, applied)[0];
        vectors.add(applied, -energy, 0, state);
        LowestState found = new LowestState(energy, vectors.norm(applied), gap(), applications, restarts);
        if (!(found.error() <= tolerance)) {
            throw outOfReach(found.residual());
        }
        return found;
    }

    /** One more vector; a coupling of rounding size ends the space. */
    private void extend() {
        int j = size;
        double[] w = memory.vector(j + 1);
        operator.apply(memory.vector(j), w);
        applications++;
        double diagonal = vectors.inner(memory.vector(j), w)[0];
        if (!Double.isFinite(diagonal)) {
            throw new NumericalException(
                    "the Hamiltonian gave a value that is not finite in the search for the many-body"
                            + " ground state; look for a matrix element that is not finite");
        }
        projected[j][j] = diagonal;
        vectors.add(w, -diagonal, 0, memory.vector(j));
        for (int k = 0; k < j; k++) {
            if (projected[j][k] != 0) {
                vectors.add(w, -projected[j][k], 0, memory.vector(k));
            }
        }
        for (int k = 0; k <= j; k++) {
            double[] overlap = vectors.inner(memory.vector(k), w);
            vectors.add(w, -overlap[0], -overlap[1], memory.vector(k));
        }
        size = j + 1;
        coupling = vectors.norm(w);
        if (size == operator.dimension() || coupling <= INVARIANT * scale()) {
            coupling = 0;
            return;
        }
        vectors.scale(w, 1 / coupling, w);
        if (size < most) {
            projected[size][j] = coupling;
            projected[j][size] = coupling;
        }
    }

    /** About ‖H‖: the largest entry of the projected matrix. */
    private double scale() {
        double scale = 0;
        for (int i = 0; i < size; i++) {
            for (int k = 0; k <= i; k++) {
                scale = Math.max(scale, Math.abs(projected[i][k]));
            }
        }
        return scale;
    }

    /** Ritz values, ascending, and the vectors that belong to them. */
    private void diagonalise() {
        double[][] matrix = new double[size][];
        for (int i = 0; i < size; i++) {
            matrix[i] = Arrays.copyOf(projected[i], size);
        }
        EigenDecompositionSymmetric eigen =
                new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix, false), 1e-15, false);
        values = eigen.getEigenvalues();
        ritz = new double[size][];
        for (int i = 0; i < size; i++) {
            ritz[i] = eigen.getEigenvector(i).toArray();
        }
    }

    private double residual(int i) {
        return coupling * Math.abs(ritz[i][size - 1]);
    }

    /** Lower estimate of the distance from the lowest to the next level. */
    private double gap() {
        return size == 1
                ? (coupling == 0 ? Double.POSITIVE_INFINITY : 0)
                : Math.max(0, values[1] - values[0] - residual(1));
    }

    private boolean isGapKnown() {
        return size > 1 && residual(1) <= GAP_KNOWN * (values[1] - values[0]);
    }

    private void combine(double[] target) {
        vectors.scale(memory.vector(0), ritz[0][0], target);
        for (int j = 1; j < size; j++) {
            vectors.add(target, ritz[0][j], 0, memory.vector(j));
        }
        vectors.scale(target, 1 / vectors.norm(target), target);
    }

    /** The lowest Ritz vectors take the place of the first ones, and the residual, common to all, follows them. */
    private void restart() {
        int next = Math.min(KEPT, size - 1);
        int length = 2 * operator.dimension();
        double[][] part = new double[workers.count()][next * BLOCK];
        workers.run(length, BLOCK, (worker, from, to) -> rotate(next, from, to, part[worker]));
        memory.swap(next, size);
        for (int i = 0; i < most; i++) {
            Arrays.fill(projected[i], 0);
        }
        for (int i = 0; i < next; i++) {
            projected[i][i] = values[i];
            projected[next][i] = coupling * ritz[i][size - 1];
            projected[i][next] = projected[next][i];
        }
        size = next;
        kept = next;
        restarts++;
    }

    private void rotate(int count, int from, int to, double[] sums) {
        for (int block = from; block < to; block += BLOCK) {
            int width = Math.min(BLOCK, to - block);
            Arrays.fill(sums, 0);
            for (int j = 0; j < size; j++) {
                double[] vector = memory.vector(j);
                for (int i = 0; i < count; i++) {
                    double factor = ritz[i][j];
                    for (int k = 0; k < width; k++) {
                        sums[i * BLOCK + k] += factor * vector[block + k];
                    }
                }
            }
            for (int i = 0; i < count; i++) {
                System.arraycopy(sums, i * BLOCK, memory.vector(i), block, width);
            }
        }
    }

    private void requireHope(double residual) {
        if (applications >= MOST_APPLICATIONS || residual <= FLOOR * scale()) {
            throw outOfReach(residual);
        }
    }

    private NumericalException outOfReach(double residual) {
        double gap = gap();
        double distance = values.length > 1 ? values[1] - values[0] : 0;
        boolean close = residual <= FLOOR * scale();
        return new NumericalException("the many-body ground state was not found to solvers.fock.tolerance, " + tolerance
                + ": after " + applications + " applications of the Hamiltonian the residual |H psi - E psi| is "
                + residual + " at the energy " + (values.length > 0 ? values[0] : Double.NaN)
                + ", and the next level lies "
                + distance + " above"
                + (close ? ", too near for the residual, which is rounding" : "")
                + (gap > 0
                        ? "; give solvers.fock.tolerance a value above " + 2 * residual / gap
                        : "; take a larger solvers.fock.tolerance")
                + (close
                        ? ", or let a trap part the two levels"
                        : ", fewer modes, or initial orbitals nearer to it, such as {type: ground-state}"));
    }
}
