package org.mixfield.potentials;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.objecthunter.exp4j.Expression;
import net.objecthunter.exp4j.ExpressionBuilder;
import net.objecthunter.exp4j.function.Functions;
import net.objecthunter.exp4j.shuntingyard.ShuntingYard;
import net.objecthunter.exp4j.tokenizer.Token;
import net.objecthunter.exp4j.tokenizer.VariableToken;

/** An expression of exp4j in several variables. exp4j keeps the values of variables in it, so that each thread has its own. */
final class Exp4jField implements FieldExpression {

    private static final Set<String> BUILT_IN = Set.of("pi", "π", "e", "φ");

    private final List<String> variables;
    private final Set<String> contained;
    private final ThreadLocal<Expression> expression;

    private Exp4jField(Expression prototype, List<String> variables, Set<String> contained) {
        this.variables = variables;
        this.contained = contained;
        this.expression = ThreadLocal.withInitial(() -> new Expression(prototype));
    }

    static FieldExpression parse(String text, List<String> variables, Map<String, Double> constants) {
        constants.keySet().forEach(name -> checkName(name, variables));
        Set<String> names = new HashSet<>(BUILT_IN);
        names.addAll(variables);
        names.addAll(constants.keySet());
        try {
            Expression prototype = new ExpressionBuilder(text)
                    .variables(variables.toArray(String[]::new))
                    .variables(constants.keySet())
                    .implicitMultiplication(false)
                    .build();
            prototype.setVariables(constants);
            List<String> errors =
                    Optional.ofNullable(prototype.validate(false).getErrors()).orElse(List.of());
            if (!errors.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", errors));
            }
            Set<String> contained = new HashSet<>();
            for (Token token : ShuntingYard.convertToRPN(text, new HashMap<>(), new HashMap<>(), names, false)) {
                if (token instanceof VariableToken variable) {
                    contained.add(variable.getName());
                }
            }
            Exp4jField field = new Exp4jField(prototype, List.copyOf(variables), contained);
            field.at(new double[variables.size()]); // what is left of wrong structures shows now
            return field;
        } catch (RuntimeException e) {
            // Of many types: a slip of its parser is a wrong expression too.
            String reason = e.getMessage() == null || e.getMessage().isBlank() ? "it is no expression" : e.getMessage();
            throw new IllegalArgumentException(reason + "; " + accepted(variables), e);
        }
    }

    private static void checkName(String name, List<String> variables) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")
                || variables.contains(name)
                || BUILT_IN.contains(name)
                || Functions.getBuiltinFunction(name) != null) {
            throw new IllegalArgumentException(
                    "the constant '" + name + "' has a name that is taken or not a word of letters,"
                            + " digits and '_'; " + accepted(variables));
        }
    }

    private static String accepted(List<String> variables) {
        return String.format(
                Locale.ROOT,
                "accepted: an expression in %s and the constants, with numbers, pi, e, + - * / %% ^, parentheses and"
                        + " functions such as exp(%s)",
                String.join(", ", variables),
                variables.get(0));
    }

    @Override
    public double at(double... values) {
        Expression own = expression.get();
        for (int i = 0; i < values.length; i++) {
            own.setVariable(variables.get(i), values[i]);
        }
        try {
            return own.evaluate();
        } catch (ArithmeticException e) {
            return Double.NaN; // exp4j throws where something is divided by 0
        }
    }

    @Override
    public boolean contains(String variable) {
        return contained.contains(variable);
    }
}
