package org.mixfield.fock;

import java.util.Arrays;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.propagator.CondensateState;

/**
 * The N → ∞ limit of the fluctuations at one time.
 *
 * @param moments what is measured of it
 * @param errors upper estimates of the errors of these
 * @param orbitals u and v, each of norm 1 as a vector
 * @param modesU number of entries of u
 * @param onGrid true where these are of points, false where they are of modes
 */
@SuppressWarnings("ArrayRecordComponent")
record BogoliubovState(GaussianMoments moments, GaussianMoments errors, double[] orbitals, int modesU, boolean onGrid)
        implements CondensateState {

    @Override
    public ComplexField condensate(SpeciesName species, Discretization discretization) {
        double[] own = species == SpeciesName.U
                ? Arrays.copyOf(orbitals, 2 * modesU)
                : Arrays.copyOfRange(orbitals, 2 * modesU, orbitals.length);
        if (!onGrid) {
            return discretization.modes(species).expand(own);
        }
        ComplexField field = ComplexField.over(discretization.grid(), own);
        field.scale(1 / Math.sqrt(discretization.grid().cellVolume()));
        return field;
    }
}
