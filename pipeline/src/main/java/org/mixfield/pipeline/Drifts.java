package org.mixfield.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.Column;

/** How far the conserved quantities of a run have moved, at most. */
final class Drifts {

    /** Its start is 1 by definition: |‖u‖ − 1|, |‖v‖ − 1|. */
    private static final String HARTREE_NORM = "hartree.norm";

    /** Some of ψ may be left out from the start, so only the change counts. */
    private static final String FOCK_NORM = "fock.norm";

    /** Relative to the start. */
    private static final List<String> ENERGIES = List.of("hartree.energy", "projected.energy", "fock.energy");

    private static final String ERROR = ".error";

    private final List<String> names;
    private final Map<String, Double> greatest = new LinkedHashMap<>();
    private double @Nullable [] first;

    private final boolean energyIsConserved;

    /** @param energyIsConserved false where the Hamiltonian changes in time: energies that move then do not drift */
    Drifts(List<Column> columns, boolean energyIsConserved) {
        this.energyIsConserved = energyIsConserved;
        names = columns.stream().map(Column::name).toList();
    }

    /** Takes a row into account. */
    void row(double[] values) {
        double[] start = first == null ? values.clone() : first;
        first = start;
        for (int i = 0; i < values.length; i++) {
            String name = names.get(i);
            if (name.endsWith(".error")) {
                continue; // an estimate that belongs to the column before it
            }
            double change = Math.abs(values[i] - start[i]);
            if (name.endsWith(ERROR)) {
                continue;
            }
            if (name.startsWith(HARTREE_NORM + ".")) {
                greatest.merge(HARTREE_NORM, Math.abs(values[i] - 1), Math::max);
            } else if (name.equals(FOCK_NORM)) {
                greatest.merge(name, change, Math::max);
            } else if (energyIsConserved && ENERGIES.contains(name)) {
                greatest.merge(name, start[i] == 0 ? change : change / Math.abs(start[i]), Math::max);
            }
        }
    }

    /** The greatest drift of each quantity the run has: norms absolute, energies relative. */
    Map<String, Object> toMap() {
        return new LinkedHashMap<>(greatest);
    }
}
