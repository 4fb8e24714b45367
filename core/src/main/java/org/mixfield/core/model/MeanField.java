package org.mixfield.core.model;

import java.security.MessageDigest;
import java.util.Arrays;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.spectral.Convolver;
import org.mixfield.core.spectral.Kernel;
import org.mixfield.core.spectral.KernelMatrix;
import org.mixfield.core.spectral.PairEnergies;
import org.mixfield.core.spectral.Slabs;

/**
 * The interaction potentials of two densities: V₁₁∗ρ_u + c₂ V₁₂∗ρ_v and V₂₂∗ρ_v + c₁ V₁₂∗ρ_u.
 *
 * <p>Each density is transformed once and each potential transformed back once, whatever the number of convolutions. One
 * call at a time.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class MeanField {

    private final Convolver convolver;
    private final Weights weights;
    private final Interactions.Factors factors;
    private final @Nullable Kernel uu;
    private final @Nullable Kernel vv;
    private final @Nullable Kernel uv;
    private final KernelMatrix kernels;

    MeanField(Convolver convolver, Interactions interactions, Weights weights) {
        this.convolver = convolver;
        this.weights = weights;
        this.factors = interactions.factors();
        this.uu = kernel(convolver, interactions.uu());
        this.vv = interactions.vv().equals(interactions.uu()) ? uu : kernel(convolver, interactions.vv());
        this.uv = interactions.uv().equals(interactions.uu())
                ? uu
                : interactions.uv().equals(interactions.vv()) ? vv : kernel(convolver, interactions.uv());
        this.kernels = new KernelMatrix(uu, vv, uv);
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
     * @param potentialU overwritten with V₁₁∗|u|² + c₂ V₁₂∗|v|²; may be {@code densityU} itself
     * @param potentialV overwritten with V₂₂∗|v|² + c₁ V₁₂∗|u|²; may be {@code densityV} itself
     */
    public void potentials(
            double time, double[] densityU, double[] densityV, double[] potentialU, double[] potentialV) {
        if (vanishes()) {
            Arrays.fill(potentialU, 0);
            Arrays.fill(potentialV, 0);
            return;
        }
        copy(densityU, potentialU);
        copy(densityV, potentialV);
        convolver.convolve(at(time), potentialU, potentialV);
    }

    /** What {@link #potentials} does; also tells the interaction energies, which cost no transform more. */
    public InteractionEnergies energies(
            double time, double[] densityU, double[] densityV, double[] potentialU, double[] potentialV) {
        if (vanishes()) {
            potentials(time, densityU, densityV, potentialU, potentialV);
            return new InteractionEnergies(0, 0, 0);
        }
        copy(densityU, potentialU);
        copy(densityV, potentialV);
        double[] found = new PairEnergies(at(time), convolver).convolve(potentialU, potentialV);
        return new InteractionEnergies(
                0.5 * found[0], 0.5 * found[1], factors.uv().at(time) * found[2]);
    }

    private KernelMatrix at(double time) {
        double between = factors.uv().at(time);
        kernels.factors(factors.uu().at(time), factors.vv().at(time), weights.c2() * between, weights.c1() * between);
        return kernels;
    }

    /**
     * Takes the memory for {@link #potentials} taken apart, so that the densities of a slab may be used while they are in the
     * cache: after this {@link #transformDensity} of every slab and species, {@link #convolve}, and {@link #potential} of every
     * slab and species. Nothing else may be asked in between.
     */
    public void prepare() {
        if (!vanishes()) {
            convolver.transform().prepare(SpeciesName.values().length);
        }
    }

    /**
     * Takes in the density of a species in one slab. Calls of different workers for different slabs or species may run at once.
     *
     * @param slab one of {@link Slabs}, those of the grid's transform
     * @param density length size; read in the slab
     */
    public void transformDensity(int worker, SpeciesName species, double[] density, int slab) {
        if (!vanishes()) {
            convolver.transform().forwardInSlab(worker, density, field(species), slab);
        }
    }

    private static int field(SpeciesName species) {
        return species == SpeciesName.U ? 0 : 1;
    }

    /** Convolves what was taken in with the interactions at a time. */
    public void convolve(double time) {
        if (!vanishes()) {
            convolver.transform().acrossSlabs(SpeciesName.values().length, at(time));
        }
    }

    /**
     * The potential that acts on a species in one slab; like {@link #transformDensity}.
     *
     * @param potential length size; overwritten in the slab
     */
    public void potential(int worker, SpeciesName species, double[] potential, Slabs slabs, int slab) {
        if (vanishes()) {
            Arrays.fill(potential, slabs.from(slab), slabs.to(slab), 0);
        } else {
            convolver.transform().inverseInSlab(worker, field(species), potential, slab);
        }
    }

    private static void copy(double[] from, double[] to) {
        if (from != to) {
            System.arraycopy(from, 0, to, 0, from.length);
        }
    }

    /** Adds the three kernels, without their factors of time, to a digest: the same for potentials of the same content. */
    public void addTo(MessageDigest digest) {
        for (@Nullable Kernel kernel : new @Nullable Kernel[] {uu, vv, uv}) {
            digest.update((byte) (kernel == null ? 0 : 1));
            if (kernel != null) {
                kernel.addTo(digest);
            }
        }
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
            Arrays.fill(potential, 0);
        } else {
            convolver.convolve(kernel, density, potential);
        }
    }
}
