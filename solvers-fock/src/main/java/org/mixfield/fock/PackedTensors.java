package org.mixfield.fock;

import java.util.ArrayList;
import java.util.List;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.MeanField;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.run.Workers;

/**
 * Two-body matrix elements over pairs of modes p ≤ r, numbered by {@link SpeciesTables#pairIndex}, without the interactions'
 * factors of time.
 *
 * @param uu V₁₁, pairs of species u by pairs of species u
 * @param vv V₂₂
 * @param uv V₁₂, pairs of species u by pairs of species v
 */
@SuppressWarnings("ArrayRecordComponent")
record PackedTensors(double[] uu, double[] vv, double[] uv) {

    /** Computes them with as few convolutions as the modes and potentials that are the same for both species allow. */
    static PackedTensors of(Discretization discretization) {
        ModeFunctions u = discretization.modes(SpeciesName.U);
        ModeFunctions v = same(u, discretization.modes(SpeciesName.V)) ? u : discretization.modes(SpeciesName.V);
        Interactions potentials = discretization.mixture().interactions();
        MeanField field = discretization.meanField();
        Workers workers = discretization.workers();

        boolean alongU = potentials.uv().equals(potentials.uu());
        boolean alongV = !alongU && potentials.uv().equals(potentials.vv());
        List<double[]> ofU = integrals(
                potentials.uu().vanishes(),
                u,
                alongU && u != v ? List.of(u, v) : List.of(u),
                field::convolveUU,
                workers);
        boolean copy = u == v && potentials.vv().equals(potentials.uu());
        List<double[]> ofV = copy
                ? ofU
                : integrals(
                        potentials.vv().vanishes(),
                        v,
                        alongV && u != v ? List.of(v, u) : List.of(v),
                        field::convolveVV,
                        workers);
        double[] uv;
        if (alongU) {
            uv = u == v ? ofU.get(0) : transposed(ofU.get(1), v, u);
        } else if (alongV) {
            uv = ofV.get(u == v ? 0 : 1);
        } else if (u.count() < v.count()) {
            uv = transposed(
                    integrals(potentials.uv().vanishes(), u, List.of(v), field::convolveUV, workers)
                            .get(0),
                    v,
                    u);
        } else {
            uv = integrals(potentials.uv().vanishes(), v, List.of(u), field::convolveUV, workers)
                    .get(0);
        }
        return new PackedTensors(ofU.get(0), ofV.get(0), uv);
    }

    private static List<double[]> integrals(
            boolean vanish,
            ModeFunctions convolved,
            List<ModeFunctions> families,
            PairIntegrals.Convolution convolution,
            Workers workers) {
        if (vanish) {
            List<double[]> zero = new ArrayList<>();
            for (ModeFunctions family : families) {
                zero.add(new double[SpeciesTables.pairs(family.count()) * SpeciesTables.pairs(convolved.count())]);
            }
            return zero;
        }
        return new PairIntegrals(convolved, convolution, workers).with(families);
    }

    private static boolean same(ModeFunctions u, ModeFunctions v) {
        if (u.count() != v.count()) {
            return false;
        }
        for (int mode = 0; mode < u.count(); mode++) {
            if (!java.util.Arrays.equals(u.values(mode), v.values(mode))) {
                return false;
            }
        }
        return true;
    }

    private static double[] transposed(double[] matrix, ModeFunctions rows, ModeFunctions columns) {
        int m = SpeciesTables.pairs(rows.count());
        int n = SpeciesTables.pairs(columns.count());
        double[] result = new double[m * n];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < n; b++) {
                result[b * m + a] = matrix[a * n + b];
            }
        }
        return result;
    }

    /**
     * V[(p·M₁ + r)·M₂² + q·M₂ + s] from a matrix over pairs.
     *
     * @param factor multiplies every element
     */
    static double[] unpacked(double[] matrix, int m1, int m2, double factor) {
        int columns = SpeciesTables.pairs(m2);
        double[] v = new double[m1 * m1 * m2 * m2];
        int at = 0;
        for (int p = 0; p < m1; p++) {
            for (int r = 0; r < m1; r++) {
                int row = SpeciesTables.pairIndex(p, r) * columns;
                for (int q = 0; q < m2; q++) {
                    for (int s = 0; s < m2; s++) {
                        v[at++] = factor * matrix[row + SpeciesTables.pairIndex(q, s)];
                    }
                }
            }
        }
        return v;
    }
}
