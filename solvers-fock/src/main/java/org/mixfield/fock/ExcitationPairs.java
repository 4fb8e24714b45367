package org.mixfield.fock;

import org.mixfield.core.model.SpeciesName;

/**
 * ⟨a*a*aa⟩/‖ψ‖² of an expansion in excitations for a = Σ φ̄_i a_i in the moving basis: the norm of
 *
 * <pre>
 *   aaψ = φ̄_0² √((n−k)(n−k−1)) ψ + 2 φ̄_0 √(n−1−k) Σ_i φ̄_i a_iψ + Σ_ij φ̄_iφ̄_j a_ia_jψ,     i, j ≥ 1
 * </pre>
 */
final class ExcitationPairs {

    private ExcitationPairs() {}

    /**
     * The expectation value.
     *
     * @param psi amplitudes, interleaved
     * @param particles n of the species
     * @param orbital φ in the modes of the species, interleaved
     * @param moving the moving basis of the species, as {@link MovingBases#basis} gives it
     */
    static double of(
            double[] psi,
            ExcitationBasis basis,
            SpeciesName species,
            double particles,
            double[] orbital,
            double[] moving) {
        boolean first = species == SpeciesName.U;
        int modes = first ? basis.modesU() : basis.modesV();
        int offset = first ? 0 : basis.modesU() - 1;
        double[] conjugate = conjugateIn(moving, orbital, modes);
        double[] sum = new double[psi.length];
        double[] part = new double[psi.length];
        add(sum, psi, product(conjugate, 0, 0), k -> Math.max(0, (particles - k) * (particles - k - 1)), basis, first);
        for (int i = 1; i < modes; i++) {
            basis.single().annihilate(psi, offset + i - 1, part);
            double[] factor = product(conjugate, 0, i);
            factor[0] *= 2;
            factor[1] *= 2;
            add(sum, part, factor, k -> Math.max(0, particles - 1 - k), basis, first);
            for (int j = 1; j <= i; j++) {
                basis.pair().annihilate(psi, SpeciesTables.pairIndex(offset + j - 1, offset + i - 1), part);
                double[] both = product(conjugate, i, j);
                both[0] *= i == j ? 1 : 2;
                both[1] *= i == j ? 1 : 2;
                add(sum, part, both, k -> 1, basis, first);
            }
        }
        double square = 0;
        double norm = 0;
        for (int i = 0; i < psi.length; i++) {
            square += sum[i] * sum[i];
            norm += psi[i] * psi[i];
        }
        return square / norm;
    }

    /** The square of what the particles in the condensate contribute to an amplitude with k excitations. */
    @FunctionalInterface
    private interface Condensate {
        double squared(int k);
    }

    private static void add(
            double[] sum,
            double[] vector,
            double[] factor,
            Condensate condensate,
            ExcitationBasis basis,
            boolean first) {
        for (int s = 0; s < basis.dimension(); s++) {
            double f = Math.sqrt(condensate.squared(first ? basis.particlesU(s) : basis.particlesV(s)));
            sum[2 * s] += f * (factor[0] * vector[2 * s] - factor[1] * vector[2 * s + 1]);
            sum[2 * s + 1] += f * (factor[0] * vector[2 * s + 1] + factor[1] * vector[2 * s]);
        }
    }

    private static double[] product(double[] a, int i, int j) {
        return new double[] {
            a[2 * i] * a[2 * j] - a[2 * i + 1] * a[2 * j + 1], a[2 * i] * a[2 * j + 1] + a[2 * i + 1] * a[2 * j]
        };
    }

    /** φ̄_r = Σ_a R_ar φ̄_a, with column r of R at r·modes. */
    private static double[] conjugateIn(double[] moving, double[] orbital, int modes) {
        double[] conjugate = new double[2 * modes];
        for (int r = 0; r < modes; r++) {
            for (int a = 0; a < modes; a++) {
                double re = moving[2 * (r * modes + a)];
                double im = moving[2 * (r * modes + a) + 1];
                conjugate[2 * r] += re * orbital[2 * a] + im * orbital[2 * a + 1];
                conjugate[2 * r + 1] += im * orbital[2 * a] - re * orbital[2 * a + 1];
            }
        }
        return conjugate;
    }
}
