package org.mixfield.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.Workload;

/**
 * The first steps of a run, taken for their time. Each solver is given a few seconds in two halves; the second, in which
 * code is compiled and a controlled step has settled, is extrapolated.
 */
final class Calibration {

    /** Of wall time, for half of the steps of one solver. */
    private static final double HALF = 1;

    /** Rows within a half that make their number a measure of the work. */
    private static final int ENOUGH_ROWS = 3;

    private final OutputTimes times;
    private final Evolution evolution;
    private final Observables observables;
    private final Map<String, Extrapolation> solvers = new LinkedHashMap<>();
    private double preparation;
    private double measuring;

    /**
     * How far a propagator is.
     *
     * @param seconds spent
     * @param rows reached
     * @param calls of {@code stepTowards} that had something to do
     * @param steps as it counts them itself
     * @param time up to which the work is done, as it says itself
     */
    private record Mark(double seconds, int rows, double calls, OptionalDouble steps, OptionalDouble time) {}

    /**
     * What is expected of a whole run.
     *
     * @param steps of the solver
     * @param seconds for all of them
     */
    record Extrapolation(OptionalDouble steps, OptionalDouble seconds) {}

    private Calibration(RunConfiguration configuration, Discretization discretization, Observables observables) {
        this.times = configuration.times();
        this.evolution = new Evolution(configuration, discretization);
        this.observables = observables;
    }

    /** Takes the steps; the memory must be there. */
    static Calibration of(
            RunConfiguration configuration,
            Discretization discretization,
            Observables observables,
            Map<String, Workload> workloads) {
        Calibration calibration = new Calibration(configuration, discretization, observables);
        calibration.take(workloads);
        return calibration;
    }

    /** What is expected of a solver. */
    Extrapolation solver(String name) {
        return solvers.getOrDefault(name, new Extrapolation(OptionalDouble.empty(), OptionalDouble.empty()));
    }

    /** What is expected of the whole run. */
    OptionalDouble seconds() {
        return solvers.values().stream().allMatch(solver -> solver.seconds().isPresent())
                ? OptionalDouble.of(preparation
                        + measuring * times.count()
                        + solvers.values().stream()
                                .mapToDouble(solver -> solver.seconds().orElseThrow())
                                .sum())
                : OptionalDouble.empty();
    }

    /** Bytes of what the solvers put into a checkpoint. */
    double checkpointBytes() {
        return Double.BYTES
                * (double) evolution.save().values().stream()
                        .flatMap(section -> section.values().stream())
                        .mapToLong(array -> array.length)
                        .sum();
    }

    private void take(Map<String, Workload> workloads) {
        long begin = System.nanoTime();
        evolution.start();
        preparation = since(begin);
        measuring = times.rows().get(0) == 0 ? measureFirstRow() : 0;
        evolution
                .propagators()
                .forEach((name, propagator) -> solvers.put(
                        name,
                        extrapolation(
                                propagator,
                                workloads.getOrDefault(name, Workload.UNKNOWN).steps())));
    }

    /** The second time, when code is compiled and what observables make once is made. */
    private double measureFirstRow() {
        try {
            evolution.advanceTo(0, () -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        observables.measure(evolution.snapshot(0));
        long begin = System.nanoTime();
        observables.measure(evolution.snapshot(0));
        return since(begin);
    }

    private Extrapolation extrapolation(Propagator propagator, OptionalDouble known) {
        Mark first = half(propagator, mark(propagator, 0, 0, 0));
        Mark second = half(propagator, first);
        if (second.rows() == times.count()) {
            return new Extrapolation(known.isPresent() ? known : second.steps(), OptionalDouble.of(second.seconds()));
        }
        double seconds = second.seconds() - first.seconds();
        if (known.isPresent() && second.calls() > first.calls()) {
            double left = known.getAsDouble() - second.calls();
            return new Extrapolation(
                    known, OptionalDouble.of(second.seconds() + left * seconds / (second.calls() - first.calls())));
        }
        boolean byRows = second.rows() - first.rows() >= ENOUGH_ROWS;
        double from = byRows ? rowTime(first) : first.time().orElse(0);
        double to = byRows ? rowTime(second) : second.time().orElse(0);
        if (!(to > from)) {
            return new Extrapolation(known, OptionalDouble.empty());
        }
        double factor = (times.end() - to) / (to - from);
        OptionalDouble steps = known;
        if (known.isEmpty() && first.steps().isPresent() && second.steps().isPresent()) {
            double before = first.steps().getAsDouble();
            double after = second.steps().getAsDouble();
            steps = OptionalDouble.of(Math.ceil(after + factor * (after - before)));
        }
        return new Extrapolation(steps, OptionalDouble.of(second.seconds() + factor * seconds));
    }

    private double rowTime(Mark mark) {
        return mark.rows() == 0 ? 0 : times.rows().get(mark.rows() - 1);
    }

    private Mark half(Propagator propagator, Mark before) {
        List<Double> rows = times.rows();
        long begin = System.nanoTime();
        int row = before.rows();
        double calls = before.calls();
        while (row < rows.size() && since(begin) < HALF) {
            // At time 0 there is nothing to do.
            calls += rows.get(row) > 0 ? 1 : 0;
            if (propagator.stepTowards(rows.get(row))) {
                row++;
            }
        }
        return mark(propagator, before.seconds() + since(begin), row, calls);
    }

    private static Mark mark(Propagator propagator, double seconds, int rows, double calls) {
        Map<String, Object> report = propagator.report();
        return new Mark(seconds, rows, calls, number(report.get("steps")), number(report.get("time")));
    }

    private static OptionalDouble number(@Nullable Object value) {
        return value instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }

    private static double since(long begin) {
        return 1e-9 * (System.nanoTime() - begin);
    }
}
