package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.ModesChoice;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.run.InsufficientMemoryException;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;
import org.mixfield.testkit.MadeUpMixture;

/** The Gaussian limit at every point of a grid. */
class BogoliubovGridTest {

    /** 2 + 1 parts of particles with smooth interactions in one dimension. */
    private static Discretization smooth(Grid grid, Workers workers) {
        Mixture mixture = new Mixture(
                new Species(20, 0.5, (x, y, z) -> x * x, gaussian(0.5, 0.3)),
                new Species(10, 0.5, (x, y, z) -> x * x, gaussian(-0.4, -0.2)),
                new Interactions(
                        RadialPotential.of(r -> 1.5 / Math.sqrt(2 + r * r)),
                        RadialPotential.of(r -> 0.8 * Math.exp(-r * r / 2)),
                        RadialPotential.of(r -> -1.2 * Math.exp(-r * r / 2))),
                Weights.ofParticles(20, 10));
        return Discretization.of(mixture, grid, Boundary.FREE, JTransformsProvider.backend(), workers);
    }

    private static InitialOrbital gaussian(double center, double momentum) {
        return site -> {
            ComplexField field = ComplexField.zero(site.grid());
            site.grid().forEachPoint((index, x, y, z) -> {
                double size = Math.exp(-(x - center) * (x - center) / 2);
                field.data()[2 * index] = size * Math.cos(momentum * x);
                field.data()[2 * index + 1] = size * Math.sin(momentum * x);
            });
            return field;
        };
    }

    /** The functions that are 1/√cell at one point and 0 at the others. */
    private static ModeFunctions points(Grid grid) {
        double[][] values = new double[grid.size()][grid.size()];
        for (int i = 0; i < values.length; i++) {
            values[i][i] = 1 / Math.sqrt(grid.cellVolume());
        }
        return new ModeFunctions(grid, values);
    }

    private static BogoliubovState onGrid(Discretization discretization, double tolerance, double time) {
        BogoliubovPropagator propagator = BogoliubovPropagator.onGrid(discretization, tolerance, time);
        propagator.advanceTo(time);
        return propagator.state();
    }

    private static BogoliubovState inModes(Discretization discretization, double tolerance, double time) {
        BogoliubovPropagator propagator = BogoliubovPropagator.inModes(discretization, tolerance, time);
        propagator.advanceTo(time);
        return propagator.state();
    }

    private static void assertSame(BogoliubovState one, BogoliubovState other) {
        GaussianMoments a = one.moments();
        GaussianMoments b = other.moments();
        GaussianMoments e = one.errors();
        GaussianMoments f = other.errors();
        assertThat(a.numberU()).isCloseTo(b.numberU(), within(e.numberU() + f.numberU()));
        assertThat(a.numberV()).isCloseTo(b.numberV(), within(e.numberV() + f.numberV()));
        assertThat(a.numberUV()).isCloseTo(b.numberUV(), within(e.numberUV() + f.numberUV()));
        assertThat(a.coefficient()).isCloseTo(b.coefficient(), within(e.coefficient() + f.coefficient()));
        assertThat(e.coefficient()).isLessThan(1e-6);
    }

    @ParameterizedTest
    @CsvSource({"12, 1, 0", "4, 3, 0", "12, 1, 0.02"})
    void gridIsTheFrameInModesThatAreItsPoints(int nx, int ny, double moreC1) {
        try (Workers workers = Workers.of(2)) {
            Grid grid = ny == 1
                    ? Grid.of(new int[] {nx}, new double[] {7})
                    : Grid.of(new int[] {nx, ny}, new double[] {5, 4});
            Discretization plain = MadeUpMixture.on(grid, workers);
            Mixture mixture = plain.mixture();
            Weights weights = new Weights(
                    mixture.weights().c1() + moreC1, mixture.weights().c2() - moreC1);
            Discretization on = Discretization.of(
                    new Mixture(mixture.u(), mixture.v(), mixture.interactions(), weights),
                    grid,
                    plain.boundary(),
                    plain.backend(),
                    workers);
            ModesChoice all = new ModesChoice((g, species, count) -> points(g), grid.size(), grid.size());
            assertSame(onGrid(on, 1e-8, 0.3), inModes(on.withModes(all), 1e-9, 0.3));
        }
    }

    @Test
    void modesTendToTheGrid() {
        try (Workers workers = Workers.of(2)) {
            Discretization on = smooth(Grid.of(new int[] {48}, new double[] {15}), workers);
            GaussianMoments grid = onGrid(on, 1e-8, 0.4).moments();
            double before = Double.POSITIVE_INFINITY;
            for (int count : new int[] {5, 9, 13}) {
                Discretization with = on.withModes(new ModesChoice(
                        new HarmonicModesProvider().create(Settings.of(Map.of("stiffness", 1.0), new Problems())),
                        count,
                        count));
                GaussianMoments modes = inModes(with, 1e-9, 0.4).moments();
                double off = Math.abs(modes.coefficient() - grid.coefficient())
                        + Math.abs(modes.numberU() - grid.numberU())
                        + Math.abs(modes.numberV() - grid.numberV());
                assertThat(off).isLessThan(before / 5);
                before = off;
            }
            assertThat(before).isLessThan(1e-6);
        }
    }

    @Test
    void errorFallsAtOrderSix() {
        try (Workers workers = Workers.of(2)) {
            Discretization on = smooth(Grid.of(new int[] {24}, new double[] {12}), workers);
            double exact = coefficient(on, 48, workers);
            double longer = Math.abs(coefficient(on, 8, workers) - exact);
            double shorter = Math.abs(coefficient(on, 16, workers) - exact);
            // 2⁶, up to what the next order adds.
            assertThat(longer / shorter).isBetween(45.0, 90.0);
        }
    }

    private static double coefficient(Discretization on, int steps, Workers workers) {
        ParticleRatio ratio = ParticleRatio.of(on.mixture());
        GridGaussianFlow flow = new GridGaussianFlow(on, ratio);
        double[] state = flow.start();
        for (int i = 0; i < steps; i++) {
            flow.step(state, 0.8 / steps);
        }
        return GaussianMoments.of(flow.layout(), ratio, state, workers).coefficient();
    }

    @Test
    void stepsStaySymplecticToRounding() {
        try (Workers workers = Workers.of(2)) {
            Discretization on = smooth(Grid.of(new int[] {24}, new double[] {12}), workers);
            BogoliubovPropagator propagator = BogoliubovPropagator.onGrid(on, 1e-6, 0.5);
            propagator.advanceTo(0.5);
            assertThat((double) propagator.report().get("symplectic-defect")).isLessThan(1e-12);
            assertThat((double) propagator.report().get("trace-defect")).isLessThan(1e-12);
        }
    }

    @Test
    void workersDoNotChangeTheNumbers() {
        GaussianMoments[] moments = new GaussianMoments[2];
        for (int i = 0; i < 2; i++) {
            try (Workers workers = Workers.of(1 + 2 * i)) {
                moments[i] = onGrid(smooth(Grid.of(new int[] {24}, new double[] {12}), workers), 1e-6, 0.1)
                        .moments();
            }
        }
        assertThat(moments[1]).isEqualTo(moments[0]);
    }

    @Test
    void orbitalsAreThoseOfTheHartreeSystem() {
        try (Workers workers = Workers.of(2)) {
            Discretization on = smooth(Grid.of(new int[] {24}, new double[] {12}), workers);
            BogoliubovPropagator propagator = BogoliubovPropagator.onGrid(on, 1e-6, 0.5);
            ComplexField start = propagator.state().condensate(SpeciesName.V, on);
            ComplexField given = on.initial(SpeciesName.V);
            // Rounding.
            assertThat(start.inner(given)[0]).isCloseTo(1, within(1e-13));
            propagator.advanceTo(0.5);
            assertThat(propagator.state().condensate(SpeciesName.V, on).normSquared())
                    .isCloseTo(1, within(1e-13));
        }
    }

    @Test
    void gridThatDoesNotFitIsRefusedWithOneThatDoes() {
        try (Workers workers = Workers.of(2)) {
            Discretization large = MadeUpMixture.on(Grid.of(new int[] {256, 256}, new double[] {16, 16}), workers);
            assertThatThrownBy(() -> InsufficientMemoryException.check(
                            new BogoliubovSolver(true, 1e-8).memory(large), 8.0 * (1L << 30)))
                    .isInstanceOf(InsufficientMemoryException.class)
                    .hasMessageContaining("Gaussian state of 131072 points")
                    .hasMessageContaining("fewer grid points (600");
            Discretization small = MadeUpMixture.on(Grid.of(new int[] {24, 25}, new double[] {16, 16}), workers);
            InsufficientMemoryException.check(new BogoliubovSolver(true, 1e-8).memory(small), 1.0 * (1L << 30));
        }
    }
}
