package org.mixfield.fock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.mixfield.core.model.Weights;
import org.mixfield.core.run.Workers;

/** Measures the fluctuation state and the truncated dynamics at their present time, with errors. */
final class FluctuationMeasurement {

    /** The pilot, from which the error of the steps is taken, has smaller cutoffs. */
    private static final double SAFETY_OF_STEPS = 2;

    private static final double ROUNDING = 1e-15;

    private final ModeTensors tensors;
    private final Weights hartreeWeights;
    private final FrameWeights weights;
    private final Workers workers;

    FluctuationMeasurement(ModeTensors tensors, Weights hartreeWeights, FrameWeights weights, Workers workers) {
        this.tensors = tensors;
        this.hartreeWeights = hartreeWeights;
        this.weights = weights;
        this.workers = workers;
    }

    /** One quantity on all levels, the largest first, on the pilot and on the coarse one. */
    private record OnLevels<T>(List<T> levels, T pilot, T coarse) {

        private double[] changes(ToDoubleBiFunction<T, T> change) {
            double[] changes = new double[levels.size() - 1];
            for (int i = 0; i < changes.length; i++) {
                changes[i] = change.applyAsDouble(levels.get(i), levels.get(i + 1));
            }
            return changes;
        }

        /** The sizes of the changes of a number. */
        private double[] changes(ToDoubleFunction<T> value) {
            return changes((a, b) -> Math.abs(value.applyAsDouble(a) - value.applyAsDouble(b)));
        }

        /** What the steps get wrong of a number. */
        private double steps(ToDoubleFunction<T> value) {
            return SAFETY_OF_STEPS
                    * Math.abs(value.applyAsDouble(pilot) - value.applyAsDouble(coarse))
                    / MagnusStepping.RICHARDSON;
        }
    }

    DirectState of(
            MagnusStepping<CoMovingTensors> stepping, FluctuationLevels direct, Optional<FluctuationLevels> truncated) {
        double[] u = java.util.Arrays.copyOf(stepping.bases().basis(0), 2 * tensors.modesU());
        double[] v = java.util.Arrays.copyOf(stepping.bases().basis(1), 2 * tensors.modesV());
        OnLevels<CoherentMoments> moments = moments(direct);
        CoherentMoments measured = moments.levels().get(0);
        double state = direct.measured().error();
        double bases = stepping.bases().error();
        double errorU = otherError(measured.numberU(), measured.numberSquaredU(), weights.n1(), state, bases);
        double errorV = otherError(measured.numberV(), measured.numberSquaredV(), weights.n2(), state, bases);
        double[] guide = moments.changes(this::movement);
        Estimate distance = new Estimate(
                traceDistance(measured),
                CutoffSeries.missing(
                                moments.changes(FluctuationMeasurement::traceDistance), guide, CoMovingErrors.UNKNOWN)
                        + SAFETY_OF_STEPS * distance(moments.pilot(), moments.coarse()) / MagnusStepping.RICHARDSON
                        + 2 * state
                        + 2 * bases
                        + tensors.modesU() * tensors.modesV() * ROUNDING);
        return new DirectState(
                u,
                v,
                new ProjectedHartree(tensors, hartreeWeights, u, v).energy(),
                number(moments, CoherentMoments::numberU, errorU),
                number(moments, CoherentMoments::numberV, errorV),
                number(
                        moments,
                        CoherentMoments::numberUV,
                        errorU * (1 + measured.numberV()) + errorV * (1 + measured.numberU())),
                distance,
                measured,
                truncated.map(levels -> truncated(direct, levels, guide, bases)));
    }

    /** A number made of the moments, which may have an error beside those of cutoffs and steps. */
    Estimate number(FluctuationLevels levels, ToDoubleFunction<CoherentMoments> value, double otherError) {
        return number(moments(levels), value, otherError);
    }

    /** The last ones: earlier ones of a distance are of another kind, and cutoffs may be near to M₁, M₂ there. */
    private static double[] latest(int count, double[] changes) {
        return java.util.Arrays.copyOf(changes, Math.min(count, changes.length));
    }

    private TruncatedState truncated(
            FluctuationLevels direct, FluctuationLevels truncated, double[] guide, double bases) {
        OnLevels<CoherentMoments> moments = moments(truncated);
        CoherentMoments measured = moments.levels().get(0);
        double state = truncated.measured().error();
        return new TruncatedState(
                number(
                        moments,
                        CoherentMoments::numberU,
                        otherError(measured.numberU(), measured.numberSquaredU(), weights.n1(), state, bases)),
                number(
                        moments,
                        CoherentMoments::numberV,
                        otherError(measured.numberV(), measured.numberSquaredV(), weights.n2(), state, bases)),
                distance(direct, truncated, guide, state + direct.measured().error() + bases + ROUNDING));
    }

    /** By its own changes, or by the last one and how fast everything falls: in the end the slower species makes the error of the other. */
    private Estimate number(
            OnLevels<CoherentMoments> moments, ToDoubleFunction<CoherentMoments> value, double otherError) {
        double[] changes = moments.changes(value);
        double missing = Math.max(
                CutoffSeries.missing(changes, changes, Double.MAX_VALUE),
                CutoffSeries.missing(latest(1, changes), moments.changes(this::movement), Double.MAX_VALUE));
        return new Estimate(value.applyAsDouble(moments.levels().get(0)), missing + moments.steps(value) + otherError);
    }

    /**
     * ‖ω − ω^c‖. Levels on which the truncated dynamics is the whole one have nothing to say; where there are no others, the change
     * of ω itself between two cutoffs is what there is to compare with.
     */
    private static Estimate distance(
            FluctuationLevels direct, FluctuationLevels truncated, double[] guide, double otherError) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < direct.all().size(); i++) {
            double value = direct.all().get(i).distance(truncated.all().get(i));
            if (value > 0) {
                values.add(value);
            }
        }
        OnLevels<Double> distances = new OnLevels<>(
                values.isEmpty() ? List.of(0.0) : values,
                direct.pilot().distance(truncated.pilot()),
                direct.coarse().distance(truncated.coarse()));
        double unknown = SAFETY_OF_STEPS * direct.measured().distance(direct.pilot());
        return new Estimate(
                distances.levels().get(0),
                CutoffSeries.missing(latest(2, distances.changes(x -> x)), guide, unknown)
                        + distances.steps(x -> x)
                        + otherError);
    }

    private OnLevels<CoherentMoments> moments(FluctuationLevels levels) {
        return new OnLevels<>(
                levels.all().stream().map(this::moments).toList(), moments(levels.pilot()), moments(levels.coarse()));
    }

    private CoherentMoments moments(FluctuationLevel level) {
        return FluctuationMoments.of(level.space(), level.state(), weights, workers);
    }

    /**
     * |⟨𝒩⟩ − ⟨𝒩⟩'| ≤ 2δ‖𝒩ω‖ for states δ apart, and for orbitals ε apart, which displace a state by √N ε, 2√N ε‖𝒩^½ω‖ and
     * smaller terms.
     */
    private static double otherError(double number, double squared, double n, double state, double bases) {
        return 2 * state * Math.sqrt(Math.max(0, squared))
                + 2 * Math.sqrt(n) * bases * Math.sqrt(Math.max(0, number) + 1)
                + ROUNDING * (1 + squared);
    }

    private static double traceDistance(CoherentMoments moments) {
        return HermitianEigenvalues.traceNorm(moments.difference(), moments.modesU() * moments.modesV());
    }

    /** How far two states are apart in γ and, per particle, in ⟨𝒩⟩: the latter has no way to vanish by accident in one mode. */
    private double movement(CoherentMoments a, CoherentMoments b) {
        return distance(a, b)
                + Math.abs(a.numberU() - b.numberU()) / weights.n1()
                + Math.abs(a.numberV() - b.numberV()) / weights.n2();
    }

    /** Trace norm of the difference between two γ. */
    private static double distance(CoherentMoments a, CoherentMoments b) {
        return HermitianEigenvalues.traceDistance(a.difference(), b.difference(), a.modesU() * a.modesV());
    }
}
