package org.mixfield.fock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mixfield.core.run.Workers;

/**
 * One dynamics, L or L^c, with the cutoffs asked for and up to four pairs of smaller ones, by two each, whose changes say how
 * far it may be off; and one of the smaller ones with steps twice as long.
 */
final class FluctuationLevels {

    private static final int MOST = 5;
    private static final int BY = 2;

    private final String name;
    private final List<FluctuationLevel> levels = new ArrayList<>();
    private final FluctuationLevel coarse;

    FluctuationLevels(
            String name,
            List<FluctuationSpace> spaces,
            Optional<SpeciesCutoffs> cubic,
            FrameWeights weights,
            KrylovMemory memory,
            Workers workers) {
        this.name = name;
        for (FluctuationSpace space : spaces) {
            levels.add(new FluctuationLevel(space, cubic, weights, memory, workers));
        }
        this.coarse = new FluctuationLevel(pilot().space(), cubic, weights, memory, workers);
    }

    /** The cutoffs of the levels, largest first. */
    static List<SpeciesCutoffs> cutoffs(SpeciesCutoffs largest) {
        List<SpeciesCutoffs> cutoffs = new ArrayList<>();
        SpeciesCutoffs next = largest;
        // With less than a pair there is nothing to extrapolate from.
        while (cutoffs.size() < 2 || cutoffs.size() < MOST && Math.max(next.u(), next.v()) >= BY) {
            cutoffs.add(next);
            next = next.less(BY);
        }
        return cutoffs;
    }

    /** Bytes of the states, of copies of the pilot, and of the generators. */
    static double bytes(int modesU, int modesV, SpeciesCutoffs largest, int workers) {
        double bytes = 0;
        for (SpeciesCutoffs cutoffs : cutoffs(largest)) {
            bytes += 16 * FluctuationSpace.dimension(modesU, modesV, cutoffs)
                    + FluctuationGenerator.bytes(modesU, modesV, cutoffs, workers);
        }
        SpeciesCutoffs pilot = largest.less(BY);
        // The coarse one, and two copies for the error of a step.
        return bytes
                + 48 * FluctuationSpace.dimension(modesU, modesV, pilot)
                + FluctuationGenerator.bytes(modesU, modesV, pilot, workers);
    }

    /** The one that is measured. */
    FluctuationLevel measured() {
        return levels.get(0);
    }

    /** All of them, largest first. */
    List<FluctuationLevel> all() {
        return levels;
    }

    /** One that is cheaper than the largest and nearly as stiff. */
    FluctuationLevel pilot() {
        return levels.get(Math.min(1, levels.size() - 1));
    }

    /** The pilot with steps twice as long. */
    FluctuationLevel coarse() {
        return coarse;
    }

    void advance(
            List<MagnusExponent<CoMovingTensors>> halves,
            List<MagnusExponent<CoMovingTensors>> whole,
            double errorRate) {
        levels.forEach(level -> level.advance(halves, errorRate));
        coarse.advance(whole, errorRate);
    }

    long applications() {
        return levels.stream().mapToLong(FluctuationLevel::applications).sum() + coarse.applications();
    }

    void save(Map<String, double[]> saved) {
        for (int i = 0; i < levels.size(); i++) {
            levels.get(i).save(name + "." + i, saved);
        }
        coarse.save(name + ".coarse", saved);
    }

    void restore(Map<String, double[]> saved) {
        for (int i = 0; i < levels.size(); i++) {
            levels.get(i).restore(name + "." + i, saved);
        }
        coarse.restore(name + ".coarse", saved);
    }
}
