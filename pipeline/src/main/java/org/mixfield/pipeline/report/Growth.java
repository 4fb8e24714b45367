package org.mixfield.pipeline.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mixfield.pipeline.output.FormBoundView;

/**
 * The bound C e^{γt} − s that Gronwall's lemma gives a number of excitations.
 *
 * @param rate γ, in 1/time of the run
 * @param constant C
 * @param shift s: 0 in the form of Proposition 3.2; 2 in that of Lemma 5.1, where 𝒩 + 1 of each species grows
 */
record Growth(double rate, double constant, double shift) {

    /** Findings whose constants bound ⟨𝒩⊗I + I⊗𝒩⟩, the nearest first. */
    private static final List<String> SOURCES = List.of("proposition-3.2", "estimate-3.2");

    /** n(t) + 2 ≤ (n(0) + 2) e^{γt} with the least γ ≥ 0 for which it holds in every row. */
    static Growth least(double[] times, double[] numbers) {
        double start = numbers[0] + 2;
        double rate = IntStream.range(1, times.length)
                .filter(i -> times[i] > times[0])
                .mapToDouble(i -> Math.log((numbers[i] + 2) / start) / (times[i] - times[0]))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return new Growth(Math.max(0, rate), start, 2);
    }

    /** The constants that a verification found, where it has both. */
    static Optional<Growth> found(Map<?, ?> verification) {
        List<Map<?, ?>> findings = Rows.maps(verification.get("findings"));
        return SOURCES.stream()
                .flatMap(source -> findings.stream()
                        .filter(finding -> Rows.text(finding, "id").equals(source)))
                .map(finding -> finding.get("constants") instanceof Map<?, ?> constants ? constants : Map.of())
                .filter(constants -> constants.get("gamma") instanceof Number && constants.get("C") instanceof Number)
                .map(constants -> new Growth(
                        ((Number) constants.get("gamma")).doubleValue(),
                        ((Number) constants.get("C")).doubleValue(),
                        0))
                .findFirst();
    }

    static double[] sum(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] + other[i])
                .toArray();
    }

    double[] at(double[] times) {
        return DoubleStream.of(times)
                .map(t -> constant * Math.exp(rate * (t - (shift > 0 ? times[0] : 0))) - shift)
                .toArray();
    }

    /** The bound as a formula, with the rate multiplied by a factor. */
    String words(double factor) {
        String grows = FormBoundView.brief(constant) + " exp(" + FormBoundView.brief(rate * factor) + " t)";
        return shift > 0 ? grows + " − " + FormBoundView.brief(shift) : grows;
    }

    String explanation() {
        return shift > 0
                ? "The bound is Lemma 5.1's form, ⟨𝒩⊗I + I⊗𝒩 + 2⟩ ≤ C exp(γt), with C from the start and the least γ for"
                        + " which it holds at every time."
                : "The bound is that of Proposition 3.2, C exp(γt), with the least constants that the verification found.";
    }
}
