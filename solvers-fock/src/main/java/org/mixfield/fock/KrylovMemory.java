package org.mixfield.fock;

import org.jspecify.annotations.Nullable;

/**
 * The vectors of a Krylov space, those of one sector at a time. Made for the largest sector and lent to the others, which use
 * the front of each array; grows only by vectors that are asked for. With two passes it keeps the first vector and the last
 * three.
 */
final class KrylovMemory {

    /** The first vector of a space and the last three. */
    static final int TWO_PASS_VECTORS = 4;

    private final LanczosPasses passes;
    private final double[] @Nullable [] vectors;
    private final int largest;
    private double @Nullable [] scratch;

    /** For one pass. */
    KrylovMemory(int largestDimension) {
        this(largestDimension, LanczosPasses.ONE);
    }

    KrylovMemory(int largestDimension, LanczosPasses passes) {
        this.passes = passes;
        this.largest = largestDimension;
        this.vectors =
                new double[passes == LanczosPasses.ONE ? LanczosPropagator.MOST_VECTORS + 1 : TWO_PASS_VECTORS][];
    }

    /** Bytes for sectors up to this dimension, one pass. */
    static double bytes(double largestDimension) {
        return bytes(largestDimension, LanczosPasses.ONE);
    }

    /** Bytes for sectors up to this dimension. */
    static double bytes(double largestDimension, LanczosPasses passes) {
        double count = passes == LanczosPasses.ONE
                ? Math.min(LanczosPropagator.MOST_VECTORS, largestDimension) + 1
                : TWO_PASS_VECTORS;
        return 16 * largestDimension * count;
    }

    LanczosPasses passes() {
        return passes;
    }

    /** Vector j of the basis; with two passes it takes the place of vector j − 3, unless that is the first. */
    double[] vector(int j) {
        int place = place(j);
        double[] vector = vectors[place];
        if (vector == null) {
            vector = new double[2 * largest];
            vectors[place] = vector;
        }
        return vector;
    }

    private int place(int j) {
        return passes == LanczosPasses.ONE || j == 0 ? j : 1 + (j - 1) % (TWO_PASS_VECTORS - 1);
    }

    /** Lets two vectors change places. */
    void swap(int i, int j) {
        double[] first = vector(i);
        vectors[place(i)] = vector(j);
        vectors[place(j)] = first;
    }

    /** A vector for H ψ that no Krylov space of this dimension needs once it is complete. */
    double[] applied(int dimension) {
        return vector(Math.min(LanczosPropagator.MOST_VECTORS, dimension));
    }

    /** One more vector, beside the space, that an operator works in while it is applied. */
    double[] scratch() {
        double[] present = scratch;
        if (present == null) {
            present = new double[2 * largest];
            scratch = present;
        }
        return present;
    }
}
