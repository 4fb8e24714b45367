package org.mixfield.hartree;

import java.util.Map;

/** Reads what a propagator saved. */
final class SavedArrays {

    private SavedArrays() {}

    /**
     * An array by its name.
     *
     * @throws IllegalArgumentException where it is missing or has another length
     */
    static double[] of(Map<String, double[]> saved, String name, int length) {
        double[] values = saved.get(name);
        if (values == null || values.length != length) {
            throw new IllegalArgumentException("the saved state holds "
                    + (values == null ? "no " + name : values.length + " numbers of " + name)
                    + "; this run needs " + length + " of them");
        }
        return values;
    }
}
