package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.ModesChoice;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;

class ModeTensorsTest {

    private static final Workers WORKERS = Workers.of(2);
    private static final InitialOrbital ANY = site -> ComplexField.zero(site.grid());

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static Discretization discretization(
            Grid grid, Interactions interactions, double stiffnessU, double stiffnessV, int count) {
        Species u = new Species(3, 0.5, (x, y, z) -> stiffnessU * (x * x + y * y + z * z), ANY);
        Species v = new Species(4, 0.8, (x, y, z) -> x * x, ANY);
        Mixture mixture = new Mixture(u, v, interactions, Weights.ofParticles(3, 4));
        return Discretization.of(mixture, grid, Boundary.FREE, JTransformsProvider.backend(), WORKERS)
                .withModes(new ModesChoice(
                        (g, s, n) -> HarmonicModesProvider.sample(
                                g, s == org.mixfield.core.model.SpeciesName.U ? stiffnessU : stiffnessV, n),
                        count,
                        count));
    }

    /** In three dimensions with mass ½ the modes are eigenfunctions, energies 3, 5, 5, 5 times √k. */
    @Test
    void oneBodyElementsOfTheOwnOscillatorAreItsEnergies() {
        RadialPotential none = RadialPotential.none();
        Grid grid = Grid.of(new int[] {40, 40, 40}, new double[] {14, 14, 14});
        double[] h = ModeTensors.of(discretization(grid, new Interactions(none, none, none), 1.44, 1, 4))
                .oneBody()[0];
        for (int p = 0; p < 4; p++) {
            for (int r = 0; r < 4; r++) {
                double exact = p != r ? 0 : p == 0 ? 3.6 : 6;
                assertThat(h[4 * p + r]).isCloseTo(exact, within(1e-11));
            }
        }
    }

    /** ∬ρρ/|x−y| of ρ = e^{−r²}/π^{3/2} is √(2/π); a p orbital along z with itself adds as the multipoles say. */
    @Test
    void coulombElementsAreThoseOfGaussianCharges() {
        RadialPotential coulomb = RadialPotential.of(r -> 1 / r);
        RadialPotential none = RadialPotential.none();
        Grid grid = Grid.of(new int[] {40, 40, 40}, new double[] {14, 14, 14});
        double[] v = ModeTensors.of(discretization(grid, new Interactions(coulomb, none, none), 1, 1, 4))
                .own()[0];
        assertThat(v[0]).isCloseTo(Math.sqrt(2 / Math.PI), within(1e-11));
        // φ₀φ_z = √2 z ρ = −∂_z ρ/√2, so ∬(φ₀φ_z)(φ₀φ_z)/r = −½∂²_z of √(2/π)-type integral: (1/6)·4π∬ρρδ = √(2/π)/6
        int pair = 1;
        assertThat(v[pair * 16 + pair]).isCloseTo(Math.sqrt(2 / Math.PI) / 6, within(1e-11));
        // Parity: one odd function of z among four.
        assertThat(v[pair]).isCloseTo(0, within(1e-13));
    }

    /** Two Gaussians of variances 1/(2√k) and range²: closed form for modes of different widths. */
    @Test
    void interSpeciesElementsOfAGaussianPotentialAreInClosedForm() {
        double range = 0.7;
        RadialPotential gaussian = RadialPotential.of(r -> -1.5 * Math.exp(-r * r / (2 * range * range)));
        RadialPotential none = RadialPotential.none();
        Grid grid = Grid.of(new int[] {128}, new double[] {16});
        ModeTensors tensors = ModeTensors.of(discretization(grid, new Interactions(none, none, gaussian), 2.6, 6.6, 3));
        double variance = 1 / (2 * Math.sqrt(2.6)) + 1 / (2 * Math.sqrt(6.6));
        double exact = -1.5 * range / Math.sqrt(range * range + variance);
        assertThat(tensors.between()[0]).isCloseTo(exact, within(1e-12));
    }

    @Test
    void modesAreOrthonormalWithPositiveLeadingCoefficientInTheOrderStated() {
        Grid grid = Grid.of(new int[] {48, 48}, new double[] {16, 16});
        ModeFunctions modes = HarmonicModesProvider.sample(grid, 1, 6);
        assertThat(modes.orthonormalityDefect()).isLessThan(1e-13);
        int[][] order = HarmonicModesProvider.lowest(2, 6).toArray(int[][]::new);
        assertThat(order).isDeepEqualTo(new int[][] {{0, 0}, {0, 1}, {1, 0}, {0, 2}, {1, 1}, {2, 0}});
        int far = 44 * 48 + 44;
        for (int mode = 0; mode < 6; mode++) {
            assertThat(modes.values(mode)[far]).isPositive();
        }
    }
}
