package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.Weights;
import org.mixfield.core.run.Workers;

/** The Gaussian limit in modes against closed forms and against many particles in the co-moving frame. */
class BogoliubovFrameTest {

    private static BogoliubovPropagator evolved(
            ModeTensors tensors, Mixture mixture, double[] u, double[] v, double tolerance, double time, int workers) {
        try (Workers threads = Workers.of(workers)) {
            BogoliubovPropagator propagator =
                    BogoliubovPropagator.inModes(tensors, mixture, u, v, tolerance, time, threads);
            propagator.advanceTo(time);
            propagator.state();
            return propagator;
        }
    }

    private static BogoliubovState evolve(
            ModeTensors tensors, Mixture mixture, double[] u, double[] v, double tolerance, double time) {
        return evolved(tensors, mixture, u, v, tolerance, time, 2).state();
    }

    private static CoMovingState comoving(
            ModeTensors tensors, Mixture mixture, double[] u, double[] v, int cutoff, double time) {
        try (Workers workers = Workers.of(2)) {
            CoMovingChoice choice = new CoMovingChoice(
                    InitialState.COHERENT,
                    OptionalInt.of(cutoff),
                    OptionalInt.of(4),
                    1e-6,
                    SectorSum.GAUSS,
                    1e-7,
                    1e-9);
            CoMovingPropagator propagator = new CoMovingPropagator(tensors, mixture, u, v, choice, time, workers);
            propagator.advanceTo(time);
            return (CoMovingState) propagator.state();
        }
    }

    /** A mixture whose weights are off by N(N₂/N − c₂) = {@code excess}. */
    private static Mixture withExcess(int n1, int n2, double excess) {
        Mixture plain = Systems.mixture(n1, n2);
        double c2 = plain.weights().c2() - excess / ((double) n1 + n2);
        return new Mixture(plain.u(), plain.v(), plain.interactions(), new Weights(1 - c2, c2));
    }

    /** Random matrix elements of all three interactions, a third of the size of those of the traps. */
    private static ModeTensors tensors(int mu, int mv) {
        ModeTensors t = Systems.random(mu, mv, 17 + mu + 2 * mv);
        return new ModeTensors(
                mu, mv, t.oneBody(), new double[][] {third(t.own()[0]), third(t.own()[1])}, third(t.between()));
    }

    private static double[] third(double[] x) {
        return Arrays.stream(x).map(a -> a / 3).toArray();
    }

    // ---- closed forms

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 3})
    void oneModeFluctuatesAsTheSquareOfTime(double time) {
        // H = (λ/2N) a*²a², λ = 1.3: ⟨𝒩⟩ → (λt)².
        ModeTensors kerr = Systems.diagonal(
                new double[] {0.4}, new double[] {0.1}, new double[][] {{1.3}}, new double[][] {{0}}, new double[][] {
                    {0}
                });
        BogoliubovState state =
                evolve(kerr, Systems.mixture(5, 5), new double[] {0.6, 0.8}, new double[] {1, 0}, 1e-10, time);
        double exact = Math.pow(1.3 * time, 2);
        assertThat(state.moments().numberU())
                .isCloseTo(exact, within(state.errors().numberU()));
        assertThat(state.errors().numberU()).isLessThan(1e-9 * exact);
        assertThat(state.moments().numberV()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2})
    void coefficientOfTheDiagonalMixtureIsTheLimitOfItsClosedForm(double time) {
        BogoliubovState state = evolve(
                DiagonalMixture.tensors(), Systems.mixture(7, 7), DiagonalMixture.U, DiagonalMixture.V, 1e-10, time);
        // Twice n Tr|γ − P| at infinity, extrapolated from 1 and 2 million: 1e-12 is left, and the rounding of
        // millions.
        double one = 2e6 * DiagonalMixture.traceDistance(1_000_000, time);
        double two = 4e6 * DiagonalMixture.traceDistance(2_000_000, time);
        assertThat(state.moments().coefficient())
                .isCloseTo(2 * two - one, within(state.errors().coefficient() + 1e-10));
    }

    @Test
    void coefficientOfTheDiagonalMixtureHasItsKnownValue() {
        BogoliubovState state = evolve(
                DiagonalMixture.tensors(), Systems.mixture(2, 2), DiagonalMixture.U, DiagonalMixture.V, 1e-10, 1);
        // n·T → 1.706, known to its last digit.
        assertThat(state.moments().coefficient()).isCloseTo(2 * 1.706, within(1e-3));
    }

    // ---- many particles

    @ParameterizedTest
    @CsvSource({"2, 2, 1, 1", "2, 3, 2, 1", "3, 2, 1, 3"})
    void coefficientIsTheLimitOfTheTraceDistanceInTheCoMovingFrame(int mu, int mv, int first, int second) {
        double time = 0.14;
        double[] u = Systems.orbital(mu, 3);
        double[] v = Systems.orbital(mv, 4);
        BogoliubovState state = evolve(tensors(mu, mv), Systems.mixture(first, second), u, v, 1e-10, time);
        double coefficient = state.moments().coefficient();
        int n = 1_000_000 / (first + second);
        double total = (double) n * (first + second);
        CoMovingState many = comoving(tensors(mu, mv), Systems.mixture(first * n, second * n), u, v, 8, time);
        // 1/N is left, 1e-6, and what the expansion of so many particles states.
        double stated = total * many.traceDistanceError();
        assertThat(total * many.traceDistance()).isCloseTo(coefficient, within(1e-5 * coefficient + stated));
        assertThat(stated).isLessThan(1e-4 * coefficient);
        CoherentMoments moments = many.moments().orElseThrow();
        assertThat(moments.numberU()).isCloseTo(state.moments().numberU(), within(1e-4));
        assertThat(moments.numberV()).isCloseTo(state.moments().numberV(), within(1e-4));
        assertThat(moments.numberUV()).isCloseTo(state.moments().numberUV(), within(1e-4));
    }

    @Test
    void distanceFromTheLimitFallsAsOneOverTheNumber() {
        double[] u = Systems.orbital(2, 3);
        double[] v = Systems.orbital(2, 4);
        double coefficient = evolve(tensors(2, 2), Systems.mixture(2, 1), u, v, 1e-10, 0.25)
                .moments()
                .coefficient();
        double few = 300
                * comoving(tensors(2, 2), Systems.mixture(200, 100), u, v, 8, 0.25)
                        .traceDistance();
        double many = 600
                * comoving(tensors(2, 2), Systems.mixture(400, 200), u, v, 8, 0.25)
                        .traceDistance();
        // Half the distance at twice the number, up to the next order.
        assertThat((few - coefficient) / (many - coefficient)).isBetween(1.9, 2.1);
    }

    @Test
    void weightsOffByOneOverTheNumberAddTheirLinearTerm() {
        double[] u = Systems.orbital(2, 3);
        double[] v = Systems.orbital(3, 4);
        double plain = evolve(tensors(2, 3), Systems.mixture(1, 3), u, v, 1e-10, 0.2)
                .moments()
                .coefficient();
        BogoliubovState state = evolve(tensors(2, 3), withExcess(1, 3, 1.5), u, v, 1e-10, 0.2);
        CoMovingState many = comoving(tensors(2, 3), withExcess(250_000, 750_000, 1.5), u, v, 6, 0.2);
        double coefficient = state.moments().coefficient();
        assertThat(Math.abs(coefficient / plain - 1)).isGreaterThan(0.04);
        assertThat(1e6 * many.traceDistance())
                .isCloseTo(coefficient, within(1e-5 * coefficient + 1e6 * many.traceDistanceError()));
    }

    @Test
    void onlyTheRatioOfTheNumbersMatters() {
        double[] u = Systems.orbital(2, 3);
        double[] v = Systems.orbital(2, 4);
        BogoliubovState few = evolve(tensors(2, 2), Systems.mixture(4, 6), u, v, 1e-9, 0.4);
        BogoliubovState many = evolve(tensors(2, 2), Systems.mixture(400_000, 600_000), u, v, 1e-9, 0.4);
        assertThat(many.moments()).isEqualTo(few.moments());
    }

    // ---- errors

    @ParameterizedTest
    @CsvSource({"1e-5, 0.5", "1e-9, 0.5", "1e-10, 0.5", "1e-7, 1.5"})
    void statedErrorsEncloseTheTrueOnes(double tolerance, double time) {
        double[] u = Systems.orbital(3, 3);
        double[] v = Systems.orbital(2, 4);
        double[] exact = values(
                evolve(tensors(3, 2), Systems.mixture(1, 2), u, v, 1e-12, time).moments());
        BogoliubovState state = evolve(tensors(3, 2), Systems.mixture(1, 2), u, v, tolerance, time);
        double[] errors = values(state.errors());
        double[] off = values(state.moments());
        for (int i = 0; i < off.length; i++) {
            off[i] = Math.abs(off[i] - exact[i]);
            assertThat(errors[i]).isGreaterThan(off[i]);
        }
        // One value alone may happen to be better than its steps; below 1e-12 the reference is not.
        double largest = Arrays.stream(off).max().orElseThrow();
        assertThat(Arrays.stream(errors).max().orElseThrow()).isLessThan(10 * largest + 1e-12);
    }

    private static double[] values(GaussianMoments moments) {
        return new double[] {moments.numberU(), moments.numberV(), moments.numberUV(), moments.coefficient()};
    }

    @Test
    void transformationStaysSymplecticAndTheTraceZero() {
        BogoliubovPropagator propagator = evolved(
                tensors(3, 2), Systems.mixture(1, 2), Systems.orbital(3, 3), Systems.orbital(2, 4), 1e-11, 2, 2);
        // Neither is built in; they are off by as much as the steps.
        assertThat((double) propagator.report().get("symplectic-defect")).isLessThan(1e-9);
        assertThat((double) propagator.report().get("trace-defect")).isLessThan(1e-9);
    }

    @Test
    void workersDoNotChangeTheNumbers() {
        double[] u = Systems.orbital(3, 3);
        double[] v = Systems.orbital(2, 4);
        BogoliubovState one = evolved(tensors(3, 2), Systems.mixture(1, 2), u, v, 1e-9, 0.5, 1)
                .state();
        BogoliubovState three = evolved(tensors(3, 2), Systems.mixture(1, 2), u, v, 1e-9, 0.5, 3)
                .state();
        assertThat(three.moments()).isEqualTo(one.moments());
    }
}
