package org.mixfield.potentials;

import java.util.Optional;
import org.mixfield.core.potential.FormBound;

/** What is known of V² ≤ K(1−Δ) for potentials that behave like strength/r at r = 0 and decay. */
final class InverseDistance {

    private InverseDistance() {}

    /**
     * In three dimensions the least K is 4 strength²: Hardy's inequality 1/(4r²) ≤ −Δ gives the bound, and scaling a
     * trial function towards r = 0 shows that no smaller K will do, with or without screening.
     */
    static Optional<FormBound> formBound(double strength, int dimension) {
        return dimension == 3
                ? Optional.of(new FormBound.Proven(
                        4 * strength * strength, "Hardy's inequality, 1/r^2 <= 4 (-Laplacian) in R^3"))
                : Optional.empty();
    }
}
