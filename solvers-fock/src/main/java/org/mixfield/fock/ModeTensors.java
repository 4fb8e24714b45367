package org.mixfield.fock;

import java.util.Arrays;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.MeanField;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.potential.Modulation;
import org.mixfield.core.spectral.FourierTransform;

/**
 * One- and two-body matrix elements between real modes.
 *
 * @param modesU number of modes of species u, M_u
 * @param modesV number of modes of species v, M_v
 * @param oneBody h[p·M + r] of species u, then of species v
 * @param own V₁₁[(p·M + r)·M² + q·M + s] of species u, then V₂₂
 * @param between V₁₂[(p·M_u + r)·M_v² + q·M_v + s]: p, r of species u, q, s of species v
 */
@SuppressWarnings("ArrayRecordComponent")
record ModeTensors(int modesU, int modesV, double[][] oneBody, double[][] own, double[] between) {

    /** Number of modes of a species, 0 for u and 1 for v. */
    int modes(int species) {
        return species == 0 ? modesU : modesV;
    }

    /** The matrix elements of a mixture in its modes, by convolutions on its grid; at time 0 of one that changes. */
    static ModeTensors of(Discretization discretization) {
        ModeFunctions u = discretization.modes(SpeciesName.U);
        ModeFunctions v = discretization.modes(SpeciesName.V);
        MeanField field = discretization.meanField();
        double[][] oneBody = {oneBody(discretization, SpeciesName.U), oneBody(discretization, SpeciesName.V)};
        Interactions.Factors factors = discretization.mixture().interactions().factors();
        double[][] own = {
            scaled(factors.uu(), twoBody(u, u, field::convolveUU)),
            scaled(factors.vv(), twoBody(v, v, field::convolveVV))
        };
        double[] between = scaled(factors.uv(), twoBody(u, v, field::convolveUV));
        return new ModeTensors(u.count(), v.count(), oneBody, own, between);
    }

    private static double[] scaled(Modulation factor, double[] elements) {
        double f = factor.at(0);
        return f == 1
                ? elements
                : Arrays.stream(elements).map(element -> f * element).toArray();
    }

    /** A convolution of a density with one of the three potentials. */
    private interface Convolution {
        void apply(double[] density, double[] potential);
    }

    private static double[] oneBody(Discretization discretization, SpeciesName species) {
        ModeFunctions modes = discretization.modes(species);
        Grid grid = discretization.grid();
        FourierTransform transform = discretization.backend().complex(discretization.workers(), grid.shape());
        double[] trap = discretization.trap(species);
        double mass = discretization.mixture().species(species).mass();
        int m = modes.count();
        double[] h = new double[m * m];
        double[] work = new double[2 * grid.size()];
        for (int r = 0; r < m; r++) {
            double[] phi = modes.values(r);
            kinetic(grid, mass, transform, phi, work);
            for (int j = 0; j < phi.length; j++) {
                work[2 * j] += trap[j] * phi[j];
            }
            for (int p = 0; p < m; p++) {
                double[] bra = modes.values(p);
                double sum = 0;
                for (int j = 0; j < bra.length; j++) {
                    sum += bra[j] * work[2 * j];
                }
                h[p * m + r] = sum * grid.cellVolume();
            }
        }
        symmetrise(h, m);
        return h;
    }

    /** −Δφ/(2m), the real part of the interleaved result. */
    private static void kinetic(Grid grid, double mass, FourierTransform transform, double[] phi, double[] result) {
        for (int j = 0; j < phi.length; j++) {
            result[2 * j] = phi[j];
            result[2 * j + 1] = 0;
        }
        transform.forward(result);
        for (int j = 0; j < phi.length; j++) {
            double square = 0;
            int rest = j;
            for (int axis = grid.dimension() - 1; axis >= 0; axis--) {
                int n = grid.points(axis);
                int i = rest % n;
                double k = 2 * Math.PI / grid.length(axis) * (i <= (n - 1) / 2 ? i : i - n);
                square += k * k;
                rest /= n;
            }
            result[2 * j] *= square / (2 * mass);
            result[2 * j + 1] *= square / (2 * mass);
        }
        transform.inverse(result);
    }

    private static double[] twoBody(ModeFunctions first, ModeFunctions second, Convolution convolution) {
        int m1 = first.count();
        int m2 = second.count();
        int size = first.grid().size();
        double volume = first.grid().cellVolume();
        double[] v = new double[m1 * m1 * m2 * m2];
        double[] density = new double[size];
        double[] potential = new double[size];
        for (int q = 0; q < m2; q++) {
            for (int s = 0; s <= q; s++) {
                double[] a = second.values(q);
                double[] b = second.values(s);
                for (int j = 0; j < size; j++) {
                    density[j] = a[j] * b[j];
                }
                convolution.apply(density, potential);
                for (int p = 0; p < m1; p++) {
                    for (int r = 0; r <= p; r++) {
                        double[] c = first.values(p);
                        double[] d = first.values(r);
                        double sum = 0;
                        for (int j = 0; j < size; j++) {
                            sum += c[j] * d[j] * potential[j];
                        }
                        double value = sum * volume;
                        v[(p * m1 + r) * m2 * m2 + q * m2 + s] = value;
                        v[(r * m1 + p) * m2 * m2 + q * m2 + s] = value;
                        v[(p * m1 + r) * m2 * m2 + s * m2 + q] = value;
                        v[(r * m1 + p) * m2 * m2 + s * m2 + q] = value;
                    }
                }
            }
        }
        if (first == second) {
            symmetrise(v, m1 * m1);
        }
        return v;
    }

    private static void symmetrise(double[] matrix, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (matrix[i * n + j] + matrix[j * n + i]);
                matrix[i * n + j] = mean;
                matrix[j * n + i] = mean;
            }
        }
    }
}
