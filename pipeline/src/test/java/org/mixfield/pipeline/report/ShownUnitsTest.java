package org.mixfield.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownUnitsTest {

    @Test
    void withoutUnitsTheWordsStandForThem() {
        ShownUnits units = ShownUnits.of(Map.of());

        assertThat(units.of("time")).isEqualTo(new ShownUnits.Shown(1, "units of time"));
        assertThat(units.of("1/length^2").text()).isEqualTo("units of 1/length²");
        assertThat(units.of("1").text()).isEmpty();
        assertThat(units.of("mm").text()).isEqualTo("mm");
    }

    @Test
    void withUnitsNumbersAreInMicrometresAndMilliseconds() {
        ShownUnits units = ShownUnits.of(Map.of("units", Map.of("length", "0.5 um", "mass", "87 u")));

        assertThat(units.of("length").factor()).isCloseTo(0.5, within(1e-15));
        assertThat(units.of("length^2")).isEqualTo(new ShownUnits.Shown(0.25, "µm²"));
        assertThat(units.of("1/length").text()).isEqualTo("µm⁻¹");
        assertThat(units.of("1/length").factor()).isCloseTo(2, within(1e-14));
        assertThat(units.of("energy").text()).isEqualTo("h·Hz");
        // a time and the frequency of an energy are reciprocal but for 2π; 1 ms is 1e-3/Hz
        assertThat(units.of("energy").factor() * units.of("time").factor() * 2 * Math.PI)
                .isCloseTo(1e3, within(1e-9));
        assertThat(units.of("acme")).isEqualTo(new ShownUnits.Shown(1, "acme"));
    }
}
