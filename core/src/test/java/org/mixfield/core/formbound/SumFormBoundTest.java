package org.mixfield.core.formbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.potential.AnisotropicPotential;
import org.mixfield.core.potential.ContactPotential;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialSum;
import org.mixfield.core.potential.QuadrupolePotential;
import org.mixfield.core.potential.RadialPotential;

class SumFormBoundTest {

    private static final RadialPotential GAUSSIAN = RadialPotential.of(r -> 2 * Math.exp(-r * r / 2));
    private static final RadialPotential INVERSE_DISTANCE = RadialPotential.of(r -> 1 / r);
    private static final PairPotential CONTACT = new ContactPotential(1);

    private static FormBound bound(int dimension, PairPotential... terms) {
        return FormBoundCheck.of(PotentialSum.of(List.of(terms)), dimension);
    }

    private static FormBound.Computed computed(int dimension, PairPotential... terms) {
        return (FormBound.Computed) bound(dimension, terms);
    }

    private static List<FormBound.Trial> trials(int dimension, PairPotential... terms) {
        FormBound bound = bound(dimension, terms);
        assertThat(bound).isInstanceOf(FormBound.Violated.class);
        List<FormBound.Trial> trials = ((FormBound.Violated) bound).witness().trials();
        assertThat(trials)
                .hasSizeGreaterThan(1)
                .extracting(FormBound.Trial::ratio)
                .isSorted();
        return trials;
    }

    /** A potential of which only the bound is known. */
    private record Known(FormBound bound) implements PairPotential {
        @Override
        public KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
            return (kx, ky, kz) -> 1;
        }

        @Override
        public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
            return (kx, ky, kz) -> 1;
        }

        @Override
        public Optional<FormBound> formBound(int dimension) {
            return Optional.of(bound);
        }
    }

    private static PairPotential proven(double k) {
        return new Known(new FormBound.Proven(k, "a theorem"));
    }

    @Test
    void contactsThatCancelLeaveTheRest() {
        FormBound alone = FormBoundCheck.of(GAUSSIAN, 3);
        assertThat(bound(3, CONTACT, GAUSSIAN, new ContactPotential(-1))).isEqualTo(alone);
        assertThat(bound(3, new ContactPotential(0.1), new ContactPotential(0.2), new ContactPotential(-0.3), GAUSSIAN))
                .isEqualTo(alone);
        assertThat(bound(2, CONTACT, new ContactPotential(-1))).isInstanceOf(FormBound.Proven.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void boundedTermsDoNotMakeUpForAContact(int dimension) {
        trials(dimension, CONTACT, GAUSSIAN);
        trials(dimension, CONTACT, RadialPotential.of(r -> -1e4 * Math.exp(-r)));
    }

    /**
     * On π^{−3/4} e^{−r²/2}, with ⟨1−Δ⟩ = 5/2, a ball of radius s and mass 1: the ratio of 1/r and it, from the ball alone by
     * the midpoint rule. What the check says is no more.
     */
    @Test
    void ratiosOfAContactAreLessWhatTheRestCanTakeAway() {
        for (double sign : new double[] {1, -1}) {
            List<FormBound.Trial> trials = trials(3, CONTACT, RadialPotential.of(r -> sign / r));
            for (FormBound.Trial trial : trials) {
                double s = trial.parameter();
                double sum = 0;
                for (int i = 0; i < 4000; i++) {
                    double r = (i + 0.5) * s / 4000;
                    double v = 3 / (4 * Math.PI * s * s * s) + sign / r;
                    sum += v * v * Math.exp(-r * r) * 4 * Math.PI * r * r * s / 4000;
                }
                // The error of the midpoint rule is of order 4000⁻².
                assertThat(trial.ratio()).isLessThan(sum * Math.pow(Math.PI, -1.5) / 2.5 * (1 + 1e-6));
            }
            assertThat(trials.get(trials.size() - 1).ratio()).isGreaterThan(1e12);
        }
    }

    /** Where the functions avoid 0 a contact adds nothing, and takes nothing away. */
    @Test
    void aContactDoesNotMakeUpForAFunctionThatIsViolated() {
        trials(3, CONTACT, RadialPotential.of(r -> r * r));
        trials(3, CONTACT, RadialPotential.of(r -> Math.pow(r, -1.2)));
        trials(1, CONTACT, INVERSE_DISTANCE);
    }

    /** Dipoles in space are −3g/(4πr³) [cos²θ − 1/3]. */
    @Test
    void quadrupolesAreViolatedWithContactsAndFunctionsOfTheDistance() {
        PairPotential dipoles = new QuadrupolePotential(RadialPotential.of(r -> Math.pow(r, -3)), 0, 0, 1);
        double alone = trials(3, dipoles).get(1).ratio();
        assertThat(trials(3, dipoles, CONTACT).get(1).ratio()).isEqualTo(alone);
        assertThat(trials(3, dipoles, INVERSE_DISTANCE).get(1).ratio()).isCloseTo(alone, within(1e-3 * alone));
        trials(3, dipoles, CONTACT, RadialPotential.of(r -> r * r));
        PairPotential across = new QuadrupolePotential(RadialPotential.of(r -> Math.pow(r, -3)), 1, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bound(3, dipoles, across))
                .withMessageContaining("not known whether they cancel");
    }

    @Test
    void quadrupolesAlongOneAxisAreAdded() {
        PairPotential one = new QuadrupolePotential(RadialPotential.of(r -> Math.pow(r, -3)), 0, 0.6, 0.8);
        PairPotential other =
                new QuadrupolePotential(RadialPotential.of(r -> Math.exp(-r) - Math.pow(r, -3)), 0, -0.6, -0.8);
        FormBound.Computed rest = computed(3, one, other);
        FormBound.Computed most = computed(3, RadialPotential.of(r -> 2.0 / 3 * Math.exp(-r)));
        assertThat(rest.upper()).isCloseTo(most.upper(), within(1e-6 * most.upper()));
        assertThat(rest.lower()).isPositive().isLessThan(rest.upper());
    }

    /** (1.5 + 2)² above and (2 − 1.5)² below, from K = 2.25 and K = 4. */
    @Test
    void normsOfBoundedTermsObeyTheTriangleInequality() {
        FormBound.Computed bound = computed(3, proven(2.25), proven(4));
        assertThat(bound.upper()).isCloseTo(12.25, within(1e-12));
        assertThat(bound.lower()).isCloseTo(0.25, within(1e-12));
        FormBound.Computed hardy = computed(3, proven(1), INVERSE_DISTANCE);
        // K = 4 for 1/r: between (2 − 1)² and (2 + 1)².
        assertThat(hardy.lower()).isCloseTo(1, within(1e-6));
        assertThat(hardy.upper()).isCloseTo(9, within(1e-6));
        assertThat(computed(3, proven(1), proven(1), proven(1)).lower()).isZero();
    }

    @Test
    void severalTermsOfUnknownKindThatAreViolatedAreNotDecided() {
        FormBound.Witness witness = new FormBound.Witness(
                "s", List.of(new FormBound.Trial(1, 1), new FormBound.Trial(0.1, 10), new FormBound.Trial(0.01, 100)));
        PairPotential violated = new Known(new FormBound.Violated(witness));
        // (√10 − 2)² and (10 − 2)²; at s = 1 the bounded term may take away all.
        List<FormBound.Trial> left = trials(3, violated, proven(4));
        assertThat(left).extracting(FormBound.Trial::parameter).containsExactly(0.1, 0.01);
        assertThat(left.get(0).ratio()).isCloseTo(1.35089, within(1e-5));
        assertThat(left.get(1).ratio()).isCloseTo(64, within(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bound(3, violated, CONTACT))
                .withMessageContaining("not known whether they cancel");
    }

    /** An anisotropic Gaussian, of the half-axes a along x and 1 else. */
    private record Cigar(double a, double strength) implements AnisotropicPotential {
        @Override
        public double value(double x, double y, double z) {
            return strength * Math.exp(-0.5 * (x * x / (a * a) + y * y + z * z));
        }

        @Override
        public KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
            throw new UnsupportedOperationException();
        }

        @Override
        public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
            throw new UnsupportedOperationException();
        }
    }

    /** 2e^{−r²/2} twice, once as a function of the distance: K is four times that of one. */
    @Test
    void aSumThatHasValuesEverywhereIsComputedOnAGrid() {
        FormBound.Computed one = (FormBound.Computed) FormBoundCheck.of(GAUSSIAN, 2);
        FormBound.Computed both = computed(2, GAUSSIAN, new Cigar(1, 2));
        assertThat(both.upper() / both.lower() - 1).isLessThan(1e-6);
        assertThat(both.lower()).isLessThanOrEqualTo(4 * one.upper());
        assertThat(both.upper()).isGreaterThanOrEqualTo(4 * one.lower());
    }

    @Test
    void aSumThatDivergesAtTheOriginIsBoundedByTheTriangleInequality() {
        FormBound.Computed bound = computed(3, INVERSE_DISTANCE, new Cigar(2, 0.5));
        assertThat(bound.method()).contains("triangle");
        // K ≥ 4 of 1/r, with or without what is bounded; ‖V‖ of the second is below its supremum.
        assertThat(bound.lower()).isBetween(Math.pow(2 - 0.5, 2) * (1 - 1e-6), 4.0);
        assertThat(bound.upper()).isBetween(4.0, Math.pow(2 + 0.5, 2) * (1 + 1e-6));
    }

    /** Zero, though nothing says so but the values. */
    @Test
    void functionsThatCancelHaveTheBoundZero() {
        for (int d = 1; d <= 3; d++) {
            assertThat(computed(d, INVERSE_DISTANCE, RadialPotential.of(r -> -1 / r))
                            .upper())
                    .isZero();
        }
    }
}
