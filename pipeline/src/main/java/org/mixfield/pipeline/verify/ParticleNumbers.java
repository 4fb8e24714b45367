package org.mixfield.pipeline.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mixfield.core.model.Weights;

/**
 * The particle numbers of one rung of a ladder.
 *
 * @param u N₁
 * @param v N₂
 */
record ParticleNumbers(int u, int v) {

    /** Particles of either species on the lowest rung of tens. Below about 15 all number sectors would have to be summed. */
    private static final int FEWEST = 20;

    /** Particles of either species on any rung: with fewer, corrections are as large as what they correct. */
    private static final int FEWEST_OF_ALL = 4;

    /** Particles of both species together, at most. */
    private static final int MOST = 5_000_000;

    private static final int FACTOR = 10;

    /** Rungs closer together than this tell nothing of how a quantity changes. */
    private static final double CLOSEST = 1.5;

    /** Of ratios such as 2 : 1 whole rungs are taken, of those such as 997 : 1009 rounded ones. */
    private static final int LARGEST_RATIO = 100;

    /** Fractions of a run's own numbers, for a ladder that cannot reach far. */
    private static final double[] NEARBY = {0.5, 0.25, 2, 1.5};

    int total() {
        return u + v;
    }

    /** {@code N1 = 20, N2 = 10}. */
    String words() {
        return "N1 = " + u + ", N2 = " + v;
    }

    /**
     * A ladder in factors of ten from a few particles to some millions, that a run's own numbers are a rung of.
     *
     * <p>N₁ = c₁N + δ with the δ of the run itself, which condition (2.3) asks for: at the weights that are the default, δ = 0
     * and the ratio N₁ : N₂ is the same on all rungs.
     *
     * @return ascending, the run's own numbers among them
     */
    static List<ParticleNumbers> inTens(ParticleNumbers own, Weights weights) {
        double offset = own.u - weights.c1() * own.total();
        int whole = period(own, offset);
        double fewest = Math.max((FEWEST - offset) / weights.c1(), (FEWEST + offset) / weights.c2());
        List<ParticleNumbers> rungs = new ArrayList<>(List.of(own));
        for (double total = whole * Math.ceil(Math.max(fewest, 1) / whole - 1e-9); total <= MOST; total *= FACTOR) {
            add(rungs, (int) Math.round(total), weights.c1(), offset);
        }
        rungs.sort(Comparator.comparingInt(ParticleNumbers::total));
        return rungs;
    }

    /** A ladder of fractions and multiples of a run's own numbers. */
    static List<ParticleNumbers> nearby(ParticleNumbers own, Weights weights) {
        double offset = own.u - weights.c1() * own.total();
        int whole = period(own, offset);
        List<ParticleNumbers> rungs = new ArrayList<>(List.of(own));
        for (double factor : NEARBY) {
            add(rungs, (int) (whole * Math.rint(factor * own.total() / whole)), weights.c1(), offset);
        }
        rungs.sort(Comparator.comparingInt(ParticleNumbers::total));
        return rungs;
    }

    private static void add(List<ParticleNumbers> rungs, int total, double c1, double offset) {
        int u = (int) Math.round(c1 * total + offset);
        ParticleNumbers rung = new ParticleNumbers(u, total - u);
        boolean fits = rung.u >= FEWEST_OF_ALL && rung.v >= FEWEST_OF_ALL;
        boolean apart = rungs.stream()
                .allMatch(other ->
                        Math.max(rung.total(), other.total()) >= CLOSEST * Math.min(rung.total(), other.total()));
        if (fits && apart) {
            rungs.add(rung);
        }
    }

    /** The total that repeats a ratio in whole numbers. */
    private static int period(ParticleNumbers own, double offset) {
        int divisor = BigInteger.valueOf(own.u).gcd(BigInteger.valueOf(own.v)).intValue();
        int period = own.total() / divisor;
        return Math.abs(offset) < 1e-9 * own.total() && period <= LARGEST_RATIO ? period : 1;
    }
}
