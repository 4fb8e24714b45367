package org.mixfield.core.propagator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ReducedDensityTest {

    @Test
    void sizeIsTheProductOfTheNumbersOfModes() {
        assertThat(new ReducedDensity(2, 3, new double[72]).size()).isEqualTo(6);
    }

    @Test
    void aMatrixOfAnotherSizeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReducedDensity(2, 3, new double[36]))
                .withMessageContaining("6 by 6 complex matrix");
    }
}
