package org.mixfield.core.units;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A physical unit with ħ = 1.
 *
 * @param size in m<sup>a</sup> kg<sup>b</sup>
 * @param dimension a and b
 */
record PhysicalUnit(double size, Dimension dimension) {

    private static final double H_BAR = 6.62607015e-34 / (2 * Math.PI);
    private static final double BOLTZMANN = 1.380649e-23;
    private static final double ELECTRON_VOLT = 1.602176634e-19;
    private static final double HARTREE = 4.3597447222060e-18;
    private static final double DALTON = 1.66053906892e-27;
    private static final double ELECTRON_MASS = 9.1093837139e-31;
    private static final double BOHR_RADIUS = 5.29177210544e-11;

    private static final Dimension LENGTH = new Dimension(1, 0, "length");
    private static final Dimension MASS = new Dimension(0, 1, "mass");
    private static final Dimension TIME = new Dimension(2, 1, "time");
    private static final Dimension ENERGY = new Dimension(-2, -1, "energy");
    private static final Dimension NONE = new Dimension(0, 0, "1");

    /** A second is ħ kg m² / (J s) with ħ = 1. */
    private static final double SECOND = H_BAR;

    private static final double JOULE = 1 / (H_BAR * H_BAR);

    /** Units that take no prefix. */
    private static final Map<String, PhysicalUnit> SINGLE = Map.of(
            "a0", new PhysicalUnit(BOHR_RADIUS, LENGTH),
            "angstrom", new PhysicalUnit(1e-10, LENGTH),
            "Å", new PhysicalUnit(1e-10, LENGTH),
            "cm", new PhysicalUnit(1e-2, LENGTH),
            "u", new PhysicalUnit(DALTON, MASS),
            "me", new PhysicalUnit(ELECTRON_MASS, MASS),
            "Eh", new PhysicalUnit(HARTREE * JOULE, ENERGY),
            "rad", new PhysicalUnit(1, NONE));

    /** Units that take a prefix. A frequency in hertz counts cycles. */
    private static final Map<String, PhysicalUnit> PREFIXED = Map.of(
            "m", new PhysicalUnit(1, LENGTH),
            "g", new PhysicalUnit(1e-3, MASS),
            "s", new PhysicalUnit(SECOND, TIME),
            "Hz", new PhysicalUnit(2 * Math.PI / SECOND, ENERGY),
            "J", new PhysicalUnit(JOULE, ENERGY),
            "eV", new PhysicalUnit(ELECTRON_VOLT * JOULE, ENERGY),
            "K", new PhysicalUnit(BOLTZMANN * JOULE, ENERGY));

    private static final Map<String, Double> PREFIXES = Map.of(
            "G", 1e9, "M", 1e6, "k", 1e3, "", 1.0, "m", 1e-3, "u", 1e-6, "µ", 1e-6, "μ", 1e-6, "n", 1e-9, "p", 1e-12);

    /** The units there are, for messages. */
    static final List<String> NAMES =
            List.of("m", "a0", "angstrom", "s", "Hz", "u", "g", "me", "J", "eV", "Eh", "K", "rad");

    /**
     * The unit that a text names, a product of powers.
     *
     * @throws IllegalArgumentException for a text that names none, with the reason
     */
    static PhysicalUnit of(String text) {
        double size = 1;
        int length = 0;
        int mass = 0;
        for (Factors.Factor factor : Factors.of(text)) {
            PhysicalUnit unit = single(factor.word())
                    .orElseThrow(() -> new IllegalArgumentException("'" + factor.word() + "' is no unit; known are "
                            + String.join(", ", NAMES) + ", with the prefixes G, M, k, m, u, n, p"));
            size *= Math.pow(unit.size, factor.power());
            length += factor.power() * unit.dimension.length();
            mass += factor.power() * unit.dimension.mass();
        }
        return new PhysicalUnit(size, new Dimension(length, mass, text));
    }

    private static Optional<PhysicalUnit> single(String word) {
        PhysicalUnit single = SINGLE.get(word);
        if (single != null) {
            return Optional.of(single);
        }
        for (int cut = 0; cut <= 1 && cut < word.length(); cut++) {
            Double prefix = PREFIXES.get(word.substring(0, cut));
            PhysicalUnit unit = PREFIXED.get(word.substring(cut));
            if (prefix != null && unit != null) {
                return Optional.of(new PhysicalUnit(prefix * unit.size, unit.dimension));
            }
        }
        return Optional.empty();
    }
}
