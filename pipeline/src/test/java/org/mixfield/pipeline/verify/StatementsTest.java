package org.mixfield.pipeline.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.statement.Finding;
import org.mixfield.core.statement.Verdict;
import org.mixfield.pipeline.FormBounds;

/** Every statement on made-up rows: those that are as the theory has them, and those that are not. */
class StatementsTest {

    private static final String REASON = "too few";

    private static List<Finding> of(Ladders ladders) {
        List<Rung> rungs = ladders.rungs();
        List<Finding> findings = new ArrayList<>(Conservation.of(rungs.get(2), false));
        findings.addAll(DensityStatements.of(rungs));
        findings.addAll(FluctuationStatements.of(rungs, REASON));
        findings.addAll(UniformStatements.of(rungs, REASON));
        findings.add(GaussianLimit.of(rungs.get(2), rungs, ""));
        return findings;
    }

    private static Set<String> violated(Ladders ladders) {
        return of(ladders).stream()
                .filter(finding -> finding.verdict() == Verdict.VIOLATED)
                .map(Finding::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Finding finding(Ladders ladders, String id) {
        return of(ladders).stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rowsLikeTheTheoryHold() {
        assertThat(of(Ladders.likeTheTheory()))
                .allSatisfy(finding ->
                        assertThat(finding.verdict()).as(finding.id()).isEqualTo(Verdict.HOLDS));
    }

    @Test
    void theConstantsAreThoseOfTheLaws() {
        Map<String, Double> theorem =
                finding(Ladders.likeTheTheory(), "theorem-2.3").constants();
        // T = 2t/N doubles from t = 1/2 to 1; with N = 2n, T/(2 n^-1/2) = t n^-1/2 / 2, greatest at n = 20.
        assertThat(theorem.get("gamma")).isCloseTo(2 * Math.log(2), within(1e-12));
        assertThat(theorem.get("C")).isCloseTo(0.5 / Math.sqrt(20) * 0.5 * Math.pow(2, -2 * 0.5), within(1e-12));
        assertThat(theorem.get("rate")).isCloseTo(1, within(1e-12));
        Map<String, Double> first = finding(
                        Ladders.likeTheTheory()
                                .with(Rung.B, (n1, n2, t) -> 0)
                                .with(Rung.A, (n1, n2, t) -> Math.exp(3 * t)),
                        "proposition-3.2.j1")
                .constants();
        assertThat(first.get("gamma")).isCloseTo(3, within(1e-12));
        assertThat(first.get("C")).isCloseTo(1.0 / 16, within(1e-12));
    }

    @Test
    void fluctuationsInProportionToTheParticlesViolateAllThatBoundsThem() {
        Ladders wrong = Ladders.likeTheTheory()
                .with(Rung.A, (n1, n2, t) -> t * t * (1 + 0.01 * n1))
                .with("fluctuation.number-squared.u", (n1, n2, t) -> Math.pow(t * t * (1 + 0.01 * n1), 2));
        assertThat(violated(wrong))
                .containsExactly("bogoliubov-limit", "estimate-3.2", "proposition-3.2.j1", "proposition-3.2.j2");
    }

    @Test
    void aDistanceThatComesToRestViolatesTheTheorem() {
        Ladders wrong = Ladders.likeTheTheory()
                .with(Rung.DISTANCE, (n1, n2, t) -> 2 * t / (n1 + n2) + 1e-3 * t)
                .with("gamma.fidelity", (n1, n2, t) -> 1 - 0.9 * t / (n1 + n2) - 4e-4 * t);
        assertThat(violated(wrong)).contains("theorem-2.3", "bogoliubov-limit").doesNotContain("estimate-3.2");
    }

    @Test
    void theRateOfTheTheoremIsEnough() {
        Ladders slow = Ladders.likeTheTheory()
                .with(Rung.DISTANCE, (n1, n2, t) -> 0.01 * t * (1 / Math.sqrt(n1) + 1 / Math.sqrt(n2)));
        assertThat(finding(slow, "theorem-2.3").verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding(slow, "theorem-2.3").constants().get("rate")).isCloseTo(0.5, within(1e-12));
        assertThat(finding(slow, "bogoliubov-limit").verdict()).isEqualTo(Verdict.VIOLATED);
    }

    @Test
    void aGaussianLimitThatIsOffByMoreThanItsErrorIsNotTheLimit() {
        Ladders off = Ladders.likeTheTheory().with("bogoliubov.coefficient", (n1, n2, t) -> 2.001 * t);
        assertThat(violated(off)).containsExactly("bogoliubov-limit");
        Ladders known = off.with("bogoliubov.coefficient.error", (n1, n2, t) -> 0.0011 * t);
        assertThat(violated(known)).isEmpty();
    }

    @Test
    void densitiesAreStates() {
        Ladders.Law third = (n1, n2, t) -> -1e-6 * t;
        assertThat(violated(Ladders.likeTheTheory().with("gamma.occupation.3", third)))
                .containsExactly("reduced-density.positive");
        assertThat(violated(Ladders.likeTheTheory().with("gamma.occupation.2", (n1, n2, t) -> t / (n1 + n2))))
                .containsExactly("reduced-density.trace");
        assertThat(violated(Ladders.likeTheTheory().with("gamma.purity", (n1, n2, t) -> 1 - 0.8 * t / (n1 + n2))))
                .containsExactly("reduced-density.purity");
        // With the half of Tr|gamma - P| left out, or twice the fidelity defect.
        assertThat(violated(Ladders.likeTheTheory().with("gamma.fidelity", (n1, n2, t) -> 1 - 1.1 * t / (n1 + n2))))
                .containsExactly("reduced-density.fidelity");
        assertThat(violated(Ladders.likeTheTheory().with("gamma.fidelity", (n1, n2, t) -> 1)))
                .containsExactly("reduced-density.distance");
    }

    @Test
    void theExpansionAndItsBoundsAreTestedTermByTerm() {
        assertThat(violated(Ladders.likeTheTheory().with("fluctuation.remainder-sum", (n1, n2, t) -> 1e-6)))
                .containsExactly("expansion-3.1");
        assertThat(finding(Ladders.likeTheTheory().without("fluctuation.remainder-sum"), "expansion-3.1"))
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.NOT_TESTED);
                    assertThat(finding.where()).contains("fluctuation.remainder-sum");
                });
        // r_j belongs to p_k: 1, 3 to 1, and so on.
        int[] bounds = {1, 2, 1, 2, 3, 5, 4, 4, 6, 3, 7, 8, 7, 8, 9};
        for (int j = 1; j <= 15; j++) {
            assertThat(violated(Ladders.likeTheTheory()
                            .with("fluctuation.remainder." + j, (n1, n2, t) -> 1.1 * t / (n1 + n2))))
                    .containsExactly("proposition-3.1." + bounds[j - 1]);
        }
        Ladders loose = Ladders.likeTheTheory();
        for (int j = 1; j <= 15; j++) {
            loose.with("fluctuation.remainder." + j, (n1, n2, t) -> 0.1 * t / (n1 + n2));
        }
        assertThat(violated(loose)).containsExactly("expansion-3.1.sum");
    }

    @Test
    void fluctuationsBeyondTheAprioriBoundsViolateThem() {
        Ladders wrong = Ladders.likeTheTheory().with(Rung.B, (n1, n2, t) -> 12.1 * t * t * (n2 + 1));
        assertThat(violated(wrong)).contains("lemma-5.3.v").doesNotContain("lemma-5.3.u", "lemma-5.3.both");
        wrong.with(Rung.A, (n1, n2, t) -> 40 * t * t * (n1 + 1));
        assertThat(violated(wrong)).contains("lemma-5.3.u", "lemma-5.3.v", "lemma-5.3.both");
    }

    @Test
    void whatIsConservedMayMoveByItsErrorAlone() {
        assertThat(violated(Ladders.likeTheTheory().with("fock.norm", (n1, n2, t) -> 1 - 1e-6 * t)))
                .containsExactly("conservation.norm");
        assertThat(violated(Ladders.likeTheTheory().with("fock.energy", (n1, n2, t) -> -1.5 + 1e-6 * t)))
                .containsExactly("conservation.energy");
        assertThat(violated(Ladders.likeTheTheory().with("fock.number.u", (n1, n2, t) -> n1 * (1 + 1e-6 * t))))
                .containsExactly("conservation.number.u");
        assertThat(violated(Ladders.likeTheTheory().with("hartree.norm.v", (n1, n2, t) -> 1 + 1e-6 * t)))
                .containsExactly("conservation.hartree.norm");
        assertThat(violated(Ladders.likeTheTheory().with("hartree.energy", (n1, n2, t) -> 2 + 3e-8 * t)))
                .containsExactly("conservation.hartree.energy");
        assertThat(Conservation.of(Ladders.likeTheTheory().rungs().get(0), true))
                .filteredOn(finding -> finding.verdict() == Verdict.NOT_TESTED)
                .extracting(Finding::id)
                .containsExactly("conservation.energy", "conservation.hartree.energy");
    }

    @Test
    void aValueThatIsNoNumberIsAViolation() {
        assertThat(violated(Ladders.likeTheTheory().with(Rung.DISTANCE, (n1, n2, t) -> t == 0.5 ? Double.NaN : t / n1)))
                .contains("proposition-3.1", "theorem-2.3");
    }

    @Test
    void withoutALadderTheUniformStatementsAreNotTested() {
        List<Rung> two = Ladders.likeTheTheory().rungs().subList(0, 2);
        assertThat(UniformStatements.of(two, REASON)).allSatisfy(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.NOT_TESTED);
            assertThat(finding.where()).isEqualTo(REASON);
        });
    }

    @Test
    void formBoundsGiveTheirConstantsOrTheirWitness() {
        FormBound.Witness witness =
                new FormBound.Witness("exp(-r/s)", List.of(new FormBound.Trial(0.1, 3), new FormBound.Trial(0.01, 30)));
        FormBounds bounds = new FormBounds(
                FormBounds.Outcome.of(new FormBound.Proven(4, "Hardy")),
                FormBounds.Outcome.of(new FormBound.Violated(witness)),
                FormBounds.Outcome.notComputed("no values"));
        List<Finding> findings = Hypotheses.ofPotentials(bounds);
        assertThat(findings)
                .extracting(Finding::verdict)
                .containsExactly(Verdict.HOLDS, Verdict.VIOLATED, Verdict.NOT_TESTED);
        assertThat(findings.get(0).constants()).containsEntry("K.lower", 4.0).containsEntry("K.upper", 4.0);
        assertThat(findings.get(1).left()).isEqualTo(30);
        assertThat(findings.get(1).where()).contains("exp(-r/s)");
    }

    @Test
    void numbersThatKeepToTheWeightsObeyTheConditionAndOthersDoNot() {
        Weights weights = new Weights(0.6, 0.4);
        List<ParticleNumbers> kept = Stream.of(10, 100, 1000, 10_000)
                .map(n -> new ParticleNumbers(6 * n + 3, 4 * n - 3))
                .toList();
        List<Finding> good = Hypotheses.ofNumbers(kept, weights);
        assertThat(good).extracting(Finding::verdict).containsOnly(Verdict.HOLDS);
        // N1 - c1 N = 3, so D = 3 max(N1, N2)/N, greatest on the first rung.
        assertThat(good.get(0).constants().get("D")).isCloseTo(1.89, within(1e-9));
        assertThat(good.get(1).constants().get("C")).isCloseTo(100.0 / 37, within(1e-12));

        List<ParticleNumbers> equal = Stream.of(10, 100, 1000, 10_000)
                .map(n -> new ParticleNumbers(n, n))
                .toList();
        assertThat(Hypotheses.ofNumbers(equal, weights))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.VIOLATED, Verdict.HOLDS);
        List<ParticleNumbers> lopsided = Stream.of(10, 100, 1000, 10_000)
                .map(n -> new ParticleNumbers(n * n, n))
                .toList();
        assertThat(Hypotheses.ofNumbers(lopsided, weights))
                .extracting(Finding::verdict)
                .containsOnly(Verdict.VIOLATED);
    }
}
