package org.mixfield.potentials;

import org.mixfield.core.potential.FormBound;

/** What is known of V² ≤ K(1−Δ) for bounded potentials. */
final class Bounded {

    private Bounded() {}

    /** V² ≤ sup V² ≤ sup V² (1−Δ), since −Δ ≥ 0. */
    static FormBound formBound(double largest) {
        return new FormBound.Proven(largest * largest, "V^2 <= sup V^2 and -Laplacian >= 0");
    }
}
