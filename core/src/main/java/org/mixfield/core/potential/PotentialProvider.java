package org.mixfield.core.potential;

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
}
