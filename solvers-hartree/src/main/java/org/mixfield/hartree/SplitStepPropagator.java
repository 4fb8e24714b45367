package org.mixfield.hartree;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.MeanField;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.FourierTransform;

/**
 * Carries the two orbitals by a splitting scheme.
 *
 * <p>Flows of the same kind that meet are merged: a kinetic one is held back until a potential one needs the densities, and
 * the potentials are computed once for as long as the densities stay the same, across the boundary of two steps too.
 */
final class SplitStepPropagator implements Propagator {

    private static final int BLOCK = 1 << 12;

    private final Discretization discretization;
    private final Splitting scheme;
    private final double largestStep;
    private final Workers workers;
    private final MeanField meanField;
    private final KineticFlow kineticU;
    private final KineticFlow kineticV;
    private final ComplexField u;
    private final ComplexField v;
    private final double[] densityU;
    private final double[] densityV;
    private final double[] potentialU;
    private final double[] potentialV;
    private final FourierTransform transform;
    private double time;
    private int done;
    private double pendingKinetic;
    private boolean potentialsCurrent;
    private long steps;
    private long evaluations;
    private long kineticFlows;
    private double smallestStep = Double.POSITIVE_INFINITY;

    SplitStepPropagator(Discretization discretization, Splitting scheme, double largestStep) {
        this.discretization = discretization;
        this.scheme = scheme;
        this.largestStep = largestStep;
        this.workers = discretization.workers();
        this.meanField = discretization.meanField();
        Grid grid = discretization.grid();
        this.transform = discretization.backend().complex(workers, grid.shape());
        this.kineticU = new KineticFlow(grid, discretization.mixture().u().mass(), transform, workers);
        this.kineticV = new KineticFlow(grid, discretization.mixture().v().mass(), transform, workers);
        this.u = discretization.initial(SpeciesName.U);
        this.v = discretization.initial(SpeciesName.V);
        this.densityU = new double[grid.size()];
        this.densityV = new double[grid.size()];
        this.potentialU = new double[grid.size()];
        this.potentialV = new double[grid.size()];
    }

    @Override
    public boolean stepTowards(double target) {
        double interval = target - time;
        if (interval < 0) {
            throw new IllegalArgumentException("time runs forward: " + target + " is before " + time);
        }
        int count = (int) Math.ceil(interval / largestStep - 1e-9);
        if (done < count) {
            step(interval / count);
            done++;
        }
        if (done < count) {
            return false;
        }
        flushKinetic();
        time = target;
        done = 0;
        return true;
    }

    @Override
    public Map<String, double[]> save() {
        Map<String, double[]> saved = new LinkedHashMap<>();
        saved.put("u", u.data());
        saved.put("v", v.data());
        saved.put("potential.u", potentialU);
        saved.put("potential.v", potentialV);
        saved.put("clock", new double[] {
            time, done, pendingKinetic, potentialsCurrent ? 1 : 0, steps, evaluations, kineticFlows, smallestStep
        });
        return saved;
    }

    @Override
    public void restore(Map<String, double[]> saved) {
        copy(saved, "u", u.data());
        copy(saved, "v", v.data());
        copy(saved, "potential.u", potentialU);
        copy(saved, "potential.v", potentialV);
        double[] clock = new double[8];
        copy(saved, "clock", clock);
        time = clock[0];
        done = (int) clock[1];
        pendingKinetic = clock[2];
        potentialsCurrent = clock[3] == 1;
        steps = (long) clock[4];
        evaluations = (long) clock[5];
        kineticFlows = (long) clock[6];
        smallestStep = clock[7];
    }

    private static void copy(Map<String, double[]> saved, String name, double[] target) {
        double[] source = saved.get(name);
        if (source == null || source.length != target.length) {
            throw new IllegalArgumentException("the saved array " + name + " is missing or has another length");
        }
        System.arraycopy(source, 0, target, 0, target.length);
    }

    /** One step, forward or backward; the last kinetic flow may be held back until {@link #flushKinetic}. */
    void step(double duration) {
        boolean potential = scheme.potentialFirst();
        for (double fraction : scheme.fractions()) {
            if (potential) {
                potentialFlow(fraction * duration);
            } else {
                pendingKinetic += fraction * duration;
            }
            potential = !potential;
        }
        steps++;
        smallestStep = Math.min(smallestStep, Math.abs(duration));
    }

    void flushKinetic() {
        if (pendingKinetic != 0) {
            kineticU.apply(u, pendingKinetic);
            kineticV.apply(v, pendingKinetic);
            pendingKinetic = 0;
            potentialsCurrent = false;
            kineticFlows++;
        }
    }

    private void potentialFlow(double duration) {
        flushKinetic();
        if (!potentialsCurrent) {
            u.density(densityU);
            v.density(densityV);
            meanField.potentials(time, densityU, densityV, potentialU, potentialV);
            discretization.addTrap(SpeciesName.U, time, potentialU);
            discretization.addTrap(SpeciesName.V, time, potentialV);
            potentialsCurrent = true;
            evaluations++;
        }
        rotate(u.data(), potentialU, -duration);
        rotate(v.data(), potentialV, -duration);
    }

    private void rotate(double[] data, double[] potential, double factor) {
        workers.run(potential.length, BLOCK, (worker, from, to) -> {
            for (int j = from; j < to; j++) {
                double angle = factor * potential[j];
                double cos = Math.cos(angle);
                double sin = Math.sin(angle);
                double re = data[2 * j];
                double im = data[2 * j + 1];
                data[2 * j] = cos * re - sin * im;
                data[2 * j + 1] = cos * im + sin * re;
            }
        });
    }

    @Override
    public State state() {
        return new HartreeState(u, v);
    }

    @Override
    public Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("method", scheme.name());
        report.put("order", scheme.order());
        report.put("steps", steps);
        if (steps > 0) {
            report.put("smallest-step", smallestStep);
        }
        report.put("potential-evaluations", evaluations);
        report.put("kinetic-flows", kineticFlows);
        report.put("boundary-density", Map.of("u", Resolution.boundaryDensity(u), "v", Resolution.boundaryDensity(v)));
        report.put(
                "highest-wave-numbers",
                Map.of(
                        "u", Resolution.highestWaveNumbers(u, transform),
                        "v", Resolution.highestWaveNumbers(v, transform)));
        return report;
    }
}
