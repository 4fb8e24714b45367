package org.mixfield.core.formbound;

import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.potential.AnisotropicPotential;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.RadialPotential;

/** Checks V² ≤ K(1−Δ) for any pair potential. */
@API(status = API.Status.EXPERIMENTAL)
public final class FormBoundCheck {

    private FormBoundCheck() {}

    /**
     * What is known of the least K in a dimension: what theory says where the potential knows it, else what is computed.
     *
     * @throws org.mixfield.core.run.NumericalException where the potential gives a value that is not finite
     * @throws IllegalArgumentException for a potential that has no values and says nothing of its bound
     */
    public static FormBound of(PairPotential potential, int dimension) {
        Optional<FormBound> known = potential.formBound(dimension);
        if (known.isPresent()) {
            return known.get();
        }
        if (potential.vanishes()) {
            return new FormBound.Proven(0, "V = 0");
        }
        if (potential instanceof RadialPotential radial) {
            return RadialFormBound.of(radial, dimension);
        }
        if (potential instanceof AnisotropicPotential anisotropic) {
            return GridFormBound.of(anisotropic, dimension);
        }
        throw new IllegalArgumentException(
                "the form bound of " + potential.getClass().getName()
                        + " cannot be computed: it has no values and says nothing of its bound");
    }
}
