package org.mixfield.fock;

import org.jspecify.annotations.Nullable;

/**
 * Vectors that one sector at a time works with: a Krylov basis and the scratch of the Hamiltonian. Made for the largest
 * sector and lent to the others, which use the front of each array; grows only by vectors that are asked for.
 */
final class KrylovMemory {

    private final double[] @Nullable [] basis = new double[LanczosPropagator.MOST_VECTORS + 1][];
    private final int largest;
    private final double[] transposed;
    private final double[] transposedResult;
    private final double[] applied;

    KrylovMemory(int largestDimension) {
        this.largest = largestDimension;
        this.transposed = new double[2 * largestDimension];
        this.transposedResult = new double[2 * largestDimension];
        this.applied = new double[2 * largestDimension];
    }

    /** Bytes for sectors up to this dimension. */
    static double bytes(double largestDimension) {
        return 16 * largestDimension * (Math.min(LanczosPropagator.MOST_VECTORS, largestDimension) + 1 + 3);
    }

    /** Vector j of the basis. */
    double[] vector(int j) {
        double[] vector = basis[j];
        if (vector == null) {
            vector = new double[2 * largest];
            basis[j] = vector;
        }
        return vector;
    }

    /** Lets two vectors change places. */
    void swap(int i, int j) {
        double[] first = vector(i);
        basis[i] = vector(j);
        basis[j] = first;
    }

    double[] transposed() {
        return transposed;
    }

    double[] transposedResult() {
        return transposedResult;
    }

    /** A vector for H ψ. */
    double[] applied() {
        return applied;
    }
}
