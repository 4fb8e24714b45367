package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Bogoliubov transformation of quadratic Hamiltonians that can be solved by hand. */
class GaussianFlowTest {

    private static final double[] NONE = {0, 0};

    /** ⟨a*_p a_p⟩ of every mode at a time, from the vacuum, in some steps. */
    private static double[] numbers(QuadraticHamiltonian hamiltonian, double time, int steps) {
        GaussianLayout layout = new GaussianLayout(1, hamiltonian.modes() - 1);
        double[] state = layout.vacuum(NONE, new double[2 * layout.modesV()]);
        EighthOrderStep scheme = new EighthOrderStep(
                (y, derivative) -> {
                    for (int k = 0; k < layout.modes(); k++) {
                        hamiltonian.moveColumn(y, derivative, layout.particle(k), layout.hole(k));
                    }
                },
                state.length);
        for (int i = 0; i < steps; i++) {
            scheme.step(state, time / steps);
        }
        int m = layout.modes();
        double[] density = new double[2 * m * m];
        GaussianProducts.density(layout, state, 0, m, 0, m, density);
        double[] numbers = new double[m];
        for (int p = 0; p < m; p++) {
            numbers[p] = density[2 * (p * m + p)];
        }
        return numbers;
    }

    /** g(a*b* + ab). */
    private static QuadraticHamiltonian twoModes(double g) {
        QuadraticHamiltonian hamiltonian = QuadraticHamiltonian.zero(2);
        hamiltonian.b()[2] = g;
        hamiltonian.b()[4] = g;
        return hamiltonian;
    }

    /** ωa*a + (κ/2)(a*² + a²), and a second mode that rests. */
    private static QuadraticHamiltonian oneMode(double omega, double kappa) {
        QuadraticHamiltonian hamiltonian = QuadraticHamiltonian.zero(2);
        hamiltonian.a()[0] = omega;
        hamiltonian.b()[0] = kappa;
        return hamiltonian;
    }

    @Test
    void pairsOfTwoModesGrowAsTheHyperbolicSine() {
        double[] numbers = numbers(twoModes(0.8), 1.5, 100);
        double exact = Math.pow(Math.sinh(0.8 * 1.5), 2);
        // Rounding of a hundred steps.
        assertThat(numbers[0]).isCloseTo(exact, within(1e-13));
        assertThat(numbers[1]).isCloseTo(exact, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({"1.3, 0.5, 2", "0.4, 0.9, 1.5"})
    void pairsOfOneModeOscillateOrGrow(double omega, double kappa, double time) {
        double square = omega * omega - kappa * kappa;
        double rate = Math.sqrt(Math.abs(square));
        double exact = Math.pow(kappa / rate * (square > 0 ? Math.sin(rate * time) : Math.sinh(rate * time)), 2);
        double[] numbers = numbers(oneMode(omega, kappa), time, 100);
        assertThat(numbers[0]).isCloseTo(exact, within(1e-13));
        assertThat(numbers[1]).isZero();
    }

    @Test
    void errorFallsAtOrderEight() {
        double exact = Math.pow(Math.sinh(3), 2);
        double longer = Math.abs(numbers(twoModes(1), 3, 6)[0] - exact);
        double shorter = Math.abs(numbers(twoModes(1), 3, 12)[0] - exact);
        // 2⁸, up to what the next order adds.
        assertThat(longer / shorter).isBetween(180.0, 360.0);
    }
}
