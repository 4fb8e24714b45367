package org.mixfield.core.propagator;

import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.model.MeanField;
import org.mixfield.core.model.SpeciesName;

/**
 * The two orbitals of the Hartree system on the grid, and where the solver estimates its error the same orbitals with a
 * larger error of known ratio.
 *
 * @param u orbital of species u, owned by the propagator
 * @param v orbital of species v, owned by the propagator
 * @param coarser the orbitals as computed with longer steps in time
 * @param meanField the interaction potentials that carry them, where those are made for these orbitals and not for any in the
 *     box
 */
@API(status = API.Status.EXPERIMENTAL)
public record HartreeState(ComplexField u, ComplexField v, Optional<Coarser> coarser, Optional<MeanField> meanField)
        implements State {

    /**
     * Orbitals with a larger error.
     *
     * @param u orbital of species u
     * @param v orbital of species v
     * @param ratio by how much the error is larger, above 1
     */
    public record Coarser(ComplexField u, ComplexField v, double ratio) implements State {

        /** The ratio holds as the steps go to 0; at those that are taken this makes the estimate an upper one. */
        private static final double SAFETY = 2.5;

        /** Upper estimate of the error of something measured, from by how much it differs for these orbitals. */
        public double error(double difference) {
            return SAFETY * Math.abs(difference) / (ratio - 1);
        }
    }

    /** Orbitals whose error is not known. */
    public HartreeState(ComplexField u, ComplexField v) {
        this(u, v, Optional.empty(), Optional.empty());
    }

    /** One of the two orbitals. */
    public ComplexField orbital(SpeciesName species) {
        return species == SpeciesName.U ? u : v;
    }
}
