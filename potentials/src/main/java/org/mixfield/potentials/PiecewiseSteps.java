package org.mixfield.potentials;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * What in an expression has a kink or jumps: the functions abs, cbrt, signum, floor and ceil, and the remainder %. Each is
 * smooth as long as its piece stays the same: the sign, the floor, the ceiling, or the whole part of the quotient, of its
 * argument.
 */
final class PiecewiseSteps implements BreakSearch.Pieces {

    private static final String REMAINDER = "%";

    private static final Map<String, DoubleUnaryOperator> PIECES = Map.of(
            "abs",
            Math::signum,
            "cbrt",
            Math::signum,
            "signum",
            Math::signum,
            "floor",
            Math::floor,
            "ceil",
            Math::ceil,
            REMAINDER,
            quotient -> quotient < 0 ? Math.ceil(quotient) : Math.floor(quotient));

    /** One step of an expression in reverse Polish notation: what it is called, and what it makes of its arguments. */
    record Step(String name, int arguments, Operation operation) {}

    /** A number, r, a function or an operator. */
    @FunctionalInterface
    interface Operation {
        double at(double[] arguments, double r);
    }

    private final List<Step> steps;
    private final int count;

    PiecewiseSteps(List<Step> steps) {
        this.steps = List.copyOf(steps);
        this.count = (int)
                steps.stream().filter(step -> PIECES.containsKey(step.name())).count();
    }

    /** Whether there is any. */
    boolean isEmpty() {
        return count == 0;
    }

    @Override
    public double[] at(double r) {
        double[] pieces = new double[count];
        int found = 0;
        Deque<Double> stack = new ArrayDeque<>();
        for (Step step : steps) {
            double[] arguments = new double[step.arguments()];
            for (int i = arguments.length - 1; i >= 0; i--) {
                arguments[i] = stack.pop();
            }
            DoubleUnaryOperator piece = PIECES.get(step.name());
            if (piece != null) {
                pieces[found++] =
                        piece.applyAsDouble(step.name().equals(REMAINDER) ? arguments[0] / arguments[1] : arguments[0]);
            }
            stack.push(value(step, arguments, r));
        }
        return pieces;
    }

    private static double value(Step step, double[] arguments, double r) {
        try {
            return step.operation().at(arguments, r);
        } catch (ArithmeticException e) {
            return Double.NaN; // divided by 0
        }
    }
}
