package org.mixfield.core.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

/** The JTransforms backend against a dense transform. */
class FourierTransformTest {

    /** Times the sum of the absolute inputs: rounding of a few hundred operations a value, prime lengths the worst. */
    private static final double ROUNDING = 1e-14;

    private final FourierBackend backend = JTransformsProvider.backend();

    static Stream<Arguments> shapes() {
        int[][] shapes = {
            {2},
            {3},
            {8},
            {13},
            {30},
            {49},
            {105},
            {128},
            {211},
            {257},
            {420},
            {2, 2},
            {5, 14},
            {6, 35},
            {11, 9},
            {16, 16},
            {17, 8},
            {2, 2, 2},
            {3, 5, 7},
            {4, 6, 10},
            {8, 8, 8},
            {2, 9, 11},
            {13, 4, 6},
            {7, 10, 9},
        };
        return Arrays.stream(shapes).flatMap(shape -> Stream.of(Arguments.of(shape, 1), Arguments.of(shape, 2)));
    }

    static Stream<Arguments> paddings() {
        int[][][] paddings = {
            {{2}, {2}},
            {{7}, {7}},
            {{30}, {30}},
            {{5}, {12}},
            {{9}, {15}},
            {{11}, {22}},
            {{13}, {31}},
            {{105}, {210}},
            {{2, 2}, {2, 2}},
            {{5, 14}, {5, 14}},
            {{6, 5}, {14, 15}},
            {{7, 4}, {7, 9}},
            {{9, 11}, {18, 22}},
            {{3, 8}, {10, 8}},
            {{2, 2, 2}, {4, 4, 4}},
            {{3, 5, 7}, {3, 5, 7}},
            {{3, 4, 5}, {7, 8, 10}},
            {{4, 6, 10}, {8, 12, 20}},
            {{5, 3, 4}, {5, 7, 9}},
            {{2, 7, 3}, {11, 14, 6}},
        };
        return Arrays.stream(paddings)
                .flatMap(pair -> Stream.of(Arguments.of(pair[0], pair[1], 1), Arguments.of(pair[0], pair[1], 2)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void complexTransformAgreesWithADenseOne(int[] shape, int count) {
        double[] data = random(2 * product(shape));
        double[] expected = DenseTransform.forward(data, shape);
        double[] actual = data.clone();
        try (Workers workers = Workers.of(count)) {
            backend.complex(workers, shape).forward(actual);
        }
        assertThat(actual).containsExactly(expected, within(ROUNDING * absoluteSum(data)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void inverseUndoesForward(int[] shape, int count) {
        double[] data = random(2 * product(shape));
        double[] actual = data.clone();
        try (Workers workers = Workers.of(count)) {
            FourierTransform transform = backend.complex(workers, shape);
            transform.forward(actual);
            transform.inverse(actual);
        }
        // The inverse averages over n values: what is left is rounding of numbers of order 1.
        assertThat(actual).containsExactly(data, within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void sumOfSquaresIsPreserved(int[] shape, int count) {
        double[] data = random(2 * product(shape));
        double before = squareSum(data);
        try (Workers workers = Workers.of(count)) {
            backend.complex(workers, shape).forward(data);
        }
        // Relative rounding of a sum of positive terms.
        assertThat(squareSum(data) / product(shape)).isCloseTo(before, within(1e-13 * before));
    }

    @ParameterizedTest
    @MethodSource("paddings")
    void realTransformAgreesWithADenseOneOfThePaddedArray(int[] shape, int[] padded, int count) {
        double[] values = random(product(shape));
        double[] kept = values.clone();
        double[] expected = DenseTransform.half(DenseTransform.forward(pad(values, shape, padded), padded), padded);
        try (Workers workers = Workers.of(count)) {
            RealFourierTransform transform = backend.real(workers, shape, padded);
            double[] spectrum = random(transform.spectrumLength());
            transform.forward(values, spectrum);
            assertThat(spectrum).containsExactly(expected, within(ROUNDING * absoluteSum(values)));
            assertThat(values).as("the input is unchanged").isEqualTo(kept);

            double[] back = random(values.length);
            transform.inverse(spectrum, back);
            assertThat(back).containsExactly(values, within(1e-13));
        }
    }

    @Test
    void inverseOfARealTransformKeepsTheCornerOfThePaddedArray() {
        int[] shape = {3, 2, 4};
        int[] padded = {5, 6, 9};
        double[] wide = random(product(padded));
        double[] spectrum = DenseTransform.half(DenseTransform.forward(complex(wide), padded), padded);
        double[] corner = new double[product(shape)];
        try (Workers workers = Workers.of(1)) {
            backend.real(workers, shape, padded).inverse(spectrum, corner);
        }
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 2; b++) {
                for (int c = 0; c < 4; c++) {
                    assertThat(corner[(a * 2 + b) * 4 + c]).isCloseTo(wide[(a * 6 + b) * 9 + c], within(1e-13));
                }
            }
        }
    }

    @Test
    void oneAndManyWorkersGiveTheSameBits() {
        int[] shape = {6, 10, 9};
        double[] data = random(2 * product(shape));
        double[] one = data.clone();
        double[] many = data.clone();
        try (Workers single = Workers.of(1);
                Workers several = Workers.of(4)) {
            backend.complex(single, shape).forward(one);
            backend.complex(several, shape).forward(many);
        }
        assertThat(many).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void anInputThatIsNotFiniteIsANumericalFailure(double bad) {
        for (int count = 1; count <= 2; count++) {
            try (Workers workers = Workers.of(count)) {
                double[] data = new double[2 * 6 * 5 * 11];
                data[371] = bad;
                assertThatThrownBy(() -> backend.complex(workers, 6, 5, 11).forward(data))
                        .isInstanceOf(NumericalException.class)
                        .hasMessageContaining("not finite");
                assertThatThrownBy(() -> backend.complex(workers, 6, 5, 11).inverse(data))
                        .isInstanceOf(NumericalException.class);

                RealFourierTransform real = backend.real(workers, new int[] {4, 6}, new int[] {8, 12});
                double[] values = new double[24];
                values[23] = bad;
                assertThatThrownBy(() -> real.forward(values, new double[real.spectrumLength()]))
                        .isInstanceOf(NumericalException.class);
                double[] spectrum = new double[real.spectrumLength()];
                spectrum[2] = bad;
                assertThatThrownBy(() -> real.inverse(spectrum, new double[24])).isInstanceOf(NumericalException.class);
            }
        }
    }

    @Test
    void overflowInsideATransformIsANumericalFailure() {
        try (Workers workers = Workers.of(1)) {
            double[] data = new double[16];
            Arrays.fill(data, Double.MAX_VALUE);
            assertThatThrownBy(() -> backend.complex(workers, 8).forward(data)).isInstanceOf(NumericalException.class);
        }
    }

    @Test
    void paddingThatShortensAnAxisIsRefused() {
        try (Workers workers = Workers.of(1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> backend.real(workers, new int[] {4, 6}, new int[] {8, 5}));
        }
    }

    @Test
    void aPaddedShapeBeyondOneArrayIsRefusedBeforeAnyMemoryIsTaken() {
        try (Workers workers = Workers.of(1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> backend.real(workers, new int[] {2, 2, 2}, new int[] {2048, 2048, 2048}))
                    .withMessageContaining("fewer grid points");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 22, 62, 94, 127, 256, 1023})
    void fastLengthsAreEvenNotShorterAndHaveSmallFactorsOnly(int least) {
        int length = backend.fastEvenLength(least);
        assertThat(length).isGreaterThanOrEqualTo(least).isEven();
        int rest = length;
        for (int factor : new int[] {2, 3, 5}) {
            while (rest % factor == 0) {
                rest /= factor;
            }
        }
        assertThat(rest).isEqualTo(1);
    }

    @Test
    void theProviderIsNamedAsInAConfiguration() {
        JTransformsProvider provider = new JTransformsProvider();
        assertThat(provider.name()).isEqualTo("jtransforms");
        assertThat(provider.create(Settings.of(Map.of(), new Problems())).fastEvenLength(7))
                .isEqualTo(8);
    }

    private static double[] random(int count) {
        return new Random(count).doubles(count, -1, 1).toArray();
    }

    private static int product(int[] shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    private static double absoluteSum(double[] data) {
        return Arrays.stream(data).map(Math::abs).sum();
    }

    private static double squareSum(double[] data) {
        return Arrays.stream(data).map(x -> x * x).sum();
    }

    private static double[] complex(double[] values) {
        double[] data = new double[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            data[2 * i] = values[i];
        }
        return data;
    }

    /** Interleaved, with zeros beyond the values on every axis. */
    private static double[] pad(double[] values, int[] shape, int[] padded) {
        double[] data = new double[2 * product(padded)];
        for (int index = 0; index < values.length; index++) {
            int rest = index;
            int target = 0;
            int stride = 1;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                target += rest % shape[axis] * stride;
                rest /= shape[axis];
                stride *= padded[axis];
            }
            data[2 * target] = values[index];
        }
        return data;
    }
}
