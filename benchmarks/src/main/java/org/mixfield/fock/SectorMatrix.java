package org.mixfield.fock;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.mixfield.core.run.Workers;

/** H on a number sector as a sparse matrix by rows, what one would store otherwise: 12 bytes for each element. */
final class SectorMatrix {

    private static final int BLOCK = 512;

    private final Workers workers;
    private final int[] start;
    private int[] column = new int[1 << 20];
    private double[] value = new double[1 << 20];

    /** The matrix for N₁ and N₂ particles. */
    SectorMatrix(ModeTensors tensors, int n1, int n2, Workers workers) {
        this.workers = workers;
        SpeciesTables u = new SpeciesTables(n1, tensors.modesU(), tensors.oneBody()[0], tensors.own()[0], 0.5 / n1);
        SpeciesTables v = new SpeciesTables(n2, tensors.modesV(), tensors.oneBody()[1], tensors.own()[1], 0.5 / n2);
        int d1 = u.basis().dimension();
        int d2 = v.basis().dimension();
        double[][] ownU = own(u);
        double[][] ownV = own(v);
        double[][] oneBodyU = oneBody(u);
        double[][] oneBodyV = oneBody(v);
        this.start = new int[d1 * d2 + 1];
        double[] line = new double[d1 * d2];
        int[] touched = new int[d1 * d2];
        for (int i = 0; i < d1; i++) {
            for (int j = 0; j < d2; j++) {
                int count = 0;
                for (int k = 0; k < d1; k++) {
                    count = add(line, touched, count, k * d2 + j, ownU[i][k]);
                }
                for (int k = 0; k < d2; k++) {
                    count = add(line, touched, count, i * d2 + k, ownV[j][k]);
                }
                double[] from = oneBodyU[i];
                double[] to = oneBodyV[j];
                for (int a = 0; a < from.length; a += 3) {
                    for (int b = 0; b < to.length; b += 3) {
                        int squareV = tensors.modesV() * tensors.modesV();
                        double element = tensors.between()[((int) from[a + 1]) * squareV + (int) to[b + 1]];
                        count = add(
                                line,
                                touched,
                                count,
                                ((int) from[a]) * d2 + (int) to[b],
                                from[a + 2] * to[b + 2] * element / (n1 + n2));
                    }
                }
                append(i * d2 + j, line, touched, count);
            }
        }
        column = Arrays.copyOf(column, start[d1 * d2]);
        value = Arrays.copyOf(value, start[d1 * d2]);
    }

    private static int add(double[] line, int[] touched, int count, int at, double amount) {
        if (amount == 0) {
            return count;
        }
        int next = count;
        if (line[at] == 0) {
            touched[next++] = at;
        }
        line[at] += amount;
        return next;
    }

    private void append(int row, double[] line, int[] touched, int count) {
        Arrays.sort(touched, 0, count);
        int at = start[row];
        if (at + count > value.length) {
            column = Arrays.copyOf(column, 2 * value.length);
            value = Arrays.copyOf(value, 2 * value.length);
        }
        for (int k = 0; k < count; k++) {
            if (line[touched[k]] != 0) {
                column[at] = touched[k];
                value[at++] = line[touched[k]];
                line[touched[k]] = 0;
            }
        }
        start[row + 1] = at;
    }

    private static double[][] own(SpeciesTables tables) {
        int d = tables.basis().dimension();
        double[][] unit = new double[d][d];
        double[][] dense = new double[d][d];
        for (int i = 0; i < d; i++) {
            unit[i][i] = 1;
        }
        for (int i = 0; i < d; i++) {
            tables.own().multiplyRow(i, unit, dense[i], d);
        }
        return dense;
    }

    /** For each state I all ⟨I| b*_p b_r |J⟩ in threes: J, p·M + r, value. */
    private static double[][] oneBody(SpeciesTables tables) {
        OccupationBasis basis = tables.basis();
        int m = basis.modes();
        double[][] all = new double[basis.dimension()][];
        int[] n = new int[m];
        for (int i = 0; i < all.length; i++) {
            double[] entries = new double[3 * m * m];
            int count = 0;
            basis.occupations(i, n);
            for (int p = 0; p < m; p++) {
                for (int r = 0; r < m && n[p] > 0; r++) {
                    double amplitude = Math.sqrt(n[p]);
                    n[p]--;
                    n[r]++;
                    entries[count++] = basis.rank(n);
                    entries[count++] = p * m + r;
                    entries[count++] = amplitude * Math.sqrt(n[r]);
                    n[r]--;
                    n[p]++;
                }
            }
            all[i] = Arrays.copyOf(entries, count);
        }
        return all;
    }

    /** y = H x, eight sums at a time so that no addition waits for the last. */
    void apply(double[] x, double[] y) {
        workers.run(start.length - 1, BLOCK, (worker, from, to) -> {
            for (int row = from; row < to; row++) {
                multiplyRow(row, x, y);
            }
        });
    }

    private void multiplyRow(int row, double[] x, double[] y) {
        double re0 = 0;
        double im0 = 0;
        double re1 = 0;
        double im1 = 0;
        double re2 = 0;
        double im2 = 0;
        double re3 = 0;
        double im3 = 0;
        int k = start[row];
        int end = start[row + 1];
        for (; k + 3 < end; k += 4) {
            int c0 = 2 * column[k];
            int c1 = 2 * column[k + 1];
            int c2 = 2 * column[k + 2];
            int c3 = 2 * column[k + 3];
            re0 += value[k] * x[c0];
            im0 += value[k] * x[c0 + 1];
            re1 += value[k + 1] * x[c1];
            im1 += value[k + 1] * x[c1 + 1];
            re2 += value[k + 2] * x[c2];
            im2 += value[k + 2] * x[c2 + 1];
            re3 += value[k + 3] * x[c3];
            im3 += value[k + 3] * x[c3 + 1];
        }
        for (; k < end; k++) {
            re0 += value[k] * x[2 * column[k]];
            im0 += value[k] * x[2 * column[k] + 1];
        }
        y[2 * row] = re0 + re1 + (re2 + re3);
        y[2 * row + 1] = im0 + im1 + (im2 + im3);
    }

    /** Length of a vector in complex numbers. */
    int dimension() {
        return start.length - 1;
    }

    /** Writes {@code values.npy}, {@code columns.npy} and {@code rows.npy}, where each row starts: what scipy calls CSR. */
    void write(Path directory) throws IOException {
        NumpyArray.write(directory.resolve("values.npy"), value);
        NumpyArray.write(directory.resolve("columns.npy"), column);
        NumpyArray.write(directory.resolve("rows.npy"), start);
    }

    /** Bytes stored. */
    long bytes() {
        return 12L * value.length + 4L * start.length;
    }
}
