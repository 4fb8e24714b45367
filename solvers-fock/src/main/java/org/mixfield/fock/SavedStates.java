package org.mixfield.fock;

import java.util.Map;

/** States of equal length, put together in as few arrays as their size allows, {@code NAME.0}, {@code NAME.1}, …. */
final class SavedStates {

    private static final int MOST_TOGETHER = 1 << 26;

    private SavedStates() {}

    private static int together(double[][] states) {
        return Math.max(1, MOST_TOGETHER / states[0].length);
    }

    static void save(String name, double[][] states, Map<String, double[]> saved) {
        int together = together(states);
        for (int from = 0; from < states.length; from += together) {
            int count = Math.min(together, states.length - from);
            double[] array = new double[count * states[0].length];
            for (int i = 0; i < count; i++) {
                System.arraycopy(states[from + i], 0, array, i * states[0].length, states[0].length);
            }
            saved.put(name + "." + from / together, array);
        }
    }

    static void restore(String name, double[][] states, Map<String, double[]> saved) {
        int together = together(states);
        for (int from = 0; from < states.length; from += together) {
            int count = Math.min(together, states.length - from);
            double[] array = SavedLaboratory.array(saved, name + "." + from / together, count * states[0].length);
            for (int i = 0; i < count; i++) {
                System.arraycopy(array, i * states[0].length, states[from + i], 0, states[0].length);
            }
        }
    }
}
