package org.mixfield.pipeline.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.Column;
import org.mixfield.pipeline.figure.Axis;
import org.mixfield.pipeline.figure.Curve;
import org.mixfield.pipeline.figure.Figure;
import org.mixfield.pipeline.figure.Scale;
import org.mixfield.pipeline.figure.Stroke;
import org.mixfield.pipeline.output.FormBoundView;
import org.mixfield.pipeline.study.Interval;
import org.mixfield.pipeline.study.PowerLaw;

/** Figures over particle numbers and over cutoffs: of a study, and of the tables of a verification. */
final class ScalingFigures {

    private static final String DISTANCE = "gamma.trace-distance";
    private static final Scale[] LOGARITHMIC = {Scale.LOGARITHMIC, Scale.LINEAR};

    /** More curves are not told apart. */
    private static final int MOST_MEMBERS = 8;

    private final ShownUnits units;
    private final List<Figure> figures = new ArrayList<>();

    private ScalingFigures(ShownUnits units) {
        this.units = units;
    }

    /**
     * Those of a study.
     *
     * @param rows of {@code study.csv}
     * @param found what {@code summary.json} has under {@code study}
     */
    static List<Figure> ofStudy(Rows rows, Map<?, ?> found, ShownUnits units) {
        ScalingFigures all = new ScalingFigures(units);
        double[] times = rows.distinct("time");
        if (times.length > 0) {
            all.distance(
                    rows.where("time", times[times.length - 1]),
                    found.get("exponent") instanceof Map<?, ?> exponent ? exponent : Map.of());
            all.members("distance-in-time", "scaling", "Trace distance against time", "Tr|γ − P|", rows, DISTANCE);
            all.growth(rows, Optional.empty());
        }
        all.budget(Rows.maps(found.get("budget")));
        return all.figures;
    }

    /** Those of the tables of a verification. */
    static List<Figure> ofVerification(Map<?, ?> verification, boolean ofStudyToo, ShownUnits units) {
        ScalingFigures all = new ScalingFigures(units);
        for (Map<?, ?> table : Rows.maps(verification.get("tables"))) {
            Rows rows = Rows.of(table);
            switch (Rows.text(table, "name")) {
                case "particle-numbers" -> {
                    if (!ofStudyToo) {
                        all.distance(rows, null);
                    }
                }
                case "growth" -> {
                    if (!ofStudyToo) {
                        all.growth(rows, Growth.found(verification));
                    }
                }
                case "truncated-dynamics" -> all.cutoffs(rows);
                default -> {}
            }
        }
        return all.figures;
    }

    // ---- against N

    /** @param found the exponent of a study; null where there is none */
    private void distance(Rows given, @Nullable Map<?, ?> found) {
        Rows rows = ascending(given);
        double[] numbers = Growth.sum(rows.get("N1"), rows.get("N2"));
        Optional<double[]> distances = rows.find(DISTANCE);
        if (distances.isEmpty() || numbers.length == 0) {
            return;
        }
        double[] measured = distances.get();
        Figure.Builder figure = Figure.named("distance-scaling", "scaling", "Distance against particle number")
                .over(Axis.logarithmic("N₁ + N₂"), numbers)
                .quantity("Tr|γ − P|", "")
                .curve(Curve.of("measured", 0, measured)
                        .withErrors(rows.find(DISTANCE + ".error").orElse(null)));
        int[] positive = IntStream.range(0, numbers.length)
                .filter(i -> measured[i] > 0 && Double.isFinite(measured[i]))
                .toArray();
        if (positive.length > 0) {
            int fewest = positive[0];
            int most = positive[positive.length - 1];
            Interval slope = found == null ? slope(rows, positive) : slope(found);
            if (Double.isFinite(slope.value())) {
                figure.curve(Curve.of(words(slope), 1, line(numbers, measured, most, slope.value()))
                        .with(Stroke.DASHED)
                        .asLine());
            }
            figure.curve(Curve.of("slope −1", 6, line(numbers, measured, fewest, -1))
                    .with(Stroke.DOTTED)
                    .asLine());
            figure.curve(Curve.of("slope −½", 4, line(numbers, measured, fewest, -0.5))
                    .with(Stroke.DOTTED)
                    .asLine());
        }
        rows.find("bogoliubov.coefficient")
                .ifPresent(limit -> figure.curve(Curve.of(
                                "Bogoliubov, c/(N₁+N₂)",
                                7,
                                IntStream.range(0, numbers.length)
                                        .mapToDouble(i -> limit[i] / numbers[i])
                                        .toArray())
                        .with(Stroke.DASH_DOT)
                        .asLine()));
        figure.scales(Scale.LOGARITHMIC)
                .size(Figure.Size.WHOLE)
                .note("At the last time"
                        + rows.find("time")
                                .map(times -> ", " + units.time(times[0]))
                                .orElse("")
                        + ". Bars are error estimates. The fitted slope is that of the limit of many particles, and its"
                        + " line passes through the point of most; those of slope −1 and −½ pass through the point of"
                        + " fewest.");
        figure.build().ifPresent(figures::add);
    }

    /** Of a slope on logarithmic axes, through one of the points. */
    private static double[] line(double[] x, double[] y, int point, double slope) {
        return DoubleStream.of(x)
                .map(each -> y[point] * Math.pow(each / x[point], slope))
                .toArray();
    }

    /** Minus the exponent that a study found. */
    private static Interval slope(Map<?, ?> exponent) {
        return new Interval(-of(exponent, "value"), -of(exponent, "upper"), -of(exponent, "lower"));
    }

    /** What a study of these rows would find. */
    private static Interval slope(Rows rows, int[] usable) {
        if (usable.length < 2) {
            return Interval.UNKNOWN;
        }
        double[] numbers = Growth.sum(rows.get("N1"), rows.get("N2"));
        double[] errors = rows.find(DISTANCE + ".error")
                .orElse(new double[numbers.length])
                .clone();
        Arrays.setAll(errors, i -> Double.isFinite(errors[i]) ? errors[i] : 0);
        Interval exponent = PowerLaw.of(
                        taken(numbers, usable), taken(rows.get(DISTANCE), usable), taken(errors, usable))
                .exponent();
        return new Interval(-exponent.value(), -exponent.upper(), -exponent.lower());
    }

    private static double[] taken(double[] values, int[] which) {
        return IntStream.of(which).mapToDouble(i -> values[i]).toArray();
    }

    private static String words(Interval slope) {
        if (!Double.isFinite(slope.lower()) || !Double.isFinite(slope.upper())) {
            return "fit, slope " + number(slope.value());
        }
        int digits = digitsBetween(slope.lower(), slope.upper());
        return "fit, slope " + number(slope.value(), digits) + " (" + number(slope.lower(), digits) + " to "
                + number(slope.upper(), digits) + ")";
    }

    private static Rows ascending(Rows rows) {
        double[] numbers = Growth.sum(rows.get("N1"), rows.get("N2"));
        return new Rows(
                rows.columns(),
                IntStream.range(0, numbers.length)
                        .boxed()
                        .filter(i -> Double.isFinite(numbers[i]))
                        .sorted(java.util.Comparator.comparingDouble(i -> numbers[i]))
                        .map(rows.values()::get)
                        .toList());
    }

    // ---- against time, a curve for each pair of particle numbers

    private void growth(Rows rows, Optional<Growth> bound) {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("u", "⟨𝒩⊗I⟩");
        kinds.put("v", "⟨I⊗𝒩⟩");
        kinds.put("uv", "⟨𝒩⊗𝒩⟩");
        kinds.forEach((key, quantity) -> members(
                "growth-" + key,
                "fluctuations",
                quantity + " at each particle number",
                quantity,
                rows,
                "fluctuation.number." + key));
        bound.ifPresent(known -> sumOfMembers(rows, known));
    }

    private void sumOfMembers(Rows rows, Growth bound) {
        double[] times = rows.distinct("time");
        List<Member> members = membersOf(rows);
        if (times.length == 0 || members.isEmpty()) {
            return;
        }
        Figure.Builder figure = overTime("growth-bound", "fluctuations", "Both species and Proposition 3.2", times)
                .quantity("⟨𝒩⊗I + I⊗𝒩⟩", "");
        for (int k = 0; k < members.size(); k++) {
            Member member = members.get(k);
            figure.curve(Curve.of(
                    member.label(),
                    k,
                    member.at(
                            times,
                            Growth.sum(
                                    member.rows().get("fluctuation.number.u"),
                                    member.rows().get("fluctuation.number.v")))));
        }
        figure.curve(Curve.of(bound.words(1 / units.of("time").factor()), 6, bound.at(times))
                .with(Stroke.DASHED)
                .asLine());
        figure.scales(LOGARITHMIC).note(bound.explanation()).build().ifPresent(figures::add);
    }

    private void members(String name, String chapter, String title, String quantity, Rows rows, String column) {
        double[] times = rows.distinct("time");
        Figure.Builder figure = overTime(name, chapter, title, times).quantity(quantity, "");
        List<Member> members = membersOf(rows);
        for (int k = 0; k < members.size(); k++) {
            Member member = members.get(k);
            if (member.rows().find(column).isPresent()) {
                figure.curve(Curve.of(
                                member.label(),
                                k,
                                member.at(times, member.rows().get(column)))
                        .withErrors(member.rows()
                                .find(column + ".error")
                                .map(errors -> member.at(times, errors))
                                .orElse(null)));
            }
        }
        figure.scales(LOGARITHMIC).build().ifPresent(figures::add);
    }

    private Figure.Builder overTime(String name, String chapter, String title, double[] times) {
        ShownUnits.Shown shown = units.of("time");
        return Figure.named(name, chapter, title)
                .over(
                        Axis.of("time t", shown.text()),
                        DoubleStream.of(times).map(t -> t * shown.factor()).toArray());
    }

    /** The rows of one pair of particle numbers. */
    private record Member(String label, Rows rows) {

        /** A column's values at given times, NaN where it has no row. */
        double[] at(double[] times, double[] values) {
            double[] own = rows.get("time");
            return Arrays.stream(times)
                    .map(time -> IntStream.range(0, own.length)
                            .filter(i -> own[i] == time)
                            .mapToDouble(i -> values[i])
                            .findFirst()
                            .orElse(Double.NaN))
                    .toArray();
        }
    }

    private static List<Member> membersOf(Rows rows) {
        double[] first = rows.get("N1");
        double[] second = rows.get("N2");
        Map<String, List<double[]>> groups = IntStream.range(0, first.length)
                .filter(i -> Double.isFinite(first[i] + second[i]))
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(i -> first[i] + second[i]))
                .collect(Collectors.groupingBy(
                        i -> String.format(Locale.ROOT, "%.0f + %.0f", first[i], second[i]),
                        LinkedHashMap::new,
                        Collectors.mapping(rows.values()::get, Collectors.toList())));
        List<Member> all = groups.entrySet().stream()
                .map(group -> new Member("N = " + group.getKey(), new Rows(rows.columns(), group.getValue())))
                .toList();
        // Of more, the ones with most particles.
        return all.subList(Math.max(0, all.size() - MOST_MEMBERS), all.size());
    }

    // ---- cutoffs and errors

    /** Each further column against the cutoff; against the sum where the two species have different ones. */
    private void cutoffs(Rows rows) {
        double[] first = rows.get("M1");
        double[] second = rows.get("M2");
        if (first.length == 0) {
            return;
        }
        boolean same = Arrays.equals(first, second);
        Figure.Builder figure = Figure.named("truncated-cutoff", "truncated", "Truncated dynamics against its cutoff")
                .over(Axis.of(same ? "M₁ = M₂" : "M₁ + M₂", ""), same ? first : Growth.sum(first, second))
                .quantity("distance, and sides of Lemma 5.4", "");
        Map<String, String> labels = Map.of(
                "truncated.distance",
                "‖U − Uᶜ‖",
                "whole.left",
                "(5.14), left",
                "whole.right",
                "(5.14), right",
                "truncated.left",
                "(5.15), left",
                "truncated.right",
                "(5.15), right");
        int colour = 0;
        for (Column column : rows.columns()) {
            String name = column.name();
            if (!List.of("M1", "M2").contains(name)
                    && !name.endsWith(".error")
                    && rows.find(name).isPresent()) {
                figure.curve(Curve.of(labels.getOrDefault(name, name), colour++, rows.get(name))
                        .withErrors(rows.find(name + ".error").orElse(null))
                        .withHint(column.meaning()));
            }
        }
        figure.scales(LOGARITHMIC).build().ifPresent(figures::add);
    }

    private void budget(List<Map<?, ?>> entries) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("value", "Tr|γ − P|");
        parts.put("mode-truncation", "mode truncation");
        parts.put("cutoff", "cutoff");
        parts.put("sectors", "sectors");
        parts.put("krylov", "Krylov");
        parts.put("time-step", "time step");
        parts.put("total-error", "numerical error in all");
        List<Map<?, ?>> sorted = entries.stream()
                .filter(entry -> Double.isFinite(of(entry, "N1") + of(entry, "N2")))
                .sorted(java.util.Comparator.comparingDouble(entry -> of(entry, "N1") + of(entry, "N2")))
                .toList();
        Figure.Builder figure = Figure.named("study-budget", "budget", "Error budget against particle number")
                .over(
                        Axis.logarithmic("N₁ + N₂"),
                        sorted.stream()
                                .mapToDouble(entry -> of(entry, "N1") + of(entry, "N2"))
                                .toArray())
                .quantity("trace norm", "");
        int colour = 0;
        for (Map.Entry<String, String> part : parts.entrySet()) {
            double[] values = sorted.stream()
                    .mapToDouble(entry -> of(entry, part.getKey()))
                    .toArray();
            if (Arrays.stream(values).anyMatch(value -> value > 0)) {
                figure.curve(Curve.of(part.getValue(), colour, values)
                        .with(part.getKey().equals("value") ? Stroke.SOLID : Stroke.DASHED));
            }
            colour++;
        }
        figure.scales(Scale.LOGARITHMIC)
                .size(Figure.Size.WHOLE)
                .note("A point whose error is not small against its value is flagged in the table below and does not"
                        + " decide the exponent.")
                .build()
                .ifPresent(figures::add);
    }

    private static double of(Map<?, ?> entry, String key) {
        return entry.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static String number(double value) {
        return FormBoundView.brief(value).replace('-', '−');
    }

    private static String number(double value, int digits) {
        return new BigDecimal(value)
                .round(new MathContext(digits))
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '−');
    }

    /** As many digits as it takes to tell the ends of an interval apart. */
    private static int digitsBetween(double lower, double upper) {
        double width = (upper - lower) / Math.max(Math.abs(lower), Math.abs(upper));
        return width > 0 ? (int) Math.min(9, Math.max(3, Math.ceil(-Math.log10(width)) + 1)) : 3;
    }
}
