package org.mixfield.core.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.lang.model.SourceVersion;

/**
 * One plugin: a folder of jars with a class loader of its own. Service files are read line by line and jar by jar, so that
 * whatever is wrong with one provider is known with its jar and costs no other.
 */
final class PluginFolder implements AutoCloseable {

    private static final String SERVICES = "META-INF/services/";

    private final Path folder;
    private final PluginClassLoader loader;
    private final Map<Path, Map<String, List<String>>> services;
    private final List<ProviderListing> failures;

    private PluginFolder(
            Path folder,
            PluginClassLoader loader,
            Map<Path, Map<String, List<String>>> services,
            List<ProviderListing> failures) {
        this.folder = folder;
        this.loader = loader;
        this.services = services;
        this.failures = failures;
    }

    /** The plugin in a folder, however broken. */
    static PluginFolder open(Path folder, ClassLoader application) {
        List<ProviderListing> failures = new ArrayList<>();
        Map<Path, Map<String, List<String>>> services = new LinkedHashMap<>();
        List<Path> jars = jars(folder, failures);
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                services.put(jar, servicesOf(file));
            } catch (IOException | SecurityException e) {
                failures.add(Plugins.failure(folder, jar, "is not a jar that can be read: " + e.getMessage()));
            }
        }
        services.forEach((jar, kinds) -> kinds.keySet().stream()
                .filter(kind -> !isProviderInterface(kind, application))
                .forEach(kind -> failures.add(Plugins.failure(
                        folder, jar, "provides " + kind + ", and Mixfield has no interface of that name"))));
        if (failures.isEmpty() && services.values().stream().allMatch(Map::isEmpty)) {
            failures.add(Plugins.failure(
                    folder,
                    jars.get(0),
                    "provides nothing: no jar of the folder has a file " + SERVICES
                            + "org.mixfield... (auto-service, an annotation processor, writes it)"));
        }
        URL[] urls = services.keySet().stream().map(PluginFolder::url).toArray(URL[]::new);
        return new PluginFolder(
                folder, new PluginClassLoader("plugin-" + folder.getFileName(), urls, application), services, failures);
    }

    private static List<Path> jars(Path folder, List<ProviderListing> failures) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            if (jars.isEmpty()) {
                failures.add(Plugins.failure(folder, folder, "holds no jar"));
            }
            return jars;
        } catch (IOException e) {
            failures.add(Plugins.failure(folder, folder, "cannot be read: " + e));
            return List.of();
        }
    }

    /** The lines of each service file for an interface of Mixfield, by the interface's name. */
    private static Map<String, List<String>> servicesOf(JarFile jar) throws IOException {
        Map<String, List<String>> services = new LinkedHashMap<>();
        List<? extends ZipEntry> entries = jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(SERVICES + "org.mixfield."))
                .toList();
        for (ZipEntry entry : entries) {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8))) {
                services.put(
                        entry.getName().substring(SERVICES.length()),
                        reader.lines()
                                .map(line -> line.replaceFirst("#.*", "").strip())
                                .filter(line -> !line.isEmpty())
                                .toList());
            } catch (java.io.UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return services;
    }

    private static boolean isProviderInterface(String name, ClassLoader application) {
        try {
            return Provider.class.isAssignableFrom(Class.forName(name, false, application));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is wrong with the folder itself. */
    List<ProviderListing> failures() {
        return failures;
    }

    /** The folder. */
    Path folder() {
        return folder;
    }

    /** The jars that can be read. */
    Set<Path> jars() {
        return services.keySet();
    }

    /** Adds the providers of a kind that can be loaded to one list and what is wrong with the others to the other. */
    <P extends Provider> void find(String kind, Class<P> type, List<P> found, List<ProviderListing> failed) {
        Set<String> seen = new LinkedHashSet<>();
        services.forEach((jar, kinds) -> {
            for (String line : kinds.getOrDefault(type.getName(), List.of())) {
                if (seen.add(line)) {
                    try {
                        load(line, type).ifPresent(found::add);
                    } catch (ProviderUnusable e) {
                        failed.add(new ProviderListing(kind, line, Origin.ofJar(jar), Optional.of(e.reason())));
                    }
                }
            }
        });
    }

    /** Empty for a provider that Mixfield brings itself. */
    private <P extends Provider> Optional<P> load(String name, Class<P> type) throws ProviderUnusable {
        if (!SourceVersion.isName(name)) {
            throw new ProviderUnusable("this line of " + SERVICES + type.getName() + " is no class name");
        }
        try {
            Class<?> found = Class.forName(name, false, loader);
            if (!type.isAssignableFrom(found)) {
                throw new ProviderUnusable(
                        "is no " + type.getSimpleName() + ", though " + SERVICES + type.getName() + " says so");
            }
            return found.getClassLoader() == loader
                    ? Optional.of(type.cast(found.getConstructor().newInstance()))
                    : Optional.empty();
        } catch (ClassNotFoundException e) {
            throw new ProviderUnusable(
                    e.getCause() == null
                            ? "the class that " + SERVICES + type.getName() + " names is not found in the plugin's jars"
                            : "the class cannot be read: " + e.getCause());
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new ProviderUnusable("has no public constructor without arguments, or is not public");
        } catch (InstantiationException e) {
            throw new ProviderUnusable("is abstract");
        } catch (InvocationTargetException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            if (cause instanceof OutOfMemoryError full) {
                throw full;
            }
            throw new ProviderUnusable(
                    cause instanceof LinkageError
                            ? LoadFailure.reason(cause)
                            : "its constructor failed: " + LoadFailure.reason(cause));
        } catch (LinkageError e) {
            throw new ProviderUnusable(LoadFailure.reason(e));
        }
    }

    /** Why a provider is left out. */
    private static final class ProviderUnusable extends Exception {

        private static final long serialVersionUID = 1L;

        ProviderUnusable(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
