package org.mixfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Settings;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.FourierBackend;
import org.mixfield.core.spectral.FourierTransform;
import org.mixfield.core.spectral.FourierTransformProvider;
import org.mixfield.core.spectral.RealFourierTransform;

/** What every Fourier backend must keep, against a dense transform. */
@API(status = API.Status.EXPERIMENTAL)
public abstract class FourierTransformContract extends ProviderContract<FourierTransformProvider> {

    /** Times the sum of the absolute inputs: rounding of a few hundred operations a value, prime lengths the worst. */
    private static final double ROUNDING = 1e-14;

    private static final int[][] SHAPES = {
        {2}, {3}, {8}, {13}, {30}, {49}, {128}, {211}, {2, 2}, {5, 14}, {11, 9}, {16, 16}, {2, 2, 2}, {3, 5, 7},
        {8, 8, 8}
    };

    private static final int[][][] PADDINGS = {
        {{2}, {2}},
        {{5}, {12}},
        {{9}, {15}},
        {{13}, {31}},
        {{5, 14}, {5, 14}},
        {{6, 5}, {14, 15}},
        {{3, 8}, {10, 8}},
        {{2, 2, 2}, {4, 4, 4}},
        {{3, 4, 5}, {7, 8, 10}},
        {{5, 3, 4}, {5, 7, 9}}
    };

    @Override
    final FourierBackend create(FourierTransformProvider provider, Settings settings) {
        return provider.create(settings);
    }

    private FourierBackend backend() {
        return (FourierBackend) created();
    }

    private static void withWorkers(Consumer<Workers> task) {
        for (int count = 1; count <= 2; count++) {
            try (Workers workers = Workers.of(count)) {
                task.accept(workers);
            }
        }
    }

    @Test
    void complexTransformAgreesWithADenseOne() {
        withWorkers(workers -> {
            for (int[] shape : SHAPES) {
                double[] data = random(2 * product(shape));
                double[] actual = data.clone();
                backend().complex(workers, shape).forward(actual);
                assertThat(actual)
                        .as(Arrays.toString(shape))
                        .containsExactly(DenseTransform.forward(data, shape), within(ROUNDING * absoluteSum(data)));
            }
        });
    }

    @Test
    void inverseUndoesForward() {
        withWorkers(workers -> {
            for (int[] shape : SHAPES) {
                double[] data = random(2 * product(shape));
                double[] actual = data.clone();
                FourierTransform transform = backend().complex(workers, shape);
                transform.forward(actual);
                transform.inverse(actual);
                // The inverse averages over n values: what is left is rounding of numbers of order 1.
                assertThat(actual).as(Arrays.toString(shape)).containsExactly(data, within(1e-13));
            }
        });
    }

    /** The spectrum of ∂ψ is ikψ(k), and 0 at the highest wave number of an even axis, whose share of Σ|ψ|² is told. */
    @Test
    void derivativesMultiplyADenseSpectrumByItsWaveNumbers() {
        withWorkers(workers -> {
            for (int[] shape : SHAPES) {
                double[] data = random(2 * product(shape));
                double[] spectrum = DenseTransform.forward(data, shape);
                for (int axis = 0; axis < shape.length; axis++) {
                    double[] derivative = random(data.length);
                    double left = backend().complex(workers, shape).differentiate(axis, data, derivative, 0.3);
                    double[] expected = spectrum.clone();
                    double expectedLeft = 0;
                    for (int k = 0; k < product(shape); k++) {
                        int inner = product(Arrays.copyOfRange(shape, axis + 1, shape.length));
                        int n = shape[axis];
                        int j = k / inner % n;
                        double re = spectrum[2 * k];
                        double im = spectrum[2 * k + 1];
                        expectedLeft += 2 * j == n ? re * re + im * im : 0;
                        double wave = 2 * j == n ? 0 : 0.3 * (2 * j < n ? j : j - n);
                        expected[2 * k] = -wave * im;
                        expected[2 * k + 1] = wave * re;
                    }
                    double largest = 0.15 * shape[axis];
                    assertThat(DenseTransform.forward(derivative, shape))
                            .as("%s, axis %d", Arrays.toString(shape), axis)
                            .containsExactly(expected, within(4 * ROUNDING * largest * absoluteSum(data)));
                    assertThat(left).isCloseTo(expectedLeft / product(shape), within(1e-13 * expectedLeft));
                }
            }
        });
    }

    @Test
    void realTransformIsTheHalfOfADenseOneOfThePaddedArrayAndItsInputIsUnchanged() {
        withWorkers(workers -> {
            for (int[][] pair : PADDINGS) {
                double[] values = random(product(pair[0]));
                double[] kept = values.clone();
                double[] dense = DenseTransform.forward(DenseTransform.pad(values, pair[0], pair[1]), pair[1]);
                RealFourierTransform transform = backend().real(workers, pair[0], pair[1]);
                double[] spectrum = random(transform.spectrumLength());
                transform.forward(values, spectrum);
                assertThat(spectrum)
                        .as(Arrays.deepToString(pair))
                        .containsExactly(DenseTransform.half(dense, pair[1]), within(ROUNDING * absoluteSum(values)));
                assertThat(values).as("the input is unchanged").isEqualTo(kept);
            }
        });
    }

    @Test
    void inverseOfARealTransformKeepsTheCornerOfThePaddedArray() {
        withWorkers(workers -> {
            for (int[][] pair : PADDINGS) {
                double[] wide = random(product(pair[1]));
                double[] spectrum = DenseTransform.half(
                        DenseTransform.forward(DenseTransform.pad(wide, pair[1], pair[1]), pair[1]), pair[1]);
                double[] corner = random(product(pair[0]));
                backend().real(workers, pair[0], pair[1]).inverse(spectrum, corner);
                assertThat(corner)
                        .as(Arrays.deepToString(pair))
                        .containsExactly(DenseTransform.corner(wide, pair[1], pair[0]), within(1e-13));
            }
        });
    }

    /** A filter that tells every point of the spectra apart, seen against the whole spectra. */
    @Test
    void filteringIsTransformingChangingAndTransformingBack() {
        withWorkers(workers -> {
            for (int[][] pair : PADDINGS) {
                for (int count = 1; count <= 2; count++) {
                    double[][] fields = new double[count][];
                    double[][] expected = new double[count][];
                    for (int i = 0; i < count; i++) {
                        fields[i] = random(product(pair[0]) + i);
                        expected[i] = java.util.Arrays.copyOf(fields[i], product(pair[0]));
                        fields[i] = expected[i].clone();
                    }
                    RealFourierTransform transform = backend().real(workers, pair[0], pair[1]);
                    filterAsAWhole(transform, expected);
                    transform.filter(fields, FourierTransformContract::mix);
                    for (int i = 0; i < count; i++) {
                        assertThat(fields[i]).as(Arrays.deepToString(pair)).containsExactly(expected[i], within(1e-13));
                    }
                }
            }
        });
    }

    @Test
    void filteringAComplexFieldIsTransformingChangingAndTransformingBack() {
        withWorkers(workers -> {
            for (int[] shape : SHAPES) {
                double[] data = random(2 * product(shape));
                double[] expected = data.clone();
                FourierTransform transform = backend().complex(workers, shape);
                transform.forward(expected);
                mix(new double[][] {expected}, 0, 0, 1, product(shape));
                transform.inverse(expected);
                transform.filter(data, FourierTransformContract::mix);
                assertThat(data).as(Arrays.toString(shape)).containsExactly(expected, within(1e-13));
            }
        });
    }

    private static void filterAsAWhole(RealFourierTransform transform, double[][] fields) {
        double[][] spectra = new double[fields.length][transform.spectrumLength()];
        for (int i = 0; i < fields.length; i++) {
            transform.forward(fields[i], spectra[i]);
        }
        mix(spectra, 0, 0, 1, transform.spectrumLength() / 2);
        for (int i = 0; i < fields.length; i++) {
            transform.inverse(spectra[i], fields[i]);
        }
    }

    /** Multiplies each point by a number of its own, and adds the first field to the last. */
    private static void mix(double[][] spectra, int offset, int first, int stride, int count) {
        double[] from = spectra[0];
        double[] to = spectra[spectra.length - 1];
        for (int j = 0; j < count; j++) {
            double factor = 1.0 / (3 + (first + j * stride) % 17);
            for (int i = 2 * (offset + j); i < 2 * (offset + j) + 2; i++) {
                to[i] = factor * to[i] + (spectra.length > 1 ? 0.3 * from[i] : 0);
            }
        }
    }

    @Test
    void oneAndManyWorkersGiveTheSameBits() {
        int[] shape = {6, 10, 9};
        double[] one = random(2 * product(shape));
        double[] many = one.clone();
        try (Workers single = Workers.of(1);
                Workers several = Workers.of(4)) {
            backend().complex(single, shape).forward(one);
            backend().complex(several, shape).forward(many);
        }
        assertThat(many).isEqualTo(one);
    }

    /** Either it is told, or it is seen in the result. */
    @Test
    void anInputThatIsNotFiniteIsNotHidden() {
        try (Workers workers = Workers.of(2)) {
            double[] data = random(2 * 6 * 5 * 11);
            data[371] = Double.NaN;
            boolean told = false;
            try {
                backend().complex(workers, 6, 5, 11).forward(data);
            } catch (NumericalException e) {
                told = true;
            }
            assertThat(told || Arrays.stream(data).anyMatch(x -> !Double.isFinite(x)))
                    .isTrue();
        }
    }

    @Test
    void fastLengthsAreEvenAndNotShorter() {
        for (int least : new int[] {1, 2, 3, 7, 22, 62, 94, 127, 256, 1023}) {
            assertThat(backend().fastEvenLength(least))
                    .isEven()
                    // Twice as long would waste more than a slow length.
                    .isBetween(least, 2 * least + 2);
        }
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
}
