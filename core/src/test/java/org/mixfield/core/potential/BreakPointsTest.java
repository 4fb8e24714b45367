package org.mixfield.core.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakPointsTest {

    /** A well, which says where it jumps; counts how often it is asked. */
    private static final class Well implements RadialPotential {

        private final double edge;
        private final AtomicLong asked = new AtomicLong();

        private Well(double edge) {
            this.edge = edge;
        }

        @Override
        public double value(double r) {
            asked.incrementAndGet();
            return r < edge ? 1 : 0;
        }

        @Override
        public double[] breakPoints() {
            return new double[] {edge};
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.4999999, 0.5, 0.7, 1, 3})
    void aJumpThatIsKnownCostsNothing(double edge) {
        Well known = new Well(edge);
        KernelTransform transform = known.truncatedTransform(3, 1, 20);
        double a = Math.min(edge, 1);
        assertThat(transform.at(0, 0, 0)).isCloseTo(4 * Math.PI * a * a * a / 3, within(1e-13 * a * a * a));
        AtomicLong smooth = new AtomicLong();
        RadialPotential.of(r -> smooth.incrementAndGet() > 0 ? 1 : 0).truncatedTransform(3, 1, 20);
        assertThat(known.asked.get()).isLessThan(smooth.get() + 200);
    }

    @Test
    void aJumpOutsideTheBallIsFoundInTheWholeTransform() {
        KernelTransform transform = new Well(7.3).transform(3, 1, 20);
        assertThat(transform.at(0, 0, 0)).isCloseTo(4 * Math.PI * 7.3 * 7.3 * 7.3 / 3, within(1e-10));
    }

    @Test
    void thousandsOfKinksAreIntegratedExactly() {
        int kinks = 20_000;
        double[] points =
                IntStream.range(1, kinks).mapToDouble(i -> (double) i / kinks).toArray();
        RadialPotential teeth = new RadialPotential() {
            @Override
            public double value(double r) {
                return Math.abs(0.5 * kinks * r - Math.rint(0.5 * kinks * r));
            }

            @Override
            public double[] breakPoints() {
                return points.clone();
            }
        };
        // The mean of the teeth is a quarter; the rounding of r makes each of them wrong by 1e-16/h, to one side.
        assertThat(teeth.truncatedTransform(1, 1, 10).at(0, 0, 0)).isCloseTo(0.5, within(1e-12));
    }
}
