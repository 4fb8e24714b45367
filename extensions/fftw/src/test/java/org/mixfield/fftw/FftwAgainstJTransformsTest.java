package org.mixfield.fftw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.FourierBackend;
import org.mixfield.core.spectral.FourierTransform;
import org.mixfield.core.spectral.JTransformsProvider;
import org.mixfield.core.spectral.RealFourierTransform;

/** Two libraries, the same numbers: lengths with factors 2, 3, 5 and 7 and prime ones, in one to three dimensions. */
class FftwAgainstJTransformsTest {

    /** Relative to the largest value: rounding of some tens of operations, each value of order 1. */
    private static final double ROUNDING = 1e-13;

    private static final Workers WORKERS = Workers.of(2);
    private static final FourierBackend REFERENCE = JTransformsProvider.backend();

    private static FourierBackend fftw() {
        return new FftwProvider().create(Settings.of(Map.of(), new Problems()));
    }

    @BeforeAll
    static void available() {
        Optional<String> missing = new FftwProvider().unavailable();
        assumeTrue(missing.isEmpty(), () -> "FFTW: " + missing.orElseThrow());
    }

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static int[] shape(String text) {
        return Arrays.stream(text.split("x")).mapToInt(Integer::parseInt).toArray();
    }

    private static int size(int... shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    private static double[] random(int count) {
        return new Random(count).doubles(count, -1, 1).toArray();
    }

    private static void same(double[] actual, double[] expected, String what) {
        double scale = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            scale = Math.max(scale, Math.abs(expected[i]));
            // Not a number is never the same.
            difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
        }
        assertThat(actual).hasSameSizeAs(expected);
        assertThat(difference).as(what).isLessThan(ROUNDING * scale);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2",
                "30",
                "49",
                "64",
                "97",
                "1009",
                "4096",
                "13x17",
                "35x30",
                "64x49",
                "128x3",
                "7x11x13",
                "30x35x17",
                "49x8x10",
                "32x36x64"
            })
    void complexTransformsAreTheSame(String text) {
        int[] shape = shape(text);
        FourierTransform mine = fftw().complex(WORKERS, shape);
        FourierTransform other = REFERENCE.complex(WORKERS, shape);
        double[] actual = random(2 * size(shape));
        double[] expected = actual.clone();
        mine.forward(actual);
        other.forward(expected);
        same(actual, expected, "forward");
        mine.inverse(actual);
        other.inverse(expected);
        same(actual, expected, "inverse");
        mine.filter(actual, FftwAgainstJTransformsTest::smooth);
        other.filter(expected, FftwAgainstJTransformsTest::smooth);
        same(actual, expected, "filter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15-30",
                "64-128",
                "13-13",
                "17-49",
                "17x13-35x30",
                "30x35-64x70",
                "9x8x7-18x16x14",
                "16x17x15-32x35x30",
                "10x49x13-10x49x13"
            })
    void paddedRealTransformsAreTheSame(String text) {
        int[] shape = shape(text.substring(0, text.indexOf('-')));
        int[] padded = shape(text.substring(text.indexOf('-') + 1));
        RealFourierTransform mine = fftw().real(WORKERS, shape, padded);
        RealFourierTransform other = REFERENCE.real(WORKERS, shape, padded);
        double[] values = random(size(shape));
        double[] actual = new double[mine.spectrumLength()];
        double[] expected = new double[other.spectrumLength()];
        mine.forward(values, actual);
        other.forward(values, expected);
        same(actual, expected, "forward");
        double[] back = new double[values.length];
        mine.inverse(actual, back);
        same(back, values, "there and back");
        double[][] fields = {random(size(shape)), random(size(shape) + 1)};
        fields[1] = Arrays.copyOf(fields[1], fields[0].length);
        double[][] others = {fields[0].clone(), fields[1].clone()};
        mine.filter(fields, FftwAgainstJTransformsTest::smooth);
        other.filter(others, FftwAgainstJTransformsTest::smooth);
        same(fields[0], others[0], "first field");
        same(fields[1], others[1], "second field");
    }

    /** Another factor for each point, and something of the first field in the last. */
    private static void smooth(double[][] spectra, int offset, int first, int stride, int count) {
        for (int j = 0; j < count; j++) {
            double factor = 1.0 / (2 + (first + j * stride) % 19);
            for (int i = 2 * (offset + j); i < 2 * (offset + j) + 2; i++) {
                spectra[spectra.length - 1][i] *= factor;
                if (spectra.length > 1) {
                    spectra[1][i] += 0.25 * spectra[0][i];
                }
            }
        }
    }
}
