package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

/** On a diagonal operator, where e^{−iHt}ψ is known. */
class LanczosPropagatorTest {

    private static final int DIMENSION = 4000;
    private static final double END = 3;
    private static final Workers WORKERS = Workers.of(2);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    /** Energies from −20 to 60, denser below. */
    private static double energy(int i) {
        double x = (double) i / (DIMENSION - 1);
        return -20 + 80 * x * x;
    }

    private static HermitianOperator diagonal() {
        return new HermitianOperator() {
            @Override
            public int dimension() {
                return DIMENSION;
            }

            @Override
            public void apply(double[] x, double[] y) {
                for (int i = 0; i < 2 * DIMENSION; i++) {
                    y[i] = energy(i / 2) * x[i];
                }
            }
        };
    }

    private static double[] start() {
        java.util.Random random = new java.util.Random(11);
        double[] psi = new double[2 * DIMENSION];
        double square = 0;
        for (int i = 0; i < psi.length; i++) {
            psi[i] = random.nextGaussian();
            square += psi[i] * psi[i];
        }
        for (int i = 0; i < psi.length; i++) {
            psi[i] /= Math.sqrt(square);
        }
        return psi;
    }

    private static double error(double[] psi, double[] start, double t) {
        double sum = 0;
        for (int i = 0; i < DIMENSION; i++) {
            double cos = Math.cos(energy(i) * t);
            double sin = -Math.sin(energy(i) * t);
            double re = start[2 * i] * cos - start[2 * i + 1] * sin;
            double im = start[2 * i] * sin + start[2 * i + 1] * cos;
            sum += Math.pow(psi[2 * i] - re, 2) + Math.pow(psi[2 * i + 1] - im, 2);
        }
        return Math.sqrt(sum);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-6, 1e-8, 1e-10})
    void boundEnclosesTheErrorAndStaysWithinTheTolerance(double tolerance) {
        double[] start = start();
        double[] psi = new double[2 * DIMENSION];
        LanczosPropagator propagator =
                new LanczosPropagator(diagonal(), start, 0, END, tolerance / END, new KrylovMemory(DIMENSION), WORKERS);
        for (double t : new double[] {0.1, 0.5, 0.6, 1.7, END}) {
            propagator.stateAt(t, psi);
            double error = error(psi, start, t);
            // Rounding of phases up to 180 in some hundred vectors.
            assertThat(propagator.error()).isGreaterThan(error - 1e-13).isLessThanOrEqualTo(tolerance);
        }
        double norm = 0;
        for (double x : psi) {
            norm += x * x;
        }
        assertThat(Math.abs(norm - 1)).isLessThan(1e-11);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-10})
    void twoPassesGiveWhatOneGives(double tolerance) {
        double[] start = start();
        double[] one = new double[2 * DIMENSION];
        double[] two = new double[2 * DIMENSION];
        LanczosPropagator inOne =
                new LanczosPropagator(diagonal(), start, 0, END, tolerance / END, new KrylovMemory(DIMENSION), WORKERS);
        LanczosPropagator inTwo = new LanczosPropagator(
                diagonal(), start, 0, END, tolerance / END, new KrylovMemory(DIMENSION, LanczosPasses.TWO), WORKERS);
        for (double t : new double[] {0.01, 0.1, 0.5, 0.6, 1.7, END}) {
            inOne.stateAt(t, one);
            inTwo.stateAt(t, two);
            // The same vectors and coefficients: only the order of rounding errors in some ten spaces may differ.
            assertThat(two).containsExactly(one, within(1e-12));
            assertThat(inTwo.error())
                    .isGreaterThan(error(two, start, t) - 1e-13)
                    .isLessThanOrEqualTo(tolerance);
        }
        assertThat(inTwo.spaces()).isEqualTo(inOne.spaces()).isGreaterThan(3);
        assertThat(inTwo.applications()).isLessThan(3 * inOne.applications());
    }

    /** Few levels among many: couplings fall to rounding, and vectors would lose their orthogonality. */
    @ParameterizedTest
    @EnumSource(LanczosPasses.class)
    void spacesThatAreAlmostInvariantKeepTheBound(LanczosPasses passes) {
        double[] start = new double[2 * DIMENSION];
        double norm = 0;
        for (int i = 0; i < DIMENSION; i++) {
            start[2 * i] = i % 500 == 0 ? 1 : 1e-9 * (1 + i % 7);
            norm += start[2 * i] * start[2 * i];
        }
        for (int i = 0; i < start.length; i++) {
            start[i] /= Math.sqrt(norm);
        }
        double[] psi = new double[2 * DIMENSION];
        LanczosPropagator propagator = new LanczosPropagator(
                diagonal(), start, 0, END, 1e-11 / END, new KrylovMemory(DIMENSION, passes), WORKERS);
        for (double t : new double[] {0.3, 1, END}) {
            propagator.stateAt(t, psi);
            assertThat(propagator.error())
                    .isGreaterThan(error(psi, start, t) - 1e-13)
                    .isLessThanOrEqualTo(1e-11);
        }
    }

    @Test
    void twoPassesTakeFourVectors() {
        assertThat(KrylovMemory.bytes(1e6, LanczosPasses.TWO)).isEqualTo(4 * 16e6);
        assertThat(KrylovMemory.bytes(1e6)).isEqualTo(31 * 16e6);
    }

    @Test
    void oneSpaceServesSeveralOutputs() {
        LanczosPropagator propagator =
                new LanczosPropagator(diagonal(), start(), 0, 0.2, 1e-8, new KrylovMemory(DIMENSION), WORKERS);
        double[] psi = new double[2 * DIMENSION];
        for (int i = 1; i <= 20; i++) {
            propagator.stateAt(0.01 * i, psi);
        }
        assertThat(propagator.spaces()).isEqualTo(1);
    }

    @Test
    void anUnreachableToleranceIsAnError() {
        assertThatThrownBy(() ->
                        new LanczosPropagator(diagonal(), start(), 0, END, 1e-40, new KrylovMemory(DIMENSION), WORKERS))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("tolerance");
    }
}
