package org.mixfield.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.formbound.FormBoundCheck;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.pipeline.output.FormBoundView;

/**
 * The hypothesis of Theorem 2.3, checked for the three pair potentials of a run.
 *
 * @param uu of V₁₁
 * @param vv of V₂₂
 * @param uv of V₁₂
 */
@API(status = API.Status.EXPERIMENTAL)
public record FormBounds(Outcome uu, Outcome vv, Outcome uv) {

    private static final String HYPOTHESIS = "V^2 <= K(1 - Laplacian)";

    /**
     * What came of checking one potential.
     *
     * @param bound the bound; empty where it cannot be computed
     * @param reason why it cannot be computed; empty where it was
     */
    public record Outcome(Optional<FormBound> bound, String reason) {

        /**
         * Checks a potential in a dimension.
         *
         * @throws org.mixfield.core.run.NumericalException where a value of the potential is not finite
         */
        public static Outcome of(PairPotential potential, int dimension) {
            try {
                return of(FormBoundCheck.of(potential, dimension));
            } catch (IllegalArgumentException e) {
                return notComputed(String.valueOf(e.getMessage()));
            }
        }

        /** A bound that is known. */
        public static Outcome of(FormBound bound) {
            return new Outcome(Optional.of(bound), "");
        }

        /** A bound that cannot be computed. */
        public static Outcome notComputed(String reason) {
            return new Outcome(Optional.empty(), reason);
        }

        /**
         * What this says of the potential times a factor of time: (fV)² ≤ f²K(1−Δ).
         *
         * @param largest the largest |f| from time 0 to the end of the run
         */
        Outcome times(double largest) {
            if (largest == 1) {
                return this;
            }
            if (largest == 0) {
                return of(new FormBound.Proven(0, "its factor is 0 throughout"));
            }
            double square = largest * largest;
            String note = ", times " + FormBoundView.brief(square) + ", the square of its largest factor";
            return new Outcome(bound.map(known -> times(known, square, note)), reason);
        }

        private static FormBound times(FormBound bound, double square, String note) {
            if (bound instanceof FormBound.Proven proven) {
                return new FormBound.Proven(square * proven.k(), proven.source() + note);
            }
            if (bound instanceof FormBound.Computed computed) {
                return new FormBound.Computed(
                        square * computed.lower(), square * computed.upper(), computed.method() + note);
            }
            return bound;
        }

        private boolean isViolated() {
            return bound.filter(FormBound.Violated.class::isInstance).isPresent();
        }

        /** Verdict and constant, source or witness, in one line. */
        public String describe() {
            if (bound.isEmpty()) {
                return "not computed: " + reason;
            }
            FormBound known = bound.get();
            if (known instanceof FormBound.Proven proven) {
                return "proven, " + FormBoundView.constant(known) + ": " + proven.source();
            }
            if (known instanceof FormBound.Computed) {
                return "computed, " + FormBoundView.constant(known);
            }
            return "violated: " + ((FormBound.Violated) known).witness().describe();
        }

        private Map<String, @Nullable Object> toMap() {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            bound.map(FormBoundView::toMap).ifPresentOrElse(map::putAll, () -> {
                map.put("verdict", "not-computed");
                map.put("reason", reason);
            });
            return map;
        }
    }

    /** The findings by the names {@code uu}, {@code vv}, {@code uv}. */
    public Map<String, Outcome> byName() {
        Map<String, Outcome> findings = new LinkedHashMap<>();
        findings.put("uu", uu);
        findings.put("vv", vv);
        findings.put("uv", uv);
        return findings;
    }

    /** {@code "true"} where all hold, {@code "false"} where one is violated, {@code "unknown"} otherwise. */
    public String verdict() {
        if (byName().values().stream().anyMatch(Outcome::isViolated)) {
            return "false";
        }
        return byName().values().stream().allMatch(finding -> finding.bound().isPresent()) ? "true" : "unknown";
    }

    /** {@link #verdict} as a result file holds it: a truth value, or the word {@code unknown}. */
    public Object theoremApplies() {
        return verdict().equals("unknown") ? verdict() : (Object) Boolean.valueOf(verdict());
    }

    /** What every result must say where the theorem does not apply, or may not; empty where it applies. */
    public List<String> notices() {
        return switch (verdict()) {
            case "true" -> List.of();
            case "false" -> List.of("Theorem 2.3 does not apply: " + violations());
            default ->
                byName().entrySet().stream()
                        .filter(entry -> entry.getValue().bound().isEmpty())
                        .map(entry -> "whether Theorem 2.3 applies is not known: the form bound of interactions."
                                + entry.getKey() + " is " + entry.getValue().describe())
                        .toList();
        };
    }

    /** @throws HypothesisViolation where one is violated */
    public void require() {
        if (verdict().equals("false")) {
            throw new HypothesisViolation(violations());
        }
    }

    /** Each violation in words, with all the potentials that have the same witness. */
    private String violations() {
        Map<String, List<String>> witnesses = new LinkedHashMap<>();
        byName().forEach((name, finding) -> {
            if (finding.bound().orElse(null) instanceof FormBound.Violated violated) {
                witnesses
                        .computeIfAbsent(violated.witness().describe(), words -> new ArrayList<>())
                        .add("interactions." + name);
            }
        });
        return witnesses.entrySet().stream()
                .map(entry -> String.join(" and ", entry.getValue())
                        + (entry.getValue().size() == 1 ? " violates " : " violate ") + HYPOTHESIS + ": "
                        + entry.getKey())
                .collect(Collectors.joining("; "));
    }

    /**
     * Plain values for a result file: for each potential what {@link FormBoundView#toMap} says, or the verdict
     * {@code not-computed} with its {@code reason}.
     */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        byName().forEach((name, finding) -> map.put(name, finding.toMap()));
        return map;
    }
}
