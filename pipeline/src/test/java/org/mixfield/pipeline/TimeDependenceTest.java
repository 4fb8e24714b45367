package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.Modulation;
import org.mixfield.core.run.NumericalException;

/** The key {@code factor} of traps and interactions, from the file to what a run makes of it. */
class TimeDependenceTest {

    private static final String SOFT = "{type: soft-coulomb, strength: 1.0, softening: 1.0}";

    /** Without V₁₁, whose form bound takes a while. */
    private static final String SMALL = Configurations.SMALL.replace(SOFT, "{type: none}");

    @TempDir
    private Path folder;

    private final Mixfield mixfield = Mixfield.open();

    @AfterEach
    void close() {
        mixfield.close();
    }

    private Run run(String... overrides) {
        return mixfield.load(Configurations.write(folder, SMALL), List.of(overrides));
    }

    private Mixture mixture(String... overrides) {
        return run(overrides).configuration().mixture();
    }

    private List<String> problems(String... overrides) {
        return Configurations.problems(folder, SMALL, overrides);
    }

    private static final String RAMP = "{type: ramp, from: 1, to: -3, start: 0.05, duration: 0.1}";

    @Test
    void anyTrapAndAnyInteractionHasAFactor() {
        Mixture mixture = mixture(
                "species.v.trap.factor=" + RAMP, "interactions.uv.factor={type: formula, expression: 'exp(-t)'}");
        assertThat(mixture.changes()).isTrue();
        assertThat(mixture.kinks()).hasSize(2);
        assertThat(mixture.kinks().get(1)).isCloseTo(0.15, within(1e-15));
        assertThat(mixture.species(SpeciesName.V).trap().at(0.1).value(2, 0, 0)).isCloseTo(-4, within(1e-12));
        Interactions.Factors factors = mixture.interactions().factors();
        assertThat(factors.uv().at(2)).isEqualTo(Math.exp(-2));
        assertThat(factors.uu()).isSameAs(Modulation.NONE);
    }

    @Test
    void aNumberIsAFactorThatDoesNotChange() {
        Mixture mixture = mixture("species.v.trap.factor=4", "interactions.uu.factor=-2", "interactions.uv.factor=1");
        assertThat(mixture.changes()).isFalse();
        assertThat(mixture.species(SpeciesName.V).trap().value(3, 0, 0)).isEqualTo(36);
        assertThat(mixture.interactions().factors().uu().at(0.1)).isEqualTo(-2);
        assertThat(mixture.interactions().factors().uv()).isSameAs(Modulation.NONE);
    }

    @Test
    void eachTermOfASumOfTrapsMayHaveItsOwn() {
        Mixture mixture = mixture("species.v.trap={type: sum, of: [{type: harmonic, stiffness: [1]}, {type: harmonic,"
                + " stiffness: [1], factor: {type: table, points: [[0, 1], [1, 3]]}}]}");
        assertThat(mixture.species(SpeciesName.V).trap().at(0.5).value(2, 0, 0)).isEqualTo(4 + 8);
    }

    @Test
    void whatIsWrongWithAFactorIsLocated() {
        assertThat(problems("interactions.uu.factor=fast"))
                .singleElement()
                .asString()
                .contains("interactions.uu.factor: ");
        assertThat(problems("interactions.uu.factor={type: rampp}"))
                .singleElement()
                .asString()
                .contains("unknown factor 'rampp'", "formula, oscillation, ramp, table", "did you mean 'ramp'?");
        assertThat(problems("species.v.trap.factor={type: ramp, to: 2, duration: -1}"))
                .singleElement()
                .asString()
                .contains("species.v.trap.factor.duration: found -1");
        assertThat(problems("interactions.uu={type: sum, of: [{type: coulomb, strength: 1, factor: 2}]}"))
                .anySatisfy(text -> assertThat(text).contains("interactions.uu.of[0].factor: unknown key"));
    }

    @Test
    void aFactorThatIsNotFiniteIsToldWithItsPlaceAndTime() {
        assertThatThrownBy(() -> run("interactions.uv.factor={type: formula, expression: '1/(t-0.1)'}")
                        .check())
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("interactions.uv.factor is");
        Modulation factor = mixture("interactions.uv.factor={type: formula, expression: 'log(t-0.1)'}")
                .interactions()
                .factors()
                .uv();
        assertThatThrownBy(() -> factor.at(0.05))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("the factor interactions.uv.factor is NaN at time 0.05");
        assertThatThrownBy(() ->
                        run("species.u.trap={type: formula, expression: '1/x'}").check())
                .isInstanceOf(NumericalException.class)
                .hasMessageContainingAll("species.u.trap: ", "NaN");
    }

    @Test
    void aTableThatDoesNotCoverTheBoxIsAProblemOfTheConfiguration() throws java.io.IOException {
        java.nio.file.Files.writeString(folder.resolve("trap.csv"), "-5,1\n0,0\n5,1\n");
        assertThat(problems("species.u.trap={type: table, file: trap.csv}"))
                .singleElement()
                .asString()
                .contains("species.u.trap: the trap is asked at x = -6.0, but the table", "covers -5.0 to 5.0");
    }

    private static FormBound bound(FormBounds.Outcome finding) {
        return finding.bound().orElseThrow();
    }

    /** (fV)² ≤ f²K(1−Δ). The largest |f| of the ramp up to the end of the run, 0.2, is 3. */
    @Test
    void theFormBoundIsMultipliedByTheSquareOfTheLargestFactor() {
        FormBounds plain = run("interactions.uu=" + SOFT).formBounds();
        FormBounds changed = run(
                        "interactions.uu=" + SOFT, "interactions.uu.factor=" + RAMP, "interactions.uv.factor=0.5")
                .formBounds();
        FormBound.Computed before = (FormBound.Computed) bound(plain.uu());
        FormBound.Computed after = (FormBound.Computed) bound(changed.uu());
        assertThat(after.lower() / before.lower()).isCloseTo(9, within(1e-14));
        assertThat(after.upper() / before.upper()).isCloseTo(9, within(1e-14));
        assertThat(after.method()).endsWith(", times 9, the square of its largest factor");
        assertThat(((FormBound.Computed) bound(changed.uv())).upper()
                        / ((FormBound.Computed) bound(plain.uv())).upper())
                .isCloseTo(0.25, within(1e-14));
        assertThat(changed.vv()).isEqualTo(plain.vv());
    }

    @Test
    void aViolatedBoundStaysViolatedUnlessTheFactorIsZeroThroughout() {
        String coulomb = "interactions.uv={type: coulomb, strength: 1}";
        assertThat(bound(run(coulomb, "interactions.uv.factor=1.0e-9")
                        .formBounds()
                        .uv()))
                .isInstanceOf(FormBound.Violated.class);
        assertThat(bound(run(coulomb, "interactions.uv.factor=0").formBounds().uv()))
                .isEqualTo(new FormBound.Proven(0, "its factor is 0 throughout"));
        assertThat(bound(run(coulomb, "interactions.uv.factor={type: ramp, from: 0, to: 1, start: 9, duration: 0}")
                        .formBounds()
                        .uv()))
                .as("it sets in after the end of the run")
                .isInstanceOf(FormBound.Proven.class);
    }

    @Test
    void aManyBodySolverRefusesAHamiltonianThatChanges() {
        String fock = "solvers.fock={modes: {count: 2}, state: factorised, frames: [laboratory]}";
        assertThat(problems(fock, "interactions.uv.factor=0.5")).isEmpty();
        assertThatThrownBy(() -> run(fock, "interactions.uv.factor=" + RAMP).check())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("solvers.fock", "interactions.uv does", "leave out solvers.fock");
    }

    private Map<?, ?> summary(String... overrides) {
        return run(overrides)
                .execute(folder.resolve("results"), true, Progress.SILENT)
                .summary();
    }

    @Test
    void anEnergyThatIsNotConservedIsNoDrift() {
        Map<?, ?> changing = summary("species.v.trap.factor=" + RAMP, "output.formats=[csv]");
        assertThat(((Map<?, ?>) changing.get("drifts")).keySet().stream().map(String::valueOf))
                .containsExactly("hartree.norm");
        assertThat(changing.get("energy")).isEqualTo("not conserved: the Hamiltonian changes in time");
        Map<?, ?> still = summary("species.v.trap.factor=2", "output.formats=[csv]");
        assertThat(((Map<?, ?>) still.get("drifts")).containsKey("hartree.energy"))
                .isTrue();
        assertThat(still.containsKey("energy")).isFalse();
    }

    /** The Hartree and the many-body energies take a constant factor alike. */
    @Test
    void aConstantFactorIsAnotherStrength() {
        String fock = "solvers.fock={modes: {count: 6}, state: factorised, frames: [laboratory]}";
        String few = "species={u: {particles: 3, initial: {type: gaussian, center: [0.5], width: 1}}, v: {particles: 2,"
                + " trap: {type: harmonic, stiffness: [1]}, initial: {type: gaussian, width: 1}}}";
        String none = "output.formats=[csv]";
        Map<?, ?> scaled = (Map<?, ?>) summary(
                        few,
                        fock,
                        none,
                        "interactions.uv.factor=3",
                        "interactions.uu=" + SOFT,
                        "interactions.uu.factor=2",
                        "species.v.trap.factor=0.5")
                .get("final");
        Map<?, ?> strong = (Map<?, ?>) summary(
                        few,
                        fock,
                        none,
                        "interactions.uv.strength=-1.5",
                        "interactions.uu=" + SOFT,
                        "interactions.uu.strength=2",
                        "species.v.trap.stiffness=[0.5]")
                .get("final");
        for (String column : List.of("hartree.energy", "fock.energy", "gamma.trace-distance")) {
            // The same numbers in another order of multiplication, through 20 steps and a Krylov space of tolerance
            // 1e-10.
            assertThat((Double) scaled.get(column)).as(column).isCloseTo((Double) strong.get(column), within(1e-9));
        }
    }

    @Test
    void runYamlGivesTheSameFactorAgain() throws java.io.IOException {
        Run run = run("interactions.uv.factor=" + RAMP, "species.v.trap.factor=2");
        String document = run.configuration().provenance().document();
        Path again = java.nio.file.Files.writeString(folder.resolve("again.yaml"), document);
        Run repeated = mixfield.load(again);
        assertThat(repeated.configuration().provenance().effective())
                .isEqualTo(run.configuration().provenance().effective());
    }

    /** Ehrenfest: in a harmonic trap, whatever its strength does, m x″ = −2k f(t) x for the mean position x. */
    @Test
    void theCenterOfACloudFollowsNewtonsEquationWhileTheTrapChanges() {
        Map<?, ?> row = (Map<?, ?>) summary(
                        "grid={points: [64], length: [16]}",
                        "species.v.initial={type: gaussian, center: [0.5], width: 1}",
                        "species.v.trap.factor={type: ramp, from: 1, to: 3, start: 0.3, duration: 0.5}",
                        "interactions.uv={type: none}",
                        "time={end: 2, outputs: 1}",
                        "solvers.hartree={method: rkn6b, step: 0.01}",
                        "output.formats=[csv]")
                .get("final");
        double x = 0.5;
        double p = 0;
        int steps = 20_000; // the ramp's ends are among their ends
        double h = 2.0 / steps;
        for (int i = 0; i < steps; i++) {
            // Velocity Verlet with m = 1/2, k = 1: order 2, an error of 1e-8 at this step.
            p -= h * Math.min(3, Math.max(1, 1 + 4 * (i * h - 0.3))) * x;
            x += 2 * h * p;
            p -= h * Math.min(3, Math.max(1, 1 + 4 * ((i + 1) * h - 0.3))) * x;
        }
        // The scheme is of order 4 with a step of 0.01; a factor taken at the start of a row would be off by a tenth.
        assertThat((Double) row.get("hartree.mean.v.x")).isCloseTo(x, within(1e-7));
        assertThat((Double) row.get("hartree.momentum.v.x")).isCloseTo(p, within(1e-7));
    }
}
