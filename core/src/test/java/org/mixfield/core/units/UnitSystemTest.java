package org.mixfield.core.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitSystemTest {

    private static final double H_BAR = 1.054571817646156e-34;
    private static final double DALTON = 1.66053906892e-27;

    /** Products of a few factors, each rounded. */
    private static final double ROUNDING = 1e-14;

    private final UnitSystem units = UnitSystem.of("0.5 um", "87 u");

    private static Dimension dimension(String text) {
        return Dimension.of(text).orElseThrow();
    }

    /** M L²/ħ of 87 u and half a micrometre. */
    private static final double TIME = 87 * DALTON * 0.25e-12 / H_BAR;

    private double number(String quantity, String dimension) {
        return units.number(quantity, dimension(dimension));
    }

    private static void assertRelative(double actual, double expected) {
        assertThat(actual / expected).isCloseTo(1, within(ROUNDING));
    }

    @Test
    void theUnitsOfTimeAndEnergyFollowFromLengthAndMass() {
        assertRelative(number("1 s", "time"), 1 / TIME);
        assertRelative(number("1 J", "energy"), TIME / H_BAR);
        assertRelative(number("1 J", "energy") * number("1 s", "time"), 1 / H_BAR);
        assertRelative(number("3 um", "length"), 6);
        assertRelative(number("41 u", "mass"), 41 / 87.0);
        assertRelative(number("1 kg", "mass"), 1 / (87 * DALTON));
    }

    @Test
    void hertzCountCyclesWhetherOfAFrequencyOrOfAnEnergy() {
        assertRelative(number("50 Hz", "frequency"), 2 * Math.PI * 50 * TIME);
        assertRelative(number("50 Hz", "energy"), number("3.3130350750e-32 J", "energy")); // 50 h
        assertRelative(number("2 rad/s", "frequency"), 2 * TIME);
    }

    @Test
    void temperaturesAreEnergies() {
        assertRelative(number("10 nK", "energy"), 10e-9 * 1.380649e-23 * TIME / H_BAR);
    }

    @Test
    void unitsMayBeMultipliedAndDivided() {
        assertRelative(number("2 1/um", "1/length"), 1);
        assertRelative(number("2 um^-1", "momentum"), 1);
        assertRelative(number("7 Hz/um^2", "energy/length²"), 7 * number("1 Hz", "energy") / 4);
        assertRelative(number("7 Hz/µm²", "energy/length^2"), 7 * number("1 Hz", "energy") / 4);
        assertRelative(number("7 nK*um^3", "energy·length³"), 7 * 8 * number("1 nK", "energy"));
    }

    /** Codata 2022: 1 a0 = 5.29177210544e-11 m, 1 me = 9.1093837139e-31 kg, 1 Eh = 4.3597447222060e-18 J. */
    @Test
    void atomicUnitsAreOneAnother() {
        UnitSystem atomic = UnitSystem.of("1 a0", "1 me");
        assertThat(atomic.number("1 a0", dimension("length"))).isEqualTo(1);
        assertThat(atomic.number("1 me", dimension("mass"))).isEqualTo(1);
        // Eh = hbar^2/(me a0^2): three measured numbers of twelve digits or fewer.
        assertThat(atomic.number("1 Eh", dimension("energy"))).isCloseTo(1, within(3e-10));
        assertThat(atomic.number("27.211386245981 eV", dimension("energy"))).isCloseTo(1, within(3e-10));
    }

    @Test
    void decimalsStayDecimals() {
        UnitSystem micro = UnitSystem.of("um", "86.909180531 u");
        for (double value : new double[] {0.1, 0.2, 0.3, 0.7, 14.1}) {
            assertThat(micro.number(value + " um", dimension("length"))).isEqualTo(value);
            assertThat(micro.number(value + " nm", dimension("length"))).isEqualTo(value / 1000);
        }
        assertThat(micro.number("86.909180531 u", dimension("mass"))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "3 ms,   length,    this is a time",
        "1 um,   time,      this is a length",
        "1 u,    energy,    this is a mass",
        "50 Hz,  length,    this is an energy or a frequency",
        "1 1/um, length,    this is a momentum",
        "1 m^3,  length,    this is length^3·mass^0",
        "1 foot, length,    'foot' is no unit",
        "1 um^^2, length,   is no product"
    })
    void whatMeasuresSomethingElseIsRefused(String quantity, String dimension, String reason) {
        assertThatThrownBy(() -> number(quantity, dimension))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"3 ms, 1 u", "0 um, 1 u", "-1 um, 1 u", "1 um, 1 um", "1 um, 1 stone", "1 um, ''"})
    void aSystemNeedsALengthAndAMass(String length, String mass) {
        assertThatThrownBy(() -> UnitSystem.of(length, mass)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersAreShownAsAConfigurationAcceptsThem() {
        for (String text :
                new String[] {"length", "mass", "time", "energy", "1/length", "length^2", "energy·length^3"}) {
            Dimension dimension = dimension(text);
            String shown = units.show(1.25, dimension);
            // Six digits are shown.
            assertThat(units.number(shown, dimension)).as(shown).isCloseTo(1.25, within(1e-5));
        }
        assertThat(units.show(2, dimension("length"))).isEqualTo("1 um");
        assertThat(units.show(2e7, dimension("length"))).isEqualTo("1E+7 um");
        assertThat(units.show(4, dimension("1/length"))).isEqualTo("8 um^-1");
        assertThat(units.show(0, dimension("length"))).isEqualTo("0 um");
        assertThat(units.show(1, dimension("1"))).isEmpty();
    }

    @Test
    void dimensionsAreReadFromTheirWords() {
        assertThat(dimension("energy·time").isPure()).isTrue();
        assertThat(dimension("mass·length²").isThatOf(dimension("time"))).isTrue();
        assertThat(dimension("frequency").isThatOf(dimension("energy"))).isTrue();
        assertThat(Dimension.of("energy·length^exponent")).isEmpty();
        assertThat(Dimension.of("energy, r in units of length")).isEmpty();
        assertThat(Dimension.of("-")).isEmpty();
        assertThat(Dimension.of("")).isEmpty();
    }
}
