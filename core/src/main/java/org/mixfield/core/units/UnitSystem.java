package org.mixfield.core.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.apiguardian.api.API;

/** The units of a run: a length L, a mass M, and ħ = 1. The unit of time is M L²/ħ. Immutable. */
@API(status = API.Status.EXPERIMENTAL)
public final class UnitSystem {

    private static final Dimension LENGTH = new Dimension(1, 0, "length");
    private static final Dimension MASS = new Dimension(0, 1, "mass");

    private record Shown(String unit, int power) {}

    /** The physical units in which values are shown, by the words of a {@link Dimension}. */
    private static final Map<String, Shown> SHOWN = Map.of(
            "length", new Shown("um", 1),
            "mass", new Shown("u", 1),
            "time", new Shown("ms", 1),
            "energy", new Shown("Hz", 1),
            "frequency", new Shown("Hz", 1),
            "momentum", new Shown("um", -1));

    private final double length;
    private final double mass;

    private UnitSystem(double length, double mass) {
        this.length = length;
        this.mass = mass;
    }

    /**
     * The system with a length and a mass as units.
     *
     * @param length such as {@code um} or {@code 0.5 um}
     * @param mass such as {@code 87 u}
     * @throws IllegalArgumentException where one of them is not greater than 0 or measures something else
     */
    public static UnitSystem of(String length, String mass) {
        return new UnitSystem(base(length, LENGTH), base(mass, MASS));
    }

    /**
     * The size of a length in metres, or of a mass in kilograms.
     *
     * @throws IllegalArgumentException for a text that is none, with the reason
     */
    private static double base(String text, Dimension dimension) {
        Quantity quantity = Quantity.parse(text).orElse(new Quantity(1, text.strip()));
        PhysicalUnit unit = PhysicalUnit.of(quantity.unit());
        double size = quantity.number() * unit.size();
        if (!unit.dimension().isThatOf(dimension)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is " + unit.dimension().name() + ", not a " + dimension.words());
        }
        if (!(size > 0) || !Double.isFinite(size)) {
            throw new IllegalArgumentException("'" + text + "' is not greater than 0");
        }
        return size;
    }

    /** Checks a length as {@link #of} does. */
    public static void checkLength(String length) {
        base(length, LENGTH);
    }

    /** Checks a mass as {@link #of} does. */
    public static void checkMass(String mass) {
        base(mass, MASS);
    }

    /**
     * A quantity in this system's units.
     *
     * @throws IllegalArgumentException where its unit is none or measures something else than the dimension
     */
    public double number(Quantity quantity, Dimension dimension) {
        PhysicalUnit unit = PhysicalUnit.of(quantity.unit());
        if (!unit.dimension().isThatOf(dimension)) {
            throw new IllegalArgumentException("this is " + unit.dimension().name());
        }
        return number(quantity.number(), unit);
    }

    /** As {@link #number(Quantity, Dimension)}, of a text. */
    public double number(String quantity, Dimension dimension) {
        return number(
                Quantity.parse(quantity)
                        .orElseThrow(() -> new IllegalArgumentException("'" + quantity + "' is no number with a unit")),
                dimension);
    }

    /** As {@link #number(Quantity, Dimension)}, whatever it measures. */
    public double number(Quantity quantity) {
        return number(quantity.number(), PhysicalUnit.of(quantity.unit()));
    }

    /** So many of a physical unit. In decimals, so that 500 nm are 0.5 um and not 0.5000000000000001. */
    private double number(double count, PhysicalUnit unit) {
        return BigDecimal.valueOf(count)
                .multiply(BigDecimal.valueOf(unit.size()))
                .divide(BigDecimal.valueOf(size(unit.dimension())), MathContext.DECIMAL128)
                .doubleValue();
    }

    private double size(Dimension dimension) {
        return Math.pow(length, dimension.length()) * Math.pow(mass, dimension.mass());
    }

    /**
     * A number in physical units, to six digits, as a configuration accepts it: lengths in um, times in ms, masses in u,
     * energies and frequencies in Hz. Empty for a pure number.
     */
    public String show(double number, Dimension dimension) {
        if (dimension.isPure()) {
            return "";
        }
        StringJoiner unit = new StringJoiner("*");
        for (Factors.Factor factor : Factors.of(dimension.words())) {
            Shown shown = Optional.ofNullable(SHOWN.get(factor.word())).orElseThrow();
            int power = factor.power() * shown.power();
            unit.add(shown.unit() + (power == 1 ? "" : "^" + power));
        }
        return brief(number / number(1, PhysicalUnit.of(unit.toString()))) + " " + unit;
    }

    private static String brief(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6));
        if (rounded.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = rounded.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        return exponent >= -4 && exponent < 7 ? stripped.toPlainString() : stripped.toString();
    }
}
