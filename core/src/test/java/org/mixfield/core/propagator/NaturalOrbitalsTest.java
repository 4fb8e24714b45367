package org.mixfield.core.propagator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.run.OneBodyDensity;

class NaturalOrbitalsTest {

    private static double[] random(int length, long seed) {
        return new Random(seed).doubles(length, -1, 1).toArray();
    }

    /** Σ_k w_k |x_k⟩⟨x_k| over random vectors x_k, of trace 1. */
    private static double[] density(int n, int rank) {
        double[] matrix = new double[2 * n * n];
        for (int k = 0; k < rank; k++) {
            double[] x = random(2 * n, k);
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    int at = 2 * (a * n + b);
                    matrix[at] += (k + 1) * (x[2 * a] * x[2 * b] + x[2 * a + 1] * x[2 * b + 1]);
                    matrix[at + 1] += (k + 1) * (x[2 * a + 1] * x[2 * b] - x[2 * a] * x[2 * b + 1]);
                }
            }
        }
        double trace = 0;
        for (int a = 0; a < n; a++) {
            trace += matrix[2 * (a * n + a)];
        }
        double scale = 1 / trace;
        return Arrays.stream(matrix).map(x -> scale * x).toArray();
    }

    /** With a single function for v γ is the one-body state of u. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void theyAreOrthonormalEigenvectors(int rank) {
        int n = 8;
        double[] gamma = density(n, rank);
        NaturalOrbitals natural = NaturalOrbitals.of(new ReducedDensity(n, 1, gamma), SpeciesName.U);
        double[] p = natural.occupations();
        assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-14));
        for (int k = 0; k < n; k++) {
            double[] x = natural.coefficients()[k];
            for (int a = 0; a < n; a++) {
                double re = 0;
                double im = 0;
                for (int b = 0; b < n; b++) {
                    int at = 2 * (a * n + b);
                    re += gamma[at] * x[2 * b] - gamma[at + 1] * x[2 * b + 1];
                    im += gamma[at] * x[2 * b + 1] + gamma[at + 1] * x[2 * b];
                }
                // Rounding of a matrix of norm 1.
                assertThat(re).isCloseTo(p[k] * x[2 * a], within(2e-15));
                assertThat(im).isCloseTo(p[k] * x[2 * a + 1], within(2e-15));
            }
            for (int l = 0; l <= k; l++) {
                double re = 0;
                double im = 0;
                double[] y = natural.coefficients()[l];
                for (int a = 0; a < 2 * n; a += 2) {
                    re += x[a] * y[a] + x[a + 1] * y[a + 1];
                    im += x[a] * y[a + 1] - x[a + 1] * y[a];
                }
                assertThat(re).isCloseTo(k == l ? 1 : 0, within(4e-15));
                assertThat(im).isCloseTo(0, within(4e-15));
            }
            assertThat(k == 0 || p[k] <= p[k - 1]).isTrue();
            assertThat(Math.abs(p[k]) > 1e-15).isEqualTo(k < rank);
        }
    }

    @Test
    void aProductGivesTheOrbitalOfEachSpecies() {
        double[] u = {0.6, 0, 0, -0.8};
        double[] v = {0.48, 0.36, 0, 0.8, 0, 0};
        double[] w = new double[12];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                w[2 * (i * 3 + j)] = u[2 * i] * v[2 * j] - u[2 * i + 1] * v[2 * j + 1];
                w[2 * (i * 3 + j) + 1] = u[2 * i] * v[2 * j + 1] + u[2 * i + 1] * v[2 * j];
            }
        }
        double[] gamma = new double[72];
        for (int a = 0; a < 6; a++) {
            for (int b = 0; b < 6; b++) {
                gamma[2 * (a * 6 + b)] = w[2 * a] * w[2 * b] + w[2 * a + 1] * w[2 * b + 1];
                gamma[2 * (a * 6 + b) + 1] = w[2 * a + 1] * w[2 * b] - w[2 * a] * w[2 * b + 1];
            }
        }
        ReducedDensity density = new ReducedDensity(2, 3, gamma);
        NaturalOrbitals ofU = NaturalOrbitals.of(density, SpeciesName.U);
        assertThat(ofU.occupations()).containsExactly(new double[] {1, 0}, within(1e-15));
        // Its largest coefficient, −0.8i, is turned to 0.8, and 0.6 to 0.6i.
        assertThat(ofU.coefficients()[0]).containsExactly(new double[] {0, 0.6, 0.8, 0}, within(1e-15));
        NaturalOrbitals ofV = NaturalOrbitals.of(density, SpeciesName.V);
        assertThat(ofV.coefficients()[0]).containsExactly(new double[] {0.36, -0.48, 0.8, 0, 0, 0}, within(1e-15));
    }

    @Test
    void theDensityOnTheGridIsThatOfTheMatrix() {
        Grid grid = Grid.of(new int[] {16}, new double[] {4});
        double[][] values = new double[3][16];
        for (int j = 0; j < 16; j++) {
            double x = 2 * Math.PI * grid.coordinate(0, j) / 4;
            values[0][j] = 0.5;
            values[1][j] = Math.sqrt(0.5) * Math.cos(x);
            values[2][j] = Math.sqrt(0.5) * Math.sin(x);
        }
        double[] gamma = density(3, 2);
        OneBodyDensity density = NaturalOrbitals.of(new ReducedDensity(1, 3, gamma), SpeciesName.V)
                .on(new ModeFunctions(grid, values), 2);
        assertThat(density.orbitals()).hasSize(2);
        double integral = 0;
        for (int j = 0; j < 16; j++) {
            double expected = 0;
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    expected += gamma[2 * (a * 3 + b)] * values[a][j] * values[b][j];
                }
            }
            assertThat(density.density()[j]).isCloseTo(expected, within(1e-15));
            integral += density.density()[j] * grid.cellVolume();
        }
        assertThat(integral).isCloseTo(1, within(1e-14));
    }
}
