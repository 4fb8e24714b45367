package org.mixfield.core.config;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** Collects what is wrong with a configuration, so that all of it is reported together. Not thread-safe. */
@API(status = API.Status.EXPERIMENTAL)
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Adds a problem. */
    public void add(Location where, String path, String message) {
        found.add(new Problem(where, path, message));
    }

    /** What was found so far, in the order of lines. */
    public List<Problem> list() {
        return found.stream()
                .sorted(java.util.Comparator.comparingInt(
                                (Problem p) -> p.where().line())
                        .thenComparingInt(p -> p.where().column()))
                .distinct()
                .toList();
    }

    /** True while nothing was found. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Number of problems found so far. */
    public int count() {
        return found.size();
    }

    /** Throws all problems at once, if there are any. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigurationException(list());
        }
    }
}
