package org.mixfield.potentials;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.mixfield.core.potential.FormBound.Trial;
import org.mixfield.core.potential.FormBound.Witness;

/**
 * That δ violates V² ≤ K(1−Δ): on the Gaussian ψ = π<sup>−d/4</sup> e<sup>−r²/2</sup>, for which ⟨1−Δ⟩ = 1 + d/2, balls of
 * radius s and mass 1 have ⟨V²⟩ ~ s<sup>−d</sup>.
 */
final class PointWitness {

    private static final int POINTS = 400;

    private PointWitness() {}

    /**
     * The witness.
     *
     * @param strength of δ
     * @param rest what else V is, a function of r with at most a logarithm at 0
     */
    static Witness of(double strength, DoubleUnaryOperator rest, int dimension) {
        List<Trial> trials = new ArrayList<>();
        for (double s : new double[] {1e-1, 1e-2, 1e-3, 1e-4}) {
            trials.add(new Trial(s, ratio(strength, rest, dimension, s)));
        }
        return new Witness(
                "on exp(-r^2/2), the delta function as the limit s -> 0 of a ball of radius s has <V^2> of order s^-"
                        + dimension,
                trials);
    }

    /** From r < s alone, by the midpoint rule in u = (r/s)^d. */
    private static double ratio(double strength, DoubleUnaryOperator rest, int dimension, double s) {
        double volume = new double[] {2, Math.PI, 4 * Math.PI / 3}[dimension - 1] * Math.pow(s, dimension);
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double r = s * Math.pow((i + 0.5) / POINTS, 1.0 / dimension);
            double v = strength / volume + rest.applyAsDouble(r);
            sum += v * v * Math.pow(Math.PI, -0.5 * dimension) * Math.exp(-r * r);
        }
        return sum / POINTS * volume / (1 + 0.5 * dimension);
    }
}
