package org.mixfield.pipeline.report;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.run.OneBodyDensity;
import org.mixfield.core.run.ResultSink;
import org.mixfield.core.run.RunRecord;

/** Collects densities, which no other file has so many of, and makes a part of the report when the run ends, however it ends. */
final class ReportSink implements ResultSink {

    /** As many as a reader steps through, and little memory. */
    private static final int MOST_SNAPSHOTS = 41;

    /** What is made of a report. */
    @FunctionalInterface
    interface Part {
        void writeTo(Report report) throws IOException;
    }

    private final Part part;
    private @Nullable RunRecord run;
    private @Nullable Snapshots snapshots;

    ReportSink(Part part) {
        this.part = part;
    }

    @Override
    public void open(RunRecord record) {
        run = record;
        snapshots = new Snapshots(record.grid());
    }

    @Override
    public Map<String, double[]> save() {
        return snapshots == null ? Map.of() : snapshots.save();
    }

    @Override
    public void resume(RunRecord record, Map<String, double[]> saved, Iterable<double[]> earlier) {
        open(record);
        java.util.Objects.requireNonNull(snapshots).restore(saved);
    }

    @Override
    public int snapshots(int asked) {
        return MOST_SNAPSHOTS;
    }

    /** Rows are read from {@code observables.csv}, which is there in every run. */
    @Override
    public void row(double[] values) {}

    @Override
    public void fields(
            int number, double time, Map<String, ComplexField> fields, Map<String, OneBodyDensity> densities) {
        java.util.Objects.requireNonNull(snapshots, "the sink is not open").add(time, fields, densities);
    }

    @Override
    public void close(Map<String, Object> summary) throws IOException {
        if (run != null && snapshots != null) {
            part.writeTo(Report.of(run, summary, snapshots.toMap()));
        }
    }
}
