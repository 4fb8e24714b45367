package org.mixfield.pipeline.verify;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.mixfield.core.run.Column;

/**
 * What was measured at one pair of particle numbers.
 *
 * @param numbers the particle numbers
 * @param names of the columns
 * @param rows a number for each column, a row for each time, ascending
 */
record Rung(ParticleNumbers numbers, List<String> names, List<double[]> rows) {

    static final String DISTANCE = "gamma.trace-distance";
    static final String A = "fluctuation.number.u";
    static final String B = "fluctuation.number.v";
    static final String G = "fluctuation.number.uv";

    private static final String ERROR = ".error";

    static Rung of(ParticleNumbers numbers, List<Column> columns, List<double[]> rows) {
        return new Rung(numbers, columns.stream().map(Column::name).toList(), rows);
    }

    /** The same with some of its rows. */
    Rung only(IntPredicate kept) {
        return new Rung(
                numbers,
                names,
                IntStream.range(0, rows.size()).filter(kept).mapToObj(rows::get).toList());
    }

    int n1() {
        return numbers.u();
    }

    int n2() {
        return numbers.v();
    }

    int total() {
        return numbers.total();
    }

    int count() {
        return rows.size();
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** A value; NaN where there is no such column. */
    double value(int row, String name) {
        int column = names.indexOf(name);
        return column < 0 ? Double.NaN : rows.get(row)[column];
    }

    double time(int row) {
        return value(row, "time");
    }

    /** The error that the rows state of a value, or 0. */
    double error(int row, String name) {
        return has(name + ERROR) ? value(row, name + ERROR) : 0;
    }

    double distance(int row) {
        return value(row, DISTANCE);
    }

    double distanceError(int row) {
        return error(row, DISTANCE);
    }

    /**
     * The relative error of the trace distance. That of ⟨𝒩⊗I⟩ and ⟨I⊗𝒩⟩ is taken as large, and that of ⟨𝒩⊗𝒩⟩ and the squares
     * as twice as large: all of them measure the same departure of the state from the condensates, these in second order.
     */
    double relativeError(int row) {
        double distance = distance(row);
        return distance > 0 ? distanceError(row) / distance : 0;
    }

    /** {@code N1 = 20, N2 = 10, t = 0.5}. */
    String at(int row) {
        return numbers.words() + String.format(Locale.ROOT, ", t = %.6g", time(row));
    }
}
