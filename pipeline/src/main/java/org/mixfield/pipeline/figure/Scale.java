package org.mixfield.pipeline.figure;

import org.apiguardian.api.API;

/** How the values of a figure can be looked at. */
@API(status = API.Status.EXPERIMENTAL)
public enum Scale {
    /** As they are. */
    LINEAR("linear"),
    /** On a logarithmic scale. */
    LOGARITHMIC("log"),
    /** As they are, not from 0: those of a quantity close to 1. */
    VALUE("value"),
    /** 1 − value on a logarithmic scale. */
    BELOW_ONE("1 − value, log");

    private final String key;

    Scale(String key) {
        this.key = key;
    }

    /** As the page names it. */
    public String key() {
        return key;
    }
}
