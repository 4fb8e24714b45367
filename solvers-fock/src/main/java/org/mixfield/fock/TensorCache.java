package org.mixfield.fock;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;

/**
 * Two-body matrix elements kept on disk from one run to the next, by the content of what they are made from.
 *
 * <p>The folder is that of the system property {@code mixfield.cache}, else of the environment's {@code MIXFIELD_CACHE}, else
 * {@code mixfield} in {@code XDG_CACHE_HOME} or in {@code .cache} of the home; {@code none} turns it off. It may be deleted at any
 * time. Nothing that goes wrong with it is an error: the numbers are then computed.
 *
 * @param folder where the files are, made when the first is written; empty for no cache
 */
record TensorCache(Optional<Path> folder) {

    /** Keeps nothing. */
    static final TensorCache NONE = new TensorCache(Optional.empty());

    /** The value that turns the cache off. */
    private static final String OFF = "none";

    /** The cache that the system's properties and environment name. */
    static TensorCache standard() {
        try {
            return of(System.getProperties(), System.getenv());
        } catch (SecurityException e) {
            return NONE;
        }
    }

    static TensorCache of(Properties properties, Map<String, String> environment) {
        @Nullable String named = properties.getProperty("mixfield.cache", environment.get("MIXFIELD_CACHE"));
        if (named != null && !named.isBlank()) {
            return named.trim().equals(OFF) ? NONE : new TensorCache(path(named.trim()));
        }
        Optional<Path> shared = path(environment.getOrDefault("XDG_CACHE_HOME", ""))
                // The specification of that variable has relative paths ignored.
                .filter(Path::isAbsolute)
                .or(() -> path(properties.getProperty("user.home", ""))
                        .filter(Path::isAbsolute)
                        .map(home -> home.resolve(".cache")));
        return new TensorCache(shared.map(parent -> parent.resolve("mixfield")));
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The matrix elements of a mixture in its modes, read where they are kept and computed where they are not. */
    PackedTensors tensors(Discretization discretization) {
        if (folder.isEmpty()) {
            return PackedTensors.of(discretization);
        }
        byte[] key = TensorKey.of(discretization);
        TensorFile file = new TensorFile(folder.get(), HexFormat.of().formatHex(key));
        int u = SpeciesTables.pairs(discretization.modes(SpeciesName.U).count());
        int v = SpeciesTables.pairs(discretization.modes(SpeciesName.V).count());
        Optional<PackedTensors> known =
                file.read(key, u * u, v * v, u * v).map(parts -> new PackedTensors(parts[0], parts[1], parts[2]));
        if (known.isPresent()) {
            return known.get();
        }
        PackedTensors made = PackedTensors.of(discretization);
        file.write(key, made.uu(), made.vv(), made.uv());
        return made;
    }
}
