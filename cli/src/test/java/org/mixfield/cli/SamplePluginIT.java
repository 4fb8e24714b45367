package org.mixfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The sample plugin as an outsider has it: built by a Maven project of its own, away from this checkout, against the
 * artifacts that this build made; dropped into the plugins of an installation; used from YAML; and broken in every way.
 */
class SamplePluginIT {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final String SERVICE = "META-INF/services/org.mixfield.core.potential.PotentialProvider";
    private static final String CLASS = "acme/screened/ScreenedProvider.class";

    /** Names both plugins and one of ours. */
    private static final String MIXED = """
            mixfield: 1
            name: mixed
            grid: {points: [16, 16, 16], length: [10, 10, 10]}
            species:
              u: {particles: 3, initial: {type: gaussian, width: 1.0}}
              v: {particles: 2, initial: {type: gaussian, width: 1.0}}
            interactions:
              uu: {type: acme/screened, strength: 1.0, screening: 0.5}
              vv: {type: other/plain, strength: 1.0, screening: 0.5}
              uv: {type: coulomb, strength: 1.0}
            time: {end: 0.01, outputs: 1}
            solvers: {hartree: {type: spectral, method: strang, step: 0.01}}
            """;

    @TempDir
    private static Path outside;

    /** The jar of the sample plugin, as its own build made it. */
    private static Path jar;

    // ---- building

    @BeforeAll
    static void buildTheSampleOutside() throws IOException, InterruptedException {
        Path sample = new Outsider(outside).builds("docs/sample-plugin", List.of("core", "testkit"));
        assertThat(sample.resolve("target/surefire-reports/TEST-acme.screened.ScreenedProviderTest.xml"))
                .content()
                .contains("noGaussianExceedsTheFormBound", "failures=\"0\"", "errors=\"0\"");
        jar = sample.resolve("target/acme-screened-1.0.0.jar");
        assertThat(jar).isNotEmptyFile();
    }

    // ---- an installation with the sample plugin and another one

    private Path home;
    private Path plugin;
    private Path file;

    @BeforeEach
    void install() throws IOException {
        home = Files.createTempDirectory(outside, "home");
        plugin = Files.createDirectories(home.resolve("plugins/acme-screened")).resolve("acme-screened-1.0.0.jar");
        Files.copy(jar, plugin);
        Path other =
                Files.createDirectories(home.resolve("plugins/other-plain")).resolve("other-plain.jar");
        Files.copy(jar, other);
        recompile(other, "acme/screened", "other/plain");
        file = Files.writeString(home.resolve("mixed.yaml"), MIXED);
        System.setProperty("mixfield.home", home.toString());
    }

    @AfterEach
    void uninstall() {
        System.clearProperty("mixfield.home");
    }

    /** Puts the class into a jar again, compiled from the sample's source with a change. */
    private static void recompile(Path target, String text, String replacement) throws IOException {
        Path work = Files.createTempDirectory(outside, "compile");
        String source =
                Files.readString(ROOT.resolve("docs/sample-plugin/src/main/java/acme/screened/ScreenedProvider.java"));
        assertThat(source).contains(text);
        Path changed = Files.writeString(work.resolve("ScreenedProvider.java"), source.replace(text, replacement));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-nowarn",
                                "--release",
                                "17",
                                "-d",
                                work.toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                changed.toString()))
                .isZero();
        try (FileSystem zip = FileSystems.newFileSystem(target)) {
            Files.copy(work.resolve(CLASS), zip.getPath(CLASS), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The program in this virtual machine, which takes a tenth of the time. */
    private static Outsider.Ended mixfield(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        int code =
                Main.execute(streams, Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Outsider.Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The launcher of an installation: the program's jars in {@code lib}, no sources. */
    private Outsider.Ended launch(String... arguments) throws IOException, InterruptedException {
        Path lib = home.resolve("lib");
        if (!Files.exists(lib)) {
            Files.copy(ROOT.resolve("mixfield"), home.resolve("mixfield"), StandardCopyOption.COPY_ATTRIBUTES);
            Files.createDirectories(lib);
            Outsider.link(ROOT.resolve("cli/target/lib"), lib, "");
            try (Stream<Path> built = Files.list(ROOT.resolve("cli/target"))) {
                for (Path made : built.filter(
                                path -> path.getFileName().toString().matches("mixfield-cli-[0-9].*\\.jar"))
                        .toList()) {
                    Files.copy(made, lib.resolve(made.getFileName()));
                }
            }
        }
        List<String> command = new ArrayList<>(List.of(home.resolve("mixfield").toString()));
        command.addAll(Arrays.asList(arguments));
        return Outsider.start(home, command);
    }

    // ---- used

    @Test
    void itIsListedCheckedAndUsedFromYaml() throws IOException, InterruptedException {
        String sum = new org.mixfield.core.plugin.Origin(jar.toString(), Optional.empty())
                .sha256()
                .orElseThrow();
        Outsider.Ended table = launch("plugins");
        assertThat(table.code()).as(table.err()).isZero();
        assertThat(table.out())
                .containsPattern("potential +coulomb +\\S+ +[0-9a-f]{12} +mixfield-potentials-.*\\.jar")
                .containsPattern("potential +acme/screened +1\\.0\\.0 +" + sum.substring(0, 12)
                        + " +acme-screened-1\\.0\\.0\\.jar")
                .doesNotContainPattern("acme/screened.*\\n +UNUSABLE");
        JsonNode listed =
                usable("plugins of the launcher", launch("plugins", "--json").json());
        assertThat(listed.get("sha256").asText()).isEqualTo(sum);
        assertThat(listed.get("origin").asText()).isEqualTo(plugin.toRealPath().toString());

        Path example = ROOT.resolve("docs/sample-plugin/example.yaml");
        Outsider.Ended run = launch("run", example.toString(), "--output", "results");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode manifest = new ObjectMapper()
                .readTree(home.resolve("results/manifest.json").toFile());
        assertThat(manifest.get("providers")).anySatisfy(provider -> {
            assertThat(provider.get("name").asText()).isEqualTo("acme/screened");
            assertThat(provider.get("origin").asText()).endsWith("acme-screened-1.0.0.jar");
            assertThat(provider.get("sha256").asText()).isEqualTo(sum);
        });
        assertThat(Files.readAllLines(home.resolve("results/observables.csv"))).hasSize(6);
        assertThat(home.resolve("results/run.yaml")).content().contains("acme/screened");
        JsonNode summary =
                new ObjectMapper().readTree(home.resolve("results/summary.json").toFile());
        assertThat(summary.get("theorem-applies").asText()).isEqualTo("true");
    }

    private static JsonNode usable(String what, JsonNode plugins) {
        for (JsonNode provider : plugins.get("providers")) {
            if (provider.get("name").asText().equals("acme/screened")) {
                assertThat(provider.get("usable").asBoolean()).as(what).isTrue();
                return provider;
            }
        }
        throw new AssertionError(what + " does not list acme/screened");
    }

    // ---- broken

    /** A way of breaking the plugin. */
    private interface Damage {
        void to(SamplePluginIT installation) throws IOException;
    }

    @SuppressWarnings("ImmutableEnumChecker")
    private enum Way {
        MISSING_CLASS(it -> it.inJar(zip -> Files.delete(zip.getPath(CLASS))), 2, "is not found in the plugin's jars"),
        NEWER_JAVA(
                it -> it.inJar(zip -> {
                    byte[] bytes = Files.readAllBytes(zip.getPath(CLASS));
                    bytes[7] = 99; // the class file version of Java 55
                    Files.write(zip.getPath(CLASS), bytes);
                }),
                2,
                "needs Java 55, and this is Java"),
        THROWING_CONSTRUCTOR(
                it -> recompile(
                        it.plugin,
                        "    // tag::name[]",
                        "public ScreenedProvider() { throw new IllegalStateException(\"no licence\"); }"),
                2,
                "its constructor failed: java.lang.IllegalStateException: no licence"),
        THROWING_CREATE(
                it -> recompile(
                        it.plugin,
                        "double strength =",
                        "if (true) throw new IllegalStateException(\"no table\"); double strength ="),
                2,
                "no table"),
        MISSING_LIBRARY(
                it -> {
                    recompile(
                            it.plugin,
                            "    // tag::name[]",
                            "static class Library { } private final Object library = new Library();");
                },
                2,
                "the class acme.screened.ScreenedProvider$Library, which it needs, is missing"),
        DUPLICATE_NAME(
                it -> Files.copy(
                        it.plugin,
                        Files.createDirectories(it.home.resolve("plugins/twin")).resolve("twin.jar")),
                2,
                "the name is provided more than once"),
        SERVICE_LINE_WITHOUT_CLASS(it -> it.service("acme.screened.Screned"), 2, "is not found in the plugin's jars"),
        SERVICE_LINE_OF_ANOTHER_TYPE(it -> it.service("java.lang.String"), 2, "is no PotentialProvider"),
        SERVICE_LINE_OF_GARBAGE(it -> it.service("<<<<<<< HEAD"), 2, "is no class name"),
        NO_SERVICE_FILE(it -> it.inJar(zip -> Files.delete(zip.getPath(SERVICE))), 2, "provides nothing"),
        BARE_NAME(it -> recompile(it.plugin, "acme/screened", "screened"), 2, "bare names are Mixfield's own"),
        CORRUPT_JAR(
                it -> Files.write(it.plugin, Arrays.copyOf(Files.readAllBytes(it.plugin), 1000)),
                2,
                "is not a jar that can be read"),
        EMPTY_FOLDER(it -> Files.delete(it.plugin), 2, "holds no jar"),
        NOT_A_NUMBER(
                it -> recompile(it.plugin, "strength * Math.exp", "r > 2 && r < 3 ? Double.NaN : strength * Math.exp"),
                4,
                "= NaN");

        private final Damage damage;
        private final int code;
        private final String reason;

        Way(Damage damage, int code, String reason) {
            this.damage = damage;
            this.code = code;
            this.reason = reason;
        }

        /** It works until it is used. */
        boolean showsInUseOnly() {
            return this == NOT_A_NUMBER || this == THROWING_CREATE;
        }
    }

    private interface Edit {
        void of(FileSystem zip) throws IOException;
    }

    private void inJar(Edit edit) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(plugin)) {
            edit.of(zip);
        }
    }

    private void service(String line) throws IOException {
        inJar(zip -> Files.writeString(zip.getPath(SERVICE), line + "\n"));
    }

    /** Whether each can be used, but for FFTW, which depends on the machine. */
    private static Map<String, Boolean> listed(JsonNode plugins) {
        Map<String, Boolean> listed = new TreeMap<>();
        plugins.get("providers")
                .forEach(provider -> listed.put(
                        provider.get("kind").asText() + " "
                                + provider.get("name").asText(),
                        provider.get("usable").asBoolean()));
        listed.remove("transform fftw");
        return listed;
    }

    @ParameterizedTest
    @EnumSource
    void everyWayOfBreakingItIsExplainedAndCostsNoOther(Way way) throws IOException {
        Map<String, Boolean> healthy = listed(mixfield("plugins", "--json").json());
        assertThat(healthy).containsEntry("potential acme/screened", true).doesNotContainValue(false);
        way.damage.to(this);

        Outsider.Ended list = mixfield("plugins", "--json");
        assertThat(list.code()).as(list.err()).isZero();
        Map<String, Boolean> now = listed(list.json());
        healthy.remove("potential acme/screened");
        assertThat(now).as("the others").containsAllEntriesOf(healthy);
        if (way.showsInUseOnly()) {
            assertThat(now).containsEntry("potential acme/screened", true);
        } else {
            assertThat(now.values()).contains(false);
            assertThat(mixfield("plugins").out()).contains("UNUSABLE: ", way.reason);
        }

        Outsider.Ended named = mixfield("validate", file);
        assertThat(named.code()).as(named.err()).isEqualTo(way.code);
        assertThat(named.err())
                .contains(way.reason, "acme/screened", "interactions.uu")
                .doesNotContain("\tat ", "bug in Mixfield");
        if (way == Way.DUPLICATE_NAME) {
            assertThat(named.err()).contains("acme-screened-1.0.0.jar", "twin.jar");
        }
        if (way.showsInUseOnly()) {
            assertThat(named.err()).contains("acme-screened-1.0.0.jar");
        }
        assertThat(mixfield("run", file, "--output", home.resolve("refused")).code())
                .isEqualTo(way.code);
        assertThat(home.resolve("refused")).doesNotExist();

        Outsider.Ended others =
                mixfield("validate", file, "--set", "interactions.uu={type: yukawa, strength: 1, screening: 1}");
        assertThat(others.code()).as(others.err()).isZero();
    }

    @Test
    void theLauncherToldOfABrokenPluginGoesOn() throws IOException, InterruptedException {
        Way.NEWER_JAVA.damage.to(this);
        Outsider.Ended run = launch("run", file.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("mixed.yaml:8:", Way.NEWER_JAVA.reason);
        Outsider.Ended others =
                launch("run", file.toString(), "--set", "interactions.uu={type: none}", "--output", "results");
        assertThat(others.code()).as(others.err()).isZero();
    }
}
