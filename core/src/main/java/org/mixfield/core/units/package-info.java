/**
 * Physical units and what a number measures, with ħ = 1.
 *
 * <p>A run's units are a length L and a mass M. With ħ = 1 everything else follows: the unit of time is M L²/ħ, of energy
 * ħ²/(M L²), and whatever is measured is a product of powers of a length and a mass. So a frequency is an energy, and a
 * frequency in hertz is f = ω/2π: {@code 50 Hz} is ω = 2π · 50/s, and the energy h · 50 Hz. Temperatures are k<sub>B</sub>T.
 *
 * <p>Constants are CODATA 2022 (Tiesinga, Mohr, Newell and Taylor, NIST 2024): ħ, k<sub>B</sub> and e exact, u, a₀ and
 * m<sub>e</sub> measured.
 *
 * <pre>{@code
 * UnitSystem units = UnitSystem.of("1 um", "87 u");
 * double omega = units.number("50 Hz", Dimension.of("frequency").orElseThrow());
 * }</pre>
 */
@NullMarked
package org.mixfield.core.units;

import org.jspecify.annotations.NullMarked;
