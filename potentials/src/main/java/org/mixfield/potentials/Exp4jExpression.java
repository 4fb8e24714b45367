package org.mixfield.potentials;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import net.objecthunter.exp4j.Expression;
import net.objecthunter.exp4j.ExpressionBuilder;
import net.objecthunter.exp4j.shuntingyard.ShuntingYard;
import net.objecthunter.exp4j.tokenizer.FunctionToken;
import net.objecthunter.exp4j.tokenizer.NumberToken;
import net.objecthunter.exp4j.tokenizer.OperatorToken;
import net.objecthunter.exp4j.tokenizer.Token;
import net.objecthunter.exp4j.tokenizer.VariableToken;
import org.mixfield.core.potential.LeadingPower;

/**
 * The one place that calls exp4j. An expression of it holds its variables, so that each thread has its own.
 *
 * <p>Its behaviour at 0 is found by doing to {@link Germ}s, in the order in which exp4j does it, what it does to numbers.
 */
final class Exp4jExpression implements RadialExpression {

    private static final String VARIABLE = "r";

    private static final String ACCEPTED =
            "accepted: an expression in r with numbers, pi, e, + - * / % ^, parentheses and functions such as exp(r)";

    private static final Set<String> NAMES = Set.of(VARIABLE, "pi", "π", "e", "φ");

    private final ThreadLocal<Expression> expression;
    private final Optional<LeadingPower> atOrigin;
    private final double[] breakPoints;

    private Exp4jExpression(Expression prototype, Token[] tokens) {
        this.expression = ThreadLocal.withInitial(() -> new Expression(prototype));
        this.atOrigin = leading(tokens);
        PiecewiseSteps pieces = new PiecewiseSteps(
                Arrays.stream(tokens).map(Exp4jExpression::step).toList());
        this.breakPoints = pieces.isEmpty() ? new double[0] : BreakSearch.of(pieces);
    }

    static RadialExpression parse(String text) {
        try {
            Expression prototype = new ExpressionBuilder(text)
                    .variable(VARIABLE)
                    .implicitMultiplication(false)
                    .build();
            List<String> errors =
                    Optional.ofNullable(prototype.validate(false).getErrors()).orElse(List.of());
            if (!errors.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", errors));
            }
            evaluate(new Expression(prototype), 1); // what is left of wrong structures shows now
            return new Exp4jExpression(
                    prototype, ShuntingYard.convertToRPN(text, new HashMap<>(), new HashMap<>(), NAMES, false));
        } catch (RuntimeException e) {
            // Of many types: a slip of its parser is a wrong expression too.
            throw new IllegalArgumentException(reason(e) + "; " + ACCEPTED, e);
        }
    }

    private static String reason(RuntimeException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? "it is no expression" : message;
    }

    @Override
    public double at(double r) {
        return evaluate(expression.get(), r);
    }

    /** exp4j throws where something is divided by 0. */
    private static double evaluate(Expression expression, double r) {
        try {
            return expression.setVariable(VARIABLE, r).evaluate();
        } catch (ArithmeticException e) {
            return Double.NaN;
        }
    }

    @Override
    public Optional<LeadingPower> atOrigin() {
        return atOrigin;
    }

    @Override
    public double[] breakPoints() {
        return breakPoints.clone();
    }

    private static PiecewiseSteps.Step step(Token token) {
        if (token instanceof FunctionToken function) {
            return new PiecewiseSteps.Step(
                    function.getFunction().getName(),
                    function.getFunction().getNumArguments(),
                    (arguments, r) -> function.getFunction().apply(arguments));
        }
        if (token instanceof OperatorToken operator) {
            return new PiecewiseSteps.Step(
                    operator.getOperator().getSymbol(),
                    operator.getOperator().getNumOperands(),
                    (arguments, r) -> operator.getOperator().apply(arguments));
        }
        OptionalDouble constant =
                token instanceof NumberToken number ? OptionalDouble.of(number.getValue()) : constant(token);
        return new PiecewiseSteps.Step("", 0, (arguments, r) -> constant.orElse(r));
    }

    private static Optional<LeadingPower> leading(Token[] tokens) {
        Deque<Germ> stack = new ArrayDeque<>();
        try {
            for (Token token : tokens) {
                stack.push(germ(token, stack));
            }
            return stack.pop().leading();
        } catch (Germ.Undetermined e) {
            return Optional.empty();
        }
    }

    private static Germ germ(Token token, Deque<Germ> stack) {
        if (token instanceof NumberToken number) {
            return Germ.constant(number.getValue());
        }
        if (token instanceof VariableToken) {
            OptionalDouble constant = constant(token);
            return constant.isPresent() ? Germ.constant(constant.getAsDouble()) : Germ.R;
        }
        if (token instanceof OperatorToken operator) {
            Germ last = stack.pop();
            return operator.getOperator().getNumOperands() == 1
                    ? unary(operator.getOperator().getSymbol(), last)
                    : binary(operator.getOperator().getSymbol(), stack.pop(), last);
        }
        if (token instanceof FunctionToken function) {
            Germ last = stack.pop();
            String name = function.getFunction().getName();
            return name.equals("pow") ? stack.pop().pow(last) : GermFunctions.apply(name, last);
        }
        throw new Germ.Undetermined();
    }

    /** The value of pi and the like; empty for r. */
    private static OptionalDouble constant(Token token) {
        if (!(token instanceof VariableToken variable) || variable.getName().equals(VARIABLE)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                switch (variable.getName()) {
                    case "e" -> Math.E;
                    case "φ" -> 1.61803398874;
                    default -> Math.PI;
                });
    }

    private static Germ unary(String symbol, Germ a) {
        return switch (symbol) {
            case "+" -> a;
            case "-" -> a.times(-1);
            default -> throw new Germ.Undetermined();
        };
    }

    private static Germ binary(String symbol, Germ a, Germ b) {
        return switch (symbol) {
            case "+" -> a.plus(b);
            case "-" -> a.plus(b.times(-1));
            case "*" -> a.times(b);
            case "/" -> a.times(b.reciprocal());
            case "^" -> a.pow(b);
            case "%" -> a.remainder(b);
            default -> throw new Germ.Undetermined();
        };
    }
}
