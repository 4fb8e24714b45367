package org.mixfield.core.run;

import java.io.IOException;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.grid.ComplexField;

/**
 * Keeps the results of one run. Called from one thread: {@link #open} or {@link #resume}, then {@link #row} and
 * {@link #fields} in the order of time, now and then {@link #save}, and {@link #close}, which is also called when the run
 * fails.
 */
@API(status = API.Status.EXPERIMENTAL)
public interface ResultSink {

    /** Begins. */
    void open(RunRecord run) throws IOException;

    /**
     * Everything that a sink of the same run needs in order to go on in another process, besides the rows so far: arrays
     * by name, names being of letters, digits, '.', '_' and '-'. Called between two rows.
     */
    default Map<String, double[]> save() {
        return Map.of();
    }

    /**
     * Goes on where an earlier process stopped, in its directory and in place of {@link #open}. That process may have come
     * farther than where this one goes on; what it left is written again. Unless overridden, the sink begins anew and
     * takes the earlier rows once more; snapshots from before are missing then.
     *
     * @param saved what {@link #save} gave
     * @param rows the rows before, read anew by each loop over them
     */
    default void resume(RunRecord run, Map<String, double[]> saved, Iterable<double[]> rows) throws IOException {
        open(run);
        for (double[] row : rows) {
            row(row);
        }
    }

    /** A row, its values in the order of the columns. Whoever wants to keep the array copies it. */
    void row(double[] values) throws IOException;

    /**
     * How many snapshots of the fields this sink is given, spread evenly over the rows, the first and last among them.
     *
     * @param asked {@code output.fields} of the configuration
     */
    default int snapshots(int asked) {
        return asked;
    }

    /**
     * A snapshot of the fields, after the row of the same time.
     *
     * @param number counts this sink's snapshots from 0
     * @param time its time
     * @param fields the fields by name, {@code u} and {@code v}; still in use by the run, copied by whoever keeps them
     */
    default void fields(int number, double time, Map<String, ComplexField> fields) throws IOException {}

    /**
     * The same, with what the many-body state of the run says of each species; called in place of the other, which it calls
     * unless overridden.
     *
     * @param densities by the name of the species; empty where no many-body state runs
     */
    default void fields(
            int number, double time, Map<String, ComplexField> fields, Map<String, OneBodyDensity> densities)
            throws IOException {
        fields(number, time, fields);
    }

    /**
     * Ends.
     *
     * @param summary what {@code summary.json} holds; its {@code status} is {@code complete}, {@code failed} or {@code interrupted}
     */
    void close(Map<String, Object> summary) throws IOException;
}
