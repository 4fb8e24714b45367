package org.mixfield.pipeline.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mixfield.core.model.Weights;

class ParticleNumbersTest {

    private static List<String> tens(int u, int v, Weights weights) {
        return ParticleNumbers.inTens(new ParticleNumbers(u, v), weights).stream()
                .map(rung -> rung.u() + "+" + rung.v())
                .toList();
    }

    @Test
    void theRatioOfTheRunIsKeptAndItsOwnNumbersAreARung() {
        assertThat(tens(1000, 1000, Weights.ofParticles(1000, 1000)))
                .containsExactly(
                        "20+20",
                        "200+200",
                        "1000+1000",
                        "2000+2000",
                        "20000+20000",
                        "200000+200000",
                        "2000000+2000000");
        assertThat(tens(4, 6, Weights.ofParticles(4, 6)))
                .containsExactly(
                        "4+6", "20+30", "200+300", "2000+3000", "20000+30000", "200000+300000", "2000000+3000000");
        // Its own take the place of those that are near.
        assertThat(tens(180, 180, Weights.ofParticles(180, 180))).startsWith("20+20", "180+180", "2000+2000");
    }

    @Test
    void weightsThatAreNotTheRatioKeepTheDifferenceThatConditionTwoThreeAsksFor() {
        assertThat(tens(103, 97, new Weights(0.5, 0.5))).startsWith("26+20", "103+97", "233+227", "2303+2297");
    }

    @Test
    void aRatioOfLargeNumbersIsRounded() {
        assertThat(tens(997, 1009, Weights.ofParticles(997, 1009))).contains("20+21", "997+1009");
    }

    @Test
    void aLadderNearbyHasTheRunsOwnNumbers() {
        ParticleNumbers own = new ParticleNumbers(16, 8);
        assertThat(ParticleNumbers.nearby(own, Weights.ofParticles(16, 8)))
                .containsExactly(new ParticleNumbers(8, 4), own, new ParticleNumbers(32, 16));
    }
}
