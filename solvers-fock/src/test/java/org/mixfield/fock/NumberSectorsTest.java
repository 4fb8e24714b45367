package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSectorsTest {

    @ParameterizedTest
    @CsvSource({"2, 2, 1e-6", "10, 3, 1e-10", "40, 60, 1e-12"})
    void probabilityLeftOutIsWhatIsMissingAndBelowTheTail(int n1, int n2, double tail) {
        NumberSectors numbers = NumberSectors.coherent(n1, n2, tail);
        double kept = 0;
        double pairs = 0;
        for (NumberSectors.Sector sector : numbers.sectors()) {
            kept += sector.probability();
            pairs += sector.probability() * sector.n1() * sector.n2() / ((double) n1 * n2);
        }
        assertThat(numbers.leftOut()).isLessThanOrEqualTo(tail).isGreaterThan(0.3 * tail);
        assertThat(1 - kept).isCloseTo(numbers.leftOut(), within(1e-13));
        assertThat(1 - pairs).isCloseTo(numbers.pairsLeftOut(), within(1e-12));
    }

    @Test
    void hundredParticlesNeedTheKnownRange() {
        // One species at N = 100 and a probability of 1e-13 left out: n from 36 to 182; the other species widens it a
        // little.
        NumberSectors numbers = NumberSectors.coherent(100, 1, 1e-13);
        int least = numbers.sectors().stream()
                .mapToInt(NumberSectors.Sector::n1)
                .min()
                .orElseThrow();
        int most = numbers.sectors().stream()
                .mapToInt(NumberSectors.Sector::n1)
                .max()
                .orElseThrow();
        assertThat(least).isBetween(32, 36);
        assertThat(most).isBetween(182, 188);
    }

    @Test
    void estimatedStatesAreThoseOfTheSectors() {
        double states = NumberSectors.coherent(3, 4, 1e-6).sectors().stream()
                .mapToDouble(s -> OccupationBasis.dimension(s.n1(), 3) * OccupationBasis.dimension(s.n2(), 2))
                .sum();
        assertThat(NumberSectors.coherentStates(3, 3, 4, 2, 1e-6)).isEqualTo(states);
        assertThat(NumberSectors.coherentStates(1_000_000, 4, 1_000_000, 4, 1e-12))
                .isGreaterThan(1e30);
    }
}
