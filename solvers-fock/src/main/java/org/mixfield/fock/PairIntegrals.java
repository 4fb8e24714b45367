package org.mixfield.fock;

import java.util.List;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.run.Workers;

/**
 * The integrals ∬ φ_p(x)φ_r(x) V(x−y) χ_q(y)χ_s(y) as matrices over the pairs p ≤ r and q ≤ s.
 *
 * <p>Each density χ_qχ_s is convolved once, some of them at a time; the integrals over x are then a product of two dense
 * matrices, pairs × points and points × convolved densities, of which the first is made piece by piece where it is needed.
 * One worker computes whole rows, so that no sum depends on the number of workers.
 */
final class PairIntegrals {

    /** A convolution of a density with a potential; the arrays may be the same. */
    interface Convolution {
        void apply(double[] density, double[] potential);
    }

    /** Convolved densities that are kept at a time, at most. */
    static final int MOST_FIELDS = 16;

    /** Bytes that these may take, but for two of them at least. */
    private static final long FIELD_BYTES = 256L << 20;

    /** Points of a piece: a row's products on them and the densities stay in the cache of a processor. */
    private static final int PIECE = 512;

    private final ModeFunctions convolved;
    private final Convolution convolution;
    private final Workers workers;
    private final int size;
    private final int pairs;

    /**
     * Integrals with one potential.
     *
     * @param convolved the modes χ, whose products are convolved
     */
    PairIntegrals(ModeFunctions convolved, Convolution convolution, Workers workers) {
        this.convolved = convolved;
        this.convolution = convolution;
        this.workers = workers;
        this.size = convolved.grid().size();
        this.pairs = SpeciesTables.pairs(convolved.count());
    }

    private static int fields(int gridSize, int pairs) {
        long fit = Math.max(2, FIELD_BYTES / (8L * gridSize));
        return (int) Math.min(pairs, Math.min(MOST_FIELDS, fit));
    }

    /**
     * The integrals with several families φ; element (pr, qs) is at pr·pairs(χ) + qs.
     *
     * @param families where one of them is the convolved family itself, its matrix is symmetric, and only half is computed
     */
    List<double[]> with(List<ModeFunctions> families) {
        List<double[]> matrices = families.stream()
                .map(family -> new double[SpeciesTables.pairs(family.count()) * pairs])
                .toList();
        double[][] fields = new double[fields(size, pairs)][size];
        for (int first = 0; first < pairs; first += fields.length) {
            int count = Math.min(fields.length, pairs - first);
            convolve(first, count, fields);
            for (int i = 0; i < matrices.size(); i++) {
                integrate(families.get(i), first, count, fields, matrices.get(i));
            }
        }
        for (int i = 0; i < matrices.size(); i++) {
            if (families.get(i) == convolved) {
                mirror(matrices.get(i));
            }
        }
        return matrices;
    }

    private void convolve(int first, int count, double[][] fields) {
        int pair = 0;
        for (int s = 0; s < convolved.count(); s++) {
            for (int q = 0; q <= s; q++, pair++) {
                if (pair >= first && pair < first + count) {
                    double[] field = fields[pair - first];
                    double[] a = convolved.values(q);
                    double[] b = convolved.values(s);
                    workers.run(size, 1 << 13, (worker, from, to) -> {
                        for (int j = from; j < to; j++) {
                            field[j] = a[j] * b[j];
                        }
                    });
                    convolution.apply(field, field);
                }
            }
        }
    }

    private void integrate(ModeFunctions family, int first, int count, double[][] fields, double[] matrix) {
        boolean symmetric = family == convolved;
        double volume = family.grid().cellVolume();
        int rows = family.count();
        double[][][] products = new double[workers.count()][][];
        workers.run(rows, 1, (worker, from, to) -> {
            if (products[worker] == null) {
                products[worker] = new double[rows][PIECE];
            }
            for (int item = from; item < to; item++) {
                // The longest rows first, so that the workers end together.
                int r = rows - 1 - item;
                if (!symmetric || SpeciesTables.pairIndex(0, r) < first + count) {
                    row(family, r, first, count, fields, products[worker], matrix);
                }
            }
        });
        for (int a = 0; a < SpeciesTables.pairs(rows); a++) {
            for (int b = first; b < first + count; b++) {
                matrix[a * pairs + b] *= volume;
            }
        }
    }

    /** Adds up the elements of the pairs (0, r) … (r, r) and of some convolved densities. */
    private void row(
            ModeFunctions family,
            int r,
            int first,
            int count,
            double[][] fields,
            double[][] products,
            double[] matrix) {
        double[] ket = family.values(r);
        int start = SpeciesTables.pairIndex(0, r);
        for (int from = 0; from < size; from += PIECE) {
            int length = Math.min(PIECE, size - from);
            for (int p = 0; p <= r; p++) {
                double[] bra = family.values(p);
                double[] product = products[p];
                for (int j = 0; j < length; j++) {
                    product[j] = bra[from + j] * ket[from + j];
                }
            }
            for (int p = 0; p <= r; p += 2) {
                for (int b = 0; b < count; b += 4) {
                    // The last ones are computed twice where the numbers are odd; only what is new is added.
                    int two = Math.min(p + 1, r);
                    tile(
                            products[p],
                            products[two],
                            fields,
                            b,
                            count,
                            from,
                            length,
                            matrix,
                            at(start + p, first + b),
                            p < two);
                }
            }
        }
    }

    private int at(int row, int column) {
        return row * pairs + column;
    }

    /** Adds the inner products of two rows with four columns: eight sums that do not wait for each other. */
    private void tile(
            double[] one,
            double[] two,
            double[][] fields,
            int b,
            int count,
            int from,
            int length,
            double[] matrix,
            int at,
            boolean both) {
        int last = count - 1;
        double[] v0 = fields[b];
        double[] v1 = fields[Math.min(b + 1, last)];
        double[] v2 = fields[Math.min(b + 2, last)];
        double[] v3 = fields[Math.min(b + 3, last)];
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double t0 = 0;
        double t1 = 0;
        double t2 = 0;
        double t3 = 0;
        for (int j = 0; j < length; j++) {
            double x = one[j];
            double y = two[j];
            double a0 = v0[from + j];
            double a1 = v1[from + j];
            double a2 = v2[from + j];
            double a3 = v3[from + j];
            s0 += x * a0;
            s1 += x * a1;
            s2 += x * a2;
            s3 += x * a3;
            t0 += y * a0;
            t1 += y * a1;
            t2 += y * a2;
            t3 += y * a3;
        }
        add(matrix, at, count - b, s0, s1, s2, s3);
        if (both) {
            add(matrix, at + pairs, count - b, t0, t1, t2, t3);
        }
    }

    private static void add(double[] matrix, int at, int columns, double a, double b, double c, double d) {
        matrix[at] += a;
        if (columns > 1) {
            matrix[at + 1] += b;
        }
        if (columns > 2) {
            matrix[at + 2] += c;
        }
        if (columns > 3) {
            matrix[at + 3] += d;
        }
    }

    /** Copies the half above the diagonal, which is whole, to the other. */
    private void mirror(double[] matrix) {
        for (int a = 0; a < pairs; a++) {
            for (int b = 0; b < a; b++) {
                matrix[a * pairs + b] = matrix[b * pairs + a];
            }
        }
    }
}
