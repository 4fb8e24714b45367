package org.mixfield.core.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Where what may be computed again is kept from one run to the next.
 *
 * <p>It is the folder of the system property {@code mixfield.cache}, else of the environment's {@code MIXFIELD_CACHE}, else
 * {@code mixfield} in {@code XDG_CACHE_HOME} or in {@code .cache} of the home; {@code none} turns it off. It may be deleted at any
 * time, and need not exist yet. Nothing that goes wrong with it is an error.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class CacheFolder {

    /** The value that turns the cache off. */
    private static final String OFF = "none";

    private CacheFolder() {}

    /** The folder that the system's properties and environment name; empty for none. */
    public static Optional<Path> standard() {
        try {
            return of(System.getProperties(), System.getenv());
        } catch (SecurityException e) {
            return Optional.empty();
        }
    }

    /** The folder that some properties and an environment name; empty for none. */
    public static Optional<Path> of(Properties properties, Map<String, String> environment) {
        @Nullable String named = properties.getProperty("mixfield.cache", environment.get("MIXFIELD_CACHE"));
        if (named != null && !named.isBlank()) {
            return named.trim().equals(OFF) ? Optional.empty() : path(named.trim());
        }
        return path(environment.getOrDefault("XDG_CACHE_HOME", ""))
                // The specification of that variable has relative paths ignored.
                .filter(Path::isAbsolute)
                .or(() -> path(properties.getProperty("user.home", ""))
                        .filter(Path::isAbsolute)
                        .map(home -> home.resolve(".cache")))
                .map(parent -> parent.resolve("mixfield"));
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
