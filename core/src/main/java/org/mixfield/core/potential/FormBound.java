package org.mixfield.core.potential;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** What is known of the least K with V² ≤ K(1−Δ). */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface FormBound {

    /**
     * Theory gives the least constant.
     *
     * @param k the least K
     * @param source where it is proven
     */
    record Proven(double k, String source) implements FormBound {}

    /**
     * Computed; the least K lies between the two.
     *
     * @param lower a lower bound of the least K
     * @param upper an upper bound of it
     * @param method how they were found
     */
    record Computed(double lower, double upper, String method) implements FormBound {}

    /**
     * There is no such K.
     *
     * @param witness trial functions for which ⟨V²⟩/⟨1−Δ⟩ grows without bound
     */
    record Violated(Witness witness) implements FormBound {}

    /**
     * A family of trial functions ψ_s and the ratios ⟨V²⟩/⟨1−Δ⟩ it gives, each larger than the one before.
     *
     * @param family what the functions are and why the ratio has no bound, in words that name the parameter s
     * @param trials some of them, in the order in which the ratio grows
     */
    record Witness(String family, List<Trial> trials) {
        public Witness {
            trials = List.copyOf(trials);
        }

        /** The family and its numbers in one line. */
        public String describe() {
            return family + ": "
                    + trials.stream()
                            .map(trial ->
                                    String.format(Locale.ROOT, "%.3g at s = %.0e", trial.ratio(), trial.parameter()))
                            .collect(Collectors.joining(", "));
        }
    }

    /**
     * One trial function.
     *
     * @param parameter s
     * @param ratio ⟨V²⟩/⟨1−Δ⟩, or a lower bound of it
     */
    record Trial(double parameter, double ratio) {}
}
