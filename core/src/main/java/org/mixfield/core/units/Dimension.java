package org.mixfield.core.units;

import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a number measures, with ħ = 1: length<sup>a</sup> · mass<sup>b</sup>.
 *
 * @param length a
 * @param mass b
 * @param words what it is called, for example {@code energy/length^2}
 */
@API(status = API.Status.EXPERIMENTAL)
public record Dimension(int length, int mass, String words) {

    /** The exponents (a, b) of the words there are; a time is M L²/ħ. */
    private static final Map<String, int[]> WORDS = Map.of(
            "length", new int[] {1, 0},
            "mass", new int[] {0, 1},
            "time", new int[] {2, 1},
            "energy", new int[] {-2, -1},
            "frequency", new int[] {-2, -1},
            "momentum", new int[] {-1, 0});

    /**
     * The dimension that a text such as {@code length}, {@code energy·length^3} or {@code 1/length} names. Empty for any
     * other text.
     */
    public static Optional<Dimension> of(String text) {
        int length = 0;
        int mass = 0;
        try {
            for (Factors.Factor factor : Factors.of(text)) {
                int[] exponents = WORDS.get(factor.word());
                if (exponents == null) {
                    return Optional.empty();
                }
                length += factor.power() * exponents[0];
                mass += factor.power() * exponents[1];
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(new Dimension(length, mass, text));
    }

    /** True for a pure number, which has no unit. */
    public boolean isPure() {
        return length == 0 && mass == 0;
    }

    /** True where the two measure the same, by whatever name. */
    public boolean isThatOf(Dimension other) {
        return length == other.length && mass == other.mass;
    }

    /** Its name with an article, for messages; of an unnamed one the powers. */
    String name() {
        for (String word : new String[] {"length", "mass", "time", "momentum"}) {
            if (matches(word)) {
                return "a " + word;
            }
        }
        if (matches("energy")) {
            return "an energy or a frequency";
        }
        return isPure() ? "a pure number" : "length^" + length + "·mass^" + mass;
    }

    private boolean matches(String word) {
        int[] exponents = Optional.ofNullable(WORDS.get(word)).orElseThrow();
        return length == exponents[0] && mass == exponents[1];
    }
}
