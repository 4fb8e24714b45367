package org.mixfield.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.Convolver;
import org.mixfield.core.spectral.JTransformsProvider;

class MeanFieldTest {

    /** Of the maximum: the same convolutions summed in another order. */
    private static final double ROUNDING = 1e-13;

    private static final Weights WEIGHTS = new Weights(0.3, 0.7);

    private final Workers workers = Workers.of(2);
    private final Grid grid = Grid.of(new int[] {12, 10, 9}, new double[] {3, 2.5, 2});
    private final double[] densityU = density(1);
    private final double[] densityV = density(2);
    private final PairPotential first = RadialPotential.of(r -> 1.5 * Math.exp(-4 * r) / r);
    private final PairPotential second = RadialPotential.of(r -> -2 * Math.exp(-3 * r * r));
    private final PairPotential third = RadialPotential.of(r -> Math.exp(-6 * r));

    @AfterEach
    void close() {
        workers.close();
    }

    private double[] density(int seed) {
        return new Random(seed).doubles(grid.size()).toArray();
    }

    @ParameterizedTest
    @EnumSource(Boundary.class)
    void potentialsAreFourSeparateConvolutions(Boundary boundary) {
        assertPotentials(boundary, first, second, third);
    }

    @Test
    void equalPotentialsAreSharedAndStillRight() {
        assertPotentials(Boundary.FREE, first, first, first);
        assertPotentials(Boundary.FREE, first, first, second);
        assertPotentials(Boundary.FREE, first, second, first);
        assertPotentials(Boundary.FREE, first, second, second);
    }

    @Test
    void vanishingPotentialsAreLeftOut() {
        PairPotential none = RadialPotential.none();
        assertPotentials(Boundary.FREE, none, second, third);
        assertPotentials(Boundary.FREE, first, none, third);
        assertPotentials(Boundary.FREE, first, second, none);
        assertPotentials(Boundary.FREE, none, none, third);
        assertPotentials(Boundary.FREE, none, second, none);
        assertPotentials(Boundary.FREE, first, none, none);
        assertPotentials(Boundary.FREE, none, none, none);
    }

    @Test
    void anInteractionVanishesOnlyWhereAllOfItDoes() {
        PairPotential none = RadialPotential.none();
        assertThat(meanField(Boundary.FREE, none, none, none).vanishes()).isTrue();
        assertThat(meanField(Boundary.FREE, none, none, first).vanishes()).isFalse();
        assertThat(meanField(Boundary.FREE, none, first, none).vanishes()).isFalse();
        assertThat(meanField(Boundary.FREE, first, none, none).vanishes()).isFalse();
    }

    @Test
    void theKernelOfEqualPotentialsIsBuiltOnce() {
        AtomicInteger built = new AtomicInteger();
        meanField(Boundary.PERIODIC, new Counted(1, built), new Counted(1, built), new Counted(1, built));
        assertThat(built).hasValue(1);
        meanField(Boundary.PERIODIC, new Counted(1, built), new Counted(2, built), new Counted(2, built));
        assertThat(built).hasValue(3);
    }

    @Test
    void potentialsMayOverwriteTheDensities() {
        MeanField field = meanField(Boundary.FREE, first, second, third);
        double[] expectedU = new double[grid.size()];
        double[] expectedV = new double[grid.size()];
        field.potentials(0, densityU, densityV, expectedU, expectedV);
        field.potentials(0, densityU, densityV, densityU, densityV);
        assertThat(densityU).isEqualTo(expectedU);
        assertThat(densityV).isEqualTo(expectedV);
    }

    private MeanField meanField(Boundary boundary, PairPotential uu, PairPotential vv, PairPotential uv) {
        Convolver convolver = Convolver.create(grid, boundary, JTransformsProvider.backend(), workers);
        return new MeanField(convolver, new Interactions(uu, vv, uv), WEIGHTS);
    }

    /** Against kernels of a convolver of its own, one convolution at a time. */
    private void assertPotentials(Boundary boundary, PairPotential uu, PairPotential vv, PairPotential uv) {
        MeanField field = meanField(boundary, uu, vv, uv);
        double[] potentialU = density(3);
        double[] potentialV = density(4);
        double[] keptU = densityU.clone();
        field.potentials(0, densityU, densityV, potentialU, potentialV);
        assertThat(densityU).isEqualTo(keptU);

        double[] againU = density(6);
        double[] againV = density(7);
        InteractionEnergies energies = field.energies(0, densityU, densityV, againU, againV);
        assertThat(againU).isEqualTo(potentialU);
        assertThat(againV).isEqualTo(potentialV);

        double[] uuU = convolve(boundary, uu, densityU);
        double[] vvV = convolve(boundary, vv, densityV);
        double[] uvV = convolve(boundary, uv, densityV);
        double[] uvU = convolve(boundary, uv, densityU);
        assertThat(potentialU).containsExactly(sum(uuU, 0.7, uvV), within(ROUNDING * 10));
        assertThat(potentialV).containsExactly(sum(vvV, 0.3, uvU), within(ROUNDING * 10));

        assertThat(energies.uu()).isCloseTo(0.5 * integral(densityU, uuU), within(ROUNDING * 100));
        assertThat(energies.vv()).isCloseTo(0.5 * integral(densityV, vvV), within(ROUNDING * 100));
        assertThat(energies.uv()).isCloseTo(integral(densityU, uvV), within(ROUNDING * 100));

        double[] alone = density(5);
        field.convolveUU(densityU, alone);
        assertThat(alone).containsExactly(uuU, within(ROUNDING * 10));
        field.convolveVV(densityV, alone);
        assertThat(alone).containsExactly(vvV, within(ROUNDING * 10));
        field.convolveUV(densityV, alone);
        assertThat(alone).containsExactly(uvV, within(ROUNDING * 10));
    }

    private double integral(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum * grid.cellVolume();
    }

    private double[] convolve(Boundary boundary, PairPotential potential, double[] density) {
        double[] result = new double[grid.size()];
        Convolver convolver = Convolver.create(grid, boundary, JTransformsProvider.backend(), workers);
        convolver.convolve(convolver.kernel(potential), density, result);
        assertThat(Arrays.stream(result).map(Math::abs).max().orElseThrow()).isLessThan(10);
        return result;
    }

    private static double[] sum(double[] a, double factor, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + factor * b[i];
        }
        return sum;
    }

    /** A contact potential that counts the transforms made; equal ones have equal strengths. */
    private record Counted(double strength, AtomicInteger built) implements PairPotential {

        @Override
        public KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
            return transform(dimension, radius, largestWaveNumber);
        }

        @Override
        public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
            built.incrementAndGet();
            return (kx, ky, kz) -> strength;
        }
    }
}
