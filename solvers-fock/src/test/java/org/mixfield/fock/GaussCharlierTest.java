package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussCharlierTest {

    /** E[n(n−1)…(n−r+1)] = N^r for the Poisson distribution, a polynomial of degree r. */
    @ParameterizedTest
    @CsvSource({"16, 3", "20, 5", "20, 6", "100, 5", "1000, 8", "1000000, 6"})
    void factorialMomentsAreExactUpToTheDegreeOfTheRule(double mean, int nodes) {
        GaussCharlier rule = GaussCharlier.of(mean, nodes);
        for (int r = 0; r < 2 * nodes; r++) {
            double sum = 0;
            for (int i = 0; i < nodes; i++) {
                double product = rule.weights()[i];
                for (int k = 0; k < r; k++) {
                    product *= (mean + rule.above()[i] - k) / mean;
                }
                sum += product;
            }
            // Weights and nodes carry the rounding of a small eigenproblem; the products have up to 16 factors up to 2.
            assertThat(sum).isCloseTo(1, within(1e-11));
        }
    }

    /** The nodes for N → ∞ are those of Gauss–Hermite, N ± √N·1.355626179974266 and so on (q = 5). */
    @ParameterizedTest
    @CsvSource({"1e10, 5"})
    void forManyParticlesTheNodesAreThoseOfTheNormalDistribution(double mean, int nodes) {
        double[] hermite = {-2.8569700138728056, -1.355626179974266, 0, 1.355626179974266, 2.8569700138728056};
        double[] above = GaussCharlier.of(mean, nodes).above();
        for (int i = 0; i < nodes; i++) {
            // The next order is (x² + O(1))/(6√N).
            assertThat(above[i] / Math.sqrt(mean)).isCloseTo(hermite[i], within(5e-5));
        }
    }
}
