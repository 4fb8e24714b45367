package org.mixfield.fock;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The parameters of a run in the frame {@code fluctuation}.
 *
 * @param cutoff the most fluctuations of each species, not below 2
 * @param cubic M₁ and M₂ of the truncated dynamics U^c; empty where it does not run
 * @param tolerance largest error of the state at the end time that the steps in time may cause
 */
@API(status = API.Status.EXPERIMENTAL)
public record FluctuationChoice(SpeciesCutoffs cutoff, Optional<SpeciesCutoffs> cubic, double tolerance) {

    /** With a smaller one the top shells are all there is. */
    static final int LEAST_CUTOFF = 2;

    public FluctuationChoice {
        if (cutoff.u() < LEAST_CUTOFF || cutoff.v() < LEAST_CUTOFF || !(tolerance > 0)) {
            throw new IllegalArgumentException("the cutoffs are not below " + LEAST_CUTOFF
                    + " and the tolerance is greater than 0, unlike " + cutoff + ", " + tolerance);
        }
    }
}
