package org.mixfield.core.units;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A number with a physical unit, as written.
 *
 * @param number the number
 * @param unit the unit, for example {@code Hz/um^2}
 */
@API(status = API.Status.EXPERIMENTAL)
public record Quantity(double number, String unit) {

    private static final Pattern WRITTEN =
            Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)(\\s+\\S.*|[A-Za-zµμÅ].*)");

    /** The quantity that a text is; empty where it is no number followed by something. Whether that is a unit, is not asked. */
    public static Optional<Quantity> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Quantity(
                        Double.parseDouble(matcher.group(1)), matcher.group(2).strip()))
                : Optional.empty();
    }

    /**
     * What it measures.
     *
     * @throws IllegalArgumentException where the unit is none, with the reason
     */
    public Dimension dimension() {
        return PhysicalUnit.of(unit).dimension();
    }
}
