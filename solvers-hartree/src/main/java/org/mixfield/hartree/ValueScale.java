package org.mixfield.hartree;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large the terms are that add up to a measured value: a mean may vanish by symmetry, and its rounding does not. */
final class ValueScale {

    private static final Pattern MEAN = Pattern.compile("hartree\\.(mean|momentum)(\\.[uv]\\.[xyz])");
    private static final Pattern CENTER = Pattern.compile("hartree\\.center\\.([xyz])");
    private static final Pattern ANGULAR = Pattern.compile("hartree\\.angular-momentum\\.([uv])\\.[xyz]");

    private ValueScale() {}

    /**
     * The scale of one value.
     *
     * @param values all of them, by column name
     */
    static double of(String name, Map<String, Double> values) {
        double size = Math.abs(at(values, name));
        Matcher mean = MEAN.matcher(name);
        if (mean.matches()) {
            boolean position = "mean".equals(mean.group(1));
            return Math.sqrt(at(values, (position ? "hartree.square" : "hartree.momentum-square") + mean.group(2)));
        }
        Matcher center = CENTER.matcher(name);
        if (center.matches()) {
            double u = at(values, "hartree.square.u." + center.group(1));
            double v = at(values, "hartree.square.v." + center.group(1));
            return Math.sqrt(Math.max(u, v));
        }
        Matcher angular = ANGULAR.matcher(name);
        if (angular.matches()) {
            double square = 0;
            double momentum = 0;
            for (String axis : new String[] {"x", "y", "z"}) {
                square += at(values, "hartree.square." + angular.group(1) + "." + axis);
                momentum += at(values, "hartree.momentum-square." + angular.group(1) + "." + axis);
            }
            return Math.sqrt(square * momentum);
        }
        if (name.equals("hartree.virial")) {
            return at(values, "hartree.energy.kinetic.u") + at(values, "hartree.energy.kinetic.v");
        }
        return size;
    }

    private static double at(Map<String, Double> values, String name) {
        return values.getOrDefault(name, 0.0);
    }
}
