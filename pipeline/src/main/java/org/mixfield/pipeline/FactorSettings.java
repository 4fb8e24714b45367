package org.mixfield.pipeline;

import java.util.List;
import java.util.Map;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.Modulation;
import org.mixfield.core.potential.ModulationProvider;
import org.mixfield.core.run.NumericalException;

/**
 * The key {@code factor}, which any trap and any pair potential has beside its {@code type}: a number, or a mapping that
 * describes a function of time. Who provides the trap or the potential does not see it.
 */
final class FactorSettings {

    private static final String KEY = "factor";

    private final Selection selection;

    FactorSettings(Selection selection) {
        this.selection = selection;
    }

    /** The factor of what a mapping describes; 1 where it has none, or where a problem was recorded. */
    Modulation read(Settings described) {
        described.means(Map.of(KEY, "what it is multiplied by, a number or a function of time"));
        if (!described.has(KEY)) {
            return Modulation.NONE;
        }
        if (!described.isMapping(KEY)) {
            return Modulation.constant(described.number(KEY));
        }
        Settings settings = described.section(KEY);
        return selection
                .make(selection.from().modulations(), settings, null, ModulationProvider::create)
                .map(made -> made == Modulation.NONE ? made : new Checked(made, settings.path()))
                .orElse(Modulation.NONE);
    }

    /** A factor whose values are finite. */
    private record Checked(Modulation factor, String path) implements Modulation {

        @Override
        public double at(double time) {
            return finite(factor.at(time), "at time " + time);
        }

        @Override
        public boolean changes() {
            return factor.changes();
        }

        @Override
        public List<Double> kinks() {
            return factor.kinks();
        }

        @Override
        public double largest(double end) {
            return finite(factor.largest(end), "at most from time 0 to " + end);
        }

        private double finite(double value, String when) {
            if (!Double.isFinite(value)) {
                throw new NumericalException("the factor " + path + " is " + value + " " + when
                        + "; a factor is finite at all times of a run");
            }
            return value;
        }
    }
}
