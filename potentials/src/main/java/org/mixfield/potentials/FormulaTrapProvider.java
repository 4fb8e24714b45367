package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.potential.TrapProvider;

/**
 * {@code formula}: an {@code expression} in x, y, z and the time t, for example {@code a*x^2 + 0.1*sin(3*t)*x}, with further
 * numbers under {@code constants}. It changes in time where it contains t. An axis that the grid lacks is no variable.
 *
 * <p>Operators and functions are those of the pair potential {@link FormulaProvider formula}.
 */
@AutoService(TrapProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class FormulaTrapProvider implements TrapProvider {

    private static final String TIME = "t";

    @Override
    public String name() {
        return "formula";
    }

    @Override
    public Trap create(Settings settings) {
        settings.means(Map.of(
                "expression", "V as a function of x, y, z and the time t",
                "constants", "names that the expression may use"));
        String text = settings.text("expression");
        Map<String, Double> constants = settings.namedNumbers("constants");
        if (text.isBlank()) {
            return Trap.NONE;
        }
        int axes = settings.axes() > 0 ? settings.axes() : 3;
        try {
            FieldExpression expression = FieldExpression.parse(text, variables(axes), constants);
            return expression.contains(TIME) ? new Changing(expression, axes) : at(expression, axes, 0);
        } catch (IllegalArgumentException e) {
            settings.problem("expression", "found " + text + ": " + e.getMessage());
            return Trap.NONE;
        }
    }

    private static List<String> variables(int axes) {
        return java.util.stream.Stream.concat(
                        java.util.stream.IntStream.range(0, axes).mapToObj(Grid::axisName),
                        java.util.stream.Stream.of(TIME))
                .toList();
    }

    private static Trap at(FieldExpression expression, int axes, double time) {
        return switch (axes) {
            case 1 -> (x, y, z) -> expression.at(x, time);
            case 2 -> (x, y, z) -> expression.at(x, y, time);
            default -> (x, y, z) -> expression.at(x, y, z, time);
        };
    }

    @Override
    public Map<String, String> units() {
        return Map.of("constants", "any");
    }

    private record Changing(FieldExpression expression, int axes) implements Trap {

        @Override
        public double value(double x, double y, double z) {
            return at(0).value(x, y, z);
        }

        @Override
        public Trap at(double time) {
            return FormulaTrapProvider.at(expression, axes, time);
        }

        @Override
        public boolean changes() {
            return true;
        }
    }
}
