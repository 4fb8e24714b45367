package org.mixfield.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;

/** Plane waves, which are orthonormal on the grid to rounding: 1/√L, √(2/L) cos, √(2/L) sin. */
class ModeFunctionsTest {

    private static final double ROUNDING = 1e-14;

    private final Grid grid = Grid.of(new int[] {24}, new double[] {3});
    private final ModeFunctions modes = new ModeFunctions(grid, planeWaves(1));

    private double[][] planeWaves(double factor) {
        double[][] values = new double[3][grid.size()];
        double k = 2 * Math.PI / 3;
        grid.forEachPoint((index, x, y, z) -> {
            values[0][index] = factor * Math.sqrt(1.0 / 3);
            values[1][index] = Math.sqrt(2.0 / 3) * Math.cos(k * x);
            values[2][index] = Math.sqrt(2.0 / 3) * Math.sin(k * x);
        });
        return values;
    }

    @Test
    void orthonormalityDefectIsRoundingForOrthonormalModesAndShowsOthers() {
        assertThat(modes.orthonormalityDefect()).isLessThan(ROUNDING);
        // ‖1.1 φ‖² − 1 = 0.21.
        assertThat(new ModeFunctions(grid, planeWaves(1.1)).orthonormalityDefect())
                .isCloseTo(0.21, within(ROUNDING));
        assertThat(modes.count()).isEqualTo(3);
        assertThat(modes.grid()).isEqualTo(grid);
        assertThat(modes.values(0)).hasSize(24);
    }

    @Test
    void projectionRecoversCoefficients() {
        double[] coefficients = {0.5, -1, 2, 0.25, 0, 3};
        assertThat(modes.project(modes.expand(coefficients))).containsExactly(coefficients, within(ROUNDING));
    }

    @Test
    void fewerCoefficientsFillTheFirstModes() {
        assertThat(modes.project(modes.expand(new double[] {1, 2})))
                .containsExactly(new double[] {1, 2, 0, 0, 0, 0}, within(ROUNDING));
    }

    @Test
    void residualIsThePartThatTheModesDoNotHold() {
        ComplexField inside = modes.expand(new double[] {0.6, 0, 0, 0.8, 0, 0});
        assertThat(modes.residual(inside)).isLessThan(ROUNDING);
        double k = 4 * Math.PI / 3;
        ComplexField both = inside.copy();
        grid.forEachPoint(
                (index, x, y, z) -> both.data()[2 * index + 1] += 1e-9 * Math.sqrt(2.0 / 3) * Math.cos(k * x));
        // Found to its own relative accuracy, not to that of ‖ψ‖² − Σ|a|².
        assertThat(modes.residual(both)).isCloseTo(1e-9, within(1e-15));
    }

    @Test
    void coefficientsAndResidualShareTheNorm() {
        ComplexField field = ComplexField.over(grid, new Random(7).doubles(48).toArray());
        double held = 0;
        for (double a : modes.project(field)) {
            held += a * a;
        }
        double residual = modes.residual(field);
        assertThat(held + residual * residual).isCloseTo(field.normSquared(), within(ROUNDING));
    }
}
