package org.mixfield.core.formbound;

import java.util.ArrayList;
import java.util.List;
import org.mixfield.core.potential.ContactPotential;
import org.mixfield.core.potential.FormBound;

/**
 * That a contact violates V² ≤ K(1−Δ): as the limit of balls of radius s and mass 1, on the Gaussian ψ = π<sup>−d/4</sup>
 * e<sup>−r²/2</sup>, for which ⟨1−Δ⟩ = 1 + d/2, it has ⟨V²⟩ ≥ strength² π<sup>−d/2</sup> e<sup>−s²</sup> / (volume of the
 * ball).
 */
final class ContactWitness {

    private static final double SMALLEST = 1e-8;

    private ContactWitness() {}

    static FormBound.Witness of(ContactPotential contact, int dimension) {
        List<FormBound.Trial> trials = new ArrayList<>();
        for (double s = 1e-1; s > 0.5 * SMALLEST; s *= 0.1) {
            trials.add(new FormBound.Trial(s, ratio(contact.strength(), dimension, s)));
        }
        return new FormBound.Witness(
                "on exp(-r^2/2), the delta function as the limit s -> 0 of a ball of radius s has <V^2> of order s^-"
                        + dimension,
                trials);
    }

    private static double ratio(double strength, int dimension, double s) {
        double volume = new double[] {2, Math.PI, 4 * Math.PI / 3}[dimension - 1] * Math.pow(s, dimension);
        double density = Math.pow(Math.PI, -0.5 * dimension) * Math.exp(-s * s);
        return strength * strength * density / volume / (1 + 0.5 * dimension);
    }
}
