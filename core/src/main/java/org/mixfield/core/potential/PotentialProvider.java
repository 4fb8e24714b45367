package org.mixfield.core.potential;

import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.Provider;

/** Provides a pair potential, named by {@code type} under {@code interactions}. */
@API(status = API.Status.EXPERIMENTAL)
public interface PotentialProvider extends Provider {

    /** The potential that the settings describe. What is wrong with them is recorded there, not thrown. */
    PairPotential create(Settings settings);

    /** V(r) in the words of its settings, one line, for example {@code strength / r}; empty where it has none. */
    default String formula() {
        return "";
    }

    /**
     * The unit of each setting, in ħ = 1 units such as {@code energy·length}, {@code 1} for a pure number and {@code -}
     * for what is not a number; in the order in which they are listed.
     */
    default Map<String, String> units() {
        return Map.of();
    }
}
