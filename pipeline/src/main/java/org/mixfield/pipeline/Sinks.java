package org.mixfield.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.run.OneBodyDensity;
import org.mixfield.core.run.ResultSink;
import org.mixfield.core.run.ResultSinkProvider;
import org.mixfield.core.run.RunRecord;

/** The sinks of one run, each given every row and the snapshots it asked for. */
final class Sinks {

    /**
     * A sink and the rows it is given snapshots at, ascending.
     *
     * @param name its format
     * @param sink the sink
     * @param snapshots numbers of rows
     */
    private record Scheduled(String name, ResultSink sink, List<Integer> snapshots) {}

    private final List<Scheduled> sinks = new ArrayList<>();

    private Sinks() {}

    /** New sinks of these formats. */
    static Sinks of(Extensions extensions, RunConfiguration configuration) {
        Sinks made = new Sinks();
        for (String format : configuration.output().formats()) {
            try {
                ResultSinkProvider provider = extensions
                        .sinks()
                        .find(format)
                        .orElseThrow(() ->
                                new IllegalArgumentException(extensions.sinks().explain(format)));
                ResultSink sink = provider.create(Settings.of(Map.of(), new Problems()));
                int snapshots = sink.snapshots(configuration.output().fields());
                made.sinks.add(new Scheduled(format, sink, configuration.times().spread(snapshots)));
            } catch (RuntimeException | LinkageError e) {
                throw new ConfigurationException(List.of(configuration
                        .provenance()
                        .problem("output.formats", "the sink '" + format + "' failed: " + e)));
            }
        }
        return made;
    }

    void open(RunRecord run) throws IOException {
        for (Scheduled scheduled : sinks) {
            scheduled.sink().open(run);
        }
    }

    /** What each needs in order to go on in another process, by format. */
    Map<String, Map<String, double[]>> save() {
        Map<String, Map<String, double[]>> saved = new LinkedHashMap<>();
        for (Scheduled scheduled : sinks) {
            saved.put(scheduled.name(), scheduled.sink().save());
        }
        return saved;
    }

    /**
     * Goes on where an earlier process stopped; {@code csv}, the first, makes sure of the rows before others read them.
     *
     * @param saved what each had saved, by format
     */
    void resume(RunRecord run, Function<String, Map<String, double[]>> saved, Iterable<double[]> rows)
            throws IOException {
        for (Scheduled scheduled : sinks) {
            scheduled.sink().resume(run, saved.apply(scheduled.name()), rows);
        }
    }

    /** What a snapshot shows. */
    record Pictures(Map<String, ComplexField> fields, Map<String, OneBodyDensity> densities) {}

    /** Hands over a row, and the fields to those who asked for them at this row. */
    void row(int number, double time, double[] values, Supplier<Pictures> pictures) throws IOException {
        for (Scheduled scheduled : sinks) {
            scheduled.sink().row(values);
        }
        @Nullable Pictures made = null;
        for (Scheduled scheduled : sinks) {
            int snapshot = scheduled.snapshots().indexOf(number);
            if (snapshot >= 0) {
                made = made == null ? pictures.get() : made;
                scheduled.sink().fields(snapshot, time, made.fields(), made.densities());
            }
        }
    }

    /**
     * Closes all of them, whatever happens to one.
     *
     * @return the first failure
     */
    @Nullable
    Exception close(Map<String, Object> summary) {
        @Nullable Exception first = null;
        for (Scheduled scheduled : sinks) {
            try {
                scheduled.sink().close(summary);
            } catch (IOException | RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        return first;
    }
}
