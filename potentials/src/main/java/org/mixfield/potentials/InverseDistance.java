package org.mixfield.potentials;

import org.mixfield.core.potential.FormBound;

/** What is known of V² ≤ K(1−Δ) for potentials that behave like strength/r at r = 0 and decay. */
final class InverseDistance {

    private InverseDistance() {}

    /**
     * In three dimensions the least K is 4 strength²: Hardy's inequality 1/(4r²) ≤ −Δ gives the bound, and scaling a
     * trial function towards r = 0 shows that no smaller K will do, with or without screening. In one and two dimensions
     * 1/r² is not integrable at 0.
     */
    static FormBound formBound(double strength, int dimension) {
        if (strength == 0) {
            return new FormBound.Proven(0, "V = 0");
        }
        if (dimension == 3) {
            return new FormBound.Proven(4 * strength * strength, "Hardy's inequality, 1/r^2 <= 4 (-Laplacian) in R^3");
        }
        return new FormBound.Violated(
                "V^2 behaves like " + strength * strength + "/r^2 at r = 0, which is not integrable in"
                        + " dimension " + dimension
                        + ": for every trial function with psi(0) != 0, a Gaussian for one, <V^2> is"
                        + " infinite while <1 - Laplacian> is finite");
    }
}
