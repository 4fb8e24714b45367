package org.mixfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradedQuadratureTest {

    /** ∫₀^∞ e^{−r²/w²} dr = √π w/2, up to where e^{−r²/w²} is too small to be a number. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.5, 1, 20, 100})
    void tailsThatUnderflowCostNothing(double width) {
        AtomicInteger evaluations = new AtomicInteger();
        GradedQuadrature.Integrals found = GradedQuadrature.of(
                r -> {
                    evaluations.incrementAndGet();
                    return new double[] {Math.exp(-r * r / (width * width))};
                },
                1200 * width);
        assertThat(found.converges()).isTrue();
        assertThat(found.integrals()[0] / width).isCloseTo(Math.sqrt(Math.PI) / 2, within(1e-14));
        assertThat(evaluations.get()).isLessThan(10_000);
    }

    /** ∫₀² r^{−0.9} dr = 10·2^{0.1}, and a jump at 1. */
    @Test
    void singularitiesAndJumpsAreResolved() {
        GradedQuadrature.Integrals found = GradedQuadrature.of(r -> new double[] {Math.pow(r, -0.9), r < 1 ? 1 : 0}, 2);
        assertThat(found.integrals()[0]).isCloseTo(10 * Math.pow(2, 0.1), within(1e-11));
        assertThat(found.integrals()[1]).isCloseTo(1, within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 4})
    void whatIsNotIntegrableIsTold(double exponent) {
        assertThat(GradedQuadrature.of(r -> new double[] {1, Math.pow(r, -exponent)}, 3)
                        .converges())
                .isFalse();
    }
}
