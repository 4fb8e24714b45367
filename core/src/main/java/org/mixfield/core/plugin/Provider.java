package org.mixfield.core.plugin;

import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/** Something that {@link java.util.ServiceLoader} finds and a configuration names. */
@API(status = API.Status.EXPERIMENTAL)
public interface Provider {

    /**
     * The name a configuration uses. Bare names such as {@code coulomb} are Mixfield's own; a third party's are
     * {@code vendor/name}. Letters, digits, {@code -} and {@code .}; constant.
     */
    String name();

    /**
     * What each setting measures, with ħ = 1: a product of powers of {@code length}, {@code mass}, {@code time},
     * {@code energy}, {@code frequency} and {@code momentum} such as {@code energy·length^3}, where {@code length^d} is that
     * of the run's dimension; {@code 1} for a pure number, {@code -} for what is not a number, {@code any} for a number that
     * may measure anything; one for each column of a list of rows, {@code time, 1}. In the order in which they are listed.
     *
     * <p>Where a configuration has {@code units}, these settings, and no others, may be written with a unit.
     */
    default Map<String, String> units() {
        return Map.of();
    }

    /**
     * Why it cannot be used on this machine, and what would help; empty where it can. Asked once, when it is loaded.
     */
    default Optional<String> unavailable() {
        return Optional.empty();
    }
}
