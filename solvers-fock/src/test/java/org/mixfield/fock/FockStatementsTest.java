package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Weights;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.run.Workers;
import org.mixfield.core.statement.Evidence;
import org.mixfield.core.statement.Finding;
import org.mixfield.core.statement.Table;
import org.mixfield.core.statement.Verdict;
import org.mixfield.testkit.MadeUpMixture;

/** Statements hold on generic problems, and errors that were made in deriving or printing them are found out. */
class FockStatementsTest {

    /** Complex orbitals, both signs of the interactions, and weights that are not those of the particle numbers. */
    private static CoherentStart start(int mu, int mv, int n1, int n2, double c1, double factor) {
        return new CoherentStart(
                Systems.weakened(Systems.random(mu, mv, 3), factor),
                FrameWeights.coherent(n1, n2, new Weights(c1, 1 - c1)),
                Systems.orbital(mu, 5),
                Systems.orbital(mv, 6));
    }

    private static CoherentStart start() {
        return start(2, 2, 700, 300, 0.6, -0.8);
    }

    private static Evidence evidence(CoherentStart start) {
        try (Workers workers = Workers.of(2)) {
            return FockStatements.of(start, Optional.empty(), 1, workers);
        }
    }

    private static List<Finding> dynamics(FluctuationDynamics.ManyBody manyBody, Remainders remainders) {
        try (Workers workers = Workers.of(2)) {
            return new FluctuationStatements(
                            start(), new FluctuationDynamics(manyBody, remainders, workers), 1, workers)
                    .dynamics();
        }
    }

    private static List<String> violated(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.VIOLATED)
                .map(Finding::id)
                .toList();
    }

    private static Finding finding(Evidence evidence, String id) {
        return evidence.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    // ---- they hold

    @ParameterizedTest
    @CsvSource({"2, 2, 700, 300, 0.6, -0.8", "3, 1, 2, 5, 0.4, 0.7", "1, 2, 1, 1, 0.5, 12", "1, 3, 4, 4, 0.3, 0.02"})
    void allHold(int mu, int mv, int n1, int n2, double c1, double factor) {
        Evidence evidence = evidence(start(mu, mv, n1, n2, c1, factor));
        assertThat(evidence.findings())
                .allSatisfy(finding ->
                        assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.HOLDS));
        assertThat(evidence.findings().stream().map(Finding::id))
                .doesNotHaveDuplicates()
                .hasSize(18);
        for (int bound = 1; bound <= 4; bound++) {
            Finding lemma = finding(evidence, "lemma-2.1." + bound);
            // An equality where all particles are in f.
            assertThat(lemma.left()).isGreaterThan(lemma.right() * (1 - 1e-12)).isPositive();
        }
        // What the identities are sharp to.
        assertThat(finding(evidence, "lemma-2.2.b").error()).isLessThan(1e-12);
        assertThat(finding(evidence, "hamiltonian.sectors").error()).isLessThan(1e-9);
        assertThat(finding(evidence, "lemma-5.1").constants().get("C_1")).isPositive();
    }

    @Test
    void truncatedDynamicsApproachTheWholeOneInTheTable() {
        Evidence evidence = evidence(start());
        Table table = evidence.tables().get(0);
        assertThat(table.name()).isEqualTo("truncated-dynamics");
        assertThat(table.rows().stream().map(row -> row[0])).containsExactly(0.0, 1.0, 2.0, 4.0, 6.0);
        for (int i = 1; i < table.rows().size(); i++) {
            assertThat(table.rows().get(i)[2]).isLessThan(table.rows().get(i - 1)[2]);
            // The right side falls as 1/M and a little faster.
            assertThat(table.rows().get(i)[6])
                    .isLessThanOrEqualTo(table.rows().get(1)[6] / table.rows().get(i)[0]);
        }
        double[] last = table.rows().get(4);
        assertThat(last[2]).isZero();
        assertThat(last[3]).isZero();
        assertThat(last[5]).isZero();
    }

    // ---- errors are found out

    /** V doubled in H, and its mean field halved, is 1/N_p before the self-interactions in place of 1/(2N_p). */
    private static CoherentStart withMisprintedSelfInteraction(CoherentStart start) {
        ModeTensors t = start.tensors();
        double[][] own = Stream.of(t.own())
                .map(v -> java.util.Arrays.stream(v).map(x -> 2 * x).toArray())
                .toArray(double[][]::new);
        FrameWeights w = start.weights();
        return new CoherentStart(
                new ModeTensors(t.modesU(), t.modesV(), t.oneBody(), own, t.between()),
                new FrameWeights(w.n1(), w.n2(), 0.5, w.e12(), 0.5, w.e21()),
                start.u(),
                start.v());
    }

    @Test
    void aSelfInteractionWithoutItsHalfIsFoundOut() {
        List<Finding> findings = dynamics(
                (start, cutoff, time, workers) ->
                        FluctuationDynamics.comoving(withMisprintedSelfInteraction(start), cutoff, time, workers),
                Remainders.EXPANSION);
        assertThat(violated(findings)).containsExactly("fluctuation-dynamics");
    }

    @Test
    void aSelfInteractionWithoutItsHalfIsFoundOutInTheSectorsToo() {
        CoherentStart start = start();
        FluctuationSpace space = new FluctuationSpace(2, 2, new SpeciesCutoffs(3, 3));
        LadderOperators ladder = new LadderOperators(space);
        try (Workers workers = Workers.of(1)) {
            List<Finding> findings = new NumberConservation(
                            ladder,
                            new LadderHamiltonian(ladder, start.tensors(), 7, 3),
                            new MixtureHamiltonian(
                                    withMisprintedSelfInteraction(start).tensors(), 7, 3),
                            workers)
                    .of(List.of(FockVectors.random(space, 0, new java.util.Random(1))));
            assertThat(violated(findings)).containsExactly("hamiltonian.sectors");
        }
    }

    /** A phase e^{−iEt} of one sector alone, E the smallest of the scalars that H has. */
    @Test
    void aScalarDroppedInOneSectorIsFoundOut() {
        List<Finding> findings = dynamics(
                (start, cutoff, time, workers) -> {
                    CoMovingRun run = FluctuationDynamics.comoving(start, cutoff, time, workers);
                    double phase = run.moving().condensates() / start.weights().total() * time;
                    CoMovingLevels levels = run.levels();
                    Stream.of(
                                    levels.measured(),
                                    levels.ofCutoff(cutoff - 2),
                                    levels.ofCutoff(cutoff - 4),
                                    levels.fine())
                            .forEach(level -> turnCentralSector(level, phase));
                    return run;
                },
                Remainders.EXPANSION);
        assertThat(violated(findings)).containsExactly("fluctuation-dynamics");
    }

    static void turnCentralSector(SectorLevel level, double phase) {
        Map<String, double[]> saved = new HashMap<>();
        level.save("level", saved);
        int sectors = level.points().sectors().size();
        int central = level.points().central();
        int batch = 0;
        while ((long) sectors * (batch + 1) / level.batches() <= central) {
            batch++;
        }
        int first = (int) ((long) sectors * batch / level.batches());
        int width = (int) ((long) sectors * (batch + 1) / level.batches()) - first;
        double[] states = saved.get("level.states." + batch);
        for (int s = 0; s < level.basis().dimension(); s++) {
            int re = 2 * s * width + central - first;
            double x = states[re];
            double y = states[re + width];
            states[re] = x * Math.cos(phase) + y * Math.sin(phase);
            states[re + width] = y * Math.cos(phase) - x * Math.sin(phase);
        }
    }

    @Test
    void aRemainderAsMisprintedIsFoundOut() {
        List<Finding> findings = dynamics(FluctuationDynamics::comoving, RemaindersTest.misprinted());
        assertThat(violated(findings)).containsExactly("expansion-3.1.fock");
    }

    @Test
    void operatorsOnVectorsThatTheyLeadOutOfTheSpaceAreFoundOut() {
        FluctuationSpace space = new FluctuationSpace(2, 2, new SpeciesCutoffs(4, 4));
        LadderOperators ladder = new LadderOperators(space);
        List<double[]> functions = List.of(Systems.orbital(2, 1));
        List<double[]> full = List.of(FockVectors.random(space, 0, new java.util.Random(1)));
        List<double[]> withRoom = List.of(FockVectors.random(space, 2, new java.util.Random(1)));
        assertThat(CanonicalRelations.of(ladder, List.of(functions, functions), full)
                        .verdict())
                .isEqualTo(Verdict.VIOLATED);
        assertThat(CanonicalRelations.of(ladder, List.of(functions, functions), withRoom)
                        .verdict())
                .isEqualTo(Verdict.HOLDS);
    }

    /** N₁/N fixed away from c₁, where D of (2.3) grows as N does and with it the linear part of L. */
    @Test
    void aConstantThatGrowsWithTheParticleNumbersIsFoundOut() {
        CoherentStart few = start(2, 2, 2, 6, 0.75, 0.8);
        List<Integer> cutoffs = List.of(1, 2, 6);
        SpeciesCutoffs largest = new SpeciesCutoffs(6, 6);
        try (Workers workers = Workers.of(2)) {
            TruncatedSweep before = new TruncatedSweep(few, largest, cutoffs, 0.03, workers);
            TruncatedDynamics dynamics = new TruncatedDynamics(
                    before, new TruncatedSweep(few.withParticles(8, 24), largest, cutoffs, 0.03, workers));
            assertThat(dynamics.findings().get(0).verdict()).isEqualTo(Verdict.VIOLATED);
            // Three times the time takes more than the constants of Lemma 5.4 for the shorter one.
            TruncatedDynamics longer =
                    new TruncatedDynamics(before, new TruncatedSweep(few, largest, cutoffs, 0.09, workers));
            assertThat(violated(longer.findings())).contains("lemma-5.4.1", "lemma-5.4.2");
        }
    }

    // ---- solvers

    private static Evidence verify(Solver solver, double end) {
        try (Workers workers = Workers.of(2)) {
            Discretization discretization = MadeUpMixture.onALine(workers);
            return solver.verify(discretization, List.of(0.0, end));
        }
    }

    private static CoMovingSolver comoving(InitialState initial) {
        return new CoMovingSolver(
                new CoMovingChoice(initial, OptionalInt.of(4), OptionalInt.empty(), 1e-6, SectorSum.AUTO, 1e-12, 1e-8));
    }

    @Test
    void severalFramesTestThemOnceOnTheModesOfTheRun() {
        Solver both = FramesSolver.of(List.of(
                new FramesSolver.Frame("comoving", comoving(InitialState.COHERENT)),
                new FramesSolver.Frame("laboratory", new TruncatedFockSolver(InitialState.COHERENT, 1e-6, 1e-8))));
        Evidence evidence = verify(both, 0.01);
        assertThat(evidence.findings().stream().map(Finding::id))
                .doesNotHaveDuplicates()
                .hasSize(18);
        assertThat(evidence.findings())
                .allSatisfy(finding ->
                        assertThat(finding.verdict()).as(finding.toString()).isEqualTo(Verdict.HOLDS));
        assertThat(evidence.tables()).hasSize(1);
    }

    @Test
    void aFixedNumberOfParticlesHasNoFluctuationsToTest() {
        Evidence evidence = verify(comoving(InitialState.FACTORISED), 0.5);
        assertThat(finding(evidence, "lemma-2.2.b").verdict()).isEqualTo(Verdict.HOLDS);
        for (String id : List.of("fluctuation-dynamics", "expansion-3.1.fock", "lemma-5.1", "lemma-5.4.1")) {
            assertThat(finding(evidence, id).verdict()).isEqualTo(Verdict.NOT_TESTED);
            assertThat(finding(evidence, id).where()).contains("state: coherent");
        }
        assertThat(evidence.tables()).isEmpty();
    }

    @Test
    void spacesThatAreTooLargeAreNotTried() {
        Evidence evidence = evidence(start(12, 12, 20, 30, 0.4, 0.1));
        assertThat(finding(evidence, "commutation-relations").verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding(evidence, "lemma-5.1").where()).contains("12 and 12 modes");
        assertThat(violated(evidence.findings())).isEmpty();
    }
}
