package org.mixfield.core.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GridTest {

    /** A few roundings of numbers of order 10. */
    private static final double ROUNDING = 1e-14;

    private final Grid grid = Grid.of(new int[] {4, 3, 6}, new double[] {8, 3, 12});

    @Test
    void boxIsCentredAtTheOriginWhichIsAPointForEvenNumbers() {
        assertThat(grid.coordinates(0)).containsExactly(-4, -2, 0, 2);
        assertThat(grid.coordinates(1)).containsExactly(-1.5, -0.5, 0.5);
        assertThat(grid.coordinate(2, 3)).isZero();
    }

    @Test
    void sizesFollowFromPointsAndLengths() {
        assertThat(grid.dimension()).isEqualTo(3);
        assertThat(grid.size()).isEqualTo(72);
        assertThat(grid.spacing(0)).isEqualTo(2);
        assertThat(grid.cellVolume()).isEqualTo(4);
        assertThat(grid.diagonal()).isCloseTo(Math.sqrt(64 + 9 + 144), within(ROUNDING));
        assertThat(grid.nyquist(1)).isCloseTo(Math.PI, within(ROUNDING));
        assertThat(Grid.axisName(2)).isEqualTo("z");
    }

    @Test
    void waveNumbersStandInTheOrderOfTheDiscreteTransform() {
        double unit = 2 * Math.PI / 8;
        assertThat(grid.waveNumbers(0)).containsExactly(new double[] {0, unit, -2 * unit, -unit}, within(ROUNDING));
        double odd = 2 * Math.PI / 3;
        assertThat(grid.waveNumbers(1)).containsExactly(new double[] {0, odd, -odd}, within(ROUNDING));
    }

    @Test
    void noWaveNumberExceedsTheNyquistNumber() {
        for (int axis = 0; axis < 3; axis++) {
            double most = grid.nyquist(axis) * (1 + 1e-15);
            for (double k : grid.waveNumbers(axis)) {
                assertThat(Math.abs(k)).isLessThanOrEqualTo(most);
            }
        }
    }

    @Test
    void pointsAreVisitedInMemoryOrderWithTheLastAxisFastest() {
        Grid plane = Grid.of(new int[] {2, 3}, new double[] {2, 3});
        List<List<Double>> visited = new ArrayList<>();
        plane.forEachPoint((index, x, y, z) -> {
            assertThat(index).isEqualTo(visited.size());
            visited.add(List.of(x, y, z));
        });
        assertThat(visited)
                .containsExactly(
                        List.of(-1.0, -1.5, 0.0),
                        List.of(-1.0, -0.5, 0.0),
                        List.of(-1.0, 0.5, 0.0),
                        List.of(0.0, -1.5, 0.0),
                        List.of(0.0, -0.5, 0.0),
                        List.of(0.0, 0.5, 0.0));
    }

    @Test
    void arraysGivenAndTakenAreCopies() {
        int[] points = {4};
        double[] length = {2};
        Grid line = Grid.of(points, length);
        points[0] = 9;
        length[0] = 9;
        line.shape()[0] = 9;
        line.lengths()[0] = 9;
        assertThat(line).isEqualTo(Grid.of(new int[] {4}, new double[] {2}));
        assertThat(line).hasSameHashCodeAs(Grid.of(new int[] {4}, new double[] {2}));
        assertThat(line).isNotEqualTo(Grid.of(new int[] {4}, new double[] {3}));
        assertThat(line).hasToString("[4] points over [2.0]");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(new int[] {}, new double[] {}, "1 to 3 axes"),
                Arguments.of(new int[] {4, 4, 4, 4}, new double[] {1, 1, 1, 1}, "1 to 3 axes"),
                Arguments.of(new int[] {4, 4}, new double[] {1}, "as many lengths as points"),
                Arguments.of(new int[] {4, 1}, new double[] {1, 1}, "axis y needs at least 2 points"),
                Arguments.of(new int[] {4}, new double[] {0}, "length greater than 0"),
                Arguments.of(new int[] {4}, new double[] {-1}, "length greater than 0"),
                Arguments.of(new int[] {4}, new double[] {Double.NaN}, "length greater than 0"),
                Arguments.of(new int[] {4}, new double[] {Double.POSITIVE_INFINITY}, "length greater than 0"),
                Arguments.of(new int[] {1024, 1024, 1024}, new double[] {1, 1, 1}, "at most"),
                Arguments.of(new int[] {1 << 20, 1 << 20, 1 << 20}, new double[] {1, 1, 1}, "at most"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void gridsThatCannotBeAreRefusedWithTheReason(int[] points, double[] length, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grid.of(points, length))
                .withMessageContaining(reason);
    }
}
