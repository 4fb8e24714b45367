package org.mixfield.core.formbound;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.potential.AnisotropicPotential;
import org.mixfield.core.potential.ContactPotential;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialSum;
import org.mixfield.core.potential.QuadrupolePotential;
import org.mixfield.core.potential.RadialPotential;

/** Checks V² ≤ K(1−Δ) for any pair potential. */
@API(status = API.Status.EXPERIMENTAL)
public final class FormBoundCheck {

    private FormBoundCheck() {}

    /**
     * What is known of the least K in a dimension: what theory says where the potential knows it, else what is computed.
     *
     * @throws org.mixfield.core.run.NumericalException where the potential gives a value that is not finite
     * @throws IllegalArgumentException for a potential that has no values and says nothing of its bound, and for a sum whose
     *     terms violate it and may cancel
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
        if (potential instanceof ContactPotential contact) {
            return new FormBound.Violated(ContactWitness.of(contact, dimension));
        }
        if (potential instanceof QuadrupolePotential quadrupole) {
            return QuadrupoleFormBound.of(quadrupole, dimension);
        }
        List<PairPotential> parts = potential.parts(dimension);
        if (!parts.equals(List.of(potential))) {
            return ofSum(PotentialSum.of(parts), dimension);
        }
        throw new IllegalArgumentException(
                "the form bound of " + potential.getClass().getName()
                        + " cannot be computed: it has no values and says nothing of its bound");
    }

    private static FormBound ofSum(PairPotential sum, int dimension) {
        return sum instanceof PotentialSum several ? SumFormBound.of(several.terms(), dimension) : of(sum, dimension);
    }
}
