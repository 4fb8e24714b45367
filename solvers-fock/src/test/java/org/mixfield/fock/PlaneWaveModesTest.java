package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.Modes;
import org.mixfield.core.model.ModesChoice;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;

class PlaneWaveModesTest {

    private static final Workers WORKERS = Workers.of(1);
    private static final Modes WAVES = new PlaneWaveModesProvider().create(Settings.of(Map.of(), new Problems()));

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static Grid grid(int dimension) {
        int[] points = new int[dimension];
        double[] length = new double[dimension];
        java.util.Arrays.fill(points, 12);
        java.util.Arrays.fill(length, 5);
        return Grid.of(points, length);
    }

    private static Discretization discretization(Grid grid, Boundary boundary, RadialPotential potential, int count) {
        Species species = new Species(3, 0.8, Trap.NONE, site -> ComplexField.zero(site.grid()));
        Mixture mixture = new Mixture(
                species, species, new Interactions(potential, potential, potential), Weights.ofParticles(3, 3));
        return Discretization.of(mixture, grid, boundary, JTransformsProvider.backend(), WORKERS)
                .withModes(new ModesChoice(WAVES, count, count));
    }

    private static ComplexField wave(Grid grid, int... n) {
        ComplexField field = ComplexField.zero(grid);
        int[] k = java.util.Arrays.copyOf(n, 3);
        grid.forEachPoint((index, x, y, z) -> {
            double phase = 2 * Math.PI * (k[0] * x + k[1] * y + k[2] * z) / 5;
            field.data()[2 * index] = Math.cos(phase);
            field.data()[2 * index + 1] = Math.sin(phase);
        });
        return field;
    }

    @Test
    void theyComeByWaveNumberThenLexicographicallyTheCosineFirst() {
        Grid grid = Grid.of(new int[] {12, 12}, new double[] {5, 5});
        WaveNumbers waves = WaveNumbers.lowest(grid, 13);
        int[][] n = new int[13][];
        for (int mode = 0; mode < 13; mode++) {
            n[mode] = waves.number(mode);
            assertThat(waves.isSine(mode)).isEqualTo(mode > 0 && mode % 2 == 0);
        }
        assertThat(n).isDeepEqualTo(new int[][] {
            {0, 0}, {0, 1}, {0, 1}, {1, 0}, {1, 0}, {1, -1}, {1, -1}, {1, 1}, {1, 1}, {0, 2}, {0, 2}, {2, 0}, {2, 0}
        });
        ModeFunctions modes = WAVES.sample(grid, SpeciesName.U, 2);
        // At the origin, point (6, 6), every cosine is at its greatest.
        assertThat(modes.values(0)[6 * 12 + 6]).isCloseTo(0.2, within(1e-15));
        assertThat(modes.values(1)[6 * 12 + 6]).isCloseTo(0.2 * Math.sqrt(2), within(1e-15));
    }

    /** In a box of 5 × 10 the first two waves run along its long side. */
    @Test
    void aLongSideHasTheLongWaves() {
        WaveNumbers waves = WaveNumbers.lowest(Grid.of(new int[] {8, 16}, new double[] {5, 10}), 7);
        assertThat(waves.number(1)).containsExactly(0, 1);
        assertThat(waves.number(3)).containsExactly(0, 2);
        assertThat(waves.number(5)).containsExactly(1, 0);
        assertThat(waves.isShellCut()).as("(0, 2) and (1, 0) are one shell").isFalse();
        assertThat(WaveNumbers.lowest(Grid.of(new int[] {8, 16}, new double[] {5, 10}), 5)
                        .isShellCut())
                .isTrue();
    }

    /** Complete shells hold every e^{ikx} of these |k|; 7 and 19 in space, 27 with the corners of a cube. */
    @Test
    void completeShellsSpanThePlaneWaves() {
        Grid grid = grid(3);
        ModeFunctions modes = WAVES.sample(grid, SpeciesName.V, 27);
        double norm = Math.sqrt(125);
        // Sums of 1728 terms, one after the other.
        double rounding = 1728 * 1.1e-16;
        for (int[] n : new int[][] {{0, 0, 0}, {0, -1, 0}, {1, 0, -1}, {-1, 1, 1}}) {
            assertThat(modes.residual(wave(grid, n)) / norm).isLessThan(rounding);
        }
        assertThat(modes.residual(wave(grid, 2, 0, 0)) / norm).isCloseTo(1, within(rounding));
        assertThat(modes.orthonormalityDefect()).isLessThan(rounding);
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 5, 5", "1, 4, 3, 5", "2, 5, 5, 5", "2, 7, 5, 9", "3, 19, 19, 19", "3, 2, 1, 7", "3, 20, 19, 27"})
    void aCountThatCutsAShellIsSaid(int dimension, int count, int below, int above) {
        Discretization d = discretization(grid(dimension), Boundary.PERIODIC, RadialPotential.none(), count);
        d.modes(SpeciesName.U);
        if (below == above) {
            assertThat(d.warnings()).isEmpty();
        } else {
            assertThat(d.warnings())
                    .singleElement()
                    .asString()
                    .contains("species u", below + " or " + above + " complete it");
        }
    }

    @Test
    void freeSpaceHasNone() {
        Discretization d = discretization(grid(1), Boundary.FREE, RadialPotential.none(), 3);
        assertThatThrownBy(() -> d.modes(SpeciesName.V))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("species v")
                .hasMessageContaining("boundary: periodic");
    }

    @Test
    void moreThanTheGridHoldsAreRefused() {
        assertThat(WAVES.sample(grid(1), SpeciesName.U, 11).orthonormalityDefect())
                .isLessThan(1e-14);
        assertThatThrownBy(() -> WAVES.sample(grid(1), SpeciesName.U, 12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds 11");
    }

    /** Kinetic energies k²/(2m); momentum is conserved: V₀₀ is V̂(0)/V, and cos² = (1 + cos 2kx)/2 adds V̂(2k)/2. */
    @Test
    void matrixElementsAreThoseOfThePotentialsTransform() {
        double range = 0.5;
        RadialPotential gaussian = RadialPotential.of(r -> Math.exp(-r * r / (2 * range * range)));
        Grid grid = Grid.of(new int[] {40}, new double[] {5});
        ModeTensors tensors = ModeTensors.of(discretization(grid, Boundary.PERIODIC, gaussian, 3), TensorCache.NONE);
        double k = 2 * Math.PI / 5;
        double[] h = tensors.oneBody()[0];
        assertThat(h[0]).isCloseTo(0, within(1e-14));
        assertThat(h[4]).isCloseTo(k * k / 1.6, within(1e-14));
        assertThat(h[8]).isCloseTo(k * k / 1.6, within(1e-14));
        assertThat(h[5]).isCloseTo(0, within(1e-14));
        double[] v = tensors.own()[0];
        // The transform of the potential is computed to 1e-12.
        assertThat(v[0]).isCloseTo(transform(0, range) / 5, within(1e-12));
        int cosCos = 1 * 3 + 1;
        assertThat(v[cosCos * 9 + cosCos])
                .isCloseTo((transform(0, range) + transform(2 * k, range) / 2) / 5, within(1e-12));
        int constantCos = 1;
        assertThat(v[constantCos * 9 + constantCos]).isCloseTo(transform(k, range) / 5, within(1e-12));
        assertThat(v[constantCos * 9 + 2]).isCloseTo(0, within(1e-13));
    }

    private static double transform(double k, double range) {
        return range * Math.sqrt(2 * Math.PI) * Math.exp(-k * k * range * range / 2);
    }
}
