package org.mixfield.pipeline.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.potential.FormBound;

class FormBoundViewTest {

    @ParameterizedTest
    @CsvSource({
        "0.8844633633300166, 0.8844633814849454, K = 0.88446337(2)",
        "0.9999999912, 1.0000000088, K = 1.000000000(9)",
        "1, 1.0000000000000002, K = 1.0000000000000001(2)",
        "1.23456e-9, 1.234561e-9, K = 1.2345605(6)e-9",
        "3.7500001e12, 3.7500002e12, K = 3.75000015(5)e12",
        "12345.678, 12345.679, K = 12345.6785(6)",
        "2.1134, 2.1287, 2.113 <= K <= 2.129",
        "0, 2.25, K <= 2.25",
        "0, 2.00001, K <= 2.001",
        "2, 2, K = 2"
    })
    void aComputedConstantIsWrittenAsWhatIsKnownOfIt(double lower, double upper, String expected) {
        assertThat(FormBoundView.constant(new FormBound.Computed(lower, upper, "shooting")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"16, K = 16", "0, K = 0", "0.25, K = 0.25", "4e-12, K = 4e-12", "4e9, K = 4e9"})
    void aProvenConstantIsWrittenInFull(double k, String expected) {
        assertThat(FormBoundView.constant(new FormBound.Proven(k, "Hardy"))).isEqualTo(expected);
    }

    @Test
    void everyBoundHasTheSameKeys() {
        assertThat(Json.write(FormBoundView.toMap(new FormBound.Proven(4, "Hardy"))))
                .isEqualToIgnoringWhitespace("""
                        {"verdict": "proven", "K": {"lower": 4.0, "upper": 4.0}, "source": "Hardy", "witness": null}
                        """);
        assertThat(Json.write(FormBoundView.toMap(new FormBound.Computed(1, 2, "shooting"))))
                .isEqualToIgnoringWhitespace("""
                        {"verdict": "computed", "K": {"lower": 1.0, "upper": 2.0}, "source": "shooting", "witness": null}
                        """);
        assertThat(Json.write(FormBoundView.toMap(new FormBound.Violated(
                        new FormBound.Witness("Gaussians", List.of(new FormBound.Trial(0.5, 3)))))))
                .isEqualToIgnoringWhitespace("""
                        {"verdict": "violated", "K": null, "source": null,
                         "witness": {"family": "Gaussians", "trials": [{"parameter": 0.5, "ratio": 3.0}]}}
                        """);
    }
}
