package org.mixfield.pipeline.figure;

import org.apiguardian.api.API;

/**
 * What an axis measures.
 *
 * @param label the quantity, for example {@code time t}
 * @param unit what follows it in brackets; empty for a pure number
 * @param logarithmic whether its scale is
 */
@API(status = API.Status.EXPERIMENTAL)
public record Axis(String label, String unit, boolean logarithmic) {

    /** A linear axis. */
    public static Axis of(String label, String unit) {
        return new Axis(label, unit, false);
    }

    /** A logarithmic axis. */
    public static Axis logarithmic(String label) {
        return new Axis(label, "", true);
    }

    /** The quantity with its unit. */
    public String text() {
        return unit.isEmpty() ? label : label + " [" + unit + "]";
    }
}
