package org.mixfield.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.potential.FormBound;

/**
 * The hypothesis of Theorem 2.3 for the three pair potentials of a run. A bound that is empty is not known.
 *
 * @param uu of V₁₁
 * @param vv of V₂₂
 * @param uv of V₁₂
 */
@API(status = API.Status.EXPERIMENTAL)
public record FormBounds(Optional<FormBound> uu, Optional<FormBound> vv, Optional<FormBound> uv) {

    /** What is known of three potentials in a dimension. */
    public static FormBounds of(Interactions interactions, int dimension) {
        return new FormBounds(
                interactions.uu().formBound(dimension),
                interactions.vv().formBound(dimension),
                interactions.uv().formBound(dimension));
    }

    /** The bounds by the names {@code uu}, {@code vv}, {@code uv}. */
    public Map<String, Optional<FormBound>> byName() {
        Map<String, Optional<FormBound>> bounds = new LinkedHashMap<>();
        bounds.put("uu", uu);
        bounds.put("vv", vv);
        bounds.put("uv", uv);
        return bounds;
    }

    /** {@code "true"} where all hold, {@code "false"} where one is violated, {@code "unknown"} otherwise. */
    public String verdict() {
        if (byName().values().stream().anyMatch(FormBounds::violated)) {
            return "false";
        }
        return byName().values().stream().allMatch(Optional::isPresent) ? "true" : "unknown";
    }

    /** {@link #verdict} as a result file holds it: a truth value, or the word {@code unknown}. */
    public Object theoremApplies() {
        return verdict().equals("unknown") ? verdict() : (Object) Boolean.valueOf(verdict());
    }

    /** @throws HypothesisViolation where one is violated */
    public void require() {
        if (verdict().equals("false")) {
            throw new HypothesisViolation(byName().entrySet().stream()
                    .filter(entry -> violated(entry.getValue()))
                    .map(entry -> "interactions." + entry.getKey() + " violates V^2 <= K(1 - Laplacian): "
                            + ((FormBound.Violated) entry.getValue().orElseThrow()).witness().describe())
                    .collect(Collectors.joining("; ")));
        }
    }

    /** Plain values for a result file. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        byName().forEach((name, bound) -> map.put(name, toMap(bound)));
        return map;
    }

    private static boolean violated(Optional<FormBound> bound) {
        return bound.filter(FormBound.Violated.class::isInstance).isPresent();
    }

    private static Map<String, Object> toMap(Optional<FormBound> bound) {
        if (bound.isEmpty()) {
            return Map.of("verdict", "not-computed");
        }
        FormBound known = bound.get();
        if (known instanceof FormBound.Proven proven) {
            return entries("verdict", "proven", "K", upTo(proven.k()), "source", proven.source());
        }
        if (known instanceof FormBound.Computed computed) {
            return entries(
                    "verdict",
                    "computed",
                    "K",
                    entries("lower", computed.lower(), "upper", computed.upper()),
                    "source",
                    computed.method());
        }
        return entries("verdict", "violated", "witness", ((FormBound.Violated) known).witness().describe());
    }

    private static Map<String, Object> upTo(double k) {
        return entries("lower", k == 0 ? 0.0 : null, "upper", k);
    }

    private static Map<String, Object> entries(@Nullable Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }
}
