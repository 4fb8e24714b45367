package org.mixfield.core.config;

import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import org.apiguardian.api.API;

/**
 * The interval of numbers that a test accepts.
 *
 * @param whole whether whole numbers alone are accepted
 * @param least the lower end, −∞ where there is none
 * @param leastIncluded whether the lower end itself is accepted
 * @param most the upper end, ∞ where there is none
 * @param mostIncluded whether the upper end itself is accepted
 */
@API(status = API.Status.EXPERIMENTAL)
public record Range(boolean whole, double least, boolean leastIncluded, double most, boolean mostIncluded) {

    private static final double MOST_EXACT = 1e15;

    /**
     * The interval of a test, found by asking it: what it accepts is taken to be one interval, of whole numbers or of all,
     * that holds one of a few small numbers.
     */
    public static Range of(DoublePredicate test) {
        double[] inside = DoubleStream.of(1, 2, 0.5, 0, 3, 10, 100, -1, -10, 0.1, 0.01, 1000)
                .filter(test)
                .limit(1)
                .toArray();
        if (inside.length == 0) {
            return new Range(false, Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);
        }
        double known = inside[0];
        boolean whole = known == Math.rint(known) && !test.test(known + 0.5) && !test.test(known - 0.5);
        double far = whole ? MOST_EXACT : Double.MAX_VALUE;
        double least = test.test(-far) ? Double.NEGATIVE_INFINITY : last(test, known, -far, whole);
        double most = test.test(far) ? Double.POSITIVE_INFINITY : last(test, known, far, whole);
        double below = Math.nextDown(least);
        double above = Math.nextUp(most);
        // The number next to an open end is no number that anybody writes; the end itself is.
        boolean openBelow = !whole && below == Math.rint(below);
        boolean openAbove = !whole && above == Math.rint(above);
        return new Range(
                whole,
                openBelow ? below + 0.0 : least + 0.0,
                !openBelow && Double.isFinite(least),
                openAbove ? above + 0.0 : most + 0.0,
                !openAbove && Double.isFinite(most));
    }

    /** The last number that is accepted on the way from one that is to one that is not. */
    private static double last(DoublePredicate test, double accepted, double refused, boolean whole) {
        long from = whole ? (long) accepted : ordered(accepted);
        long to = whole ? (long) refused : ordered(refused);
        while (Math.abs(to - from) > 1) {
            // Both ends have 62 bits at most on either side of 0, except for the greatest numbers.
            long middle = (from & to) + ((from ^ to) >> 1);
            if (middle == from || middle == to) {
                break;
            }
            if (test.test(whole ? middle : number(middle))) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return whole ? from : number(from);
    }

    /** A whole number for each number, in the same order. */
    private static long ordered(double x) {
        long bits = Double.doubleToLongBits(x);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    private static double number(long ordered) {
        return Double.longBitsToDouble(ordered >= 0 ? ordered : Long.MIN_VALUE - ordered);
    }
}
