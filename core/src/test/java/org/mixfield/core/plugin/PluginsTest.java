package org.mixfield.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.spectral.FourierTransformProvider;

/** Plugins in folders of their own: a healthy one beside each way of being broken. */
class PluginsTest {

    private static final String SERVICE = "META-INF/services/org.mixfield.core.potential.PotentialProvider";

    @TempDir
    private Path place;

    private Plugins plugins = Plugins.none();

    @BeforeEach
    void beginWithAHealthyPlugin() throws IOException {
        plugin("healthy", "Healthy", "return \"acme/healthy\";", "");
    }

    @AfterEach
    void close() {
        plugins.close();
    }

    private PluginJars folder(String name) throws IOException {
        return new PluginJars(Files.createDirectories(place.resolve(name)));
    }

    private Path plugin(String folder, String className, String name, String constructor) throws IOException {
        return folder(folder)
                .add(
                        folder + ".jar",
                        List.of("acme." + className),
                        List.of(className),
                        PluginJars.provider("acme", className, name, constructor));
    }

    private ProviderRegistry<PotentialProvider> load() {
        plugins = Plugins.in(List.of(place), getClass().getClassLoader());
        ProviderRegistry<PotentialProvider> registry = ProviderRegistry.load(
                "potential", PotentialProvider.class, getClass().getClassLoader(), plugins);
        assertThat(registry.names()).contains("acme/healthy");
        return registry;
    }

    private ProviderListing failed(ProviderRegistry<?> registry) {
        List<ProviderListing> failed = registry.listings().stream()
                .filter(listing -> listing.failure().isPresent())
                .toList();
        assertThat(failed).hasSize(1);
        return failed.get(0);
    }

    private static String reason(ProviderListing listing) {
        return listing.failure().orElseThrow();
    }

    private static void edit(Path jar, String entry, String text) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Files.writeString(zip.getPath(entry), text);
        }
    }

    @Test
    void aPluginIsListedWithItsJarVersionAndChecksum() {
        ProviderRegistry<PotentialProvider> registry = load();
        assertThat(registry.listings()).singleElement().satisfies(listing -> {
            assertThat(listing.failure()).isEmpty();
            assertThat(listing.origin().shortName()).isEqualTo("healthy.jar");
            assertThat(listing.origin().version()).contains("3.1");
            assertThat(listing.origin().sha256()).isPresent();
        });
        assertThat(plugins.failures()).isEmpty();
        assertThat(registry.find("acme/healthy").orElseThrow().getClass().getClassLoader())
                .isNotSameAs(getClass().getClassLoader());
    }

    @Test
    void providersOfTheApplicationAreCountedOnce() throws IOException {
        // A jar that bundles ours, service file and all.
        Path jar = plugin("bundle", "Bundle", "return \"acme/bundle\";", "");
        edit(
                jar,
                "META-INF/services/org.mixfield.core.spectral.FourierTransformProvider",
                "org.mixfield.core.spectral.JTransformsProvider");
        load();
        ProviderRegistry<FourierTransformProvider> transforms = ProviderRegistry.load(
                "transform", FourierTransformProvider.class, getClass().getClassLoader(), plugins);
        assertThat(transforms.listings())
                .singleElement()
                .satisfies(listing -> assertThat(listing.failure()).isEmpty());
    }

    @Test
    void everyPluginHasClassesOfItsOwn() throws IOException {
        for (String vendor : List.of("one", "two")) {
            folder(vendor)
                    .add(
                            vendor + ".jar",
                            List.of("acme.Same"),
                            List.of("Same", "Library"),
                            "package acme; public class Library { static String vendor() { return \"" + vendor
                                    + "\"; } }",
                            PluginJars.provider("acme", "Same", "return Library.vendor() + \"/same\";", ""));
        }
        assertThat(load().names()).containsExactly("acme/healthy", "one/same", "two/same");
    }

    @Test
    void aPluginMayBringAnotherVersionOfALibraryThatMixfieldUses() throws IOException {
        folder("library")
                .add(
                        "library.jar",
                        List.of("acme.User"),
                        List.of("User", "FastMath"),
                        "package org.hipparchus.util; public class FastMath { public static String own() { return \"own\"; } }",
                        PluginJars.provider(
                                "acme", "User", "return \"acme/\" + org.hipparchus.util.FastMath.own();", ""));
        assertThat(load().names()).contains("acme/own");
    }

    @Test
    void librariesOfAPluginLieInItsFolder() throws IOException {
        PluginJars jars = folder("two-jars");
        String library = "package lib; public class Spline { public static String text() { return \"acme/spline\"; } }";
        String provider = PluginJars.provider("acme", "Spline", "return lib.Spline.text();", "");
        Path own = jars.add("own.jar", List.of("acme.Spline"), List.of("acme/Spline"), library, provider);
        Path lib = jars.add("lib.jar", List.of(), List.of("lib/Spline"), library);
        assertThat(load().names()).contains("acme/spline");
        assertThat(plugins.jarsWith(Origin.ofJar(own)))
                .extracting(Origin::place)
                .containsExactlyInAnyOrder(own.toString(), lib.toString());

        Files.delete(lib);
        ProviderRegistry<PotentialProvider> without = load();
        assertThat(reason(failed(without)))
                .contains("name() failed", "the class lib.Spline, which it needs, is missing");
    }

    @Test
    void aMissingClassIsListedWithItsJar() throws IOException {
        folder("missing").add("missing.jar", List.of("acme.Missing"), List.of());
        ProviderRegistry<PotentialProvider> registry = load();
        ProviderListing listing = failed(registry);
        assertThat(listing.name()).isEqualTo("acme.Missing");
        assertThat(listing.origin().shortName()).isEqualTo("missing.jar");
        assertThat(listing.origin().sha256()).isPresent();
        assertThat(reason(listing)).contains("not found");
        assertThat(registry.explain("acme/missing")).contains("could not be loaded", "acme.Missing", "not found");
    }

    @Test
    void aClassForANewerJavaSaysWhichOneItNeeds() throws IOException {
        Path jar = plugin("newer", "Newer", "return \"acme/newer\";", "");
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Path file = zip.getPath("acme/Newer.class");
            byte[] bytes = Files.readAllBytes(file);
            bytes[7] = 99;
            Files.write(file, bytes);
        }
        // The class file version of Java n is n + 44.
        assertThat(reason(failed(load())))
                .isEqualTo(
                        "needs Java 55, and this is Java " + Runtime.version().feature());
    }

    @Test
    void aConstructorThatThrowsIsListedWithItsReason() throws IOException {
        plugin(
                "throwing",
                "Throwing",
                "return \"acme/t\";",
                "if (true) throw new IllegalStateException(\"no licence\");");
        assertThat(reason(failed(load())))
                .isEqualTo("its constructor failed: java.lang.IllegalStateException: no licence");
    }

    @Test
    void anErrorInAConstructorDoesNoHarmEither() throws IOException {
        plugin("deep", "Deep", "return \"acme/d\";", "new Deep();");
        assertThat(reason(failed(load()))).contains("StackOverflowError");
    }

    @Test
    void aNameInTwoFoldersIsUnavailableAndBothJarsAreNamed() throws IOException {
        plugin("twin-a", "TwinA", "return \"acme/twin\";", "");
        plugin("twin-b", "TwinB", "return \"acme/twin\";", "");
        ProviderRegistry<PotentialProvider> registry = load();
        assertThat(registry.names()).containsExactly("acme/healthy");
        assertThat(registry.explain("acme/twin")).contains("more than once", "twin-a.jar", "twin-b.jar");
    }

    @Test
    void eachWrongServiceLineCostsItselfOnly() throws IOException {
        Path jar = plugin("lines", "Fine", "return \"acme/fine\";", "");
        edit(jar, SERVICE, """
                acme.Gar bled!
                acme.Missing # a comment
                java.lang.String
                %s

                acme.Fine
                acme.Fine
                """.formatted(getClass().getName()));
        ProviderRegistry<PotentialProvider> registry = load();
        assertThat(registry.names()).containsExactly("acme/fine", "acme/healthy");
        assertThat(registry.listings()).hasSize(6);
        Map<String, String> reasons = registry.listings().stream()
                .filter(listing -> listing.failure().isPresent())
                .collect(java.util.stream.Collectors.toMap(ProviderListing::name, PluginsTest::reason));
        assertThat(reasons.get("acme.Gar bled!")).contains("no class name");
        assertThat(reasons.get("acme.Missing")).contains("not found");
        assertThat(reasons.get("java.lang.String")).contains("is no PotentialProvider");
        assertThat(reasons.get(getClass().getName())).contains("is no PotentialProvider");
    }

    @Test
    void aServiceFileForAnInterfaceThatDoesNotExistIsListed() throws IOException {
        Path jar = folder("typo").add("typo.jar", List.of(), List.of());
        edit(jar, "META-INF/services/org.mixfield.core.PotentialProvider", "acme.Typo");
        load();
        assertThat(plugins.failures())
                .singleElement()
                .satisfies(listing -> assertThat(reason(listing))
                        .contains("org.mixfield.core.PotentialProvider", "no interface of that name"));
    }

    @Test
    void foldersAndJarsThatAreNoPluginsAreListed() throws IOException {
        Files.createDirectories(place.resolve("empty"));
        Files.createDirectories(place.resolve(".hidden"));
        Files.writeString(place.resolve("README.txt"), "notes");
        Files.writeString(
                Files.createDirectories(place.resolve("garbage")).resolve("garbage.jar"), "this is no zip file");
        Path cut = plugin("cut", "Cut", "return \"acme/cut\";", "");
        byte[] whole = Files.readAllBytes(cut);
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2), StandardOpenOption.TRUNCATE_EXISTING);
        Path stray = plugin("stray", "Stray", "return \"acme/stray\";", "");
        Files.copy(stray, place.resolve("stray.jar"));
        Files.delete(stray);
        Path nothing = plugin("nothing", "Nothing", "return \"acme/nothing\";", "");
        try (FileSystem zip = FileSystems.newFileSystem(nothing)) {
            Files.delete(zip.getPath(SERVICE));
        }
        ProviderRegistry<PotentialProvider> registry = load();
        assertThat(registry.listings()).hasSize(1);
        Map<String, String> reasons = plugins.failures().stream()
                .collect(java.util.stream.Collectors.toMap(ProviderListing::name, PluginsTest::reason));
        assertThat(reasons).containsOnlyKeys("empty", "garbage", "cut", "stray", "stray.jar", "nothing");
        assertThat(reasons.get("empty")).contains("holds no jar");
        assertThat(reasons.get("garbage")).contains("is not a jar that can be read");
        assertThat(reasons.get("cut")).contains("is not a jar that can be read");
        assertThat(reasons.get("stray.jar")).contains("plugins/NAME/");
        assertThat(reasons.get("nothing")).contains("provides nothing");
        assertThat(registry.explain("acme/cut")).contains("could not be loaded", "cut:", "is not a jar");
    }

    @Test
    void aPlaceThatDoesNotExistIsListed() {
        plugins = Plugins.in(
                List.of(place, place.resolve("no-such-place")), getClass().getClassLoader());
        assertThat(plugins.failures())
                .singleElement()
                .satisfies(listing -> assertThat(reason(listing)).contains("cannot be read as a folder of plugins"));
    }

    @Test
    void aPlaceGivenTwiceIsReadOnce() {
        plugins = Plugins.in(List.of(place, place), getClass().getClassLoader());
        assertThat(ProviderRegistry.load(
                                "potential", PotentialProvider.class, getClass().getClassLoader(), plugins)
                        .names())
                .containsExactly("acme/healthy");
    }

    @Test
    void aPotentialOfAPluginIsMadeFromItsSettings() {
        Problems problems = new Problems();
        Settings settings = Settings.of(Map.of("type", "acme/healthy", "strength", 2), problems);
        assertThat(load().create(settings, PotentialProvider::create)).isPresent();
        assertThat(problems.isEmpty()).isTrue();
    }
}
