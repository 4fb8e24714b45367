package org.mixfield.pipeline.output;

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
            assertThat(DensityView.of(grid).density(numbered(grid))).isEqualTo(expected);
        }
    }

    @Test
    void inThreeDimensionsItIsIntegratedAlongZ() {
        Grid grid = Grid.of(new int[] {4, 2, 8}, new double[] {4, 2, 2});
        double[] view = DensityView.of(grid).density(numbered(grid));

        assertThat(view).hasSize(8);
        // Cells of 1 by 1 in the plane; sums of squares of whole numbers are exact.
        assertThat(Arrays.stream(view).sum()).isCloseTo(numbered(grid).normSquared(), within(1e-9));
    }

    @Test
    void pointsAreLeftOutBeyondWhatAPictureHolds() {
        Grid grid = Grid.of(new int[] {300, 200}, new double[] {3, 2});
        DensityView view = DensityView.of(grid);

        List<Map<String, Object>> axes = view.axes();
        assertThat(axes).extracting(axis -> axis.get("name")).containsExactly("x", "y");
        assertThat((double[]) axes.get(0).get("coordinates")).hasSize(150).startsWith(-1.5, -1.48);
        double[] density = view.density(numbered(grid));
        assertThat(density).hasSize(150 * 100);
        assertThat(density[101]).isEqualTo(Math.pow(2 * (2 * 200 + 2) + 1, 2) + Math.pow(2 * (2 * 200 + 2) + 2, 2));
    }
}
