package org.mixfield.core.model;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.spectral.Convolver;
import org.mixfield.core.spectral.Kernel;

/**
 * The interaction potentials of two densities: V₁₁∗ρ_u + c₂ V₁₂∗ρ_v and V₂₂∗ρ_v + c₁ V₁₂∗ρ_u.
 *
 * <p>Each density is transformed once and each potential transformed back once, whatever the number of convolutions.
 * Owns scratch memory: one call at a time.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class MeanField {

    private final Convolver convolver;
    private final Weights weights;
    private final Interactions.Factors factors;
    private final @Nullable Kernel uu;
    private final @Nullable Kernel vv;
    private final @Nullable Kernel uv;
    private final double[] spectrumU;
    private final double[] spectrumV;
    private final double[] combined;

    MeanField(Convolver convolver, Interactions interactions, Weights weights) {
        this.convolver = convolver;
        this.weights = weights;
        this.factors = interactions.factors();
        this.uu = kernel(convolver, interactions.uu());
        this.vv = interactions.vv().equals(interactions.uu()) ? uu : kernel(convolver, interactions.vv());
        this.uv = interactions.uv().equals(interactions.uu())
                ? uu
                : interactions.uv().equals(interactions.vv()) ? vv : kernel(convolver, interactions.uv());
        this.spectrumU = new double[convolver.spectrumLength()];
        this.spectrumV = new double[convolver.spectrumLength()];
        this.combined = new double[convolver.spectrumLength()];
    }

    private static @Nullable Kernel kernel(Convolver convolver, PairPotential potential) {
        return potential.vanishes() ? null : convolver.kernel(potential);
    }

    /** True when there is no interaction at all. */
    public boolean vanishes() {
        return uu == null && vv == null && uv == null;
    }

    /**
     * The potentials that act on the two orbitals.
     *
     * @param time at which the interactions are taken
     * @param densityU |u|², length size
     * @param densityV |v|², length size
     * @param potentialU overwritten with V₁₁∗|u|² + c₂ V₁₂∗|v|²
     * @param potentialV overwritten with V₂₂∗|v|² + c₁ V₁₂∗|u|²
     */
    public void potentials(
            double time, double[] densityU, double[] densityV, double[] potentialU, double[] potentialV) {
        boolean onU = uu != null || uv != null;
        boolean onV = vv != null || uv != null;
        if (onU) {
            convolver.forward(densityU, spectrumU);
        }
        if (onV) {
            convolver.forward(densityV, spectrumV);
        }
        double between = factors.uv().at(time);
        combine(uu, factors.uu().at(time), spectrumU, uv, weights.c2() * between, spectrumV, potentialU);
        combine(vv, factors.vv().at(time), spectrumV, uv, weights.c1() * between, spectrumU, potentialV);
    }

    private void combine(
            @Nullable Kernel own,
            double ownFactor,
            double[] ownSpectrum,
            @Nullable Kernel other,
            double otherFactor,
            double[] otherSpectrum,
            double[] potential) {
        if (own == null && other == null) {
            java.util.Arrays.fill(potential, 0);
            return;
        }
        if (own != null) {
            own.multiply(ownFactor, ownSpectrum, combined);
            if (other != null) {
                other.multiplyAndAdd(otherFactor, otherSpectrum, combined);
            }
        } else if (other != null) {
            other.multiply(otherFactor, otherSpectrum, combined);
        }
        convolver.inverse(combined, potential);
    }

    /** V₁₁∗ρ, without the factor of time. */
    public void convolveUU(double[] density, double[] potential) {
        convolve(uu, density, potential);
    }

    /** V₂₂∗ρ, without the factor of time. */
    public void convolveVV(double[] density, double[] potential) {
        convolve(vv, density, potential);
    }

    /** V₁₂∗ρ, without the factor of time. */
    public void convolveUV(double[] density, double[] potential) {
        convolve(uv, density, potential);
    }

    private void convolve(@Nullable Kernel kernel, double[] density, double[] potential) {
        if (kernel == null) {
            java.util.Arrays.fill(potential, 0);
        } else {
            convolver.forward(density, combined);
            kernel.multiply(1, combined, combined);
            convolver.inverse(combined, potential);
        }
    }
}
