package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.potential.RadialPotential;

/** A configuration in physical units against SI values computed here, with the constants of CODATA 2022. */
class PhysicalUnitsTest {

    private static final double PLANCK = 6.62607015e-34;
    private static final double H_BAR = PLANCK / (2 * Math.PI);
    private static final double DALTON = 1.66053906892e-27;
    private static final double BOHR_RADIUS = 5.29177210544e-11;

    private static final Path EXAMPLE = Path.of("../docs/examples/k41-rb87.yaml");

    @TempDir
    private Path folder;

    private static final String PHYSICAL = """
            mixfield: 1
            name: physical
            units: {length: 0.5 um, mass: 87 u}
            grid: {points: [32], length: [6 um]}
            species:
              u: {particles: 20, mass: 41 u, trap: {type: harmonic, frequency: [50 Hz]}, initial: {type: gaussian, center: [0.25 um], width: 500 nm}}
              v: {particles: 10, mass: 87 u, trap: {type: lattice, depth: [10 nK], spacing: [1 um]}, initial: {type: gaussian, width: 1.0}}
            interactions:
              uu: {type: soft-coulomb, strength: 10 Hz*um, softening: 0.5 um}
              vv: {type: none}
              uv: {type: gaussian, strength: -20 Hz, range: 0.5 um, factor: {type: oscillation, amplitude: 0.1, frequency: 2 kHz}}
            time: {end: 50 us, outputs: 4}
            solvers:
              hartree: {type: spectral, method: strang, step: 5 us}
            """;

    private final Mixfield mixfield = Mixfield.open();

    @AfterEach
    void close() {
        mixfield.close();
    }

    private Run load(Path file, String... overrides) {
        return mixfield.load(file, List.of(overrides));
    }

    private Run physical(String... overrides) {
        return load(Configurations.write(folder, PHYSICAL), overrides);
    }

    /** M L²/ħ in seconds. */
    private static final double TIME = 87 * DALTON * 0.25e-12 / H_BAR;

    /** Products of a few factors, each rounded; ħ itself to the 16 digits of its quotient. */
    private static final double ROUNDING = 1e-13;

    private static void assertRelative(double actual, double expected, double tolerance) {
        assertThat(actual / expected).as("%s of %s", actual, expected).isCloseTo(1, within(tolerance));
    }

    @Test
    void everyQuantityBecomesANumberInTheUnitsOfTheRun() {
        RunConfiguration run = physical().configuration();
        assertThat(run.domain().grid().length(0)).isEqualTo(12);
        assertRelative(run.times().end(), 50e-6 / TIME, ROUNDING);
        assertRelative(run.mixture().u().mass(), 41 / 87.0, ROUNDING);
        assertThat(run.mixture().v().mass()).isEqualTo(1);
        double omega = 2 * Math.PI * 50;
        // m w^2 x^2 / 2 at x = 1 um, in units of hbar^2/(M L^2)
        assertRelative(
                run.mixture().u().trap().value(2, 0, 0),
                0.5 * 41 * DALTON * omega * omega * 1e-12 * TIME / H_BAR,
                ROUNDING);
        assertRelative(run.mixture().v().trap().value(1, 0, 0), 10e-9 * 1.380649e-23 * TIME / H_BAR, ROUNDING);
        assertRelative(
                ((RadialPotential) run.mixture().interactions().uv()).value(1),
                -20 * PLANCK * TIME / H_BAR * Math.exp(-0.5),
                ROUNDING);
        assertRelative(
                ((RadialPotential) run.mixture().interactions().uu()).value(1),
                10 * PLANCK * 1e-6 * TIME / H_BAR / 0.5e-6 / Math.sqrt(2),
                ROUNDING);
        // A quarter of a period of 2 kHz.
        assertThat(run.mixture().interactions().factors().uv().at(125e-6 / TIME))
                .isCloseTo(1.1, within(1e-12));
    }

    @Test
    void runYamlIsTheSameRunInPlainNumbersAndSaysThePhysicalValues() throws IOException {
        Run run = physical();
        String document = run.configuration().provenance().document();
        assertThat(document)
                .contains("units: {length: \"0.5 um\", mass: \"87 u\"}")
                .contains("# species.u.trap.frequency: 50 Hz\n")
                .contains("# species.v.initial.width: 0.5 um\n")
                .contains("# interactions.uv.factor.frequency: 2 kHz\n");
        Run again = load(Files.writeString(folder.resolve("again.yaml"), document));
        assertThat(again.configuration().provenance().effective())
                .isEqualTo(run.configuration().provenance().effective());
        assertThat(again.configuration().times()).isEqualTo(run.configuration().times());
        assertThat(again.configuration().domain().grid())
                .isEqualTo(run.configuration().domain().grid());
    }

    @Test
    void theManifestSaysWhatEachColumnIsInPhysicalUnits() throws IOException {
        physical("output.formats=[csv]").execute(folder.resolve("results"), false, Progress.SILENT);
        String manifest = Files.readString(folder.resolve("results/manifest.json"));
        String energy = String.format(java.util.Locale.ROOT, "%.6g", 1 / TIME / (2 * Math.PI));
        String time = String.format(java.util.Locale.ROOT, "%.6g", 1e3 * TIME);
        assertThat(manifest)
                .contains("energy unit = " + energy + " Hz * h")
                .contains("time unit = " + time + " ms")
                .contains("length^2 unit = 0.25 um^2");
        assertThat(Files.readString(folder.resolve("results/run.yaml"))).contains("# time.end: 50 us\n");
    }

    private List<String> problems(String... overrides) {
        return Configurations.problems(folder, PHYSICAL, overrides);
    }

    @Test
    void whatAKeyMeasuresIsChecked() {
        assertThat(problems()).as("the configuration itself").isEmpty();
        Map<String, String> wrong = Map.of(
                "grid.length=[3 ms]",
                        "grid.length: found 3 ms: this is a time; accepted: finite numbers greater than 0",
                "time.end=3 um", "time.end: found 3 um: this is a length",
                "species.u.mass=3 um", "species.u.mass: found 3 um: this is a length",
                "species.u.trap.frequency=[3 um]", "species.u.trap.frequency: found 3 um: this is a length",
                "species.u.initial.width=1 Hz", "species.u.initial.width: found 1 Hz: this is an energy or a frequency",
                "interactions.uv.range=1 J", "interactions.uv.range: found 1 J",
                "interactions.uv.factor.amplitude=1 um",
                        "interactions.uv.factor.amplitude: found 1 um: this is a length",
                "solvers.hartree.step=1 um", "solvers.hartree.step: found 1 um: this is a length",
                "species.u.particles=20 u", "species.u.particles: found 20 u",
                "units.length=3 ms", "units.length: '3 ms' is a time, not a length; give a length such as 1 um");
        wrong.forEach((override, message) -> assertThat(problems(override))
                .as(override)
                .singleElement()
                .asString()
                .contains(message));
    }

    @Test
    void massesMustBeGivenWhereThereAreUnits() {
        Path file = Configurations.write(folder, PHYSICAL.replace("mass: 41 u, ", ""));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> load(file)))
                .hasMessageContaining("species.u.mass: is missing");
    }

    @Test
    void aQuantityWithoutUnitsOfTheRunSaysToAddThem() {
        assertThat(Configurations.problems(folder, Configurations.SMALL, "grid.length=[12 um]"))
                .singleElement()
                .asString()
                .contains("found 12 um; a number with a unit needs the units of the run: add units:");
    }

    // ---- the example

    @Test
    void theExampleOfPotassiumAndRubidiumIsValid() {
        Run run = load(EXAMPLE);
        assertThat(run.formBounds().verdict()).isEqualTo("true");
        run.check();
        // C = n 4 pi hbar^2 a/m, what the Hamiltonian multiplies by 1/n, as an integral of V over space.
        double time = 86.909180531 * DALTON * 1e-12 / H_BAR;
        double integral = 1500 * 4 * Math.PI * H_BAR * H_BAR * 100.4 * BOHR_RADIUS / (86.909180531 * DALTON);
        assertRelative(
                run.configuration()
                        .mixture()
                        .interactions()
                        .vv()
                        .transform(3, 1, 1)
                        .at(0, 0, 0),
                integral / 1e-18 * time / H_BAR,
                ROUNDING);
        double reduced = 40.961825258 * 86.909180531 / (40.961825258 + 86.909180531) * DALTON;
        integral = 2000 * 2 * Math.PI * H_BAR * H_BAR * 10 * BOHR_RADIUS / reduced;
        assertRelative(
                run.configuration()
                        .mixture()
                        .interactions()
                        .uv()
                        .transform(3, 1, 1)
                        .at(0, 0, 0),
                integral / 1e-18 * time / H_BAR,
                ROUNDING);
        assertThat(run.configuration().mixture().interactions().factors().uv().at(1.5e-3 / time))
                .isEqualTo(25.5);
        assertThat(run.configuration().mixture().species(SpeciesName.U).particles())
                .isEqualTo(500);
    }

    /**
     * Joules of two Gaussian clouds of widths w and centers c, from closed forms: kinetic 3ħ²/(4mw²), trap
     * ½mω²(3w²/2 + c²), and for the pair ∬ρV₁₂ρ = C (2π(½w₁² + ½w₂² + s²))^{−3/2} e^{−(c₁−c₂)²/(w₁² + w₂² + 2s²)} with C the
     * integral of V.
     */
    @Test
    void theFirstNumbersOfTheExampleAgreeWithTheirSiValues() {
        RunResult result = load(EXAMPLE, "time={at: [0]}", "output={formats: [csv]}")
                .execute(folder.resolve("results"), false, Progress.SILENT);
        Map<?, ?> row = (Map<?, ?>) result.summary().get("final");
        double k = 40.961825258 * DALTON;
        double rb = 86.909180531 * DALTON;
        double joule = rb * 1e-12 / (H_BAR * H_BAR);
        double wk = 1.5e-6;
        double wrb = 1.6e-6;
        double omegaK = 2 * Math.PI * 145.66;
        double omegaRb = 2 * Math.PI * 100;
        Map<String, Double> expected = Map.of(
                "hartree.energy.kinetic.u", 3 * H_BAR * H_BAR / (4 * k * wk * wk),
                "hartree.energy.kinetic.v", 3 * H_BAR * H_BAR / (4 * rb * wrb * wrb),
                "hartree.energy.trap.u", 0.5 * k * omegaK * omegaK * (1.5 * wk * wk + 0.04e-12),
                "hartree.energy.trap.v", 0.5 * rb * omegaRb * omegaRb * (1.5 * wrb * wrb + 0.01e-12),
                "hartree.energy.uu", 0.5 * pair(500 * 4 * Math.PI / k, 62, wk, wk, 0),
                "hartree.energy.vv", 0.5 * pair(1500 * 4 * Math.PI / rb, 100.4, wrb, wrb, 0),
                "hartree.energy.uv", pair(2000 * 2 * Math.PI * (1 / k + 1 / rb), 10, wk, wrb, 0.3e-6));
        // The box cuts the clouds where |u|^2 is below 1e-13 of its center, and spectral sums are exact to that.
        expected.forEach((column, value) -> assertRelative((Double) row.get(column), value * joule, 1e-10));
    }

    private static double pair(double coupling, double lengths, double w1, double w2, double apart) {
        double integral = coupling * H_BAR * H_BAR * lengths * BOHR_RADIUS;
        double spread = w1 * w1 + w2 * w2 + 2 * 0.3e-6 * 0.3e-6;
        return integral * Math.pow(Math.PI * spread, -1.5) * Math.exp(-apart * apart / spread);
    }
}
