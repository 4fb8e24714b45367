package org.mixfield.fock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.special.Gamma;

/**
 * The number sectors of a start and their probabilities: one for a factorised state, and for a coherent one those of
 * Poisson(N₁) × Poisson(N₂) with the largest weights.
 *
 * @param sectors the sectors kept
 * @param leftOut probability of all others
 * @param pairsLeftOut Σ P(n₁)P(n₂) n₁n₂/(N₁N₂) over all others, their weight in γ
 */
record NumberSectors(List<Sector> sectors, double leftOut, double pairsLeftOut) {

    /** More sectors than this are not listed; {@link #coherentStates} then only estimates. */
    static final double MOST_SECTORS = 1e6;

    NumberSectors {
        sectors = List.copyOf(sectors);
    }

    /**
     * One sector.
     *
     * @param n1 particles of species u
     * @param n2 particles of species v
     * @param probability its weight
     * @param atEdge true when a neighbouring sector was left out
     */
    record Sector(int n1, int n2, double probability, boolean atEdge) {}

    static NumberSectors factorised(int n1, int n2) {
        return new NumberSectors(List.of(new Sector(n1, n2, 1, false)), 0, 0);
    }

    /** The likeliest sectors, until the probability left out is at most {@code tail}. */
    static NumberSectors coherent(int particles1, int particles2, double tail) {
        double[] p1 = poisson(particles1, tail);
        double[] p2 = poisson(particles2, tail);
        double pairs = (double) particles1 * particles2;
        double negligible = 1e-9 * tail / ((double) p1.length * p2.length);
        List<int[]> order = new ArrayList<>();
        for (int n1 = 0; n1 < p1.length; n1++) {
            for (int n2 = 0; n2 < p2.length; n2++) {
                if (p1[n1] * p2[n2] > negligible) {
                    order.add(new int[] {n1, n2});
                }
            }
        }
        order.sort(Comparator.comparingDouble(n -> -p1[n[0]] * p2[n[1]]));
        // What is left out is added up from its smallest part, so that it does not drown in 1 − Σ.
        double out = 0;
        double pairsOut = 0;
        int kept = order.size();
        while (kept > 1) {
            int[] n = order.get(kept - 1);
            double p = p1[n[0]] * p2[n[1]];
            if (out + p > 0.99 * tail) {
                break;
            }
            out += p;
            pairsOut += p * n[0] * n[1] / pairs;
            kept--;
        }
        boolean[][] in = new boolean[p1.length + 1][p2.length + 1];
        for (int[] n : order.subList(0, kept)) {
            in[n[0]][n[1]] = true;
        }
        List<Sector> sectors = new ArrayList<>();
        for (int[] n : order.subList(0, kept)) {
            boolean edge = !in[n[0] + 1][n[1]]
                    || !in[n[0]][n[1] + 1]
                    || n[0] > 0 && !in[n[0] - 1][n[1]]
                    || n[1] > 0 && !in[n[0]][n[1] - 1];
            sectors.add(new Sector(n[0], n[1], p1[n[0]] * p2[n[1]], edge));
        }
        return new NumberSectors(sectors, out, pairsOut);
    }

    /** About how many states the sectors of a coherent start have, in floating point because it may be huge. */
    static double coherentStates(int particles1, int modes1, int particles2, int modes2, double tail) {
        double range1 = poissonRange(particles1, tail);
        double range2 = poissonRange(particles2, tail);
        if (range1 * range2 > MOST_SECTORS) {
            return range1
                    * range2
                    * OccupationBasis.dimension(particles1, modes1)
                    * OccupationBasis.dimension(particles2, modes2);
        }
        double states = 0;
        for (Sector sector : coherent(particles1, particles2, tail).sectors()) {
            states += OccupationBasis.dimension(sector.n1(), modes1) * OccupationBasis.dimension(sector.n2(), modes2);
        }
        return states;
    }

    /** How many sectors a coherent start has; empty where they are too many to be listed. */
    static OptionalDouble coherentSectors(int particles1, int particles2, double tail) {
        return poissonRange(particles1, tail) * poissonRange(particles2, tail) > MOST_SECTORS
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        coherent(particles1, particles2, tail).sectors().size());
    }

    /** P(0), P(1), … until what follows is far below the tail. */
    private static double[] poisson(int mean, double tail) {
        int size = (int) Math.min(mean + poissonRange(mean, tail), Integer.MAX_VALUE - 8);
        double[] p = new double[size];
        for (int n = 0; n < size; n++) {
            p[n] = Math.exp(n * Math.log(mean) - mean - Gamma.logGamma(n + 1.0));
        }
        return p;
    }

    /** The numbers of particles of one species that the sectors of a coherent start can have: from 0 to below this. */
    static double particlesBelow(int mean, double tail) {
        return mean + poissonRange(mean, tail);
    }

    /** A width that holds all but a small part of the tail: Chernoff's bound for the upper side. */
    private static double poissonRange(int mean, double tail) {
        double depth = -Math.log(1e-4 * tail / Math.max(1, mean));
        return Math.ceil(Math.sqrt(2 * depth * mean) + depth) + 2;
    }
}
