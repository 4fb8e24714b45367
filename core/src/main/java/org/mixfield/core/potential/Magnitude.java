package org.mixfield.core.potential;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How large a potential is, whatever its sign: what a part of it that is left out, or added where it does not belong, can do
 * to V∗ρ. Found by sampling, 16 places in each of 96 shells.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Magnitude {

    private static final int SHELLS = 96;
    private static final int SAMPLES = 16;

    /** The innermost shell begins at this part of the outermost radius. */
    private static final double INNERMOST = 1e-4;

    private final double[] radii;
    private final double[] integral;
    private final double[] largestBeyond;

    private Magnitude(double[] radii, double[] integral, double[] largestBeyond) {
        this.radii = radii;
        this.integral = integral;
        this.largestBeyond = largestBeyond;
    }

    /**
     * The magnitude of a potential up to a distance; empty where it has terms that are neither functions of the distance nor
     * contacts. A contact acts at distance 0 alone and counts as nothing.
     *
     * @param dimension 1 to 3
     * @param farthest the largest distance that matters
     * @throws IllegalArgumentException where V is not integrable at 0 in this dimension
     */
    public static Optional<Magnitude> of(PairPotential potential, int dimension, double farthest) {
        double[] radii = new double[SHELLS + 1];
        for (int i = 0; i <= SHELLS; i++) {
            radii[i] = farthest * Math.pow(INNERMOST, 1 - (double) i / SHELLS);
        }
        Magnitude whole = new Magnitude(radii, new double[SHELLS + 1], new double[SHELLS + 1]);
        List<PairPotential> parts = potential.parts(dimension);
        for (PairPotential part : parts) {
            if (part.vanishes() || part instanceof ContactPotential) {
                continue;
            }
            if (!(part instanceof RadialPotential radial)) {
                return Optional.empty();
            }
            whole.add(radial, dimension);
        }
        return Optional.of(whole);
    }

    private void add(RadialPotential potential, int dimension) {
        double sphere = dimension == 1 ? 2 : dimension == 2 ? 2 * Math.PI : 4 * Math.PI;
        double within = sphere
                * RadialQuadrature.over(potential, RadialQuadrature.OPEN, dimension, radii[0], 0)
                        .absoluteSum();
        integral[0] += within;
        double[] largest = new double[SHELLS];
        for (int shell = 0; shell < SHELLS; shell++) {
            double width = radii[shell + 1] - radii[shell];
            double sum = 0;
            for (int i = 0; i < SAMPLES; i++) {
                double r = radii[shell] + (i + 0.5) / SAMPLES * width;
                double size = Math.abs(potential.value(r));
                sum += size * Math.pow(r, dimension - 1);
                largest[shell] = Math.max(largest[shell], size);
            }
            largest[shell] = Math.max(largest[shell], Math.abs(potential.value(radii[shell])));
            within += sphere * sum * width / SAMPLES;
            integral[shell + 1] += within;
        }
        double beyond = 0;
        for (int shell = SHELLS - 1; shell >= 0; shell--) {
            beyond = Math.max(beyond, largest[shell]);
            largestBeyond[shell] += beyond;
        }
    }

    /** ∫ |V| over |x| ≤ r, from above but for the sampling. */
    public double integral(double r) {
        int index = Arrays.binarySearch(radii, r);
        return integral[Math.min(SHELLS, index < 0 ? -index - 1 : index)];
    }

    /** The largest |V| at distances from r to the farthest, 0 beyond that. */
    public double largestBeyond(double r) {
        if (r > radii[SHELLS]) {
            return 0;
        }
        int index = Arrays.binarySearch(radii, r);
        return largestBeyond[Math.max(0, index < 0 ? -index - 2 : index)];
    }

    /**
     * An upper bound of |V|∗ρ: for any δ what is nearer than δ adds at most sup ρ ∫<sub>r&lt;δ</sub> |V|, and the rest at most
     * the largest |V| beyond.
     *
     * @param largestDensity sup ρ
     * @param norm ∫ρ
     */
    public double largestPotential(double largestDensity, double norm) {
        double least = Double.POSITIVE_INFINITY;
        for (int shell = 0; shell <= SHELLS; shell++) {
            least = Math.min(least, largestDensity * integral[shell] + norm * largestBeyond[shell]);
        }
        return least;
    }
}
