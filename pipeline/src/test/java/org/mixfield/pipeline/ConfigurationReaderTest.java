package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mixfield.pipeline.Configurations.SMALL;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.run.InsufficientMemoryException;
import org.mixfield.core.spectral.Boundary;

class ConfigurationReaderTest {

    @TempDir
    Path folder;

    private RunConfiguration load(String... overrides) {
        try (Mixfield mixfield = Mixfield.open()) {
            return mixfield.load(Configurations.write(folder, SMALL), List.of(overrides))
                    .configuration();
        }
    }

    @Test
    void everythingThatIsNotGivenHasItsDefault() {
        RunConfiguration configuration = load();

        assertThat(configuration.domain().boundary()).isEqualTo(Boundary.FREE);
        assertThat(configuration.domain().transform().name()).isEqualTo("jtransforms");
        assertThat(configuration.assumptions()).isEqualTo(RunConfiguration.Assumptions.STRICT);
        assertThat(configuration.mixture().species(SpeciesName.U).mass()).isEqualTo(0.5);
        assertThat(configuration.mixture().weights().c1()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(configuration.mixture().conditionConstant()).isZero();
        assertThat(configuration.output().directory()).isEqualTo(folder.resolve("runs/small"));
        assertThat(configuration.output().fields()).isZero();
        assertThat(configuration.output().formats()).containsExactly("csv", "hdf5", "html");
        assertThat(configuration.times().rows()).containsExactly(0.0, 0.05, 0.1, 0.15, 0.2);
    }

    @Test
    void effectiveConfigurationHoldsTheDefaultsAndReadsBackToItself() {
        Map<String, Object> effective =
                load("study={scale: [1, 2, 4]}").provenance().effective();
        assertThat(effective)
                .containsKeys("boundary", "padding", "transform", "assumptions", "weights", "output", "study");

        try (Mixfield mixfield = Mixfield.open()) {
            Path again = Configurations.write(folder, YamlWriter.write(effective));
            assertThat(mixfield.load(again).configuration().provenance().effective())
                    .isEqualTo(effective);
            assertThat(mixfield.load(effective).configuration().provenance().effective())
                    .isEqualTo(effective);
        }
    }

    @Test
    void providersThatAreNamedAreRememberedWithTheirOrigin() {
        assertThat(load().provenance().used())
                .extracting(listing -> listing.kind() + " " + listing.name())
                .containsExactlyInAnyOrder(
                        "transform jtransforms",
                        "trap harmonic",
                        "initial orbital gaussian",
                        "potential soft-coulomb",
                        "potential none",
                        "potential gaussian",
                        "solver spectral",
                        "sink csv",
                        "sink hdf5",
                        "sink html");
    }

    @Test
    void csvIsKeptWhateverTheFormats() {
        assertThat(load("output.formats=[html]").output().formats()).containsExactly("csv", "html");
    }

    @Test
    void timesMayBeListed() {
        assertThat(load("time={at: [0.1, 0.3]}").times().rows()).containsExactly(0.1, 0.3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mixfield=2                  | mixfield: found 2; accepted: 1, the one version of the configuration that this",
                "name=a b                    | name: found a b; accepted: 1 to 64 letters",
                "name=..                     | name: found ..; accepted",
                "nmae=x                      | nmae: unknown key; accepted here: mixfield, name,",
                "boundary=fre                | boundary: found fre; accepted: free, periodic; did you mean 'free'?",
                "transform=fftw              | transform: unknown transform 'fftw'; available: jtransforms",
                "padding=half                | padding: found half; accepted: auto, full",
                "assumptions=lax             | assumptions: found lax; accepted: strict, relaxed",
                "grid.points=[1]             | grid.points: found 1; accepted: whole numbers not below 2",
                "grid.points=32              | grid.points: found 32; accepted: a list of 1 to 3 whole numbers",
                "grid.points=[8, 8, 8, 8]    | grid.points: found the list [8, 8, 8, 8]; accepted: a list of 1 to 3",
                "grid.length=[-1]            | grid.length: found -1; accepted: finite numbers greater than 0",
                "species.u.particles=0       | species.u.particles: found 0; accepted: a whole number not below 1",
                "species.u.particles='20'    | species.u.particles: found \"20\"; accepted: a whole number",
                "species.u.mass=-1           | species.u.mass: found -1; accepted: a finite number greater than 0",
                "species.u.mas=1             | species.u.mas: unknown key; accepted here: particles, mass, trap, initial;"
                        + " did you mean 'mass'?",
                "species.u.initial.width=-1  | species.u.initial.width: found -1; accepted: a finite number greater",
                "species.u.initial.center=[0, 0] | species.u.initial.center: found the list [0, 0]; accepted: a list of 1",
                "species.w.mass=1            | species.w: unknown key; accepted here: u, v",
                "interactions.uu.type=coulom | interactions.uu.type: unknown potential 'coulom'; available: contact, coulomb",
                "interactions.uu=3           | interactions.uu: found 3; accepted: a mapping",
                "weights={c1: 0.5}           | weights.c1: stands alone; give both c1 and c2, or neither",
                "weights={c1: 0.5, c2: 0.6}  | weights.c2: c1 + c2 is 1.1; it must be 1",
                "time.at=[0, 1]              | time.at: is given together with end or outputs",
                "time={at: [0, 1, 1]}        | time.at: times ascend: 1.0 comes after 1.0",
                "time={at: []}               | time.at: found the list []; accepted",
                "time={end: 1}               | time.outputs: is missing; give a whole number from 1",
                "time.end=0                  | time.end: found 0; accepted: a finite number greater than 0",
                "solvers={}                  | solvers: names no solver; give at least one of hartree, fock",
                "solvers.hartree.type=exact  | solvers.hartree.type: unknown Hartree solver 'exact'; available: ",
                "solvers.hartree.type=truncated | solvers.hartree.type: the solver 'truncated' does not belong here",
                "solvers.fock.type=spectral  | solvers.fock.type: the solver 'spectral' does not belong here",
                "solvers.fock={}             | solvers.fock.modes: is missing; give a mapping",
                "solvers.fock.modes={count: 1001} | solvers.fock.modes.count: found 1001; accepted: a whole number from 1"
                        + " to 1000, or {u: ..., v: ...}",
                "study={scale: [1, 0]}       | study.scale: found 0; accepted: whole numbers not below 1",
                "output.fields=-1            | output.fields: found -1; accepted: a whole number from 0",
                "output.formats=[hdf6]       | output.formats: found hdf6; accepted: csv, hdf5, html, png; did you mean 'hdf5'?",
                "output.directory=           | output.directory: found no value; accepted: a text",
            })
    void whatIsWrongIsSaidWithItsPlaceAndWhatIsAccepted(String override, String problem) {
        assertThat(Configurations.problems(folder, SMALL, override))
                .anySatisfy(line -> assertThat(line).startsWith("--set " + override + ": " + problem));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixfield", "name", "grid", "species", "interactions", "time", "solvers"})
    void aMissingKeyIsOneProblem(String key) {
        StringBuilder rest = new StringBuilder();
        boolean skip = false;
        for (String line : SMALL.lines().toList()) {
            skip = line.startsWith(" ") ? skip : line.startsWith(key + ":");
            rest.append(skip ? "" : line + "\n");
        }
        assertThat(Configurations.problems(folder, rest.toString()))
                .singleElement()
                .asString()
                .startsWith("run.yaml:1:1: " + key + ": is missing; give ");
    }

    @Test
    void problemsInAFileHaveLineAndColumnAndComeTogether() {
        String wrong = SMALL.replace("width: 1.0}}\n  v", "width: -1.0}}\n  v")
                .replace("points: [32]", "points: [32, 32]")
                .replace("type: none", "type: nothing");
        assertThat(Configurations.problems(folder, wrong))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("run.yaml:3:34: grid.length: found 1 length for 2"),
                        line -> assertThat(line).startsWith("run.yaml:5:70: species.u.initial.width: found -1.0;"),
                        line -> assertThat(line).startsWith("run.yaml:9:14: interactions.vv.type: unknown potential"));
    }

    @Test
    void problemsOfYamlAndOfItsMeaningComeTogether() {
        assertThat(Configurations.problems(folder, SMALL + "name: twice\nunknown: 1\n"))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("run.yaml:14:1: name: the key is given twice"),
                        line -> assertThat(line).startsWith("run.yaml:15:1: unknown: unknown key"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name         | --set name: give key.path=value",
                "=1           | --set =1: give key.path=value",
                "a..b=1       | --set a..b=1: give key.path=value",
                "name.first=x | --set name.first=x: name: is small, not a mapping; set the whole of it",
                "name=[       | --set name=[: cannot be read as YAML",
                "name=!!x y   | --set name=!!x y: found the tag !!x; tags that construct objects are not accepted",
            })
    void overridesThatMakeNoSenseAreProblems(String override, String problem) {
        assertThat(Configurations.problems(folder, SMALL, override))
                .anySatisfy(line -> assertThat(line).startsWith(problem));
    }

    @Test
    void overridesReplaceAndMakeWhatIsMissing() {
        RunConfiguration configuration =
                load("species.u.particles=40", "output.fields=3", "output.directory=here", "time={end: 1, outputs: 2}");
        assertThat(configuration.mixture().u().particles()).isEqualTo(40);
        assertThat(configuration.output().fields()).isEqualTo(3);
        assertThat(configuration.output().directory()).isEqualTo(folder.resolve("here"));
        assertThat(configuration.times().end()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[100000, 100000, 100000]", "[2147483647, 2, 2]", "[1e15, 1e15, 1e15]"})
    void aGridThatNoArrayHoldsIsToldLikeAnyOtherLackOfMemory(String points) {
        assertThatThrownBy(() -> load(
                        "grid={points: " + points + ", length: [1, 1, 1]}",
                        "species.u.initial.center=[0, 0, 0]",
                        "species.v.trap.stiffness=[1, 1, 1]"))
                .isInstanceOf(InsufficientMemoryException.class)
                .hasMessageMatching("the run needs .* of memory and .* are available: .*; give it more .*");
    }

    @Test
    void anOrbitalThatDoesNotFitTheGridIsAProblemOfTheOrbital() {
        assertThat(Configurations.problems(folder, SMALL.replace("center: [0.5]", "center: [40]")))
                .singleElement()
                .asString()
                .startsWith("run.yaml:5:22: species.u.initial: ");
    }

    @Test
    void aPotentialWithoutTransformInTheDimensionIsAProblemOfThePotential() {
        assertThat(Configurations.problems(
                        folder, SMALL.replace("type: none", "type: coulomb, strength: 1"), "assumptions=relaxed"))
                .singleElement()
                .asString()
                .startsWith("run.yaml:9:3: interactions.vv: V(r) is not integrable at r = 0");
    }

    @Test
    void aViolatedFormBoundIsRefusedUnlessAssumptionsAreRelaxed() {
        assertThatThrownBy(() ->
                        Configurations.problems(folder, SMALL.replace("type: none", "type: coulomb, strength: 1")))
                .isInstanceOf(HypothesisViolation.class)
                .hasMessageContaining("interactions.vv");
    }
}
