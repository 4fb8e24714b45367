package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccupationBasisTest {

    @ParameterizedTest
    @CsvSource({"0, 3, 1", "5, 1, 1", "1, 4, 4", "12, 4, 455", "7, 2, 8", "3, 6, 56"})
    void everyStateHasItsOwnRankAndAllParticles(int particles, int modes, int dimension) {
        OccupationBasis basis = new OccupationBasis(particles, modes);
        assertThat(basis.dimension()).isEqualTo(dimension);
        int[] n = new int[modes];
        for (int state = 0; state < dimension; state++) {
            basis.occupations(state, n);
            assertThat(java.util.Arrays.stream(n).sum()).isEqualTo(particles);
            assertThat(basis.rank(n)).isEqualTo(state);
        }
    }

    @Test
    void amplitudesOfAFactorisedStateAreMultinomial() {
        OccupationBasis basis = new OccupationBasis(3, 2);
        double a = Math.sqrt(0.3);
        double b = Math.sqrt(0.7);
        double[] amplitudes = FactorisedAmplitudes.of(new double[] {a, 0, 0, b}, basis);
        // n₁ = 1: √3 a² (ib), n₁ = 2: √3 a (ib)²
        assertThat(amplitudes[2 * basis.rank(new int[] {2, 1}) + 1]).isCloseTo(Math.sqrt(3) * 0.3 * b, within(1e-15));
        assertThat(amplitudes[2 * basis.rank(new int[] {1, 2})]).isCloseTo(-Math.sqrt(3) * a * 0.7, within(1e-15));
    }

    @Test
    void amplitudesOfManyParticlesHaveNormOne() {
        for (int n : new int[] {1, 50, 3000}) {
            double[] amplitudes = FactorisedAmplitudes.of(new double[] {0.6, 0, 0, 0.8}, new OccupationBasis(n, 2));
            double norm = 0;
            for (double x : amplitudes) {
                norm += x * x;
            }
            // A product of n factors, each rounded.
            assertThat(norm).isCloseTo(1, within(n * 1e-15 + 1e-15));
        }
    }

    @Test
    void moreStatesThanFitATableAreRefused() {
        assertThatThrownBy(() -> new OccupationBasis(1_000_000, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("states");
    }
}
