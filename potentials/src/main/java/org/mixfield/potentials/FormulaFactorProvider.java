package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.Modulation;
import org.mixfield.core.potential.ModulationProvider;

/**
 * {@code formula}: an {@code expression} in the time t, for example {@code exp(-t/tau)}, with further numbers under
 * {@code constants}. It is taken for smooth: where it has kinks, {@code ramp} or {@code table} is more accurate.
 */
@AutoService(ModulationProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class FormulaFactorProvider implements ModulationProvider {

    @Override
    public String name() {
        return "formula";
    }

    @Override
    public Modulation create(Settings settings) {
        settings.means(Map.of(
                "expression", "the factor as a function of the time t",
                "constants", "names that the expression may use"));
        String text = settings.text("expression");
        Map<String, Double> constants = settings.namedNumbers("constants");
        if (text.isBlank()) {
            return Modulation.NONE;
        }
        try {
            FieldExpression expression = FieldExpression.parse(text, List.of("t"), constants);
            return expression.contains("t") ? expression::at : Modulation.constant(expression.at(0));
        } catch (IllegalArgumentException e) {
            settings.problem("expression", "found " + text + ": " + e.getMessage());
            return Modulation.NONE;
        }
    }

    @Override
    public Map<String, String> units() {
        return Map.of("constants", "any");
    }
}
