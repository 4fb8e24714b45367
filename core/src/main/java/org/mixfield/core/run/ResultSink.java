package org.mixfield.core.run;

import java.io.IOException;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.grid.ComplexField;

/**
 * Keeps the results of one run. Called from one thread: {@link #open}, then {@link #row} and {@link #fields} in the order
 * of time, then {@link #close}, which is also called when the run fails.
 */
@API(status = API.Status.EXPERIMENTAL)
public interface ResultSink {

    /** Begins. */
    void open(RunRecord run) throws IOException;

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
     * Ends.
     *
     * @param summary what {@code summary.json} holds; its {@code status} is {@code complete}, {@code failed} or {@code interrupted}
     */
    void close(Map<String, Object> summary) throws IOException;
}
