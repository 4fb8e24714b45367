package org.mixfield.core.propagator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/**
 * What a solver knows of its work before it begins, from its settings and sizes alone.
 *
 * @param method what it does, in a few words
 * @param steps how often {@link Propagator#stepTowards} will be called and move the state, where that is fixed beforehand; a
 *     {@code double} because it may exceed any integer
 * @param transforms Fourier transforms of the whole grid in each step, where a step consists of such
 * @param sizes what determines memory and time, such as {@code states}, by a name as in reports
 */
@API(status = API.Status.EXPERIMENTAL)
public record Workload(String method, OptionalDouble steps, OptionalDouble transforms, Map<String, Double> sizes) {

    /** Nothing is known. */
    public static final Workload UNKNOWN = new Workload("", OptionalDouble.empty(), OptionalDouble.empty(), Map.of());

    public Workload {
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    }
}
