package org.mixfield.core.units;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A product of powers of words, such as {@code Hz/um^2} or {@code energy·length³}. */
final class Factors {

    private static final Pattern FACTOR = Pattern.compile("([A-Za-zµμÅ][A-Za-z0-9µμÅ]*|1)(\\^-?\\d|[²³])?");

    private static final Pattern OPERATOR = Pattern.compile("[*·/]");

    /**
     * One word of the product.
     *
     * @param word the word; the word {@code 1} is left out
     * @param power its exponent, negative behind {@code /}
     */
    record Factor(String word, int power) {}

    private Factors() {}

    /**
     * The factors of a text.
     *
     * @throws IllegalArgumentException where it is no such product
     */
    static List<Factor> of(String text) {
        List<Factor> factors = new ArrayList<>();
        Matcher operators = OPERATOR.matcher(text);
        int from = 0;
        int sign = 1;
        boolean more = true;
        while (more) {
            more = operators.find();
            Matcher factor = FACTOR.matcher(text.substring(from, more ? operators.start() : text.length())
                    .strip());
            if (!factor.matches()) {
                throw new IllegalArgumentException("'" + text + "' is no product of powers of units such as um^2/s");
            }
            if (!factor.group(1).equals("1")) {
                factors.add(new Factor(factor.group(1), sign * power(factor.group(2))));
            }
            if (more) {
                sign = operators.group().equals("/") ? -1 : 1;
                from = operators.end();
            }
        }
        return factors;
    }

    private static int power(@org.jspecify.annotations.Nullable String written) {
        if (written == null) {
            return 1;
        }
        return switch (written) {
            case "²" -> 2;
            case "³" -> 3;
            default -> Integer.parseInt(written.substring(1));
        };
    }
}
