package org.mixfield.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.config.Problem;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.spectral.FourierTransformProvider;

/** Healthy and broken plugins side by side, as jars in a class loader of their own. */
class ProviderRegistryTest {

    @TempDir
    private static Path shared;

    private static Path first;
    private static Path last;

    @TempDir
    private Path folder;

    private PluginJars jars;

    @BeforeAll
    static void makeHealthyPlugins() throws IOException {
        first = healthy("aaa-first.jar", "First");
        last = healthy("zzz-last.jar", "Last");
    }

    private static Path healthy(String jar, String className) throws IOException {
        String name = "return \"acme/" + className.toLowerCase(Locale.ROOT) + "\";";
        return new PluginJars(shared)
                .add(
                        jar,
                        List.of("acme." + className),
                        List.of(className),
                        PluginJars.provider("acme", className, name, ""));
    }

    @BeforeEach
    void beginWithAHealthyPlugin() {
        jars = new PluginJars(folder);
        jars.reuse(first);
    }

    /** Loads with another healthy plugin after whatever the test added, and checks that both survive. */
    private ProviderRegistry<PotentialProvider> load() throws IOException {
        jars.reuse(last);
        try (URLClassLoader loader = jars.loader()) {
            ProviderRegistry<PotentialProvider> registry =
                    ProviderRegistry.load("potential", PotentialProvider.class, loader);
            assertThat(registry.names()).contains("acme/first", "acme/last");
            assertThat(registry.find("acme/last").map(Provider::name)).contains("acme/last");
            return registry;
        }
    }

    private static ProviderListing failed(ProviderRegistry<?> registry) {
        List<ProviderListing> failed = registry.listings().stream()
                .filter(listing -> listing.failure().isPresent())
                .toList();
        assertThat(failed).hasSize(1);
        return failed.get(0);
    }

    @Test
    void healthyPluginsAreListedWithJarVersionAndChecksum() throws IOException {
        ProviderRegistry<PotentialProvider> registry = load();
        assertThat(registry.names()).containsExactly("acme/first", "acme/last");
        assertThat(registry.providers()).extracting(Provider::name).containsExactly("acme/first", "acme/last");
        ProviderListing listing = registry.listings().get(0);
        assertThat(listing.kind()).isEqualTo("potential");
        assertThat(listing.failure()).isEmpty();
        assertThat(listing.origin().shortName()).isEqualTo("aaa-first.jar");
        assertThat(listing.origin().place()).isEqualTo(first.toString());
        assertThat(listing.origin().version()).contains("3.1");
        assertThat(listing.origin().sha256().orElseThrow()).matches("[0-9a-f]{64}");
    }

    /** A provider that says of itself that it cannot be used. */
    private record Idle(String name, Optional<String> unavailable) implements PotentialProvider {
        @Override
        public PairPotential create(Settings settings) {
            throw new AssertionError("is not to be used");
        }
    }

    @Test
    void aProviderThatCannotBeUsedHereIsListedWithItsReason() {
        ProviderRegistry<PotentialProvider> registry = ProviderRegistry.of(
                "potential",
                List.of(
                        new Idle("acme/here", Optional.empty()),
                        new Idle("acme/there", Optional.of("its library is missing"))));
        assertThat(registry.names()).containsExactly("acme/here");
        assertThat(failed(registry).name()).isEqualTo("acme/there");
        assertThat(failed(registry).failure()).contains("its library is missing");
        assertThat(registry.explain("acme/there"))
                .isEqualTo("potential 'acme/there' is not available: its library is missing; available: acme/here");
    }

    @Test
    void aServiceLineWithoutItsClassIsListed() throws IOException {
        jars.add("missing.jar", List.of("acme.Missing"), List.of());
        ProviderRegistry<PotentialProvider> registry = load();
        assertThat(failed(registry).failure().orElseThrow())
                .contains("acme.Missing")
                .contains("not found");
        assertThat(registry.explain("acme/missing"))
                .startsWith("unknown potential 'acme/missing'; available: acme/first, acme/last")
                .contains("could not be loaded")
                .contains("acme.Missing");
    }

    @Test
    void aServiceLineThatIsNoClassNameIsListed() throws IOException {
        jars.add("garbled.jar", List.of("acme.Gar bled!"), List.of());
        assertThat(failed(load()).failure().orElseThrow())
                .contains("garbled.jar")
                .containsIgnoringCase("syntax");
    }

    @Test
    void aServiceFileOfCommentsAndEmptyLinesIsNoProblem() throws IOException {
        jars.add("comment.jar", List.of("# only a comment", "", "   "), List.of());
        assertThat(load().listings()).hasSize(2);
    }

    @Test
    void aConstructorThatThrowsIsListedWithItsReason() throws IOException {
        jars.add(
                "throwing.jar",
                List.of("acme.Throwing"),
                List.of("Throwing"),
                PluginJars.provider(
                        "acme",
                        "Throwing",
                        "return \"acme/throwing\";",
                        "if (true) throw new IllegalStateException(\"no licence found\");"));
        ProviderRegistry<PotentialProvider> registry = load();
        ProviderListing listing = failed(registry);
        assertThat(listing.name()).isEqualTo("acme.Throwing");
        assertThat(listing.origin().shortName()).isEqualTo("throwing.jar");
        assertThat(listing.failure().orElseThrow()).contains("no licence found");
        assertThat(registry.explain("acme/throwing")).contains("acme.Throwing").contains("no licence found");
    }

    @Test
    void aStaticInitialiserThatThrowsIsListedWithItsReason() throws IOException {
        jars.add(
                "static.jar",
                List.of("acme.Static"),
                List.of("Static"),
                PluginJars.provider("acme", "Static", "return \"acme/static\";", "")
                        .replace(
                                "public Static()",
                                "static int x = Integer.parseInt(\"native library\"); public Static()"));
        assertThat(failed(load()).failure().orElseThrow()).contains("native library");
    }

    @Test
    void aClassThatIsNoProviderIsListed() throws IOException {
        jars.add(
                "wrong-type.jar",
                List.of("acme.WrongType"),
                List.of("WrongType"),
                "package acme; public class WrongType { public String name() { return \"acme/wrong\"; } }");
        assertThat(failed(load()).failure().orElseThrow())
                .contains("acme.WrongType")
                .contains("not a subtype");
    }

    @Test
    void aClassWithoutAPublicConstructorIsListed() throws IOException {
        jars.add(
                "private.jar",
                List.of("acme.Private"),
                List.of("Private"),
                PluginJars.provider("acme", "Private", "return \"acme/private\";", "")
                        .replace("public Private()", "private Private()"));
        assertThat(failed(load()).failure().orElseThrow()).contains("acme.Private");
    }

    @Test
    void aClassWhoseSuperclassIsMissingIsListed() throws IOException {
        jars.add(
                "incomplete.jar",
                List.of("acme.Incomplete"),
                List.of("Incomplete"),
                "package acme; public abstract class Base implements org.mixfield.core.potential.PotentialProvider {}",
                PluginJars.provider("acme", "Incomplete", "return \"acme/incomplete\";", "")
                        .replace("implements org.mixfield.core.potential.PotentialProvider", "extends Base"));
        assertThat(failed(load()).failure().orElseThrow()).contains("acme/Base");
    }

    @Test
    void aClassFileThatDoesNotLinkIsListed() throws IOException {
        Path jar = jars.add(
                "renamed.jar",
                List.of("acme.Renamed"),
                List.of("Original"),
                PluginJars.provider("acme", "Original", "return \"acme/original\";", ""));
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Files.move(zip.getPath("acme/Original.class"), zip.getPath("acme/Renamed.class"));
        }
        assertThat(failed(load()).failure().orElseThrow()).contains("acme/Renamed (wrong name: acme/Original)");
    }

    @Test
    void aNameThatCannotBeAskedForIsListed() throws IOException {
        jars.add(
                "mute.jar",
                List.of("acme.Mute"),
                List.of("Mute"),
                PluginJars.provider("acme", "Mute", "throw new UnsupportedOperationException(\"mute\");", ""));
        ProviderListing listing = failed(load());
        assertThat(listing.name()).isEqualTo("acme.Mute");
        assertThat(listing.failure().orElseThrow()).contains("name() failed").contains("mute");
    }

    @Test
    void aNameThatIsNullIsListed() throws IOException {
        jars.add(
                "null.jar",
                List.of("acme.Null"),
                List.of("Null"),
                PluginJars.provider("acme", "Null", "return null;", ""));
        assertThat(failed(load()).failure().orElseThrow()).contains("vendor/name");
    }

    @Test
    void aNameWithOtherSignsIsListed() throws IOException {
        jars.add(
                "signs.jar",
                List.of("acme.Signs"),
                List.of("Signs"),
                PluginJars.provider("acme", "Signs", "return \"acme/two words\";", ""));
        assertThat(failed(load()).failure().orElseThrow()).contains("vendor/name in letters");
    }

    @Test
    void bareNamesBelongToMixfield() throws IOException {
        jars.add(
                "bare.jar",
                List.of("acme.Bare"),
                List.of("Bare"),
                PluginJars.provider("acme", "Bare", "return \"coulomb\";", ""));
        ProviderRegistry<PotentialProvider> registry = load();
        assertThat(failed(registry).failure()).contains("bare names are Mixfield's own; name it vendor/coulomb");
        assertThat(registry.explain("coulomb"))
                .startsWith(
                        "potential 'coulomb' is not available: bare names are Mixfield's own; name it vendor/coulomb")
                .contains("bare.jar");
    }

    @Test
    void aBareNameOfMixfieldsOwnStaysUsableBesideAnImpostor() throws IOException {
        jars.add(
                "impostor.jar",
                List.of("acme.Impostor"),
                List.of("Impostor"),
                PluginJars.provider("acme", "Impostor", "return \"coulomb\";", ""));
        jars.add(
                "own.jar",
                List.of("org.mixfield.example.Own"),
                List.of("Own"),
                PluginJars.provider("org.mixfield.example", "Own", "return \"coulomb\";", ""));
        ProviderRegistry<PotentialProvider> registry = load();
        assertThat(registry.names()).contains("coulomb");
        assertThat(registry.find("coulomb").orElseThrow().getClass().getName()).isEqualTo("org.mixfield.example.Own");
        assertThat(failed(registry).origin().shortName()).isEqualTo("impostor.jar");
    }

    @Test
    void aNameProvidedTwiceIsUnavailableAndBothJarsAreNamed() throws IOException {
        jars.add(
                "twin-a.jar",
                List.of("acme.TwinA"),
                List.of("TwinA"),
                PluginJars.provider("acme", "TwinA", "return \"acme/twin\";", ""));
        jars.add(
                "twin-b.jar",
                List.of("acme.TwinB"),
                List.of("TwinB"),
                PluginJars.provider("acme", "TwinB", "return \"acme/twin\";", ""));
        ProviderRegistry<PotentialProvider> registry = load();
        assertThat(registry.names()).containsExactly("acme/first", "acme/last");
        assertThat(registry.find("acme/twin")).isEmpty();
        assertThat(registry.explain("acme/twin"))
                .startsWith("potential 'acme/twin' is not available: the name is provided more than once")
                .contains("acme.TwinA", "twin-a.jar", "acme.TwinB", "twin-b.jar")
                .contains("available: acme/first, acme/last");
        assertThat(registry.listings().stream().filter(listing -> listing.name().equals("acme/twin")))
                .hasSize(2)
                .allSatisfy(
                        listing -> assertThat(listing.failure().orElseThrow()).contains("twin-a.jar", "twin-b.jar"));
    }

    @Test
    void everythingBrokenAtOnceLeavesTheOthersUsable() throws IOException {
        jars.add("missing.jar", List.of("acme.Missing", "acme.AlsoMissing"), List.of());
        jars.add("garbled.jar", List.of("acme.Gar bled!"), List.of());
        jars.add(
                "mixed.jar",
                List.of("acme.Absent", "acme.Throwing", "acme.Healthy"),
                List.of("Throwing", "Healthy"),
                PluginJars.provider(
                        "acme", "Throwing", "return \"a/b\";", "if (true) throw new IllegalStateException();"),
                PluginJars.provider("acme", "Healthy", "return \"acme/healthy\";", ""));
        ProviderRegistry<PotentialProvider> registry = load();
        assertThat(registry.names()).containsExactly("acme/first", "acme/healthy", "acme/last");
        assertThat(registry.listings()).hasSize(8);
    }

    @Test
    void theBuiltInTransformIsFoundByItsServiceFile() {
        ProviderRegistry<FourierTransformProvider> registry = ProviderRegistry.load(
                "transform", FourierTransformProvider.class, getClass().getClassLoader());
        assertThat(registry.names()).contains("jtransforms");
    }

    @Test
    void anUnknownNameListsWhatThereIsAndTheNearest() {
        ProviderRegistry<PotentialProvider> registry =
                ProviderRegistry.of("potential", List.of(named("coulomb"), named("yukawa")));
        assertThat(registry.explain("columb"))
                .isEqualTo("unknown potential 'columb'; available: coulomb, yukawa; did you mean 'coulomb'?");
    }

    // ---- create

    private static PotentialProvider named(String name) {
        return named(name, settings -> RadialPotential.of(r -> settings.number("strength") / r));
    }

    private static PotentialProvider named(String name, Function<Settings, PairPotential> factory) {
        return new PotentialProvider() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public PairPotential create(Settings settings) {
                return factory.apply(settings);
            }
        };
    }

    private static List<String> problemsOf(PotentialProvider provider, Map<String, Object> values) {
        Problems problems = new Problems();
        Settings settings = Settings.of(values, problems);
        Optional<PairPotential> made =
                ProviderRegistry.of("potential", List.of(provider)).create(settings, null, PotentialProvider::create);
        assertThat(made.isPresent()).isEqualTo(problems.isEmpty());
        return problems.list().stream().map(Problem::toString).toList();
    }

    @Test
    void whatASectionNamesIsCreatedFromIt() {
        Map<String, Object> values = new HashMap<>(Map.of("type", "coulomb", "strength", 2));
        PotentialProvider coulomb = named("coulomb", settings -> {
            double strength = settings.number("strength");
            return RadialPotential.of(r -> strength / r);
        });
        assertThat(problemsOf(coulomb, values)).isEmpty();
        values.put("strenght", 3);
        assertThat(problemsOf(coulomb, values))
                .containsExactly(
                        "settings: strenght: unknown key; accepted here: type, strength; did you mean 'strength'?");
        values.clear();
        values.put("type", "coulomb");
        assertThat(problemsOf(coulomb, values)).containsExactly("settings: strength: is missing; give a finite number");
        values.put("type", "yukawa");
        assertThat(problemsOf(coulomb, values))
                .containsExactly("settings: type: unknown potential 'yukawa'; available: coulomb");
        values.remove("type");
        assertThat(problemsOf(coulomb, values)).containsExactly("settings: type: is missing; give a text");
    }

    @Test
    void aDefaultTypeNeedNotBeNamed() {
        Problems problems = new Problems();
        Settings settings = Settings.of(Map.of(), problems);
        ProviderRegistry<PotentialProvider> registry =
                ProviderRegistry.of("potential", List.of(named("none", s -> RadialPotential.none())));
        assertThat(registry.create(settings, "none", PotentialProvider::create)).contains(RadialPotential.none());
        assertThat(settings.effective()).containsEntry("type", "none");
    }

    @Test
    void aProviderThatThrowsIsAProblemOfTheConfiguration() {
        Map<String, Object> values = Map.of("type", "acme/x");
        assertThat(problemsOf(
                        named("acme/x", settings -> {
                            throw new IllegalArgumentException("range must be below the box");
                        }),
                        values))
                .containsExactly("settings: type: range must be below the box");
        assertThat(problemsOf(
                        named("acme/x", settings -> {
                            throw new IllegalStateException("table is empty");
                        }),
                        values))
                .singleElement()
                .asString()
                .startsWith(
                        "settings: type: potential 'acme/x' failed: java.lang.IllegalStateException: table is empty (");
        assertThat(problemsOf(
                        named("acme/x", settings -> {
                            throw new NoClassDefFoundError("acme/Spline");
                        }),
                        values))
                .singleElement()
                .asString()
                .contains("NoClassDefFoundError: acme/Spline");
        assertThat(problemsOf(named("acme/x", settings -> null), values))
                .singleElement()
                .asString()
                .contains("potential 'acme/x' failed");
    }

    @Test
    void originsAreKnownForJarsFoldersAndTheJavaRuntime() throws IOException {
        Origin here = Origin.of(ProviderRegistryTest.class);
        assertThat(Files.isDirectory(Path.of(here.place()))).isTrue();
        assertThat(here.sha256()).isEmpty();
        assertThat(here.shortName()).isEqualTo(here.place());
        assertThat(Origin.of(String.class)).isEqualTo(Origin.UNKNOWN);
        Path file = Files.writeString(folder.resolve("abc.jar"), "abc");
        // The SHA-256 of "abc" is the first example of FIPS 180-2.
        assertThat(new Origin(file.toString(), Optional.empty()).sha256())
                .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
