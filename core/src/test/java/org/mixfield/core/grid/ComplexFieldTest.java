package org.mixfield.core.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ComplexFieldTest {

    private final Grid grid = Grid.of(new int[] {2, 2}, new double[] {1, 4});

    @Test
    void innerProductConjugatesTheFirstFieldAndWeighsWithTheCell() {
        ComplexField a = ComplexField.over(grid, new double[] {1, 2, 0, 0, 0, 0, 0, 1});
        ComplexField b = ComplexField.over(grid, new double[] {3, -1, 5, 5, 0, 0, 2, 0});
        // conj(1+2i)(3−i) = 1 − 7i and conj(i)·2 = −2i, times the cell volume 1.
        assertThat(grid.cellVolume()).isEqualTo(1.0);
        assertThat(a.inner(b)).containsExactly(1, -9);
        assertThat(b.inner(a)).containsExactly(1, 9);
    }

    @Test
    void normDensityAndInnerProductAgree() {
        Grid fine = Grid.of(new int[] {64}, new double[] {16});
        ComplexField gaussian = ComplexField.zero(fine);
        fine.forEachPoint((index, x, y, z) -> {
            gaussian.data()[2 * index] = Math.exp(-x * x / 2) * Math.cos(3 * x);
            gaussian.data()[2 * index + 1] = Math.exp(-x * x / 2) * Math.sin(3 * x);
        });
        // ∫ e^{−x²} = √π; the trapezoidal rule at spacing 1/4 is exact to rounding (error 2 e^{−(4π)²} and e^{−64}).
        assertThat(gaussian.normSquared()).isCloseTo(Math.sqrt(Math.PI), within(1e-14));
        assertThat(gaussian.inner(gaussian)[0]).isCloseTo(gaussian.normSquared(), within(1e-14));
        assertThat(gaussian.inner(gaussian)[1]).isCloseTo(0, within(1e-15));
        double[] density = new double[fine.size()];
        gaussian.density(density);
        double sum = 0;
        for (double value : density) {
            sum += value * fine.cellVolume();
        }
        assertThat(sum).isCloseTo(Math.sqrt(Math.PI), within(1e-14));
    }

    @Test
    void scalingMultipliesTheNormByTheSquare() {
        ComplexField field = ComplexField.over(grid, new double[] {1, 1, 1, 1, 1, 1, 1, 1});
        field.scale(-3);
        assertThat(field.normSquared()).isEqualTo(72);
    }

    @Test
    void copyHasMemoryOfItsOwnAndOverHasNot() {
        double[] data = {1, 2, 3, 4, 5, 6, 7, 8};
        ComplexField field = ComplexField.over(grid, data);
        ComplexField copy = field.copy();
        data[0] = 100;
        assertThat(field.data()[0]).isEqualTo(100);
        assertThat(copy.data()[0]).isEqualTo(1);
        assertThat(copy.grid()).isEqualTo(grid);
        assertThat(ComplexField.zero(grid).data()).hasSize(8).containsOnly(0);
    }

    @Test
    void arrayOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComplexField.over(grid, new double[4]))
                .withMessageContaining("holds 8 numbers, not 4");
    }

    @Test
    void fieldsOnDifferentGridsHaveNoInnerProduct() {
        ComplexField other = ComplexField.zero(Grid.of(new int[] {3}, new double[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComplexField.zero(grid).inner(other));
        ComplexField sameSize = ComplexField.zero(Grid.of(new int[] {4}, new double[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComplexField.zero(grid).inner(sameSize));
    }
}
