package org.mixfield.pipeline.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.units.Dimension;
import org.mixfield.core.units.UnitSystem;
import org.mixfield.pipeline.output.FormBoundView;

/**
 * The units in which a report shows numbers: lengths in µm, times in ms and energies in h·Hz where the configuration says
 * what its numbers are multiples of, and else words such as {@code units of length}.
 */
final class ShownUnits {

    private static final Pattern POWER = Pattern.compile("\\^\\(?(-?\\d+)\\)?");
    private static final Pattern WORDS = Pattern.compile("time|energy|length|momentum|mass|frequency");

    /** A unit and what a number is multiplied by to be in it. */
    record Shown(double factor, String text) {}

    private final Optional<UnitSystem> system;

    private ShownUnits(Optional<UnitSystem> system) {
        this.system = system;
    }

    /** Those that a configuration asks for; unreadable ones are none. */
    static ShownUnits of(Map<String, Object> configuration) {
        if (configuration.get("units") instanceof Map<?, ?> units) {
            try {
                return new ShownUnits(Optional.of(
                        UnitSystem.of(String.valueOf(units.get("length")), String.valueOf(units.get("mass")))));
            } catch (IllegalArgumentException e) {
                return new ShownUnits(Optional.empty());
            }
        }
        return new ShownUnits(Optional.empty());
    }

    /** How numbers of a unit, such as {@code length^2}, are shown. */
    Shown of(@Nullable String unit) {
        if (unit == null || unit.isEmpty() || unit.equals("1")) {
            return new Shown(1, "");
        }
        return system.flatMap(known -> physical(unit, known))
                .orElseGet(() ->
                        new Shown(1, (WORDS.matcher(unit).find() ? "units of " : "") + raised(unit.replace("*", "·"))));
    }

    /** {@code t = 0.5}, or {@code t = 0.5 ms}. */
    String time(double time) {
        Shown unit = of("time");
        return "t = " + FormBoundView.brief(time * unit.factor()) + (system.isPresent() ? " " + unit.text() : "");
    }

    private static Optional<Shown> physical(String unit, UnitSystem system) {
        return Dimension.of(unit).filter(dimension -> !dimension.isPure()).map(dimension -> {
            String one = system.show(1, dimension);
            String physical = one.substring(one.indexOf(' ') + 1);
            String text = raised(physical.replace("um", "µm").replace("*", "·"));
            return new Shown(
                    1 / system.number("1 " + physical, dimension), unit.contains("energy") ? "h·" + text : text);
        });
    }

    /** All of these as the page reads them. */
    Map<String, Object> toMap(Collection<String> units) {
        return units.stream()
                .distinct()
                .collect(Collectors.toMap(
                        unit -> unit,
                        unit -> {
                            Shown shown = of(unit);
                            return Map.of("factor", shown.factor(), "text", shown.text());
                        },
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static String raised(String text) {
        Matcher matcher = POWER.matcher(text);
        return matcher.replaceAll(power -> superscript(power.group(1)));
    }

    private static String superscript(String exponent) {
        return exponent.chars()
                .mapToObj(c -> c == '-' ? "⁻" : String.valueOf("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0')))
                .collect(Collectors.joining());
    }
}
