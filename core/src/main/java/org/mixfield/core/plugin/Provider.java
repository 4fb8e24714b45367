package org.mixfield.core.plugin;

import org.apiguardian.api.API;

/** Something that {@link java.util.ServiceLoader} finds and a configuration names. */
@API(status = API.Status.EXPERIMENTAL)
public interface Provider {

    /**
     * The name a configuration uses. Bare names such as {@code coulomb} are Mixfield's own; a third party's are
     * {@code vendor/name}. Letters, digits, {@code -} and {@code .}; constant.
     */
    String name();
}
