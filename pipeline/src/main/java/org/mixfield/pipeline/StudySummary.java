package org.mixfield.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.Column;
import org.mixfield.pipeline.study.ExponentialBound;
import org.mixfield.pipeline.study.Form;
import org.mixfield.pipeline.study.GrowthRate;
import org.mixfield.pipeline.study.Interval;
import org.mixfield.pipeline.study.PowerLaw;

/**
 * {@code summary.json} of a study: the law of the distance in N = N₁ + N₂ and in time, from the rows of complete scales.
 *
 * <p>A row whose numerical error, all but the truncation of modes, exceeds a tenth of its value is flagged, and no law is sought
 * from it.
 */
final class StudySummary {

    /** A numerical error above this share of a value makes the value useless for a law. */
    private static final double LARGEST_ERROR = 0.1;

    private static final String CRITERION =
            "least squares of ln T on ln N with corrections in powers of N^(-1/2), known"
                    + " numerical errors and a misfit; N = N1 + N2. 1/N or 1/sqrt(N): the 95 % interval of the exponent meets 1 or"
                    + " 1/2, give or take 0.02, and lies within 1/4 of it; otherwise undecided. Rows whose numerical error exceeds"
                    + " a tenth of their value are left out";

    private final Study study;
    private final StudyFiles files;
    private final List<String> names;
    private final List<Row> rows = new ArrayList<>();
    private final double end;

    /** What a law is sought from: one row of {@code study.csv}. */
    private record Row(ScaleRecord scale, double time, double value, double error, double bogoliubov, double modes) {

        boolean isFlagged() {
            return !(error <= LARGEST_ERROR * value);
        }

        boolean isUsable() {
            return value > 0 && !isFlagged();
        }

        double particles() {
            return (double) scale.u() + scale.v();
        }

        /** T / (N₁^{−½} + N₂^{−½}). */
        double inUnitsOfTheRate() {
            return value / (1 / Math.sqrt(scale.u()) + 1 / Math.sqrt(scale.v()));
        }
    }

    StudySummary(Study study, StudyFiles files) {
        this.study = study;
        this.files = files;
        this.names = study.columns().stream().map(Column::name).toList();
        this.end = study.run().configuration().times().end();
        List<ScaleRecord> complete = files.complete();
        int each = study.rowsOfAScale();
        List<double[]> table = complete.isEmpty() ? List.of() : files.rows(each, complete.size());
        for (int i = 0; i < table.size(); i++) {
            double[] row = table.get(i);
            rows.add(new Row(
                    complete.get(i / each),
                    value(row, "time", Double.NaN),
                    value(row, study.quantity(), Double.NaN),
                    value(row, study.quantity() + ".error", 0),
                    value(row, "bogoliubov.coefficient", Double.NaN),
                    value(row, "modes.truncation-error", Double.NaN)));
        }
    }

    private double value(double[] row, String column, double missing) {
        int at = names.indexOf(column);
        return at < 0 ? missing : row[at];
    }

    Map<String, Object> toMap(Ending ending, List<String> warnings) {
        Run run = study.run();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", run.configuration().name());
        map.put("status", ending.status());
        map.put("kind", "study");
        ending.reason().ifPresent(reason -> map.put("reason", reason));
        ending.failure().ifPresent(failure -> map.put("failure", failure.key()));
        map.put("rows", rows.size());
        map.put("rows-asked", files.shard().of(study.scales()).size() * study.rowsOfAScale());
        map.put("theorem-applies", run.formBounds().theoremApplies());
        map.put("form-bounds", run.formBounds().toMap());
        map.put("warnings", warnings);
        map.put(
                "wall-seconds",
                files.scales().stream().mapToDouble(ScaleRecord::seconds).sum());
        map.put("study", law());
        return map;
    }

    private Map<String, Object> law() {
        List<Row> last = select(row -> row.time() == end);
        List<Row> usable = last.stream().filter(Row::isUsable).toList();
        PowerLaw law =
                PowerLaw.of(numbers(usable, Row::particles), numbers(usable, Row::value), numbers(usable, Row::error));
        Interval exponent = law.exponent();
        Form form = Form.of(exponent);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("quantity", study.quantity());
        map.put("time", end);
        Map<String, Object> power = new LinkedHashMap<>(exponent.toMap());
        power.put("confidence", Interval.CONFIDENCE);
        power.put("rows", usable.size());
        power.put("form", form.key());
        power.put("criterion", CRITERION);
        map.put("exponent", power);
        Map<String, @Nullable Object> prefactor =
                new LinkedHashMap<>((form == Form.INVERSE ? law.limitOfProduct() : Interval.UNKNOWN).toMap());
        prefactor.put(
                "bogoliubov",
                last.isEmpty() ? null : number(last.get(last.size() - 1).bogoliubov()));
        map.put("prefactor", prefactor);
        map.put("growth-rate", growth());
        map.put("bound", bound());
        map.put("budget", last.stream().map(StudySummary::budget).toList());
        if (!files.failed().isEmpty()) {
            map.put("failed", files.failed().stream().map(StudySummary::failure).toList());
        }
        return map;
    }

    /** Of the second half of the time, at the largest N: at first the distance grows like a power of t. */
    private Map<String, Object> growth() {
        Optional<ScaleRecord> largest = files.complete().stream().reduce((one, other) -> other);
        List<Row> late = select(
                row -> largest.filter(row.scale()::equals).isPresent() && 2 * row.time() >= end && row.isUsable());
        Map<String, Object> map = new LinkedHashMap<>(
                GrowthRate.of(numbers(late, Row::time), numbers(late, Row::value), numbers(late, Row::error))
                        .toMap());
        map.put("rows", late.size());
        map.put("what", "slope of ln T over t, in the second half of the time at the largest N");
        return map;
    }

    private @Nullable Map<String, Object> bound() {
        if (rows.isEmpty()) {
            return null;
        }
        double[] values = numbers(rows, Row::inUnitsOfTheRate);
        Map<String, Object> map =
                new LinkedHashMap<>(ExponentialBound.least(values).toMap());
        map.put(
                "envelope",
                ExponentialBound.envelope(numbers(rows, Row::time), values).toMap());
        return map;
    }

    /** What the distance of a scale at the last time may be off by, part by part, as far as the solver says. */
    private static Map<String, @Nullable Object> budget(Row row) {
        ScaleRecord scale = row.scale();
        Map<?, ?> parts = scale.solvers().get("fock") instanceof Map<?, ?> fock
                        && fock.get("trace-distance-error") instanceof Map<?, ?> known
                ? known
                : Map.of();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("scale", scale.scale());
        map.put("N1", scale.u());
        map.put("N2", scale.v());
        map.put("value", number(row.value()));
        map.put("mean-field", number(row.value()));
        map.put("mode-truncation", number(row.modes()));
        map.put("cutoff", parts.get("cutoff"));
        map.put("sectors", sum(parts.get("nodes"), parts.get("tail")));
        map.put("krylov", parts.get("krylov"));
        map.put("time-step", parts.get("steps"));
        map.put("total-error", number(row.error()));
        map.put("flagged", row.isFlagged());
        return map;
    }

    private static Map<String, Object> failure(ScaleRecord scale) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("scale", scale.scale());
        map.put("N1", scale.u());
        map.put("N2", scale.v());
        map.put("reason", scale.failure().orElse(""));
        return map;
    }

    private List<Row> select(Predicate<Row> which) {
        return rows.stream().filter(which).toList();
    }

    private static double[] numbers(List<Row> rows, java.util.function.ToDoubleFunction<Row> what) {
        return rows.stream().mapToDouble(what).toArray();
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static @Nullable Double sum(@Nullable Object one, @Nullable Object other) {
        return one instanceof Number a && other instanceof Number b
                ? (Double) (a.doubleValue() + b.doubleValue())
                : null;
    }
}
