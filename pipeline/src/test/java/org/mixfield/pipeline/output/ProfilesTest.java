package org.mixfield.pipeline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;

class ProfilesTest {

    private static final double[] WIDTH = {1.0, 0.8, 1.3};
    private static final double[] MOMENTUM = {0.5, -1.2, 0.0};
    private static final double[] CENTER = {0.4, 0.0, -0.7};

    /** Π exp(−(x−x₀)²/(2w²) + ipx), normalised. */
    private static ComplexField gaussian(Grid grid) {
        ComplexField field = ComplexField.zero(grid);
        grid.forEachPoint((index, x, y, z) -> {
            double[] at = {x, y, z};
            double size = 1;
            double phase = 0;
            for (int axis = 0; axis < grid.dimension(); axis++) {
                double q = (at[axis] - CENTER[axis]) / WIDTH[axis];
                size *= Math.exp(-q * q / 2) / Math.sqrt(Math.sqrt(Math.PI) * WIDTH[axis]);
                phase += MOMENTUM[axis] * at[axis];
            }
            field.data()[2 * index] = size * Math.cos(phase);
            field.data()[2 * index + 1] = size * Math.sin(phase);
        });
        return field;
    }

    /** Density e^{−(x−x₀)²/w²}/(√π w) and momentum distribution w e^{−w²(k−p)²}/√π, in any number of dimensions. */
    @Test
    void densityAndMomentumAlongEachAxisAreThoseOfTheGaussian() {
        for (int dimension = 1; dimension <= 3; dimension++) {
            int[] points = java.util.Arrays.copyOf(new int[] {40, 36, 45}, dimension);
            double[] length = java.util.Arrays.copyOf(new double[] {16, 14, 20}, dimension);
            Grid grid = Grid.of(points, length);
            Map<String, Object> profiles = Profiles.of(gaussian(grid));
            for (int axis = 0; axis < dimension; axis++) {
                String x = Grid.axisName(axis);
                double w = WIDTH[axis];
                double[] density = (double[]) profiles.get("density-" + x);
                double[] momentum = (double[]) profiles.get("momentum-" + x);
                double[] k = grid.waveNumbers(axis);
                java.util.Arrays.sort(k);
                for (int i = 0; i < density.length; i++) {
                    double q = (grid.coordinate(axis, i) - CENTER[axis]) / w;
                    assertThat(density[i]).isCloseTo(Math.exp(-q * q) / (Math.sqrt(Math.PI) * w), within(1e-10));
                    double p = w * (k[i] - MOMENTUM[axis]);
                    assertThat(momentum[i]).isCloseTo(w * Math.exp(-p * p) / Math.sqrt(Math.PI), within(1e-8));
                }
            }
        }
    }

    @Test
    void planesThroughTheCentreHoldDensityAndPhase() {
        Grid grid = Grid.of(new int[] {20, 24, 16}, new double[] {10, 12, 8});
        ComplexField field = gaussian(grid);
        Map<String, Object> profiles = Profiles.of(field);
        double[][] density = (double[][]) profiles.get("density-xz");
        double[][] phase = (double[][]) profiles.get("phase-xz");
        assertThat(density.length).isEqualTo(20);
        assertThat(density[0].length).isEqualTo(16);
        int j = (13 * 24 + 12) * 16 + 9; // x = 1.5, y = 0, z = 0.5
        double re = field.data()[2 * j];
        double im = field.data()[2 * j + 1];
        assertThat(density[13][9]).isCloseTo(re * re + im * im, within(1e-15));
        assertThat(phase[13][9]).isCloseTo(0.5 * 1.5, within(1e-12));
        assertThat(profiles).containsKeys("density-xy", "phase-xy", "density-yz", "phase-yz");
    }
}
