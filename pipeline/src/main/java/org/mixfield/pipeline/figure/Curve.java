package org.mixfield.pipeline.figure;

import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A curve of a figure.
 *
 * @param label its name in the legend
 * @param colour a number from 0 to 7 in the palette of the page and the pictures
 * @param stroke how it is drawn
 * @param values a value at each point of the figure's axis, NaN where there is none
 * @param errors the errors of the values, where they are known
 * @param column the column it shows, where it shows one as it is
 * @param hint what it is in one line; may be empty
 * @param line whether it is a line alone, without a mark at each point: a fit, a bound, a reference
 */
@API(status = API.Status.EXPERIMENTAL)
@SuppressWarnings("ArrayRecordComponent")
public record Curve(
        String label,
        int colour,
        Stroke stroke,
        double[] values,
        double @Nullable [] errors,
        Optional<String> column,
        String hint,
        boolean line) {

    /** A solid curve. */
    public static Curve of(String label, int colour, double[] values) {
        return new Curve(label, colour, Stroke.SOLID, values, null, Optional.empty(), "", false);
    }

    /** The same with this stroke. */
    public Curve with(Stroke other) {
        return new Curve(label, colour, other, values, errors, column, hint, line);
    }

    /** The same with errors. */
    public Curve withErrors(double @Nullable [] known) {
        return new Curve(label, colour, stroke, values, known, column, hint, line);
    }

    /** The same as a line alone. */
    public Curve asLine() {
        return new Curve(label, colour, stroke, values, errors, column, hint, true);
    }

    /** The same with a hint. */
    public Curve withHint(String words) {
        return new Curve(label, colour, stroke, values, errors, column, words, line);
    }
}
