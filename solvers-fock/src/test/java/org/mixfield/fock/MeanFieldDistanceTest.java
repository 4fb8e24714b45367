package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeanFieldDistanceTest {

    private static final double[] ONE = {1, 0};

    /** Mixed states of every rank, against the sum of the moduli of all eigenvalues of γ − P. */
    @ParameterizedTest
    @CsvSource({"2, 1", "5, 2", "12, 12", "40, 3", "60, 60"})
    void theDistanceIsTheTraceNorm(int n, int rank) {
        double[] gamma = DensityMatrices.random(n, rank, 7L * n + rank);
        double[] w = Systems.orbital(n, 3);
        double[] difference = DensityMatrices.minusProjection(gamma, w);
        // n eigenvalues, each with the rounding of a norm of order 1.
        assertThat(MeanFieldDistance.of(gamma, w, ONE))
                .isCloseTo(HermitianEigenvalues.traceNorm(difference, n), within(n * 1e-15));
    }

    /** γ = (1 − ε)P + ε times another state: the smaller ε, the more the eigenvalues are those of ε times the difference. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-1, 1e-3, 1e-6, 1e-9})
    void nearlyPureStatesAreAsFarAsTheirMixing(double mixing) {
        int n = 30;
        double[] w = Systems.orbital(n, 8);
        double[] other = DensityMatrices.random(n, 4, 5);
        double[] pure = DensityMatrices.pure(w);
        double[] gamma = new double[pure.length];
        for (int i = 0; i < gamma.length; i++) {
            gamma[i] = (1 - mixing) * pure[i] + mixing * other[i];
        }
        double whole = HermitianEigenvalues.traceNorm(DensityMatrices.minusProjection(other, w), n);
        // Entries of γ are rounded to 1e-16 of those of P.
        assertThat(MeanFieldDistance.of(gamma, w, ONE)).isCloseTo(mixing * whole, within(2e-15));
    }

    /** Two pure states at an angle ε: 2 sin ε, of which the eigenvector lies halfway between them. */
    @ParameterizedTest
    @ValueSource(doubles = {1.2, 1e-2, 1e-5, 1e-8, 1e-12, 0})
    void pureStatesAtAnAngleAreTwiceItsSineApart(double angle) {
        int n = 200;
        double[] w = Systems.orbital(n, 1);
        double[] turned = DensityMatrices.turned(w, Systems.orbital(n, 2), angle);
        double distance = MeanFieldDistance.of(DensityMatrices.pure(turned), w, ONE);
        // The angle itself is in the vectors to 1e-16 only.
        assertThat(distance).isCloseTo(2 * Math.sin(angle), within(3e-15));
        assertThat(distance).isNotNegative();
    }

    /** An unnormalised vector and none at all: the trace norm is still the sum of the moduli. */
    @Test
    void theVectorNeedNotBeNormalised() {
        int n = 9;
        double[] gamma = DensityMatrices.random(n, 5, 2);
        double[] w = Systems.orbital(n, 4);
        for (double factor : new double[] {0, 1e-3, 0.7, 1.6}) {
            double[] scaled = java.util.Arrays.stream(w).map(x -> factor * x).toArray();
            double norm = HermitianEigenvalues.traceNorm(DensityMatrices.minusProjection(gamma, scaled), n);
            assertThat(MeanFieldDistance.of(gamma, scaled, ONE)).isCloseTo(norm, within(1e-14));
        }
    }

    @Test
    void aMatrixThatIsNotFiniteHasNoDistance() {
        double[] gamma = DensityMatrices.random(3, 2, 2);
        gamma[4] = Double.NaN;
        assertThat(MeanFieldDistance.of(gamma, Systems.orbital(3, 1), ONE)).isNaN();
        assertThat(HermitianEigenvalues.of(gamma, 3)).containsOnly(Double.NaN);
    }
}
