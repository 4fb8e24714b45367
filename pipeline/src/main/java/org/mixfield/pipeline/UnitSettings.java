package org.mixfield.pipeline;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mixfield.core.config.Settings;
import org.mixfield.core.units.UnitSystem;

/** The section {@code units}: the length and the mass that a run's numbers are multiples of. */
final class UnitSettings {

    private UnitSettings() {}

    /** Reads the section where there is one, and tells the root, whose numbers may then be quantities. */
    static Optional<UnitSystem> read(Settings root) {
        return root.optionalSection("units").map(units -> {
            units.means(Map.of("length", "the unit of length", "mass", "the unit of mass"));
            String length = text(units, "length", "1 um", UnitSystem::checkLength);
            String mass = text(units, "mass", "87 u", UnitSystem::checkMass);
            units.finish();
            UnitSystem system = UnitSystem.of(length, mass);
            root.units(system);
            return system;
        });
    }

    /** The text of a unit; the example where it is none, so that quantities can be read all the same. */
    private static String text(Settings units, String key, String example, Consumer<String> check) {
        int before = units.problemCount();
        String text = units.text(key);
        if (units.problemCount() > before) {
            return example;
        }
        try {
            check.accept(text);
            return text;
        } catch (IllegalArgumentException e) {
            units.problem(key, e.getMessage() + "; give a " + key + " such as " + example);
            return example;
        }
    }
}
