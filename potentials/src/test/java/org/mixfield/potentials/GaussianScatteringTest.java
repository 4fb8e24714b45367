package org.mixfield.potentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.config.Pair;
import org.mixfield.core.config.Problem;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.RadialPotential;

class GaussianScatteringTest {

    private final Problems problems = new Problems();

    private PairPotential gaussian(Map<String, ?> values, int axes) {
        Settings settings = Settings.of(values, problems);
        settings.axes(axes);
        settings.pair(new Pair(50, 0.4));
        PairPotential potential = new GaussianProvider().create(settings);
        settings.finish();
        return potential;
    }

    /** ∫V = n 2π a/μ: what the Hamiltonian divides by n is the contact interaction of the scattering length. */
    @Test
    void theIntegralIsThatOfTheContactInteraction() {
        PairPotential potential = gaussian(Map.of("scattering-length", 0.3, "range", 0.7), 3);
        double integral = potential.transform(3, 1, 1).at(0, 0, 0);
        // A few roundings.
        assertThat(integral / (50 * 2 * Math.PI * 0.3 / 0.4)).isCloseTo(1, within(1e-14));
        assertThat(((RadialPotential) potential).value(0))
                .isCloseTo(50 * 2 * Math.PI * 0.3 / 0.4 / Math.pow(2 * Math.PI * 0.49, 1.5), within(1e-12));
        assertThat(problems.list()).isEmpty();
    }

    /** Two of the same species: μ = m/2 and n = N, so that ∫V = N 4πa/m. */
    @Test
    void betweenAtomsOfOneSpeciesItIsTheUsualCoupling() {
        double strength = GaussianScattering.strength(0.01, 0.3, 0.5 * 1.6);
        assertThat(strength * Math.pow(2 * Math.PI * 0.09, 1.5)).isCloseTo(4 * Math.PI * 0.01 / 1.6, within(1e-15));
    }

    @Test
    void aScatteringLengthNeedsThreeDimensionsARunAndNoStrength() {
        gaussian(Map.of("scattering-length", 0.3, "range", 0.7), 2);
        gaussian(Map.of("scattering-length", 0.3, "range", 0.7, "strength", 1), 3);
        Settings alone = Settings.of(Map.of("scattering-length", 0.3, "range", 0.7), problems);
        alone.axes(3);
        new GaussianProvider().create(alone);
        assertThat(problems.list().stream().map(Problem::message).toList())
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("three dimensions"),
                        text -> assertThat(text).contains("together with strength"),
                        text -> assertThat(text).contains("masses and particle numbers"));
    }

    /** Second Born approximation: a = a_B − a_B²/(√π s). */
    @Test
    void aWeakGaussianIsThatOfBornsSeries() {
        double born = 1e-4;
        double range = 2;
        // The third term is of order a_B^3/s^2, 1e-13; the scheme's own error is below it.
        assertThat(GaussianScattering.exact(born, range))
                .isCloseTo(born - born * born / (Math.sqrt(Math.PI) * range), within(1e-12));
    }

    /** Of an independent integrator: scipy's DOP853 at relative tolerance 1e-13, to x = 12. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.0946727477805",
        "1, 0.6449570481525",
        "5, 1.4026044393423",
        "-0.1, -0.1059962814310",
        "-0.5, -0.7003240165869",
        "-1.5, -13.1594984580596"
    })
    void aStrongGaussianAgreesWithAnIndependentIntegration(double born, double exact) {
        // The scheme's error, found by halving its step, is below 1e-11 of the range.
        assertThat(GaussianScattering.exact(3 * born, 3) / 3).isCloseTo(exact, within(1e-10));
    }

    @Test
    void theRunIsToldTheExactScatteringLength() {
        Settings settings = Settings.of(Map.of("scattering-length", 0.3, "range", 0.7), problems);
        settings.axes(3);
        settings.pair(new Pair(50, 0.4));
        new GaussianProvider().create(settings);
        assertThat(settings.remarks())
                .isEqualTo(List.of(String.format(
                        java.util.Locale.ROOT,
                        "scattering-length: in first Born approximation, strength %.6g; exactly %.6g",
                        50 * GaussianScattering.strength(0.3, 0.7, 0.4),
                        GaussianScattering.exact(0.3, 0.7))));
    }
}
