package org.mixfield.potentials;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The distances at which a function goes from one smooth piece to the next: a mesh is looked through for neighbours with
 * different pieces, and the place between them found by bisection, to the last bit.
 */
final class BreakSearch {

    /** The pieces at a distance, each a number; that of a part without a value is NaN. */
    @FunctionalInterface
    interface Pieces {
        double[] at(double r);
    }

    private static final double SMALLEST = 1e-6;
    private static final double LARGEST = 1e4;

    /** Of neighbours in the mesh: pieces of length 1 are told apart up to 300. */
    private static final double RATIO = 1.003;

    /** Break points so close to each other, relatively, are one. */
    private static final double SAME = 1e-12;

    /** Of many, the first ones: beyond, the quadrature finds them, as it does those that the mesh misses. */
    private static final int MOST = 400;

    private final Pieces pieces;
    private final double[] found = new double[MOST];
    private int count;

    private BreakSearch(Pieces pieces) {
        this.pieces = pieces;
    }

    /** The distances, ascending. */
    static double[] of(Pieces pieces) {
        BreakSearch search = new BreakSearch(pieces);
        search.run();
        return Arrays.copyOf(search.found, search.count);
    }

    private void run() {
        double[] before = pieces.at(SMALLEST);
        for (double r = SMALLEST; r < LARGEST && count < MOST; r *= RATIO) {
            double[] after = pieces.at(r * RATIO);
            between(r, before, r * RATIO, after);
            before = after;
        }
    }

    /** All changes from a to b, one after the other. */
    private void between(double a, double[] atA, double b, double[] atB) {
        double from = a;
        double[] piece = atA;
        while (count < MOST && isChange(piece, atB)) {
            double low = from;
            double high = b;
            double[] next = atB;
            for (double middle = 0.5 * (low + high); low < middle && middle < high; middle = 0.5 * (low + high)) {
                double[] here = pieces.at(middle);
                if (isChange(piece, here)) {
                    high = middle;
                    next = here;
                } else {
                    low = middle;
                }
            }
            if (count == 0 || high > found[count - 1] * (1 + SAME)) {
                found[count++] = high;
            }
            from = high;
            piece = next;
        }
    }

    private static boolean isChange(double[] one, double[] other) {
        return !Arrays.equals(one, other)
                && DoubleStream.concat(Arrays.stream(one), Arrays.stream(other)).allMatch(Double::isFinite);
    }
}
