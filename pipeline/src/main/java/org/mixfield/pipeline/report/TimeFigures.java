package org.mixfield.pipeline.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mixfield.core.run.Column;
import org.mixfield.pipeline.figure.Axis;
import org.mixfield.pipeline.figure.Curve;
import org.mixfield.pipeline.figure.Figure;
import org.mixfield.pipeline.figure.Scale;
import org.mixfield.pipeline.figure.Stroke;

/** The figures of one run: everything that is a column of its rows, against time. */
final class TimeFigures {

    private static final double ROUNDING = 1.1e-16;
    private static final String ERROR = ".error";
    private static final List<String> SPECIES = List.of("u", "v");
    private static final Scale[] ONE = {Scale.LINEAR};
    private static final Scale[] LINEAR = {Scale.LINEAR, Scale.LOGARITHMIC};
    private static final Scale[] LOGARITHMIC = {Scale.LOGARITHMIC, Scale.LINEAR};
    private static final Scale[] BELOW_ONE = {Scale.VALUE, Scale.BELOW_ONE};

    private final Rows rows;
    private final ShownUnits units;
    private final double particles;
    private final boolean energyIsConserved;
    private final Optional<Growth> proven;
    private final Set<String> drawn = new LinkedHashSet<>(Set.of("time"));
    private final List<Figure> figures = new ArrayList<>();

    private TimeFigures(
            Rows rows, ShownUnits units, double particles, boolean energyIsConserved, Optional<Growth> proven) {
        this.rows = rows;
        this.units = units;
        this.particles = particles;
        this.energyIsConserved = energyIsConserved;
        this.proven = proven;
    }

    /**
     * All that there is something for.
     *
     * @param particles N₁ + N₂; NaN where it is not known
     * @param energyIsConserved whether a drift of the energy is an error
     * @param proven constants of Proposition 3.2 that a verification found
     */
    static List<Figure> of(
            Rows rows, ShownUnits units, double particles, boolean energyIsConserved, Optional<Growth> proven) {
        if (rows.isEmpty()) {
            return List.of();
        }
        TimeFigures all = new TimeFigures(rows, units, particles, energyIsConserved, proven);
        all.distances();
        all.energies();
        all.moments();
        all.spectrum();
        all.fluctuations();
        all.budget();
        all.others();
        return all.figures;
    }

    private void distances() {
        figure("trace-distance", "distance", "Trace distances", "trace norm, 0 to 2")
                .curves(
                        curve("gamma.trace-distance", "γ against projected Hartree", 0, Stroke.SOLID),
                        curve("gamma.trace-distance.grid", "γ against Hartree on the grid", 1, Stroke.DASHED),
                        curve("modes.truncation-error", "mode truncation", 2, Stroke.DOTTED),
                        curve("laboratory.gamma.trace-distance", "laboratory frame", 3, Stroke.DASH_DOT),
                        curve("direct.trace-distance", "fluctuation frame", 4, Stroke.DASHED),
                        limit())
                .with(f -> f.scales(LINEAR)
                        .size(Figure.Size.WHOLE)
                        .fromZero()
                        .note(
                                "Shaded: error estimates. By the triangle inequality the distance to the grid is at most the"
                                        + " distance to projected Hartree plus the mode truncation."));
    }

    private Optional<Curve> limit() {
        return Double.isFinite(particles)
                ? made("bogoliubov.coefficient", "large-N limit", 7, value -> value / particles)
                        .map(curve -> curve.with(Stroke.DOTTED).withHint("bogoliubov.coefficient / (N₁ + N₂)"))
                : Optional.empty();
    }

    private void energies() {
        Map<String, String> sources = new java.util.LinkedHashMap<>();
        sources.put("hartree", "Hartree on the grid");
        sources.put("projected", "Hartree in the modes");
        sources.put("fock", "many-body");
        Part energy = figure("energy", "energies", "Energy per particle", "E");
        Part drift = figure("energy-drift", "energies", "Relative energy drift", "|E(t) − E(0)| / |E(0)|");
        int number = 0;
        for (Map.Entry<String, String> source : sources.entrySet()) {
            String column = source.getKey() + ".energy";
            int colour = new int[] {0, 2, 1}[number];
            Stroke stroke = List.of(Stroke.SOLID, Stroke.DASHED, Stroke.DOTTED).get(number++);
            energy.curves(curve(column, source.getValue(), colour, stroke));
            drift.curves(energyIsConserved ? drift(column, source.getValue(), colour, stroke, true) : Optional.empty());
        }
        energy.with(f -> f.digits(6));
        drift.with(f -> f.scales(LOGARITHMIC));
        figure("energy-terms", "energies", "Terms of the Hartree energy", "energy, without weights c")
                .curves(
                        curve("hartree.energy.kinetic.u", "kinetic u", 0, Stroke.SOLID),
                        curve("hartree.energy.kinetic.v", "kinetic v", 1, Stroke.SOLID),
                        curve("hartree.energy.trap.u", "trap u", 0, Stroke.DASHED),
                        curve("hartree.energy.trap.v", "trap v", 1, Stroke.DASHED),
                        curve("hartree.energy.uu", "½⟨V₁₁⟩", 0, Stroke.DOTTED),
                        curve("hartree.energy.vv", "½⟨V₂₂⟩", 1, Stroke.DOTTED),
                        curve("hartree.energy.uv", "⟨V₁₂⟩", 3, Stroke.SOLID))
                .with(f -> f.scales(ONE));
        figure("norm-drift", "energies", "Norm and number drift", "|n(t) − n(0)|")
                .curves(
                        drift("hartree.norm.u", "Hartree ‖u‖", 0, Stroke.SOLID, false),
                        drift("hartree.norm.v", "Hartree ‖v‖", 1, Stroke.SOLID, false),
                        drift("fock.norm", "many-body ‖ψ‖", 2, Stroke.DASHED, false),
                        drift("fock.number.u", "⟨Nᵤ⟩, relative", 0, Stroke.DOTTED, true),
                        drift("fock.number.v", "⟨Nᵥ⟩, relative", 1, Stroke.DOTTED, true))
                .with(f -> f.scales(LOGARITHMIC).note("A drift below rounding is drawn at 1.1e−16."));
    }

    private void moments() {
        pair("overlap", "moments", "Overlap with the start", "overlap", "hartree.overlap.", "")
                .with(f -> f.atMost(1).scales(BELOW_ONE).digits(5));
        Map<String, String> kinds = new java.util.LinkedHashMap<>();
        kinds.put("mean", "Position");
        kinds.put("square", "Square");
        kinds.put("momentum", "Momentum");
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            String before = "hartree." + kind.getKey() + ".";
            List<String> axes = Stream.of("x", "y", "z")
                    .filter(axis -> SPECIES.stream()
                            .anyMatch(s -> rows.find(before + s + "." + axis).isPresent()))
                    .toList();
            double[] alike = axes.stream()
                    .flatMap(axis -> SPECIES.stream().map(s -> shown(before + s + "." + axis)))
                    .flatMap(Optional::stream)
                    .flatMapToDouble(Arrays::stream)
                    .filter(Double::isFinite)
                    .toArray();
            for (String axis : axes) {
                String quantity = switch (kind.getKey()) {
                    case "mean" -> "⟨" + axis + "⟩";
                    case "square" -> "⟨" + axis + "²⟩";
                    default -> "⟨p⟩" + (axes.size() > 1 ? " along " + axis : "");
                };
                pair(
                                kind.getKey() + "-" + axis,
                                "moments",
                                kind.getValue() + (axes.size() > 1 ? ", " + axis : ""),
                                quantity,
                                before,
                                "." + axis)
                        .with(f -> f.scales(ONE)
                                .size(axes.size() == 2 ? Figure.Size.HALF : Figure.Size.THIRD)
                                .alike(alike, 1e-9));
            }
        }
    }

    private void spectrum() {
        Stroke[] strokes = {Stroke.SOLID, Stroke.DASHED, Stroke.DOTTED};
        Part occupations = figure("occupations", "spectrum", "Largest eigenvalues of γ", "occupation");
        Part natural = figure("one-body-occupations", "spectrum", "Natural occupations of each species", "occupation");
        for (int k = 1; k <= 3; k++) {
            occupations.curves(curve("gamma.occupation." + k, "λ" + subscript(k), k - 1, strokes[k - 1]));
            natural.curves(
                    curve("gamma.one-body.u." + k, "u: p" + subscript(k), 0, strokes[k - 1]),
                    curve("gamma.one-body.v." + k, "v: p" + subscript(k), 1, strokes[k - 1]));
        }
        occupations.with(f -> f.scales(LOGARITHMIC));
        natural.with(f -> f.scales(LOGARITHMIC));
        figure("fidelity", "spectrum", "Fidelity", "⟨u⊗v|γ|u⊗v⟩")
                .curves(curve("gamma.fidelity", "fidelity", 0, Stroke.SOLID))
                .with(f -> f.atMost(1).scales(BELOW_ONE).digits(6).size(Figure.Size.THIRD));
        figure("purity", "spectrum", "Purity", "Tr γ²")
                .curves(curve("gamma.purity", "purity", 2, Stroke.SOLID))
                .with(f -> f.atMost(1).scales(BELOW_ONE).digits(6).size(Figure.Size.THIRD));
        figure("mutual-information", "spectrum", "Mutual information of the species", "I, natural logarithm")
                .curves(curve("gamma.mutual-information", "mutual information", 3, Stroke.SOLID))
                .with(f -> f.scales(LOGARITHMIC).size(Figure.Size.THIRD));
    }

    private void fluctuations() {
        numbers();
        sum();
        figure("fluctuation-squares", "fluctuations", "Squares", "number squared")
                .curves(
                        curve("fluctuation.number-squared.u", "⟨𝒩²⊗I⟩", 0, Stroke.SOLID),
                        curve("fluctuation.number-squared.v", "⟨I⊗𝒩²⟩", 1, Stroke.DASHED))
                .with(f -> f.scales(LOGARITHMIC));
        figure("truncated-distance", "truncated", "Distance of the truncated dynamics", "‖ω − ωᶜ‖")
                .curves(curve("truncated.distance", "‖U − Uᶜ‖ on the start", 0, Stroke.SOLID))
                .with(f -> f.scales(LOGARITHMIC));
        numbered("remainders", "Remainders against time", "trace norm of rⱼ", "fluctuation.remainder.", "r", 15);
        numbered("bounds", "Bounds against time", "pⱼ", "fluctuation.bound.", "p", 9);
    }

    private void numbers() {
        Part growth = figure(
                "fluctuation-growth", "fluctuations", "Growth of fluctuations", "expected number of excitations");
        Map<String, String> pairs = new java.util.LinkedHashMap<>();
        pairs.put("u", "⟨𝒩⊗I⟩");
        pairs.put("v", "⟨I⊗𝒩⟩");
        pairs.put("uv", "⟨𝒩⊗𝒩⟩");
        int colour = 0;
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            int ink = List.of(0, 1, 3).get(colour++);
            String key = ".number." + pair.getKey();
            growth.curves(
                    curve("fluctuation" + key, pair.getValue(), ink, Stroke.SOLID),
                    curve("direct" + key, pair.getValue() + ", L(t) integrated", ink, Stroke.DASH_DOT),
                    curve("truncated" + key, pair.getValue() + ", truncated", ink, Stroke.DASHED),
                    curve("bogoliubov" + key, pair.getValue() + ", Bogoliubov", ink, Stroke.DOTTED));
        }
        growth.with(f -> f.scales(LOGARITHMIC)
                .size(Figure.Size.WHOLE)
                .note("In the state of the fluctuations around the mean field, whatever frame they are computed in;"
                        + " Bogoliubov's numbers are their limit as N → ∞."));
    }

    /** ⟨𝒩⊗I + I⊗𝒩⟩ and what Gronwall's lemma allows it. */
    private void sum() {
        Optional<double[]> u = rows.find("fluctuation.number.u");
        Optional<double[]> v = rows.find("fluctuation.number.v");
        if (u.isEmpty() || v.isEmpty()) {
            return;
        }
        double[] times = rows.get("time");
        double[] sum = Growth.sum(u.get(), v.get());
        Growth bound = proven.orElseGet(() -> Growth.least(times, sum));
        Part part = figure("gronwall", "fluctuations", "Excitations of both species and their bound", "number")
                .curves(
                        Optional.of(Curve.of("⟨𝒩⊗I + I⊗𝒩⟩", 2, sum)),
                        Optional.of(Curve.of(bound.words(1 / units.of("time").factor()), 6, bound.at(times))
                                .with(Stroke.DASHED)
                                .asLine()));
        rows.find("bogoliubov.number.u")
                .ifPresent(one -> rows.find("bogoliubov.number.v")
                        .ifPresent(other ->
                                part.curves(Optional.of(Curve.of("the same, Bogoliubov", 2, Growth.sum(one, other))
                                        .with(Stroke.DOTTED)))));
        part.with(f -> f.scales(LOGARITHMIC).note(bound.explanation()));
    }

    private void budget() {
        if (rows.find("gamma.trace-distance").isEmpty()) {
            return;
        }
        figure("error-budget", "budget", "What the distance is made of, and its errors", "trace norm")
                .curves(
                        plain("gamma.trace-distance", "mean-field error: γ against projected Hartree", 0, Stroke.SOLID),
                        plain("modes.truncation-error", "mode truncation: projected against grid", 2, Stroke.DASHED),
                        plain("gamma.trace-distance.error", "numerical error of the first", 3, Stroke.DOTTED),
                        plain("gamma.trace-distance.grid.error", "numerical error against the grid", 4, Stroke.DOTTED))
                .with(f -> f.scales(LOGARITHMIC).size(Figure.Size.WHOLE));
    }

    /** Whatever else a run recorded: third parties' observables, the laboratory frame's columns. */
    private void others() {
        Map<String, List<Column>> groups = new TreeMap<>();
        for (Column column : rows.columns()) {
            String name = column.name();
            if (!drawn.contains(name)
                    && !name.endsWith(ERROR)
                    && rows.find(name).isPresent()) {
                groups.computeIfAbsent(prefix(name) + "|" + column.unit(), key -> new ArrayList<>())
                        .add(column);
            }
        }
        groups.forEach((key, columns) -> {
            String prefix = key.substring(0, key.indexOf('|'));
            Part part = figure(unused("other-" + prefix.replaceAll("[^A-Za-z0-9_]+", "-")), "others", prefix, "value");
            for (int k = 0; k < Math.min(16, columns.size()); k++) {
                String name = columns.get(k).name();
                String label = name.equals(prefix) ? name : name.substring(prefix.length() + 1);
                part.curves(curve(name, label, k % 8, k > 7 ? Stroke.DASHED : Stroke.SOLID));
            }
            part.with(f -> f.scales(LINEAR).size(Figure.Size.THIRD));
        });
    }

    /** The name, or one with a number behind it where columns of another unit have it. */
    private String unused(String name) {
        String free = name;
        for (int number = 2; isTaken(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    private boolean isTaken(String name) {
        return figures.stream().anyMatch(figure -> figure.name().equals(name));
    }

    private static String prefix(String name) {
        int end = name.lastIndexOf('.');
        return end < 0 ? name : name.substring(0, end);
    }

    // ---- curves

    private Optional<double[]> shown(String name) {
        double factor = units.of(rows.column(name).map(Column::unit).orElse("")).factor();
        return rows.find(name)
                .map(values ->
                        DoubleStream.of(values).map(value -> value * factor).toArray());
    }

    /** A column as it is, with its error. */
    private Optional<Curve> curve(String name, String label, int colour, Stroke stroke) {
        return plain(name, label, colour, stroke)
                .map(curve -> curve.withErrors(shown(name + ERROR).orElse(null)));
    }

    private Optional<Curve> plain(String name, String label, int colour, Stroke stroke) {
        Optional<double[]> values = shown(name);
        drawn.add(name);
        String meaning = rows.column(name).map(Column::meaning).orElse("");
        return values.map(all -> new Curve(
                label,
                colour,
                stroke,
                all,
                null,
                Optional.of(name),
                meaning.isEmpty() ? name : name + ": " + meaning,
                false));
    }

    private Optional<Curve> made(String name, String label, int colour, DoubleUnaryOperator of) {
        Optional<double[]> values = shown(name);
        drawn.add(name);
        return values.map(
                all -> Curve.of(label, colour, DoubleStream.of(all).map(of).toArray()));
    }

    private Optional<Curve> drift(String name, String label, int colour, Stroke stroke, boolean relative) {
        Optional<double[]> values = rows.find(name);
        drawn.add(name);
        if (values.isEmpty() || rows.values().size() < 2) {
            return Optional.empty();
        }
        double start = DoubleStream.of(values.get())
                .filter(Double::isFinite)
                .findFirst()
                .orElseThrow();
        double scale = relative && start != 0 ? Math.abs(start) : 1;
        double[] drifts = DoubleStream.of(values.get())
                .map(value -> Math.max(Math.abs(value - start) / scale, ROUNDING))
                .toArray();
        drifts[0] = Double.NaN;
        return Optional.of(Curve.of(label, colour, drifts).with(stroke).withHint("drift of " + name));
    }

    private Part pair(String name, String chapter, String title, String quantity, String before, String after) {
        return figure(name, chapter, title, quantity)
                .curves(
                        curve(before + "u" + after, "u", 0, Stroke.SOLID),
                        curve(before + "v" + after, "v", 1, Stroke.DASHED));
    }

    private void numbered(String name, String title, String quantity, String prefix, String letter, int count) {
        Part part = figure(name, "remainders", title, quantity);
        IntStream.rangeClosed(1, count)
                .forEach(j -> part.curves(
                        curve(prefix + j, letter + subscript(j), (j - 1) % 8, j > 8 ? Stroke.DASHED : Stroke.SOLID)));
        part.with(f -> f.scales(LOGARITHMIC));
    }

    static String subscript(int number) {
        StringBuilder lowered = new StringBuilder();
        Integer.toString(number).chars().forEach(c -> lowered.append("₀₁₂₃₄₅₆₇₈₉".charAt(c - '0')));
        return lowered.toString();
    }

    private Part figure(String name, String chapter, String title, String quantity) {
        return new Part(name, chapter, title, quantity);
    }

    /** A figure over the time of the rows, added when it has a curve. */
    private final class Part {

        private final Figure.Builder figure;
        private final String quantity;
        private String unit = "";

        Part(String name, String chapter, String title, String quantity) {
            this.figure = Figure.named(name, chapter, title);
            this.quantity = quantity;
        }

        @SafeVarargs
        final Part curves(Optional<Curve>... curves) {
            for (Optional<Curve> curve : curves) {
                figure.curve(curve);
                if (unit.isEmpty()) {
                    unit = curve.flatMap(Curve::column)
                            .flatMap(rows::column)
                            .map(column -> units.of(column.unit()).text())
                            .orElse("");
                }
            }
            return this;
        }

        void with(java.util.function.Consumer<Figure.Builder> options) {
            Column time = rows.column("time").orElse(new Column("time", "time", ""));
            double[] points = shown("time")
                    .orElseGet(() -> IntStream.range(0, rows.values().size())
                            .asDoubleStream()
                            .toArray());
            figure.over(Axis.of("time t", units.of(time.unit()).text()), points).quantity(quantity, unit);
            options.accept(figure);
            figure.build().ifPresent(figures::add);
        }
    }
}
