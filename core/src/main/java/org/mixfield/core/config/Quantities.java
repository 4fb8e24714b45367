package org.mixfield.core.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.units.Dimension;
import org.mixfield.core.units.Quantity;
import org.mixfield.core.units.UnitSystem;

/**
 * What the numbers of one mapping measure, and how a quantity such as {@code 50 Hz} becomes a number. All views of a
 * configuration share what is remembered of its quantities.
 */
final class Quantities {

    private static final String ANY = "any";

    /** What is shared by all views of a configuration. */
    private static final class Notes {
        private final Map<String, List<String>> byPath = new LinkedHashMap<>();
        private final Set<ConfigNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private @Nullable UnitSystem system;
    }

    private final Notes notes;
    private Map<String, String> units = Map.of();

    private Quantities(Notes notes) {
        this.notes = notes;
    }

    /** Of a configuration without units. */
    static Quantities none() {
        return new Quantities(new Notes());
    }

    /** Of an inner mapping, whose keys have no units yet. */
    Quantities inner() {
        return new Quantities(notes);
    }

    void system(UnitSystem system) {
        notes.system = system;
    }

    Optional<UnitSystem> system() {
        return Optional.ofNullable(notes.system);
    }

    void units(Map<String, String> declared) {
        Map<String, String> both = new LinkedHashMap<>(units);
        both.putAll(declared);
        units = both;
    }

    /** The unit of a key in words; empty where it has none. */
    String unit(String key) {
        return units.getOrDefault(key, "");
    }

    /**
     * The number that a quantity is in the run's units.
     *
     * @param found the quantity as written
     * @param unit what it must measure, in words
     * @throws IllegalArgumentException where it measures something else, with what was found and what is accepted
     */
    double number(String found, Quantity quantity, String unit, int axes, String accepted) {
        Optional<Dimension> dimension = dimension(unit, axes);
        UnitSystem system = notes.system;
        if (dimension.isEmpty() && !unit.equals(ANY)) {
            throw new IllegalArgumentException(found + "; accepted: " + accepted + ", without a unit");
        }
        if (system == null) {
            throw new IllegalArgumentException(found + "; a number with a unit needs the units of the run: add units:"
                    + " {length: 1 um, mass: 87 u}, say, at the root; accepted without: " + accepted);
        }
        try {
            return unit.equals(ANY) ? system.number(quantity) : system.number(quantity, dimension.orElseThrow());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(found + ": " + e.getMessage() + "; accepted: " + accepted
                    + dimension.map(known -> example(system, known)).orElse(""));
        }
    }

    private static String example(UnitSystem system, Dimension dimension) {
        String shown = system.show(1, dimension);
        return shown.isEmpty() ? "" : ", or with a unit, " + dimension.words() + ": 1 is " + shown;
    }

    /** True where the text behind a number is a unit, whether or not it fits. */
    static boolean isUnit(Quantity quantity) {
        try {
            quantity.dimension();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Remembers what a number is in physical units: as written, or computed where the unit of its key is known. */
    void note(ConfigNode node, String path, String written, double value, String unit, int axes) {
        UnitSystem system = notes.system;
        if (system == null || !notes.seen.add(node)) {
            return;
        }
        Optional<Dimension> dimension = dimension(unit, axes).filter(known -> !known.isPure());
        String text = Quantity.parse(written).isPresent()
                ? written
                : dimension.map(known -> system.show(value, known)).orElse("");
        if (!text.isEmpty()) {
            remark(path, text);
        }
    }

    void remark(String path, String text) {
        notes.byPath.computeIfAbsent(path, unused -> new ArrayList<>()).add(text);
    }

    /** What was remembered, a line for each key. */
    List<String> remarks() {
        List<String> lines = new ArrayList<>();
        notes.byPath.forEach((path, texts) -> lines.add(path + ": " + String.join(", ", texts)));
        return lines;
    }

    private static Optional<Dimension> dimension(String unit, int axes) {
        String powers = axes > 0 ? unit.replace("^d", "^" + axes) : unit;
        return unit.isEmpty() ? Optional.empty() : Dimension.of(powers);
    }
}
