package org.mixfield.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;

class DensityViewTest {

    private static ComplexField numbered(Grid grid) {
        ComplexField field = ComplexField.zero(grid);
        for (int i = 0; i < field.data().length; i++) {
            field.data()[i] = i + 1;
        }
        return field;
    }

    @Test
    void inOneAndTwoDimensionsItIsTheDensityItself() {
        for (Grid grid :
                List.of(Grid.of(new int[] {6}, new double[] {3}), Grid.of(new int[] {2, 3}, new double[] {2, 3}))) {
            double[] expected = new double[6];
            numbered(grid).density(expected);
            assertThat(DensityView.first(grid).density(numbered(grid))).isEqualTo(expected);
        }
    }

    @Test
    void inThreeDimensionsItIsIntegratedAlongZ() {
        Grid grid = Grid.of(new int[] {4, 2, 8}, new double[] {4, 2, 2});
        double[] view = DensityView.first(grid).density(numbered(grid));

        assertThat(view).hasSize(8);
        // Cells of 1 by 1 in the plane; sums of squares of whole numbers are exact.
        assertThat(Arrays.stream(view).sum()).isCloseTo(numbered(grid).normSquared(), within(1e-9));
    }

    /** The density of a product of three functions of one coordinate each. */
    private static ComplexField product(Grid grid, double[] x, double[] y, double[] z) {
        ComplexField field = ComplexField.zero(grid);
        for (int j = 0; j < grid.size(); j++) {
            field.data()[2 * j] = x[j / (y.length * z.length)] * y[j / z.length % y.length] * z[j % z.length];
        }
        return field;
    }

    @Test
    void inThreeDimensionsThereAreThreeIntegralsAndThreePlanes() {
        Grid grid = Grid.of(new int[] {2, 3, 4}, new double[] {2, 6, 2});
        ComplexField field = product(grid, new double[] {1, 2}, new double[] {1, 3, 5}, new double[] {1, 2, 3, 4});

        List<DensityView> views = DensityView.all(grid);

        assertThat(views)
                .extracting(DensityView::key)
                .containsExactly("xy", "xz", "yz", "xy-plane", "xz-plane", "yz-plane");
        assertThat(views).extracting(DensityView::quantity).contains("∫ρ dy", "ρ at y = 0");
        assertThat(views).extracting(DensityView::unit).contains("1/length^2", "1/length^3");
        // ∫ dy: 2 (1 + 9 + 25); ∫ dx: 1 + 4; the plane y = 0 is the third of its points, x = 0 the second
        assertThat(views.get(1).density(field)).containsExactly(70, 280, 630, 1120, 280, 1120, 2520, 4480);
        assertThat(views.get(2).density(field)).startsWith(5, 20, 45, 80, 45);
        assertThat(views.get(4).density(field)).startsWith(25, 100, 225, 400, 100);
        assertThat(views.get(5).density(field)).startsWith(4, 16, 36, 64, 36);
    }

    @Test
    void pointsAreLeftOutBeyondWhatAPictureHolds() {
        Grid grid = Grid.of(new int[] {300, 200}, new double[] {3, 2});
        DensityView view = DensityView.first(grid);

        List<Map<String, Object>> axes = view.axes();
        assertThat(axes).extracting(axis -> axis.get("name")).containsExactly("x", "y");
        assertThat((double[]) axes.get(0).get("coordinates")).hasSize(150).startsWith(-1.5, -1.48);
        double[] density = view.density(numbered(grid));
        assertThat(density).hasSize(150 * 100);
        assertThat(density[101]).isEqualTo(Math.pow(2 * (2 * 200 + 2) + 1, 2) + Math.pow(2 * (2 * 200 + 2) + 2, 2));
    }
}
