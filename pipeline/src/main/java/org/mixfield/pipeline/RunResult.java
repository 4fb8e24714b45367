package org.mixfield.pipeline;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/**
 * A run that is complete.
 *
 * @param directory where its files are
 * @param summary what {@code summary.json} holds
 */
@API(status = API.Status.EXPERIMENTAL)
public record RunResult(Path directory, Map<String, Object> summary) {

    /** The last value of a column, where the run has it. */
    public OptionalDouble last(String column) {
        return number("final", column);
    }

    /** The greatest drift of a conserved quantity, such as {@code hartree.energy}, where the run has it. */
    public OptionalDouble drift(String quantity) {
        return number("drifts", quantity);
    }

    /** Its rows, read from {@code observables.csv}; a number for each column. */
    public Iterable<double[]> rows() {
        int count = summary.get("rows") instanceof Number number ? number.intValue() : 0;
        return new EarlierRows(directory.resolve("observables.csv"), count);
    }

    private OptionalDouble number(String section, String key) {
        return summary.get(section) instanceof Map<?, ?> values && values.get(key) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }
}
