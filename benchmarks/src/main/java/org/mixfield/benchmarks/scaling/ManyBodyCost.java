package org.mixfield.benchmarks.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mixfield.pipeline.Mixfield;

/** Seconds from one row to another of a run in one dimension, by the fastest of several. */
final class ManyBodyCost {

    private static final int TIMES = 3;

    private final Mixfield mixfield;

    ManyBodyCost(Mixfield mixfield) {
        this.mixfield = mixfield;
    }

    double coMoving(int particles, int modes, int cutoff) {
        return seconds(
                particles,
                Map.of(
                        "modes",
                        Map.of("type", "harmonic", "count", modes),
                        "state",
                        "coherent",
                        "frames",
                        List.of("comoving"),
                        "sectors",
                        "gauss",
                        "nodes",
                        3,
                        "cutoff",
                        cutoff,
                        "accuracy",
                        1.0));
    }

    double laboratory(int particles, int modes) {
        return seconds(
                particles,
                Map.of(
                        "modes",
                        Map.of("type", "harmonic", "count", modes),
                        "state",
                        "factorised",
                        "frames",
                        List.of("laboratory"),
                        "tolerance",
                        1e-10));
    }

    private double seconds(int particles, Map<String, Object> fock) {
        Map<String, Object> configuration = Map.of(
                "mixfield", 1,
                "name", "scaling",
                "grid", Map.of("points", List.of(128), "length", List.of(16)),
                "species", Map.of("u", species(particles, 0.4), "v", species(particles, -0.4)),
                "interactions", Map.of("uu", pair(1), "vv", pair(1), "uv", pair(-1.5)),
                "time", Map.of("at", List.of(0, 0.05, 0.3)),
                "solvers", Map.of("fock", fock));
        double fastest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < TIMES; i++) {
            List<Long> clock = new ArrayList<>();
            mixfield.load(configuration).run(row -> clock.add(System.nanoTime()));
            fastest = Math.min(fastest, 1e-9 * (clock.get(2) - clock.get(1)));
        }
        return fastest;
    }

    private static Map<String, Object> species(int particles, double center) {
        return Map.of(
                "particles", particles,
                "trap", Map.of("type", "harmonic", "stiffness", List.of(1)),
                "initial", Map.of("type", "gaussian", "center", List.of(center), "width", 1.0));
    }

    private static Map<String, Object> pair(double strength) {
        return Map.of("type", "gaussian", "strength", strength, "range", 1.0);
    }
}
