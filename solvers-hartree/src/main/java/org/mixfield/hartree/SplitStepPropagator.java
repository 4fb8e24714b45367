package org.mixfield.hartree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.Propagator;

/**
 * Carries the two orbitals by a splitting scheme.
 *
 * <p>Where the error is estimated a second trajectory goes the same way with half as many steps. Its error at any time is
 * 2ᵖ times as large, p the order, so that the difference of the two tells the error of the first in anything that is
 * measured on both, with all that the dynamics made of it since time 0.
 */
final class SplitStepPropagator implements Propagator {

    /** Whether the padding is enough is looked at after the potentials were computed so many times. */
    private static final int LOOK_EVERY = 8;

    private final StepControl control;
    private final HartreeFlow flow;
    private final List<Double> kinks;
    private final Trajectory fine;
    private final @Nullable Trajectory coarse;
    private final @Nullable Trajectory check;
    private double time;
    private double segmentStart;
    private double segmentEnd = Double.NaN;
    private double lookedAt;
    private long evaluationsThen;

    private SplitStepPropagator(
            Discretization discretization,
            StepControl control,
            double paddingTolerance,
            boolean estimates,
            boolean measures) {
        this.control = control;
        this.flow = new HartreeFlow(discretization, paddingTolerance);
        this.kinks = discretization.mixture().kinks();
        this.fine = new Trajectory(flow, discretization.initial(SpeciesName.U), discretization.initial(SpeciesName.V));
        this.coarse = estimates ? Trajectory.empty(flow, discretization.grid()) : null;
        this.check = measures ? Trajectory.empty(flow, discretization.grid()) : null;
        if (coarse != null) {
            coarse.copy(fine);
        }
        flow.meanField().follow(0, 0, 0, fine.u, fine.v);
    }

    /**
     * Equal steps.
     *
     * @param largestStep each interval between outputs is cut into equal steps not above it
     * @param estimates whether the error is estimated, at half the cost again
     */
    static SplitStepPropagator fixed(
            Discretization discretization,
            Splitting scheme,
            double largestStep,
            boolean estimates,
            double paddingTolerance) {
        StepControl control = new FixedStep(scheme, largestStep, estimates ? 2 : 1);
        return new SplitStepPropagator(discretization, control, paddingTolerance, estimates, false);
    }

    /**
     * Steps by a tolerance of the local error per unit time.
     *
     * @param schemes those to choose from, the first to begin with
     */
    static SplitStepPropagator adaptive(
            Discretization discretization, List<Splitting> schemes, double tolerance, double paddingTolerance) {
        AdaptiveStep control = new AdaptiveStep(tolerance, schemes);
        return new SplitStepPropagator(discretization, control, paddingTolerance, true, true);
    }

    /**
     * Lets harmonic traps go with the kinetic energy, where they are most of the force; asked for before the first step.
     *
     * @return this propagator
     */
    SplitStepPropagator withExactTraps() {
        if (flow.trapShare().hasChoice()) {
            fine.chooseTrapShare(time);
        }
        return this;
    }

    @Override
    public boolean stepTowards(double target) {
        if (!(target >= time)) {
            throw new IllegalArgumentException("time runs forward: " + target + " is before " + time);
        }
        if (target > time) {
            double end = segmentTo(target);
            double next = control.next(time, segmentStart, end);
            if (stride(next - time, end)) {
                control.taken(next - time);
                time = next;
            }
        }
        if (time == target) {
            fine.flush();
            if (coarse != null) {
                coarse.flush();
            }
        }
        return time == target;
    }

    /** The end of the present segment; a new one starts at an output and at a kink. */
    private double segmentTo(double target) {
        double end = kinks.stream()
                .filter(kink -> kink > time && kink < target)
                .findFirst()
                .orElse(target);
        if (end != segmentEnd) {
            segmentStart = time;
            segmentEnd = end;
            if (kinks.contains(time)) {
                control.kink();
                fine.forgetPotentials();
                if (coarse != null) {
                    coarse.forgetPotentials();
                }
            }
        }
        return end;
    }

    /** Goes on by a stride; false where it was taken back. */
    private boolean stride(double duration, double end) {
        Splitting scheme = control.scheme();
        double latest = kinks.contains(end) ? Math.nextDown(end) : Double.POSITIVE_INFINITY;
        if (coarse == null) {
            fine.step(scheme, time, duration, latest);
            if (!fits(time + duration, end)) {
                fine.step(scheme, time + duration, -duration, latest);
                fine.flush();
                return false;
            }
            return true;
        }
        boolean measured = check != null && control.wantsCheck(duration);
        double half = duration / 2;
        if (measured && check != null) {
            fine.flush();
            check.copy(fine);
            check.step(scheme, time, duration, latest);
            check.flush();
        }
        fine.step(scheme, time, half, latest);
        fine.step(scheme, time + half, half, latest);
        boolean accepted = true;
        if (measured && check != null) {
            fine.flush();
            double error = fine.distance(check) / (Math.pow(2, scheme.order()) - 1);
            accepted = control.accepts(error, time, duration);
        }
        if (!accepted || !fits(time + duration, end)) {
            fine.step(scheme, time + duration, -half, latest);
            fine.step(scheme, time + half, -half, latest);
            fine.flush();
            return false;
        }
        coarse.step(scheme, time, duration, latest);
        return true;
    }

    /** Whether the potentials are still those of the orbitals as they are now; made to be so where they are not. */
    private boolean fits(double now, double end) {
        if (flow.evaluations() - evaluationsThen < LOOK_EVERY && now < end) {
            return true;
        }
        boolean fits = flow.meanField().follow(now, time - lookedAt, now - time, fine.u, fine.v);
        evaluationsThen = flow.evaluations();
        lookedAt = fits ? now : time;
        return fits;
    }

    @Override
    public HartreeState state() {
        return new HartreeState(
                fine.u, fine.v, coarser(), Optional.of(flow.meanField().meanField()));
    }

    private Optional<HartreeState.Coarser> coarser() {
        return Optional.ofNullable(coarse)
                .map(other -> new HartreeState.Coarser(other.u, other.v, control.errorRatio()));
    }

    /** Upper estimate of √(‖δu‖² + ‖δv‖²) by the steps in time, where it is known: between two outputs flows may be held back. */
    Optional<Double> error() {
        return Optional.ofNullable(coarse)
                .filter(other -> fine.isWhole() && other.isWhole())
                .flatMap(other -> coarser().map(known -> known.error(fine.distance(other))));
    }

    @Override
    public Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        control.report(report);
        report.put("potential-evaluations", flow.evaluations());
        report.put("kinetic-flows", flow.kineticFlows());
        error().ifPresent(error -> report.put("orbital-error", error));
        report.put("time", time);
        if (flow.trapShare().isTrapped()) {
            report.put("exact-trap-axes", flow.trapShare().report());
        }
        Map<String, Object> padding = flow.meanField().report();
        if (!padding.isEmpty()) {
            report.put("padding", padding);
        }
        Map<String, Object> boundary = new LinkedHashMap<>();
        Map<String, Object> highest = new LinkedHashMap<>();
        for (SpeciesName species : SpeciesName.values()) {
            ComplexField field = species == SpeciesName.U ? fine.u : fine.v;
            boundary.put(species.key(), Resolution.boundaryDensity(field));
            highest.put(species.key(), Resolution.highestWaveNumbers(field, flow.transform()));
        }
        report.put("boundary-density", boundary);
        report.put("highest-wave-numbers", highest);
        return report;
    }

    @Override
    public Map<String, double[]> save() {
        Map<String, double[]> saved = new LinkedHashMap<>();
        fine.save("", saved);
        if (coarse != null) {
            coarse.save("coarse-", saved);
        }
        saved.put("clock", new double[] {time, segmentStart, segmentEnd, lookedAt, evaluationsThen});
        saved.put("trap-share", flow.trapShare().save());
        saved.put("padding", flow.meanField().save());
        saved.put("control", control.save());
        saved.put("counts", new double[] {flow.evaluations(), flow.kineticFlows()});
        return saved;
    }

    @Override
    public void restore(Map<String, double[]> saved) {
        fine.restore("", saved);
        if (coarse != null) {
            coarse.restore("coarse-", saved);
        }
        double[] clock = SavedArrays.of(saved, "clock", 5);
        time = clock[0];
        segmentStart = clock[1];
        segmentEnd = clock[2];
        lookedAt = clock[3];
        evaluationsThen = (long) clock[4];
        flow.trapShare().restore(SavedArrays.of(saved, "trap-share", 6));
        flow.meanField()
                .restore(SavedArrays.of(saved, "padding", flow.meanField().save().length));
        control.restore(SavedArrays.of(saved, "control", control.save().length));
        double[] counts = SavedArrays.of(saved, "counts", 2);
        flow.count((long) counts[0], (long) counts[1]);
    }
}
