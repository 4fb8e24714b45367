package org.mixfield.core.formbound;

import org.apiguardian.api.API;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.PairPotential;

/** Checks V² ≤ K(1−Δ) for any pair potential. */
@API(status = API.Status.EXPERIMENTAL)
public final class FormBoundCheck {

    private FormBoundCheck() {}

    /**
     * What is known of the least K in a dimension: what theory says where the potential knows it, else what is computed.
     *
     * @throws org.mixfield.core.run.NumericalException where the potential gives a value that is not finite
     * @throws IllegalArgumentException for a potential that is not radial and says nothing of its bound
     */
    public static FormBound of(PairPotential potential, int dimension) {
        return potential
                .formBound(dimension)
                .orElseThrow(() -> new IllegalArgumentException("the form bound of " + potential + " cannot be computed"));
    }
}
