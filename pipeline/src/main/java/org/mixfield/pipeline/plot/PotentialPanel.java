package org.mixfield.pipeline.plot;

import java.awt.Color;
import java.util.List;
import java.util.function.Function;

/** V(r), along two directions where they differ. */
final class PotentialPanel {

    private static final String TITLE = "V(r)";
    private static final int POINTS = 800;

    private PotentialPanel() {}

    static Panel of(Directions potential) {
        if (potential.curves().isEmpty()) {
            return Panel.words(TITLE, "This potential has no values, so that there is no V(r) to draw.");
        }
        Extent extent = Extent.of(potential);
        return extent.singular() ? singular(potential, extent) : regular(potential, extent);
    }

    private static Panel regular(Directions potential, Extent extent) {
        List<Values> values = sampled(
                potential, curve -> Values.linear(extent.to() / (2 * POINTS), extent.to(), POINTS, curve.value()));
        if (values.stream().allMatch(Values::isEmpty)) {
            return nothing();
        }
        double bottom = values.stream().mapToDouble(Values::lowest).min().orElse(0);
        double top = values.stream().mapToDouble(Values::highest).max().orElse(0);
        Panel panel = Panel.chart(TITLE, "r  (length)", "V  (energy)").linear(extent.to(), bottom, top);
        for (int i = 0; i < values.size(); i++) {
            panel.curve(potential.curves().get(i).name(), values.get(i), i == 0 ? Panel.BLUE : Panel.GREEN);
        }
        return panel;
    }

    /** |V| on logarithmic axes, in another colour where V is negative. */
    private static Panel singular(Directions potential, Extent extent) {
        List<Values> values =
                sampled(potential, curve -> Values.logarithmic(extent.from(), extent.to(), POINTS, curve.value()));
        double top = values.stream().mapToDouble(Values::peak).max().orElse(0);
        double bottom = values.stream()
                .mapToDouble(each -> Math.min(
                        positive(each).lowest(), positive(each.negated()).lowest()))
                .min()
                .orElse(0);
        if (!(top > 0)) {
            return nothing();
        }
        Panel panel =
                Panel.chart(TITLE, "r  (length)", "|V|  (energy)").logarithmic(extent.from(), extent.to(), bottom, top);
        for (int i = 0; i < values.size(); i++) {
            String name = potential.curves().get(i).name();
            signed(panel, name, values.get(i), i == 0 ? Panel.BLUE : Panel.GREEN);
            signed(panel, "−" + name, values.get(i).negated(), i == 0 ? Panel.ORANGE : Panel.PURPLE);
        }
        return panel;
    }

    private static List<Values> sampled(Directions potential, Function<Directions.Curve, Values> sample) {
        return potential.curves().stream().map(sample).toList();
    }

    private static void signed(Panel panel, String name, Values values, Color color) {
        if (!positive(values).isEmpty()) {
            panel.curve(name, values.gapped(point -> point.y() > 0), color);
        }
    }

    private static Values positive(Values values) {
        return values.where(point -> point.y() > 0);
    }

    private static Panel nothing() {
        return Panel.words(TITLE, "V has no finite value at the distances looked at.");
    }
}
