package org.mixfield.fock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.Workers;

/**
 * The expansions that run side by side: the one that is measured, with cutoff K and q nodes, and smaller ones whose changes say
 * how far it may be off. Cutoffs K−2 and K−4 with q nodes; one of them with q−1 and q−2 nodes; and a pilot, of a small cutoff
 * and few nodes, twice, once with steps twice as long. The cutoff of the nodes' comparison is not the least one, because a cutoff makes
 * the outer sectors less smooth than they are.
 */
final class CoMovingLevels {

    /** The cutoff of the pilot, unless K is smaller: enough for everything that the steps can get wrong. */
    private static final int PILOT_CUTOFF = 4;

    private final int cutoff;
    private final int nodes;
    private final Map<String, SectorLevel> levels = new LinkedHashMap<>();
    private final String pilotName;
    private final SectorLevel coarse;

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

    CoMovingLevels(Sizes sizes, int cutoff, int nodes, FrameWeights weights, CoMovingTensors tensors, Workers workers) {
        this.cutoff = cutoff;
        this.nodes = nodes;
        add(sizes, cutoff, nodes, weights, tensors, workers);
        if (!sizes.exact(cutoff)) {
            for (int k = cutoff - 2; k >= Math.max(0, cutoff - 4); k -= 2) {
                add(sizes, k, nodes, weights, tensors, workers);
            }
        }
        int fewest = nodes;
        if (sizes.gauss()) {
            add(sizes, nodesCutoff(), nodes, weights, tensors, workers);
            while (fewest > 1 && fewest > nodes - 2) {
                fewest--;
                add(sizes, nodesCutoff(), fewest, weights, tensors, workers);
            }
        }
        this.pilotName = name(Math.min(cutoff, PILOT_CUTOFF), fewest);
        add(sizes, Math.min(cutoff, PILOT_CUTOFF), fewest, weights, tensors, workers);
        SectorLevel pilot = pilot();
        this.coarse = new SectorLevel(pilot.basis(), pilot.points(), weights, tensors, workers);
    }

    /** The cutoff at which sums with fewer nodes are compared. */
    private int nodesCutoff() {
        return cutoff >= 8 ? cutoff - 4 : Math.min(cutoff, Math.max(2, cutoff - 2));
    }

    private static String name(int cutoff, int nodes) {
        return "level." + cutoff + "." + nodes;
    }

    private void add(Sizes sizes, int k, int q, FrameWeights weights, CoMovingTensors tensors, Workers workers) {
        if (!levels.containsKey(name(k, q))) {
            ExcitationBasis basis = new ExcitationBasis(tensors.modesU(), tensors.modesV(), k);
            boolean measured = levels.isEmpty();
            levels.put(name(k, q), new SectorLevel(basis, sizes.points(q, measured), weights, tensors, workers));
        }
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
        return Objects.requireNonNull(levels.get(pilotName));
    }

    /** The pilot with steps twice as long. */
    SectorLevel coarse() {
        return coarse;
    }

    /** Moves all of them by two half steps, or one step. */
    void advance(List<MagnusExponent> halves, List<MagnusExponent> whole, double errorRate) {
        levels.values().forEach(level -> level.advance(halves, errorRate));
        coarse.advance(whole, errorRate);
    }

    long applications() {
        return levels.values().stream().mapToLong(SectorLevel::applications).sum() + coarse.applications();
    }

    void save(Map<String, double[]> saved) {
        levels.forEach((name, level) -> level.save(name, saved));
        coarse.save("coarse", saved);
    }

    void restore(Map<String, double[]> saved) {
        levels.forEach((name, level) -> level.restore(name, saved));
        coarse.restore("coarse", saved);
    }
}
