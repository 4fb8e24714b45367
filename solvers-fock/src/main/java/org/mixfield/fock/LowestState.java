package org.mixfield.fock;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a search for the lowest eigenvector of a Hamiltonian found, beside the vector.
 *
 * @param energy ⟨H⟩
 * @param residual ‖Hψ − ⟨H⟩ψ‖, computed from the vector itself
 * @param gap lower estimate of the distance to the next level; infinite where there is none
 * @param applications how often H was applied
 * @param restarts how often the memory was full
 */
record LowestState(double energy, double residual, double gap, long applications, long restarts) {

    /** Length of the array that is saved. */
    static final int NUMBERS = 6;

    /** The same with the energy counted from elsewhere. */
    LowestState above(double scalar) {
        return new LowestState(energy + scalar, residual, gap, applications, restarts);
    }

    /** The array that is saved of it. */
    double[] numbers() {
        return new double[] {1, energy, residual, gap, applications, restarts};
    }

    /** The array that is saved of nothing. */
    static double[] nothing() {
        return new double[NUMBERS];
    }

    /** What such an array was of; empty for {@link #nothing}. */
    static Optional<LowestState> of(double[] numbers) {
        return numbers[0] == 1
                ? Optional.of(new LowestState(numbers[1], numbers[2], numbers[3], (long) numbers[4], (long) numbers[5]))
                : Optional.empty();
    }

    /** Energy, residual, gap and cost, for {@code summary.json}; the gap is missing where there is one state only. */
    Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("energy", energy);
        report.put("residual", residual);
        if (Double.isFinite(gap)) {
            report.put("gap", gap);
        }
        report.put("state-error", error());
        report.put("hamiltonian-applications", applications);
        report.put("restarts", restarts);
        return report;
    }

    /** Upper estimate of ‖error‖ of the vector, up to its phase. */
    double error() {
        return residual / gap;
    }
}
