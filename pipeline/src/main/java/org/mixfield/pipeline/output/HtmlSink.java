package org.mixfield.pipeline.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.run.ResultSink;
import org.mixfield.core.run.RunRecord;
import org.mixfield.pipeline.report.HtmlReport;

/** Collects rows and densities, and renders the report when the run ends, however it ends. */
final class HtmlSink implements ResultSink {

    /** As many as a reader steps through, and little memory. */
    private static final int MOST_SNAPSHOTS = 41;

    /** More than a screen has columns; of a longer run every second, fourth, … row is kept, and the last. */
    private static final int MOST_ROWS = 4000;

    private static final String TIMES = "times";

    private final List<double[]> rows = new ArrayList<>();
    private final List<Map<String, Object>> snapshots = new ArrayList<>();
    private int stride = 1;
    private int seen;
    private double[] last = {};
    private @Nullable RunRecord run;
    private @Nullable DensityView view;

    @Override
    public void open(RunRecord record) {
        run = record;
        view = DensityView.of(record.grid());
    }

    /** The rows are in {@code observables.csv}; the snapshots are nowhere else: {@code times}, {@code u.0}, {@code v.0}, … */
    @Override
    public Map<String, double[]> save() {
        Map<String, double[]> saved = new LinkedHashMap<>();
        double[] times = new double[snapshots.size()];
        for (int k = 0; k < times.length; k++) {
            String number = "." + k;
            for (Map.Entry<String, Object> entry : snapshots.get(k).entrySet()) {
                if (entry.getValue() instanceof double[] density) {
                    saved.put(entry.getKey() + number, density);
                } else {
                    times[k] = (double) entry.getValue();
                }
            }
        }
        saved.put(TIMES, times);
        return saved;
    }

    @Override
    public void resume(RunRecord record, Map<String, double[]> saved, Iterable<double[]> earlier) throws IOException {
        ResultSink.super.resume(record, saved, earlier);
        double[] times = saved.getOrDefault(TIMES, new double[0]);
        for (int k = 0; k < times.length; k++) {
            String number = "." + k;
            Map<String, Object> snapshot = new LinkedHashMap<>();
            snapshot.put("time", times[k]);
            new TreeMap<>(saved).forEach((name, density) -> {
                if (name.endsWith(number)) {
                    snapshot.put(name.substring(0, name.length() - number.length()), density);
                }
            });
            snapshots.add(snapshot);
        }
    }

    @Override
    public int snapshots(int asked) {
        return MOST_SNAPSHOTS;
    }

    @Override
    public void row(double[] values) {
        last = values.clone();
        if (seen++ % stride == 0) {
            rows.add(last);
        }
        if (rows.size() > MOST_ROWS) {
            stride *= 2;
            List<double[]> every = IntStream.range(0, rows.size())
                    .filter(i -> i % 2 == 0)
                    .mapToObj(rows::get)
                    .toList();
            rows.clear();
            rows.addAll(every);
        }
    }

    @Override
    public void fields(int number, double time, Map<String, ComplexField> fields) {
        DensityView open = java.util.Objects.requireNonNull(view, "the sink is not open");
        Map<String, Object> snapshot = new LinkedHashMap<>();
        snapshot.put("time", time);
        fields.forEach((name, field) -> snapshot.put(name, open.density(field)));
        snapshots.add(snapshot);
    }

    @Override
    public void close(Map<String, Object> summary) throws IOException {
        if (run == null || view == null) {
            return;
        }
        if (!rows.isEmpty() && rows.get(rows.size() - 1) != last) {
            rows.add(last);
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", run.name());
        data.put("status", summary.getOrDefault("status", "failed"));
        data.put("theoremApplies", summary.getOrDefault("theorem-applies", "unknown"));
        data.put("formBounds", summary.getOrDefault("form-bounds", Map.of()));
        data.put(
                "columns",
                run.columns().stream()
                        .map(c -> Map.of("name", c.name(), "unit", c.unit(), "meaning", c.meaning()))
                        .toList());
        data.put("rows", rows);
        Map<String, Object> densities = new LinkedHashMap<>();
        densities.put("dimension", run.grid().dimension());
        densities.put("axes", view.axes());
        densities.put("snapshots", snapshots);
        data.put("densities", densities);
        data.put("configuration", run.configuration());
        data.put("summary", summary);
        Path manifest = run.directory().resolve("manifest.json");
        data.put("manifest", Files.exists(manifest) ? Json.read(manifest) : Map.of());
        AtomicFile.write(run.directory().resolve("report.html"), HtmlReport.render(data));
    }
}
