package org.mixfield.pipeline.plot;

import java.util.Comparator;
import java.util.List;
import org.mixfield.core.potential.FormBound;
import org.mixfield.pipeline.output.FormBoundView;

/** The ratio ⟨V²⟩/⟨1−Δ⟩ of Gaussians against their width, which K bounds; or trial functions for which it grows. */
final class TrialPanel {

    private static final String TITLE = "Trial ratio ⟨V²⟩ / ⟨1 − Δ⟩";
    private static final String GAUSSIANS = "Gaussians of width s";
    private static final int POINTS = 240;

    /** Where an average over directions makes each of them slow. */
    private static final int FEW_POINTS = 72;

    private static final double NARROWEST = 1e-6;
    private static final double WIDEST = 1e6;

    /** A ratio below this part of the largest is not shown. */
    private static final double VISIBLE = 1e-3;

    /** How far beyond the trial functions of a witness, or the extent of V, Gaussians are shown. */
    private static final double BESIDE = 1000;

    /** Where the ratio changes less than this from its value at an end, relatively, it has settled there. */
    private static final double SETTLED = 2e-3;

    /** Part of the points kept where it has settled. */
    private static final int MARGIN = 24;

    /** Bounds closer than this, relatively, are one line. */
    private static final double CLOSE = 1e-3;

    private TrialPanel() {}

    static Panel of(Directions potential, int dimension, FormBound bound) {
        Values gaussians = gaussians(potential, new GaussianTrials(potential.meanSquare(), dimension))
                .where(point -> point.y() > 0);
        if (bound instanceof FormBound.Violated violated) {
            return growing(gaussians, violated.witness());
        }
        return bound instanceof FormBound.Computed computed
                ? bounded(gaussians, bound, computed.lower(), computed.upper())
                : bounded(gaussians, bound, ((FormBound.Proven) bound).k(), ((FormBound.Proven) bound).k());
    }

    private static Values gaussians(Directions potential, GaussianTrials trials) {
        if (potential.curves().isEmpty()) {
            return Values.of(List.of());
        }
        if (potential.curves().size() == 1) {
            return Values.logarithmic(NARROWEST, WIDEST, POINTS, trials::ratio);
        }
        double scale = Extent.of(potential).to();
        return Values.logarithmic(scale / BESIDE, scale * BESIDE, FEW_POINTS, trials::ratio);
    }

    private static Panel bounded(Values gaussians, FormBound bound, double lower, double upper) {
        if (!(upper > 0)) {
            return Panel.words(TITLE, "It is 0 for every trial function.");
        }
        if (gaussians.isEmpty()) {
            return Panel.words(TITLE, "It is not drawn for a potential without values.");
        }
        Values seen = visible(gaussians, Math.max(gaussians.peak(), lower));
        double from = seen.first();
        double to = seen.last();
        Panel panel = Panel.chart(TITLE, "s  (length)", "ratio")
                .logarithmic(from, to, seen.lowest(), upper)
                .curve(GAUSSIANS, seen, Panel.BLUE);
        if (upper - lower <= CLOSE * upper) {
            return panel.level(FormBoundView.constant(bound), from, to, upper, Panel.GREEN);
        }
        panel.level("upper bound of K", from, to, upper, Panel.GREEN);
        return lower > 0 ? panel.level("lower bound of K", from, to, lower, Panel.ORANGE) : panel;
    }

    /** Without the ends at which the ratio vanishes or no longer changes. */
    private static Values visible(Values ratios, double peak) {
        Values large = ratios.where(point -> point.y() >= VISIBLE * peak);
        Values kept = large.count() < 2 ? ratios : large;
        int first = 0;
        int last = kept.count() - 1;
        while (first < last && settled(kept, first + 1, 0)) {
            first++;
        }
        while (last > first && settled(kept, last - 1, kept.count() - 1)) {
            last--;
        }
        int margin = ratios.count() / MARGIN;
        return kept.part(Math.max(0, first - margin), Math.min(kept.count(), last + margin + 1));
    }

    private static boolean settled(Values ratios, int index, int end) {
        return Math.abs(ratios.get(index).y() / ratios.get(end).y() - 1) < SETTLED;
    }

    private static Panel growing(Values gaussians, FormBound.Witness witness) {
        Values trials = Values.of(witness.trials().stream()
                .map(trial -> new Values.Point(trial.parameter(), trial.ratio()))
                .filter(point -> point.x() > 0 && point.y() > 0 && Double.isFinite(point.y()))
                .sorted(Comparator.comparingDouble(Values.Point::x))
                .toList());
        if (trials.count() < 2) {
            return Panel.words(TITLE, witness.family());
        }
        boolean shrinking = trials.get(0).y() > trials.get(trials.count() - 1).y();
        double from = trials.first() / (shrinking ? 1 : BESIDE);
        double to = trials.last() * (shrinking ? BESIDE : 1);
        Values near = gaussians.where(point -> point.x() >= from && point.x() <= to);
        Panel panel = Panel.chart(TITLE + ", without bound", "s  (length)", "ratio")
                .logarithmic(
                        near.isEmpty() ? trials.first() : from,
                        near.isEmpty() ? trials.last() : to,
                        Math.min(trials.lowest(), near.lowest()),
                        Math.max(trials.highest(), near.highest()));
        if (!near.isEmpty()) {
            panel.curve(GAUSSIANS, near, Panel.BLUE);
        }
        return panel.points("trial functions of the witness", trials, Panel.ORANGE);
    }
}
