package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.mixfield.core.run.Workers;

class HermitianEigenvaluesTest {

    @Test
    void pauliMatrixHasPlusAndMinusOne() {
        double[] sigmaY = {0, 0, 0, -1, 0, 1, 0, 0};
        assertThat(HermitianEigenvalues.of(sigmaY, 2)).containsExactly(new double[] {-1, 1}, within(1e-15));
        assertThat(HermitianEigenvalues.traceNorm(sigmaY, 2)).isCloseTo(2, within(1e-15));
    }

    /** A pure state in many modes: one eigenvalue 1 and hundreds that are rounding, over a range of 1e-40 and less. */
    @Test
    void aPureStateInManyModesIsResolved() {
        int n = 400;
        double[] w = new double[2 * n];
        double square = 0;
        for (int i = 0; i < n; i++) {
            w[2 * i] = Math.exp(-0.3 * i) * Math.cos(i);
            w[2 * i + 1] = Math.exp(-0.3 * i) * Math.sin(i);
            square += w[2 * i] * w[2 * i] + w[2 * i + 1] * w[2 * i + 1];
        }
        double[] projection = new double[2 * n * n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                projection[2 * (a * n + b)] = (w[2 * a] * w[2 * b] + w[2 * a + 1] * w[2 * b + 1]) / square;
                projection[2 * (a * n + b) + 1] = (w[2 * a + 1] * w[2 * b] - w[2 * a] * w[2 * b + 1]) / square;
            }
        }
        double[] eigenvalues = HermitianEigenvalues.of(projection, n);
        assertThat(eigenvalues[n - 1]).isCloseTo(1, within(1e-13));
        assertThat(HermitianEigenvalues.traceNorm(projection, n)).isCloseTo(1, within(1e-12));
    }

    /** A random matrix against the real one of twice its size, whose eigenvalues another method finds. */
    @Test
    void eigenvaluesAreThoseOfTheRealMatrixOfTwiceTheSize() {
        int n = 50;
        double[] matrix = DensityMatrices.minusProjection(DensityMatrices.random(n, 30, 3), Systems.orbital(n, 1));
        double[][] real = new double[2 * n][2 * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                real[i][j] = matrix[2 * (i * n + j)];
                real[n + i][n + j] = real[i][j];
                real[n + i][j] = matrix[2 * (i * n + j) + 1];
                real[i][n + j] = -real[n + i][j];
            }
        }
        double[] twice = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(real)).getEigenvalues();
        java.util.Arrays.sort(twice);
        double[] once = IntStream.range(0, n).mapToDouble(i -> twice[2 * i]).toArray();
        // Both to rounding of a norm of order 1, times a factor that grows slowly with n.
        assertThat(HermitianEigenvalues.of(matrix, n)).containsExactly(once, within(5e-15));
    }

    /** −Δ on a ring with a flux: 2 − 2cos((2πj + θ)/n), in pairs that lie as close as θ makes them. */
    @Test
    void aRingWithAFluxHasItsBlochEnergies() {
        int n = 64;
        for (double flux : new double[] {0, 1e-9, 0.3}) {
            double[] ring = new double[2 * n * n];
            for (int i = 0; i < n; i++) {
                int next = (i + 1) % n;
                ring[2 * (i * n + i)] = 2;
                ring[2 * (i * n + next)] = -Math.cos(flux / n);
                ring[2 * (i * n + next) + 1] = -Math.sin(flux / n);
                ring[2 * (next * n + i)] = -Math.cos(flux / n);
                ring[2 * (next * n + i) + 1] = Math.sin(flux / n);
            }
            double[] exact = IntStream.range(0, n)
                    .mapToDouble(j -> 2 - 2 * Math.cos((2 * Math.PI * j + flux) / n))
                    .sorted()
                    .toArray();
            // The norm is 4.
            assertThat(HermitianEigenvalues.of(ring, n)).containsExactly(exact, within(2e-14));
        }
    }

    @Test
    void eigenvaluesDoNotDependOnTheNumberOfWorkers() {
        int n = 120;
        double[] gamma = DensityMatrices.random(n, 9, 1);
        try (Workers workers = Workers.of(3)) {
            assertThat(HermitianEigenvalues.of(gamma, n, workers)).containsExactly(HermitianEigenvalues.of(gamma, n));
        }
    }

    /** Orthogonal pure states are at trace distance 2, equal ones at 0, and between them it is 2√(1 − |⟨a|b⟩|²). */
    @Test
    void distanceOfPureStatesIsKnown() {
        double[] u = {0.6, 0, 0, 0.8};
        double[] v = {1, 0};
        double[] gamma = {1, 0, 0, 0, 0, 0, 0, 0};
        assertThat(MeanFieldDistance.of(gamma, u, v)).isCloseTo(2 * 0.8, within(1e-14));
        assertThat(MeanFieldDistance.fidelity(gamma, MeanFieldDistance.product(u, v)))
                .isCloseTo(0.36, within(1e-15));
        // A part outside of the modes adds a dimension: |⟨a|b⟩|² = 0.36·0.75
        double s = Math.sqrt(0.75);
        double[] inside = {0.6 * s, 0, 0, 0.8 * s};
        assertThat(MeanFieldDistance.ofVectorBeyond(gamma, inside, 0.5))
                .isCloseTo(2 * Math.sqrt(1 - 0.36 * 0.75), within(1e-14));
    }
}
