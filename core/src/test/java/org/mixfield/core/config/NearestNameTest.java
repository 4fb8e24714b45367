package org.mixfield.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> NAMES =
            List.of("coulomb", "yukawa", "gaussian", "soft-coulomb", "soft-yukawa", "power", "u", "v", "uu");

    @ParameterizedTest
    @CsvSource({
        "columb, coulomb",
        "yukwaa, yukawa",
        "Coulomb, coulomb",
        "yukwa, yukawa",
        "gausian, gaussian",
        "softcoulomb, soft-coulomb",
        "soft-yukava, soft-yukawa",
        "powr, power",
        "U, u",
        "uuu, uu"
    })
    void aMisspeltWordFindsItsName(String word, String name) {
        assertThat(NearestName.of(word, NAMES)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"contact", "xyz", "harmonic-oscillator"})
    void anotherWordFindsNone(String word) {
        assertThat(NearestName.of(word, NAMES)).isEmpty();
        assertThat(NearestName.hint(word, NAMES)).isEmpty();
    }

    @Test
    void theNearestOfSeveralIsTaken() {
        assertThat(NearestName.of("stiffnes", List.of("thickness", "stiffness", "stiffness2")))
                .contains("stiffness");
        assertThat(NearestName.of("ab", List.of("ac", "aa"))).contains("aa");
        assertThat(NearestName.hint("powr", NAMES)).isEqualTo("; did you mean 'power'?");
    }

    @Test
    void wordsWithoutACommonLetterAreNotNear() {
        assertThat(NearestName.of("", NAMES)).isEmpty();
        assertThat(NearestName.of("w", NAMES)).isEmpty();
        assertThat(NearestName.of("vu", NAMES)).isNotEmpty();
        assertThat(NearestName.of("a", List.of())).isEmpty();
    }
}
