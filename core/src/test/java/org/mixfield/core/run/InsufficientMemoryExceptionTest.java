package org.mixfield.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsufficientMemoryExceptionTest {

    private static final double GIB = 1L << 30;

    private final List<MemoryNeed> needs = List.of(
            new MemoryNeed("kernels", 0.5 * GIB, "fewer grid points"),
            new MemoryNeed("Krylov vectors", 3 * GIB, "fewer modes or particles"));

    @Test
    void whatDoesNotFitIsSaidInWordsLargestNeedFirstWithItsRemedy() {
        assertThatThrownBy(() -> InsufficientMemoryException.check(needs, 2 * GIB))
                .isInstanceOf(InsufficientMemoryException.class)
                .hasMessage("the run needs 3.5 GiB of memory and 2.0 GiB are available: Krylov vectors 3.0 GiB, kernels"
                        + " 512.0 MiB; give it more (MIXFIELD_OPTS=-Xmx...) or take fewer modes or particles");
    }

    @Test
    void whatFitsPasses() {
        assertThatCode(() -> InsufficientMemoryException.check(needs, 3.5 * GIB))
                .doesNotThrowAnyException();
        assertThatCode(() -> InsufficientMemoryException.check(List.of(), 0)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 KiB",
        "512, 0.5 KiB",
        "2048, 2.0 KiB",
        "3145728, 3.0 MiB",
        "1073741824, 1.0 GiB",
        "1e18, 9.3e+08 GiB",
        "1e40, 9.3e+30 GiB"
    })
    void bytesAreWrittenInWords(double bytes, String words) {
        assertThat(InsufficientMemoryException.words(bytes)).isEqualTo(words);
    }
}
