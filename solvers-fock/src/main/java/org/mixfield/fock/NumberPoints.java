package org.mixfield.fock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.special.Gamma;

/**
 * A sum over number sectors, Σ_m P(m₁)P(m₂) f(m₁, m₂), and the sectors (m₁+a, m₂+b) that f needs.
 *
 * @param sectors n₁−N₁ and n₂−N₂ of every sector
 * @param points the terms of the sum
 * @param leftOut weight of the terms that are left out
 */
record NumberPoints(List<Sector> sectors, List<Point> points, double leftOut) {

    NumberPoints {
        sectors = List.copyOf(sectors);
        points = List.copyOf(points);
    }

    /** The particles of a sector beyond N₁ and N₂, whole or not. */
    record Sector(double aboveU, double aboveV) {}

    /**
     * A term of the sum.
     *
     * @param weight P(m₁)P(m₂)
     * @param aboveU m₁−N₁
     * @param aboveV m₂−N₂
     * @param x00 number of the sector (m₁, m₂)
     * @param x10 number of (m₁+1, m₂), and so on; −1 where it is not needed
     */
    record Point(double weight, double aboveU, double aboveV, int x00, int x10, int x01, int x11, int x20, int x02) {}

    /** The one sector of a factorised state. */
    static NumberPoints factorised() {
        return single(0, 0);
    }

    /** One sector by itself. */
    static NumberPoints single(double aboveU, double aboveV) {
        return new NumberPoints(
                List.of(new Sector(aboveU, aboveV)), List.of(new Point(1, aboveU, aboveV, 0, -1, -1, -1, -1, -1)), 0);
    }

    /**
     * The sum of a coherent start, for each species by Gauss quadrature or over the whole numbers.
     *
     * @param nodesU nodes of species u; 0 for all whole numbers but the unlikely ones, of probability {@code tail} together
     * @param nodesV likewise
     * @param twice whether (m₁+2, m₂) and (m₁, m₂+2) are needed
     */
    static NumberPoints coherent(int n1, int n2, int nodesU, int nodesV, double tail, boolean twice) {
        Collector collector = new Collector(twice);
        if (nodesU == 0 && nodesV == 0) {
            NumberSectors kept = NumberSectors.coherent(n1, n2, tail);
            for (NumberSectors.Sector sector : kept.sectors()) {
                double weight = poisson(sector.n1(), n1) * poisson(sector.n2(), n2);
                collector.add(weight, sector.n1() - n1, sector.n2() - n2);
            }
            return collector.points(kept.leftOut());
        }
        GaussCharlier u = nodesU == 0 ? wholeNumbers(n1, tail) : GaussCharlier.of(n1, nodesU);
        GaussCharlier v = nodesV == 0 ? wholeNumbers(n2, tail) : GaussCharlier.of(n2, nodesV);
        for (int i = 0; i < u.weights().length; i++) {
            for (int j = 0; j < v.weights().length; j++) {
                collector.add(u.weights()[i] * v.weights()[j], u.above()[i], v.above()[j]);
            }
        }
        return collector.points(nodesU == 0 || nodesV == 0 ? tail : 0);
    }

    private static GaussCharlier wholeNumbers(int mean, double tail) {
        int below = (int) NumberSectors.particlesBelow(mean, tail);
        int[] kept = IntStream.range(0, below)
                .filter(n -> poisson(n, mean) > tail / below)
                .toArray();
        return new GaussCharlier(
                Arrays.stream(kept).mapToDouble(n -> n - mean).toArray(),
                Arrays.stream(kept).mapToDouble(n -> poisson(n, mean)).toArray());
    }

    private static double poisson(int n, double mean) {
        return Math.exp(n * Math.log(mean) - mean - Gamma.logGamma(n + 1.0));
    }

    /** The sector nearest to N₁ and N₂ particles. */
    int central() {
        int nearest = 0;
        for (int i = 1; i < sectors.size(); i++) {
            Sector sector = sectors.get(i);
            Sector best = sectors.get(nearest);
            if (Math.hypot(sector.aboveU(), sector.aboveV()) < Math.hypot(best.aboveU(), best.aboveV())) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** Gathers points, each sector once. */
    private static final class Collector {

        private final boolean twice;
        private final Map<Sector, Integer> numbers = new LinkedHashMap<>();
        private final List<Point> points = new ArrayList<>();

        Collector(boolean twice) {
            this.twice = twice;
        }

        void add(double weight, double a, double d) {
            points.add(new Point(
                    weight,
                    a,
                    d,
                    number(a, d),
                    number(a + 1, d),
                    number(a, d + 1),
                    number(a + 1, d + 1),
                    twice ? number(a + 2, d) : -1,
                    twice ? number(a, d + 2) : -1));
        }

        private int number(double a, double d) {
            Sector sector = new Sector(a, d);
            Integer known = numbers.putIfAbsent(sector, numbers.size());
            return known == null ? numbers.size() - 1 : known;
        }

        NumberPoints points(double leftOut) {
            return new NumberPoints(List.copyOf(numbers.keySet()), points, leftOut);
        }
    }
}
