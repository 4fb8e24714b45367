package org.mixfield.hartree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhasesTest {

    /** A phase of 1 turned by many angles: {cos θ, sin θ} interleaved. */
    private static double[] turned(double[] potential, double factor) {
        double[] data = new double[2 * potential.length];
        for (int i = 0; i < potential.length; i++) {
            data[2 * i] = 1;
        }
        new Phases(2).rotate(1, data, potential, factor, 0, potential.length);
        return data;
    }

    /** Beyond 1e5 the angles go the slow way. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.1, 1, 30, 1e4, 9.9e4, 1e7})
    void sinesAndCosinesAreThoseOfTheMathLibrary(double scale) {
        Random random = new Random(7);
        double[] potential = random.doubles(20_011, -1, 1).toArray();
        double[] data = turned(potential, -scale);
        for (int i = 0; i < potential.length; i++) {
            assertThat(data[2 * i]).isCloseTo(Math.cos(-scale * potential[i]), within(6e-16));
            assertThat(data[2 * i + 1]).isCloseTo(Math.sin(-scale * potential[i]), within(6e-16));
        }
    }

    @Test
    void multiplesOfAQuarterTurnLandOnTheAxes() {
        double[] potential = {
            0, Math.PI / 2, Math.PI, 1.5 * Math.PI, 2 * Math.PI, -Math.PI / 2, -Math.PI, 1000 * Math.PI
        };
        double[] data = turned(potential, 1);
        for (int i = 0; i < potential.length; i++) {
            assertThat(data[2 * i]).isCloseTo(Math.cos(potential[i]), within(5e-16));
            assertThat(data[2 * i + 1]).isCloseTo(Math.sin(potential[i]), within(5e-16));
        }
    }

    @Test
    void aPotentialThatIsNotFiniteShows() {
        double[] data = turned(new double[] {1, Double.NaN, Double.POSITIVE_INFINITY}, 1);
        assertThat(data[2]).isNaN();
        assertThat(data[4]).isNaN();
    }

    @Test
    void manyTurnsForthAndBackKeepTheNorm() {
        double[] potential = new Random(3).doubles(1000, -20, 20).toArray();
        double[] data = turned(potential, 0);
        Phases phases = new Phases(1);
        for (int i = 0; i < 2000; i++) {
            phases.rotate(0, data, potential, i % 2 == 0 ? 0.37 : -0.37, 0, potential.length);
        }
        double norm = 0;
        for (double value : data) {
            norm += value * value;
        }
        // Rounding of 2000 turns, some of it of one sign.
        assertThat(norm / potential.length).isCloseTo(1, within(2e-13));
    }
}
