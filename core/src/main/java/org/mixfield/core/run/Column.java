package org.mixfield.core.run;

import org.apiguardian.api.API;

/**
 * A column of {@code observables.csv}.
 *
 * @param name its name, dotted
 * @param unit its unit in ħ = 1, for example {@code 1}, {@code energy}, {@code length^2}
 * @param meaning what it is, in one line
 */
@API(status = API.Status.EXPERIMENTAL)
public record Column(String name, String unit, String meaning) {}
