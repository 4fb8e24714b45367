package org.mixfield.potentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.RadialPotential;

/** Transforms in closed form against the quadrature that every other potential goes through. */
class ClosedTransformTest {

    private static final double LARGEST = 60;

    static Stream<Arguments> potentials() {
        return Stream.of(1e-9, 1e-3, 0.03, 0.11, 0.4, 2.0, 11.0, 500.0)
                .flatMap(parameter -> Stream.of(0.3, 9.0)
                        .flatMap(radius -> Stream.of(
                                Arguments.of(new YukawaProvider.Yukawa(-1.5, parameter), 3, radius),
                                Arguments.of(new SquareWellProvider.SquareWell(2, parameter), 1, radius),
                                Arguments.of(new SquareWellProvider.SquareWell(2, parameter), 3, radius))));
    }

    @ParameterizedTest
    @MethodSource("potentials")
    void truncatedTransforms(RadialPotential potential, int dimension, double radius) {
        KernelTransform closed = potential.truncatedTransform(dimension, radius, LARGEST);
        KernelTransform quadrature = new ValuesOf(potential).truncatedTransform(dimension, radius, LARGEST);
        double integral = Math.abs(quadrature.at(0, 0, 0));
        for (double k : List.of(0.0, 1e-200, 1e-9, 1e-4, 0.01, 0.09, 0.11, 0.5, 1.0, 3.3, 3.4, 7.0, 31.0, 59.9)) {
            assertThat(closed.at(k, 0, 0))
                    .as("%s at k = %s", potential, k)
                    .isCloseTo(quadrature.at(k, 0, 0), within(1e-13 * integral));
        }
    }

    @Test
    void wholeTransforms() {
        for (double parameter : new double[] {0.3, 1.7}) {
            assertWhole(new YukawaProvider.Yukawa(2, parameter), 3);
            for (int d = 1; d <= 3; d++) {
                assertWhole(new GaussianProvider.Gaussian(2, parameter), d);
                assertWhole(new SquareWellProvider.SquareWell(2, parameter), d);
            }
        }
    }

    private static void assertWhole(RadialPotential potential, int dimension) {
        KernelTransform closed = potential.transform(dimension, 3, LARGEST);
        KernelTransform quadrature = new ValuesOf(potential).transform(dimension, 3, LARGEST);
        for (double k = 0; k < LARGEST; k += 0.37) {
            assertThat(closed.at(k, 0, 0))
                    .as("%s in dimension %s at k = %s", potential, dimension, k)
                    .isCloseTo(quadrature.at(k, 0, 0), within(1e-13 * Math.abs(closed.at(0, 0, 0))));
        }
    }

    /** The values alone, with what the quadrature may know of them. */
    private record ValuesOf(RadialPotential potential) implements RadialPotential {
        @Override
        public double value(double r) {
            return potential.value(r);
        }

        @Override
        public double[] breakPoints() {
            return potential.breakPoints();
        }
    }
}
