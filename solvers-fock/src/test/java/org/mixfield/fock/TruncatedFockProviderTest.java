package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Problem;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.Solver;

class TruncatedFockProviderTest {

    private static List<Problem> problems(Map<String, ?> values) {
        Problems problems = new Problems();
        Settings settings = Settings.of(values, problems);
        new TruncatedFockProvider().create(settings);
        settings.finish();
        return problems.list();
    }

    @Test
    void laboratoryFrameIsAccepted() {
        Problems problems = new Problems();
        Solver solver = new TruncatedFockProvider()
                .create(Settings.of(
                        Map.of("state", "factorised", "frames", List.of("laboratory"), "tail", 1e-6), problems));
        assertThat(problems.isEmpty()).isTrue();
        assertThat(solver).isEqualTo(new TruncatedFockSolver(InitialState.FACTORISED, 1e-6, 1e-10));
    }

    @Test
    void theGroundStateIsAStartInEveryFrame() {
        Problems problems = new Problems();
        assertThat(new TruncatedFockProvider()
                        .create(Settings.of(
                                Map.of("state", "ground-state", "frames", List.of("laboratory")), problems)))
                .isEqualTo(new TruncatedFockSolver(InitialState.GROUND_STATE, 1e-12, 1e-10));
        assertThat(new TruncatedFockProvider().create(Settings.of(Map.of("state", "ground-state"), problems)))
                .isInstanceOfSatisfying(
                        CoMovingSolver.class,
                        solver -> assertThat(solver.choice().initial()).isEqualTo(InitialState.GROUND_STATE));
        assertThat(problems.isEmpty()).isTrue();
        assertThat(problems(Map.of("state", "groundstate")))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("ground-state"));
    }

    @Test
    void coMovingFrameIsTheDefaultAndTakesItsChoices() {
        Problems problems = new Problems();
        assertThat(new TruncatedFockProvider().create(Settings.of(Map.of(), problems)))
                .isEqualTo(new CoMovingSolver(new CoMovingChoice(
                        InitialState.COHERENT,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        1e-6,
                        SectorSum.AUTO,
                        1e-12,
                        OptionalDouble.empty())));
        assertThat(new TruncatedFockProvider()
                        .create(Settings.of(
                                Map.of("cutoff", 4, "nodes", 6, "sectors", "gauss", "accuracy", 1e-3), problems)))
                .isEqualTo(new CoMovingSolver(new CoMovingChoice(
                        InitialState.COHERENT,
                        OptionalInt.of(4),
                        OptionalInt.of(6),
                        1e-3,
                        SectorSum.GAUSS,
                        1e-12,
                        OptionalDouble.empty())));
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void framesStandTogetherAsOneLikes() {
        assertThat(problems(Map.of())).isEmpty();
        assertThat(problems(Map.of("frames", List.of("comoving", "laboratory", "fluctuation", "bogoliubov"))))
                .isEmpty();
        assertThat(problems(Map.of("frames", List.of("fluctuations"))))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("fluctuation", "comoving", "bogoliubov"));
    }

    @Test
    void bogoliubovStandsAloneOrBesideOthersAndNeedsACoherentStart() {
        Problems problems = new Problems();
        assertThat(new TruncatedFockProvider()
                        .create(Settings.of(
                                Map.of("frames", List.of("bogoliubov"), "bogoliubov", "grid", "tolerance", 1e-7),
                                problems)))
                .isEqualTo(new BogoliubovSolver(true, 1e-7));
        assertThat(new TruncatedFockProvider()
                        .create(Settings.of(Map.of("frames", List.of("bogoliubov", "laboratory")), problems)))
                .isEqualTo(new FramesSolver(List.of(
                        new FramesSolver.Frame(
                                "laboratory", new TruncatedFockSolver(InitialState.COHERENT, 1e-12, 1e-10)),
                        new FramesSolver.Frame("bogoliubov", new BogoliubovSolver(false, 1e-10)))));
        assertThat(problems.isEmpty()).isTrue();
        assertThat(problems(Map.of("frames", List.of("bogoliubov"), "state", "factorised")))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("coherent", "factorised"));
        assertThat(problems(Map.of("bogoliubov", "gird")))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("modes", "grid"));
    }

    @Test
    void fluctuationFrameTakesItsCutoffs() {
        Problems problems = new Problems();
        Solver solver = new TruncatedFockProvider()
                .create(Settings.of(
                        Map.of(
                                "frames",
                                List.of("fluctuation"),
                                "direct-cutoff",
                                Map.of("u", 8, "v", 6),
                                "cubic-cutoff",
                                3),
                        problems));
        assertThat(problems.isEmpty()).isTrue();
        assertThat(solver)
                .isEqualTo(new FluctuationSolver(
                        new FluctuationChoice(new SpeciesCutoffs(8, 6), Optional.of(new SpeciesCutoffs(3, 3)), 1e-10)));
        assertThat(new TruncatedFockProvider().create(Settings.of(Map.of("frames", List.of("fluctuation")), problems)))
                .isEqualTo(new FluctuationSolver(
                        new FluctuationChoice(new SpeciesCutoffs(12, 12), Optional.empty(), 1e-10)));
    }

    @Test
    void framesStandInTheirOrderWhateverTheOrderOfTheList() {
        Solver solver = new TruncatedFockProvider()
                .create(Settings.of(
                        Map.of("frames", List.of("fluctuation", "laboratory", "comoving")), new Problems()));
        assertThat(((FramesSolver) solver).frames().stream().map(FramesSolver.Frame::name))
                .containsExactly("comoving", "laboratory", "fluctuation");
        assertThat(solver.stateTypes())
                .contains(ManyBodyState.class, FluctuationState.class, LaboratoryPart.class, DirectState.class)
                .doesNotContain(TruncatedState.class);
    }

    @Test
    void aFactorisedStartHasNoFluctuationFrame() {
        assertThat(problems(Map.of("state", "factorised", "frames", List.of("comoving", "fluctuation"))))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("fluctuation", "state: coherent"));
    }

    @Test
    void cutoffsThatAreNoWholeNumbersAreRefused() {
        for (Object wrong : List.of(1, 2.5, -3, 1001)) {
            assertThat(problems(Map.of("frames", List.of("fluctuation"), "direct-cutoff", wrong)))
                    .singleElement()
                    .satisfies(p -> assertThat(p.message()).contains("from 2 to 1000"));
        }
        assertThat(problems(Map.of("cubic-cutoff", -1))).hasSize(1);
        assertThat(problems(Map.of("cubic-cutoff", 0))).isEmpty();
    }

    @Test
    void keysOfAllFramesAreChecked() {
        assertThat(problems(Map.of("frames", List.of("laboratory"), "cutoff", "auto", "nodes", 5, "sectors", "gauss")))
                .isEmpty();
        assertThat(problems(Map.of("frames", List.of("laboratory"), "cutoff", -1, "tail", 2, "nodse", 5)))
                .hasSize(3);
    }
}
