package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mixfield.pipeline.Configurations.SMALL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.config.ConfigNode;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.pipeline.output.Json;

class ConfigurationSchemaTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path PUBLISHED = DOCS.resolve("schema/mixfield-1.json");

    private static String text;
    private static JsonSchema schema;

    @BeforeAll
    static void generate() throws IOException {
        try (Mixfield mixfield = Mixfield.open(ConfigurationSchemaTest.class.getClassLoader())) {
            text = Json.write(mixfield.schema());
        }
        schema = schema(text);
    }

    private static JsonSchema schema(String text) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(new ObjectMapper().readTree(text));
    }

    /** As an editor sees it: plain numbers are numbers, true and false truth values, all else texts. */
    private static JsonNode json(ConfigNode node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (node instanceof ConfigNode.Mapping mapping) {
            var object = make.objectNode();
            mapping.entries().forEach((key, value) -> object.set(key, json(value)));
            return object;
        }
        if (node instanceof ConfigNode.Sequence sequence) {
            var array = make.arrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        ConfigNode.Scalar scalar = (ConfigNode.Scalar) node;
        if (scalar.plain() && scalar.text().matches("true|false")) {
            return make.booleanNode(scalar.text().equals("true"));
        }
        try {
            return scalar.plain()
                    ? make.numberNode(new java.math.BigDecimal(scalar.text()))
                    : make.textNode(scalar.text());
        } catch (NumberFormatException e) {
            return make.textNode(scalar.text());
        }
    }

    private static List<String> complaints(String yaml, String... overrides) {
        Problems problems = new Problems();
        ConfigNode tree = Overrides.apply(YamlReader.read(yaml, "test", problems), List.of(overrides), problems);
        assertThat(problems.list()).isEmpty();
        return schema.validate(json(tree)).stream()
                .map(ValidationMessage::toString)
                .toList();
    }

    @Test
    void thePublishedSchemaIsTheOneGenerated() throws IOException {
        assertThat(Files.readString(PUBLISHED))
                .as("docs/schema/mixfield-1.json; write it anew with: ./mixfield schema > docs/schema/mixfield-1.json")
                .isEqualTo(text);
    }

    @Test
    void theSchemaObeysItsOwn() throws IOException {
        JsonSchema meta = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(java.net.URI.create("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(new ObjectMapper().readTree(text))).isEmpty();
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleObeysIt(Path example) throws IOException {
        assertThat(complaints(Files.readString(example))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleTellsEditorsWhereItIs(Path example) throws IOException {
        String first = Files.readString(example).lines().findFirst().orElseThrow();
        assertThat(first).startsWith("# yaml-language-server: $schema=");
        Path named = example.resolveSibling(first.substring(first.indexOf('=') + 1));
        assertThat(named.normalize()).isEqualTo(PUBLISHED.normalize());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=2024",
                "assumptions=relaxed",
                "transform=jtransforms",
                "units={length: 1 um, mass: 87 u}",
                "species.u.mass=87 u",
                "grid.length=[12 um]",
                "species.u.initial={type: ground-state}",
                "species.u.initial={type: kick, momentum: [1], of: {type: vortex, core: 1, of: {type: ground-state}}}",
                "species.u.initial={type: modes, coefficients: [1, [0, 1]]}",
                "species.v.trap={type: sum, of: [{type: harmonic, stiffness: [1], factor: 2}, {type: none}]}",
                "species.v.trap={type: formula, expression: a*x^2, constants: {a: 2}}",
                "species.v.trap.factor={type: ramp, to: 2, start: 0.1, duration: 1}",
                "species.v.trap.factor={type: table, points: [[0, 1], [1, 2]]}",
                "interactions.uu.factor=0.5",
                "interactions.uv={type: acme/screened, anything: 3}",
                "interactions.uv={type: sum, of: [{type: coulomb, strength: 1}, {type: formula, expression: exp(-r)}]}",
                "time={at: [0, 0.5 ms]}",
                "solvers.hartree={method: adaptive, scheme: rkn6b}",
                "solvers.hartree={type: spectral, method: yoshida4, step: 1e-3, error-estimate: false}",
                "solvers.hartree={}",
                "solvers.fock={modes: {count: 3}}",
                "solvers.fock={type: truncated, modes: {type: hartree, count: {u: 3, v: 2}}, frames: [comoving, fluctuation],"
                        + " cutoff: 6, nodes: auto, direct-cutoff: 8, cubic-cutoff: {u: 4, v: 3}}",
                "study={scale: [1, 2, 4]}",
                "output={directory: x, fields: 3, formats: [html, csv], checkpoint: 0}",
            })
    void whatTheReaderAcceptsItAcceptsToo(String override) {
        assertThat(complaints(SMALL, override)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mixfield=2 | mixfield",
                "name=a b | name",
                "nmae=x | nmae",
                "grid={points: [32]} | length",
                "grid.points=[1.5] | points",
                "grid.points=[1] | points",
                "grid.points=[8, 8, 8, 8] | points",
                "boundary=open | boundary",
                "species.w={particles: 3} | 'w'",
                "species.u.particles=0 | particles",
                "species.u.particles=many | particles",
                "species.u.mass=-1 | mass",
                "species.u.initial={type: gaussian} | width",
                "species.u.initial={type: gaussian, width: 0} | width",
                "species.u.initial={type: gausian, width: 1} | type",
                "species.u.initial={type: kick, momentum: [1]} | 'of'",
                "species.v.trap={type: harmonic, stiffness: 1} | stiffness",
                "species.v.trap.factor={type: rampp, to: 1} | factor",
                "interactions.uu={type: coulomb} | strength",
                "interactions.uu={type: coulomb, strength: 1, screening: 1} | screening",
                "interactions.uu={strength: 1} | type",
                "interactions.uu={type: gaussian, range: 1} | strength",
                "interactions.uu={type: gaussian, range: 1, factor: 2} | strength",
                "species.v.trap={type: harmonic, factor: 2} | frequency",
                "interactions.uu={type: sum, of: [{type: coulomb}]} | strength",
                "time={end: 1} | outputs",
                "time={} | at",
                "solvers={} | solvers",
                "solvers.hartree={method: strang} | step",
                "solvers.hartree={method: adaptive, step: 0.1} | step",
                "solvers.hartree={method: strang, step: 0.1, tolerance: 1e-3} | tolerance",
                "solvers.hartree={type: truncated} | type",
                "solvers.fock={modes: {count: 0}} | count",
                "solvers.fock={modes: {count: 3}, frames: [co-moving]} | frames",
                "solvers.fock={modes: {count: 3}, cutoff: some} | cutoff",
                "solvers.fock={modes: {count: 3}, tail: -1} | tail",
                "study={scale: [0]} | scale",
                "output.formats=[cvs] | formats",
                "output.fields=-1 | fields",
            })
    void whatIsWrongIsMarked(String override, String where) {
        assertThat(complaints(SMALL, override))
                .isNotEmpty()
                .anySatisfy(complaint -> assertThat(complaint).contains(where));
    }

    /** A plugin's potential, as in the guide. */
    private static final class Screened implements PotentialProvider {
        @Override
        public String name() {
            return "acme/screened";
        }

        @Override
        public PairPotential create(Settings settings) {
            double strength = settings.number("strength");
            double screening = settings.positive("screening");
            return RadialPotential.of(r -> strength * Math.exp(-screening * r) / r);
        }
    }

    @Test
    void whatAPluginProvidesIsInTheSchemaOfItsInstallation() throws IOException {
        Extensions extended = MadeUp.with(MadeUp.with(
                "potential",
                Extensions.load(ConfigurationSchemaTest.class.getClassLoader()).potentials(),
                new Screened()));
        try (Mixfield mixfield = Mixfield.open(extended)) {
            JsonSchema theirs = schema(Json.write(mixfield.schema()));
            String right = "{type: acme/screened, strength: 1, screening: 2}";
            String wrong = "{type: acme/screened, strength: 1}";
            assertThat(theirs.validate(
                            json(YamlReader.read(SMALL.replace("{type: none}", right), "test", new Problems()))))
                    .isEmpty();
            assertThat(theirs.validate(
                            json(YamlReader.read(SMALL.replace("{type: none}", wrong), "test", new Problems()))))
                    .anySatisfy(complaint -> assertThat(complaint.toString()).contains("screening"));
        }
    }
}
