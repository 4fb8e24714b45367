package org.mixfield.testkit;

import org.apiguardian.api.API;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.ModesChoice;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;

/** A small mixture for tests: 3 + 2 particles of unequal masses in traps, with soft interactions of both signs. */
@API(status = API.Status.EXPERIMENTAL)
public final class MadeUpMixture {

    private MadeUpMixture() {}

    /** On 64 points of a line of length 16, with the first 3 and 2 of {@link MadeUpModes}. */
    public static Discretization onALine(Workers workers) {
        return on(Grid.of(new int[] {64}, new double[] {16}), workers);
    }

    /** On a grid whose lengths are about 16. */
    public static Discretization on(Grid grid, Workers workers) {
        return with(gaussian(0.5, 0.3), grid, workers)
                .withModes(new ModesChoice((on, species, count) -> MadeUpModes.on(on, count), 3, 2));
    }

    /** The same with another initial orbital of species u, and without modes. */
    public static Discretization with(InitialOrbital u, Grid grid, Workers workers) {
        Mixture mixture = new Mixture(
                new Species(3, 0.5, (x, y, z) -> x * x + y * y + z * z, u),
                new Species(2, 0.8, (x, y, z) -> 0.6 * (x * x + y * y + z * z), gaussian(-0.4, -0.2)),
                new Interactions(
                        RadialPotential.of(r -> 1.5 / Math.sqrt(1 + r * r)),
                        RadialPotential.of(r -> -0.8 * Math.exp(-r * r / 2)),
                        RadialPotential.of(r -> 1.2 * Math.exp(-r) / Math.sqrt(0.3 + r * r))),
                Weights.ofParticles(3, 2));
        return Discretization.of(mixture, grid, Boundary.FREE, JTransformsProvider.backend(), workers);
    }

    private static InitialOrbital gaussian(double center, double momentum) {
        return site -> {
            ComplexField field = ComplexField.zero(site.grid());
            site.grid().forEachPoint((index, x, y, z) -> {
                double size = Math.exp(-((x - center) * (x - center) + y * y + z * z) / 2);
                field.data()[2 * index] = size * Math.cos(momentum * x);
                field.data()[2 * index + 1] = size * Math.sin(momentum * x);
            });
            return field;
        };
    }
}
