package org.mixfield.pipeline.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Data of a report in the shape of a run's, made up of plausible formulas; no solver is involved. */
final class MadeUpRun {

    private final int dimension;
    private final double end;
    private final int outputs;
    private final Random random = new Random(7);
    private final List<Map<String, Object>> columns = new ArrayList<>();
    private final List<double[]> table = new ArrayList<>();

    private MadeUpRun(int dimension, double end, int outputs) {
        this.dimension = dimension;
        this.end = end;
        this.outputs = outputs;
        column("time", "time", "time since the start", t -> t);
    }

    /** Both solvers, everything proven, {@code outputs} + 1 rows. */
    static Map<String, Object> complete(int dimension, int outputs) {
        MadeUpRun run = new MadeUpRun(dimension, 1.0, outputs);
        run.hartree();
        run.fock();
        return run.data("complete", true);
    }

    /** No many-body columns and a violated form bound. */
    static Map<String, Object> hartreeAlone(int dimension, int outputs) {
        MadeUpRun run = new MadeUpRun(dimension, 4.0, outputs);
        run.hartree();
        Map<String, Object> data = run.data("complete", false);
        configuration(data).put("solvers", map("hartree", map("type", "spectral", "method", "strang", "step", 0.01)));
        data.put(
                "formBounds",
                map(
                        "uu", bound("proven", 4.0, 4.0, "Hardy's inequality"),
                        "vv",
                                map(
                                        "verdict",
                                        "not-computed",
                                        "reason",
                                        "it has no values and says nothing of its bound"),
                        "uv",
                                map(
                                        "verdict",
                                        "violated",
                                        "K",
                                        null,
                                        "source",
                                        null,
                                        "witness",
                                        map(
                                                "family",
                                                "V behaves like r^-1.5 at r = 0, and Gaussians of width s give a ratio"
                                                        + " that grows like s^-1 as s shrinks",
                                                "trials",
                                                List.of(
                                                        map("parameter", 1e-2, "ratio", 117.3),
                                                        map("parameter", 1e-4, "ratio", 11730.0),
                                                        map("parameter", 1e-6, "ratio", 1.173e6))))));
        return data;
    }

    static Map<String, Object> configuration(Map<String, Object> data) {
        @SuppressWarnings("unchecked")
        Map<String, Object> configuration = (Map<String, Object>) data.get("configuration");
        return configuration;
    }

    private void hartree() {
        column("hartree.norm.u", "1", "norm of u", t -> 1 - 1.3e-13 * t + noise(4e-15));
        column("hartree.norm.v", "1", "norm of v", t -> 1 + 0.8e-13 * t + noise(4e-15));
        column("hartree.energy", "energy", "energy per particle", t -> 2.71828 + 3e-10 * t * t + noise(1e-12));
        column("hartree.energy.kinetic.u", "energy", "kinetic energy of u", t -> 0.8 + 0.2 * Math.cos(3 * t));
        column("hartree.energy.kinetic.v", "energy", "kinetic energy of v", t -> 0.9 + 0.1 * Math.cos(4 * t));
        column("hartree.energy.trap.u", "energy", "trap energy of u", t -> 0.85 - 0.2 * Math.cos(3 * t));
        column("hartree.energy.trap.v", "energy", "trap energy of v", t -> 0.7 - 0.1 * Math.cos(4 * t));
        column("hartree.energy.uu", "energy", "half the self-interaction of u", t -> 0.31 + 0.02 * t);
        column("hartree.energy.vv", "energy", "half the self-interaction of v", t -> 0.22 + 0.015 * t);
        column("hartree.energy.uv", "energy", "interaction of u and v", t -> -0.42 - 0.1 * Math.sin(2 * t));
        for (String axis : List.of("x", "y", "z").subList(0, dimension)) {
            double start = axis.equals("x") ? 0.5 : 0;
            for (String species : List.of("u", "v")) {
                double sign = species.equals("u") ? 1 : -0.7;
                String end = "." + species + "." + axis;
                column("hartree.mean" + end, "length", "mean of " + axis, t -> sign * start * Math.cos(2 * t));
                column("hartree.square" + end, "length^2", "mean of " + axis + "²", t -> 0.6 + 0.1 * Math.sin(2 * t));
                column("hartree.momentum" + end, "momentum", "mean momentum", t -> -sign * start * Math.sin(2 * t));
            }
        }
        column("hartree.overlap.u", "1", "|⟨u₀,u⟩|", t -> 1 / (1 + 0.4 * t * t));
        column("hartree.overlap.v", "1", "|⟨v₀,v⟩|", t -> 1 / (1 + 0.3 * t * t));
    }

    private void fock() {
        DoubleUnaryOperator distance = t -> 0.0412 * t * t / (1 + 0.3 * t) + 2e-16;
        column("projected.energy", "energy", "energy per particle in the modes", t -> 2.7213 + noise(2e-12));
        column("modes.truncation-error", "1", "Tr|P_modes − P_grid|", t -> 0.006 + 0.009 * t);
        column("fock.norm", "1", "norm of the many-body state", t -> 1 + noise(3e-13));
        column("fock.energy", "energy", "many-body energy per particle", t -> 2.7345 + 2e-11 * t + noise(1e-12));
        column("fock.number.u", "1", "particles u", t -> 20 + noise(2e-11));
        column("fock.number.v", "1", "particles v", t -> 20 + noise(2e-11));
        column("gamma.trace-distance", "1", "Tr|γ − P|, projected Hartree", distance);
        column("gamma.trace-distance.error", "1", "upper estimate of its error", t -> 2e-12 + 1.3e-7 * t);
        column(
                "gamma.trace-distance.grid",
                "1",
                "Tr|γ − P|, Hartree on the grid",
                t -> 0.006 + distance.applyAsDouble(t));
        column("gamma.fidelity", "1", "⟨u⊗v|γ|u⊗v⟩", t -> 1 - 0.45 * distance.applyAsDouble(t));
        column("gamma.purity", "1", "Tr γ²", t -> 1 - 0.8 * distance.applyAsDouble(t));
        column("gamma.occupation.1", "1", "largest eigenvalue of γ", t -> 1 - 0.4 * distance.applyAsDouble(t));
        column("gamma.occupation.2", "1", "second eigenvalue", t -> 0.25 * distance.applyAsDouble(t));
        column("gamma.occupation.3", "1", "third eigenvalue", t -> 0.11 * distance.applyAsDouble(t));
        column("fluctuation.number.u", "1", "⟨𝒩⊗I⟩", t -> 0.3 * t * t);
        column("fluctuation.number.v", "1", "⟨I⊗𝒩⟩", t -> 0.22 * t * t);
        column("fluctuation.number.uv", "1", "⟨𝒩⊗𝒩⟩", t -> 0.1 * t * t * t);
        for (int j = 1; j <= 15; j++) {
            double size = Math.pow(3, -j);
            column("fluctuation.remainder." + j, "1", "trace norm of r" + j, t -> size * t * t / 20);
        }
        column("bogoliubov.coefficient", "1", "lim (N₁+N₂) Tr|γ − P|", t -> 1.55 * t * t / (1 + 0.3 * t));
        for (int j = 1; j <= 9; j++) {
            double size = Math.pow(2, -j);
            column("fluctuation.bound." + j, "1", "p" + j, t -> size * t);
        }
        for (int k = 1; k <= 3; k++) {
            double size = Math.pow(10, 1 - k);
            column("gamma.one-body.u." + k, "1", "natural occupation", t -> size);
            column("gamma.one-body.v." + k, "1", "natural occupation", t -> 0.9 * size);
        }
        column("truncated.distance", "1", "‖ω − ω^c‖", t -> 0.01 * t);
        column("bogoliubov.number.u", "1", "⟨𝒩⊗I⟩", t -> 0.31 * t * t);
        column("bogoliubov.number.v", "1", "⟨I⊗𝒩⟩", t -> 0.23 * t * t);
        column("bogoliubov.number.uv", "1", "⟨𝒩⊗𝒩⟩", t -> 0.11 * t * t * t);
        column("acme.visibility", "1", "contrast of the fringes", t -> 0.9 * Math.exp(-t));
    }

    private double noise(double size) {
        return size * random.nextGaussian();
    }

    private void column(String name, String unit, String meaning, DoubleUnaryOperator value) {
        columns.add(map("name", name, "unit", unit, "meaning", meaning));
        table.add(IntStream.rangeClosed(0, outputs)
                .mapToDouble(k -> value.applyAsDouble(outputs == 0 ? 0 : end * k / outputs))
                .toArray());
    }

    private Map<String, Object> data(String status, boolean applies) {
        List<double[]> rows = IntStream.rangeClosed(0, outputs)
                .mapToObj(
                        row -> table.stream().mapToDouble(column -> column[row]).toArray())
                .toList();
        return map(
                "name",
                "coulomb-mixture-" + dimension + "d",
                "status",
                status,
                "theoremApplies",
                applies,
                "formBounds",
                map(
                        "uu", bound("proven", 16.0, 16.0, "Hardy's inequality; K = 4 strength²"),
                        "vv", bound("computed", 2.1134, 2.1287, "on a grid"),
                        "uv", bound("computed", 0.8844633633300166, 0.8844633814849454, "radial equation in ln r")),
                "columns",
                columns,
                "rows",
                rows,
                "densities",
                densities(),
                "configuration",
                configuration(),
                "summary",
                map(
                        "drifts",
                        map("hartree.energy", 1.1e-10),
                        "theorem-applies",
                        applies,
                        "warnings",
                        applies ? List.of() : List.of("assumptions: relaxed, so Theorem 2.3 does not apply")),
                "manifest",
                manifest());
    }

    private Map<String, Object> densities() {
        int points = dimension == 1 ? 256 : 48;
        double length = 16;
        double[] coordinates = IntStream.range(0, points)
                .mapToDouble(i -> (i - points / 2) * length / points)
                .toArray();
        List<Object> snapshots = new ArrayList<>();
        for (int k = 0; k <= 5; k++) {
            double t = end * k / 5;
            snapshots.add(map(
                    "time", t,
                    "u", density(coordinates, 0.9 * Math.cos(2 * t), 0.4 * t, 1 + 0.2 * t),
                    "v", density(coordinates, -0.8 * Math.cos(1.6 * t), -0.7 * t, 0.8 + 0.5 * t)));
        }
        List<Object> axes = new ArrayList<>();
        axes.add(map("name", "x", "coordinates", coordinates));
        if (dimension > 1) {
            axes.add(map("name", "y", "coordinates", coordinates));
        }
        List<Object> views = new ArrayList<>();
        views.add(map(
                "kind",
                "mean",
                "title",
                "mean field",
                "quantity",
                dimension == 3 ? "∫ρ dz" : "ρ",
                "unit",
                dimension == 1 ? "1/length" : "1/length^2",
                "axes",
                axes,
                "snapshots",
                snapshots));
        if (dimension == 3) {
            views.add(map(
                    "kind", "mean",
                    "title", "mean field",
                    "quantity", "ρ at z = 0",
                    "unit", "1/length^3",
                    "axes", axes,
                    "snapshots", snapshots));
        }
        return map("dimension", dimension, "views", views);
    }

    /** A gaussian with fringes, not normalised. */
    private double[] density(double[] coordinates, double x0, double y0, double width) {
        DoubleUnaryOperator alongX = x ->
                Math.exp(-(x - x0) * (x - x0) / (width * width)) * (1 + 0.35 * Math.cos(3 * (x - x0))) / (width * 1.9);
        DoubleUnaryOperator alongY = y -> Math.exp(-(y - y0) * (y - y0) / (width * width)) / (width * 1.8);
        if (dimension == 1) {
            return IntStream.range(0, coordinates.length)
                    .mapToDouble(i -> alongX.applyAsDouble(coordinates[i]))
                    .toArray();
        }
        int points = coordinates.length;
        return IntStream.range(0, points * points)
                .mapToDouble(i ->
                        alongX.applyAsDouble(coordinates[i / points]) * alongY.applyAsDouble(coordinates[i % points]))
                .toArray();
    }

    private Map<String, Object> configuration() {
        int points = dimension == 1 ? 256 : 48;
        List<Integer> grid = IntStream.range(0, dimension).mapToObj(i -> points).toList();
        List<Double> box = IntStream.range(0, dimension).mapToObj(i -> 16.0).toList();
        return map(
                "mixfield", 1,
                "name", "coulomb-mixture",
                "grid", map("points", grid, "length", box),
                "boundary", "free",
                "assumptions", "strict",
                "species",
                        map(
                                "u",
                                        map(
                                                "particles",
                                                20,
                                                "mass",
                                                0.5,
                                                "trap",
                                                map("type", "harmonic", "stiffness", List.of(1, 1, 1)),
                                                "initial",
                                                map("type", "gaussian", "center", List.of(0.5, 0, 0), "width", 1.0)),
                                "v", map("particles", 20, "mass", 0.5, "initial", map("type", "ground-state"))),
                "interactions",
                        map(
                                "uu", map("type", "coulomb", "strength", 1.0),
                                "vv", map("type", "yukawa", "strength", 1.0, "screening", 0.5),
                                "uv", map("type", "gaussian", "strength", -1.5, "range", 0.7)),
                "weights", map("c1", 0.5, "c2", 0.5),
                "time", map("end", end, "outputs", outputs),
                "solvers",
                        map(
                                "hartree", map("type", "spectral", "method", "adaptive", "tolerance", 1e-8),
                                "fock", map("type", "truncated", "state", "coherent", "frames", List.of("comoving"))));
    }

    private static Map<String, Object> manifest() {
        return map(
                "mixfield",
                "0.1.0-SNAPSHOT",
                "jvm",
                map("version", "17.0.12", "vendor", "Eclipse Adoptium", "heap", "3 GiB"),
                "cores",
                2,
                "transform",
                "jtransforms",
                "plugins",
                List.of(
                        map(
                                "name",
                                "acme/screened",
                                "kind",
                                "potential",
                                "jar",
                                "acme-potentials-1.2.jar",
                                "sha256",
                                "5c1f0b1e7a9d8c3b2a4f6e5d7c8b9a0f1e2d3c4b5a69788796a5b4c3d2e1f00d"),
                        map(
                                "name",
                                "coulomb",
                                "kind",
                                "potential",
                                "jar",
                                "mixfield-potentials-0.1.0-SNAPSHOT.jar",
                                "sha256",
                                "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff")));
    }

    private static Map<String, Object> bound(String verdict, double lower, double upper, String source) {
        return map("verdict", verdict, "K", map("lower", lower, "upper", upper), "source", source, "witness", null);
    }

    /** Keys and values alternating; keeps their order and allows null values, unlike Map.of. */
    static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
