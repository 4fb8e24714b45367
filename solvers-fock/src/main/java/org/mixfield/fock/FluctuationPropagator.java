package org.mixfield.fock;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

/**
 * The fluctuation state ω_t, i dω/dt = L(t)ω from ω₀ = Ω⊗Ω, on F⊗F with a cutoff for each species, in the bases that move with
 * Hartree; beside it the truncated dynamics where that is asked for. Rows of which the top shells hold too much are refused.
 */
final class FluctuationPropagator implements Propagator {

    private final FluctuationChoice choice;
    private final FluctuationRun run;
    private final FluctuationMeasurement measurement;
    private final double endTime;
    private final Map<String, Object> lostNorm = new LinkedHashMap<>();
    private @Nullable DirectState state;

    FluctuationPropagator(Discretization discretization, FluctuationChoice choice, double endTime) {
        this(
                ModeTensors.of(discretization),
                discretization.mixture(),
                InitialModes.of(discretization, SpeciesName.U),
                InitialModes.of(discretization, SpeciesName.V),
                choice,
                endTime,
                discretization.workers());
        lostNorm.putAll(InitialModes.lostNorm(discretization));
    }

    /**
     * The same from matrix elements alone.
     *
     * @param mixture its particle numbers and weights; traps, masses and potentials are in the tensors
     * @param u initial orbital of species u in its modes, interleaved, of norm 1
     * @param v initial orbital of species v
     */
    FluctuationPropagator(
            ModeTensors tensors,
            Mixture mixture,
            double[] u,
            double[] v,
            FluctuationChoice choice,
            double endTime,
            Workers workers) {
        this.choice = choice;
        this.endTime = endTime;
        FrameWeights weights =
                FrameWeights.coherent(mixture.u().particles(), mixture.v().particles(), mixture.weights());
        this.run = new FluctuationRun(
                new CoherentStart(tensors, weights, u, v),
                choice.cutoff(),
                choice.cubic().stream().toList(),
                choice.tolerance(),
                endTime,
                workers);
        this.measurement = new FluctuationMeasurement(tensors, mixture.weights(), weights, workers);
    }

    @Override
    public boolean stepTowards(double target) {
        if (target < run.stepping().time()) {
            throw new IllegalArgumentException("time runs forward: " + target + " is before "
                    + run.stepping().time());
        }
        if (target > run.stepping().time()) {
            state = null;
        }
        return run.stepTowards(target);
    }

    @Override
    public DirectState state() {
        DirectState present = state;
        if (present == null) {
            requireLightTops("the fluctuations", run.direct().measured());
            truncated()
                    .ifPresent(levels ->
                            requireLightTops("the fluctuations of the truncated dynamics", levels.measured()));
            present = measurement.of(run.stepping(), run.direct(), truncated());
            state = present;
        }
        return present;
    }

    private Optional<FluctuationLevels> truncated() {
        return run.truncated().stream().findFirst();
    }

    private void requireLightTops(String what, FluctuationLevel level) {
        TopShells u = TopShells.of(level.space().shellsU(level.state()));
        TopShells v = TopShells.of(level.space().shellsV(level.state()));
        if (u.tooHeavy() || v.tooHeavy()) {
            throw new NumericalException(String.format(
                    Locale.ROOT,
                    "solvers.fock.direct-cutoff: %s is too small at time %s: of %s the two top shells of species u hold"
                            + " a probability of %.1e and those of species v %.1e, where %.0e is the most at which errors"
                            + " can be estimated; direct-cutoff: {u: %d, v: %d} would do, or a shorter time, or frames:"
                            + " [comoving], which has no such limit",
                    choice.cutoff(),
                    run.stepping().time(),
                    what,
                    u.weight(),
                    v.weight(),
                    TopShells.LIMIT,
                    u.needed(run.stepping().time(), endTime),
                    v.needed(run.stepping().time(), endTime)));
        }
    }

    @Override
    public Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        FluctuationLevel level = run.direct().measured();
        report.put("frame", "fluctuation");
        report.put(
                "cutoff", Map.of("u", choice.cutoff().u(), "v", choice.cutoff().v()));
        choice.cubic().ifPresent(cubic -> report.put("cubic-cutoff", Map.of("u", cubic.u(), "v", cubic.v())));
        report.put("states", level.space().dimension());
        report.put("steps", run.stepping().steps());
        report.put("steps-rejected", run.stepping().rejected());
        report.put("time", run.stepping().time());
        report.put("operator-applications", run.applications());
        report.put("krylov-error", level.error());
        report.put("top-shell-weight", topShells(level));
        truncated().ifPresent(levels -> report.put("truncated-top-shell-weight", topShells(levels.measured())));
        if (!lostNorm.isEmpty()) {
            report.put("initial-norm-lost", lostNorm);
        }
        return report;
    }

    private static Map<String, Object> topShells(FluctuationLevel level) {
        return perSpecies(
                TopShells.of(level.space().shellsU(level.state())).weight(),
                TopShells.of(level.space().shellsV(level.state())).weight());
    }

    private static Map<String, Object> perSpecies(Number u, Number v) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("u", u);
        values.put("v", v);
        return values;
    }

    @Override
    public Map<String, double[]> save() {
        Map<String, double[]> saved = new LinkedHashMap<>();
        run.save(saved);
        return saved;
    }

    @Override
    public void restore(Map<String, double[]> saved) {
        run.restore(saved);
        state = null;
    }
}
