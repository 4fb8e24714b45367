package org.mixfield.pipeline.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.mixfield.core.model.Weights;
import org.mixfield.core.run.InsufficientMemoryException;
import org.mixfield.core.run.NumericalException;
import org.mixfield.pipeline.OutputTimes;
import org.mixfield.pipeline.Progress;
import org.mixfield.pipeline.Run;
import org.mixfield.pipeline.RunInterrupted;

/** The rows of one problem at other particle numbers, with few times and without files. */
final class Sweep {

    static final String TOO_FEW = "fewer than three particle numbers that can be compared";

    /** What a rung may cost, as a multiple of the run itself; what cannot be told beforehand is tried. */
    private static final double MOST_WORK = 10;

    private final Run run;
    private final OutputTimes times;
    private final ParticleNumbers own;
    private final List<String> warnings = new ArrayList<>();

    /**
     * A sweep around a run.
     *
     * @param times of the rows
     */
    Sweep(Run run, OutputTimes times) {
        this.run = run.forSweep(times);
        this.times = times;
        this.own = new ParticleNumbers(
                run.configuration().mixture().u().particles(),
                run.configuration().mixture().v().particles());
    }

    /** A run's own particle numbers. */
    ParticleNumbers own() {
        return own;
    }

    /** The particle numbers that the run can afford, ascending, its own among them; what is left out is warned of. */
    List<ParticleNumbers> affordable() {
        Weights weights = run.configuration().mixture().weights();
        List<ParticleNumbers> tens = ParticleNumbers.inTens(own, weights);
        List<ParticleNumbers> rungs = affordable(tens);
        if (rungs.size() < UniformBound.FEWEST_RUNGS) {
            rungs = affordable(ParticleNumbers.nearby(own, weights));
        }
        List<ParticleNumbers> kept = rungs;
        String left = tens.stream()
                .filter(rung -> !kept.contains(rung) && rung.total() > own.total())
                .map(ParticleNumbers::words)
                .collect(Collectors.joining("; "));
        if (!left.isEmpty()) {
            warnings.add(
                    "left out of the sweep over particle numbers, as they take more memory than there is or more than "
                            + (int) MOST_WORK
                            + " times the work of the run (the frame comoving with sectors: auto would not): "
                            + left);
        }
        return rungs;
    }

    private List<ParticleNumbers> affordable(List<ParticleNumbers> rungs) {
        double most = MOST_WORK * work(run);
        return rungs.stream()
                .filter(rung -> rung.equals(own) || fits(at(rung), most))
                .toList();
    }

    private static boolean fits(Run rung, double mostWork) {
        double bytes = rung.memory().stream().mapToDouble(need -> need.bytes()).sum();
        return bytes <= Run.availableMemory() && !(work(rung) > mostWork);
    }

    /** States times sectors, which all numbers together are proportional to. */
    private static double work(Run run) {
        double product = 1;
        for (double size : run.work().sizes().values()) {
            product *= size;
        }
        return product;
    }

    private Run at(ParticleNumbers numbers) {
        return run.withParticles(numbers.u(), numbers.v());
    }

    /**
     * Computes all rungs but the run's own.
     *
     * @param numbers of all rungs
     * @param known the run's own rung, with rows at the times of the sweep
     * @throws RunInterrupted where the thread was interrupted
     */
    List<Rung> climb(List<ParticleNumbers> numbers, Rung known, Progress progress) {
        List<Rung> rungs = new ArrayList<>(List.of(known));
        int done = 0;
        for (ParticleNumbers rung : numbers) {
            if (rung.equals(own)) {
                continue;
            }
            int before = done;
            try {
                Run at = at(rung);
                List<double[]> rows = at.rows(
                        (count, total, message) -> progress.at(before + count, total, rung.words() + ", " + message));
                rungs.add(Rung.of(rung, at.columns(), rows));
            } catch (NumericalException | InsufficientMemoryException e) {
                warnings.add("left out of the sweep over particle numbers: " + rung.words() + ": " + e.getMessage());
            }
            done += times.count();
        }
        rungs.sort(Comparator.comparingInt(Rung::total));
        return rungs;
    }

    /** What was left out and why. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
