package org.mixfield.pipeline;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where plugins are installed. */
final class PluginPlaces {

    /** Set by the launcher: the folder it stands in. */
    private static final String HOME = "mixfield.home";

    /** Further folders of plugins, listed as on the PATH. */
    private static final String VARIABLE = "MIXFIELD_PLUGINS";

    private PluginPlaces() {}

    /** The folders that hold a folder for each plugin; those of the environment whether or not they exist. */
    static List<Path> installed() {
        return places(Optional.ofNullable(System.getProperty(HOME)), Optional.ofNullable(System.getenv(VARIABLE)));
    }

    static List<Path> places(Optional<String> home, Optional<String> listed) {
        List<Path> places = new ArrayList<>();
        home.map(folder -> Path.of(folder, "plugins"))
                .filter(Files::isDirectory)
                .ifPresent(places::add);
        for (String entry : listed.orElse("").split(File.pathSeparator)) {
            if (!entry.isBlank()) {
                places.add(Path.of(entry));
            }
        }
        return places;
    }
}
