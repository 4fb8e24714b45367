package org.mixfield.core.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.grid.ComplexField;

/**
 * Orbitals at which the energy is stationary.
 *
 * @param orbitals of norm 1, those that were solved for; whoever takes one copies it
 * @param report how they were found and how good they are: numbers, texts, and lists and maps of them
 */
@API(status = API.Status.EXPERIMENTAL)
public record StationaryState(Map<SpeciesName, ComplexField> orbitals, Map<String, Object> report) {
    public StationaryState {
        orbitals = Collections.unmodifiableMap(new EnumMap<>(orbitals));
        report = Collections.unmodifiableMap(new LinkedHashMap<>(report));
    }
}
