package org.mixfield.core.model;

import org.apiguardian.api.API;

/** The two species: u, with N₁ particles, and v, with N₂. */
@API(status = API.Status.EXPERIMENTAL)
public enum SpeciesName {
    U("u"),
    V("v");

    private final String key;

    SpeciesName(String key) {
        this.key = key;
    }

    /** {@code u} or {@code v}, as in configurations and column names. */
    public String key() {
        return key;
    }
}
