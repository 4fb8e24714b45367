package org.mixfield.core.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The plugins found in folders: each folder of jars, such as {@code plugins/acme-screened/}, is one plugin with a class
 * loader of its own. Closing it closes their jars; what was loaded before keeps working, what was not does not.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Plugins implements AutoCloseable {

    private static final String KIND = "plugin";

    private final List<PluginFolder> folders;
    private final List<ProviderListing> failures;

    private Plugins(List<PluginFolder> folders, List<ProviderListing> failures) {
        this.folders = List.copyOf(folders);
        this.failures = List.copyOf(failures);
    }

    /** No plugins. */
    public static Plugins none() {
        return new Plugins(List.of(), List.of());
    }

    /**
     * The plugins in some places.
     *
     * @param places folders that hold a folder for each plugin
     * @param application the class loader that has Mixfield itself
     */
    public static Plugins in(Collection<Path> places, ClassLoader application) {
        Set<Path> candidates = new LinkedHashSet<>();
        List<ProviderListing> failures = new ArrayList<>();
        for (Path place : places) {
            try (Stream<Path> entries = Files.list(place)) {
                entries.filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
                        .sorted()
                        .map(entry -> entry.toAbsolutePath().normalize())
                        .forEach(candidates::add);
            } catch (IOException | UncheckedIOException e) {
                failures.add(failure(place, place, "cannot be read as a folder of plugins: " + e));
            }
        }
        List<PluginFolder> folders = new ArrayList<>();
        for (Path candidate : candidates) {
            if (Files.isDirectory(candidate)) {
                PluginFolder folder = PluginFolder.open(candidate, application);
                folders.add(folder);
                failures.addAll(folder.failures());
            } else if (candidate.toString().endsWith(".jar")) {
                failures.add(failure(
                        candidate, candidate, "is not in a folder of its own; each plugin has one, plugins/NAME/"));
            }
        }
        return new Plugins(folders, failures);
    }

    static ProviderListing failure(Path folder, Path place, String reason) {
        return new ProviderListing(
                KIND, String.valueOf(folder.getFileName()), Origin.ofJar(place), Optional.of(reason));
    }

    /** Folders and jars that cannot be used at all, of kind {@code plugin}, with the reasons. */
    public List<ProviderListing> failures() {
        return failures;
    }

    /** The jars of the plugin that an origin belongs to, its libraries included; none where it belongs to no plugin. */
    public List<Origin> jarsWith(Origin origin) {
        return folders.stream()
                .filter(folder -> Path.of(origin.place()).startsWith(folder.folder()))
                .flatMap(folder -> folder.jars().stream())
                .map(Origin::ofJar)
                .toList();
    }

    <P extends Provider> void find(String kind, Class<P> type, List<P> found, List<ProviderListing> failed) {
        folders.forEach(folder -> folder.find(kind, type, found, failed));
    }

    @Override
    public void close() {
        for (PluginFolder folder : folders) {
            try {
                folder.close();
            } catch (IOException ignored) {
                // Nothing was written: there is nothing to lose.
            }
        }
    }
}
