package org.mixfield.fock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.Workers;

/**
 * The expansions that run side by side: the one that is measured, with cutoff K and q nodes, and smaller ones whose changes say
 * how far it may be off. Cutoffs K−2 and K−4 with q nodes; one of them with q−1 and q−2 nodes; and the smallest of these, the pilot, once
 * more with steps half as long. The cutoff of the nodes' comparison is not the least one, because a cutoff makes the outer sectors
 * less smooth than they are.
 */
final class CoMovingLevels {

    /** States up to which an expansion that truncates nothing is its own pilot. */
    private static final int SMALL = 1000;

    /** A batch that is more than this share of all work is shared by the workers; otherwise each has batches of its own. */
    private static final double LARGE_SHARE = 0.5;

    private final Sizes sizes;
    private final int cutoff;
    private final int nodes;
    private final int modesU;
    private final int modesV;
    private final FrameWeights weights;
    private final CoMovingCouplings start;
    private final Workers workers;
    private final Map<String, SectorLevel> levels = new LinkedHashMap<>();
    private final SectorLevel pilot;
    private final SectorLevel fine;
    private final List<Task> tasks = new ArrayList<>();
    private final CoMovingWork[] works;

    /** Parameters that decide which sectors there are. */
    record Sizes(int n1, int n2, boolean coherent, boolean gaussU, boolean gaussV, double tail) {

        /** Whether nothing is truncated. */
        boolean exact(int cutoff) {
            return !coherent && cutoff >= n1 + n2;
        }

        boolean gauss() {
            return coherent && (gaussU || gaussV);
        }

        NumberPoints points(int nodes, boolean twice) {
            return coherent
                    ? NumberPoints.coherent(n1, n2, gaussU ? nodes : 0, gaussV ? nodes : 0, tail, twice)
                    : NumberPoints.factorised();
        }
    }

    /** A batch of sectors to be moved on. */
    private record Task(SectorLevel level, int batch) {

        double work() {
            return level.work(batch);
        }
    }

    /**
     * The expansions at the start.
     *
     * @param start matrix elements at any time
     */
    CoMovingLevels(
            Sizes sizes,
            int cutoff,
            int nodes,
            int modesU,
            int modesV,
            FrameWeights weights,
            CoMovingCouplings start,
            Workers workers) {
        this.sizes = sizes;
        this.cutoff = cutoff;
        this.nodes = nodes;
        this.modesU = modesU;
        this.modesV = modesV;
        this.weights = weights;
        this.start = start;
        this.workers = workers;
        level(cutoff, nodes);
        if (!sizes.exact(cutoff)) {
            for (int k = cutoff - 2; k >= Math.max(0, cutoff - 4); k -= 2) {
                level(k, nodes);
            }
        }
        int fewest = nodes;
        if (sizes.gauss()) {
            level(nodesCutoff(), nodes);
            while (fewest > 1 && fewest > nodes - 2) {
                fewest--;
                level(nodesCutoff(), fewest);
            }
        }
        boolean small = ExcitationBasis.dimension(modesU, modesV, cutoff) <= SMALL;
        this.pilot = level(sizes.exact(cutoff) && small ? cutoff : nodesCutoff(), fewest);
        this.fine = new SectorLevel(pilot.basis(), pilot.points(), weights, start, workers);
        for (SectorLevel level : levels.values()) {
            addTasks(level);
        }
        addTasks(fine);
        tasks.sort(Comparator.comparingDouble(Task::work).reversed());
        this.works = CoMovingWork.of(modesU, modesV, workers.count());
    }

    /** The cutoff at which sums with fewer nodes, and steps, are compared. */
    private int nodesCutoff() {
        return cutoff >= 8 ? cutoff - 4 : Math.min(cutoff, Math.max(2, cutoff - 2));
    }

    private static String name(int cutoff, int nodes) {
        return "level." + cutoff + "." + nodes;
    }

    private SectorLevel level(int k, int q) {
        SectorLevel known = levels.get(name(k, q));
        if (known != null) {
            return known;
        }
        boolean measured = levels.isEmpty();
        SectorLevel level = new SectorLevel(
                new ExcitationBasis(modesU, modesV, k), sizes.points(q, measured), weights, start, workers);
        levels.put(name(k, q), level);
        return level;
    }

    private void addTasks(SectorLevel level) {
        for (int batch = 0; batch < level.batches(); batch++) {
            tasks.add(new Task(level, batch));
        }
    }

    /** Gives each of them its ground state; what was found of the one that is measured. */
    LowestState settle(CoMovingCouplings couplings, double[][] h, double tolerance) {
        for (SectorLevel level : levels.values()) {
            if (level != measured()) {
                level.settle(couplings, h, tolerance, work(), workers);
            }
        }
        fine.settle(couplings, h, tolerance, work(), workers);
        return measured().settle(couplings, h, tolerance, work(), workers);
    }

    /** The expansion that is measured. */
    SectorLevel measured() {
        return levels.values().iterator().next();
    }

    /** The one with another cutoff and all nodes, if it runs. */
    @Nullable
    SectorLevel ofCutoff(int k) {
        return levels.get(name(k, nodes));
    }

    /** The one with another number of nodes, if it runs, at the cutoff for that. */
    @Nullable
    SectorLevel ofNodes(int q) {
        return levels.get(name(nodesCutoff(), q));
    }

    /** A small cutoff with the fewest nodes. */
    SectorLevel pilot() {
        return pilot;
    }

    /** The pilot with steps half as long. */
    SectorLevel fine() {
        return fine;
    }

    /** Memory for one thread. */
    CoMovingWork work() {
        return works[0];
    }

    /** Moves all of them by a step, the fine one by two halves of it. */
    void advance(
            List<MagnusExponent<CoMovingCouplings>> whole,
            List<MagnusExponent<CoMovingCouplings>> halves,
            double errorRate) {
        double sum = tasks.stream().mapToDouble(Task::work).sum();
        if (tasks.get(0).work() > LARGE_SHARE * sum) {
            for (Task task : tasks) {
                task.level.advance(task.batch, task.level == fine ? halves : whole, errorRate, works[0]);
            }
        } else {
            workers.run(tasks.size(), 1, (worker, from, to) -> {
                for (Task task : tasks.subList(from, to)) {
                    task.level.advance(task.batch, task.level == fine ? halves : whole, errorRate, works[worker]);
                }
            });
        }
    }

    long applications() {
        return levels.values().stream().mapToLong(SectorLevel::applications).sum() + fine.applications();
    }

    void save(Map<String, double[]> saved) {
        levels.forEach((name, level) -> level.save(name, saved));
        fine.save("fine", saved);
    }

    void restore(Map<String, double[]> saved) {
        levels.forEach((name, level) -> level.restore(name, saved));
        fine.restore("fine", saved);
    }
}
