package org.mixfield.pipeline.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ladders of made-up rows that follow laws in N and t. */
final class Ladders {

    /** A law of the two particle numbers and the time. */
    interface Law {
        double at(double n1, double n2, double t);
    }

    static final double[] TIMES = {0, 0.25, 0.5, 1};

    private static final int[] HALVES = {20, 200, 1000, 2000, 20_000, 200_000};

    private final Map<String, Law> laws = new LinkedHashMap<>();

    /** T = 2/N, F = 1 − 1/N, and numbers of fluctuations that tend to sinh² t like 1/N; all else as it must be. */
    static Ladders likeTheTheory() {
        Ladders ladders = new Ladders()
                .with("time", (n1, n2, t) -> t)
                .with(Rung.DISTANCE, (n1, n2, t) -> 2 * t / (n1 + n2))
                .with(Rung.DISTANCE + ".error", (n1, n2, t) -> 1e-9 / (n1 + n2))
                .with("gamma.fidelity", (n1, n2, t) -> 1 - 0.9 * t / (n1 + n2))
                .with("gamma.purity", (n1, n2, t) -> 1 - 1.8 * t / (n1 + n2))
                .with("gamma.occupation.1", (n1, n2, t) -> 1 - 0.9 * t / (n1 + n2))
                .with("gamma.occupation.2", (n1, n2, t) -> 0.5 * t / (n1 + n2))
                .with("gamma.occupation.3", (n1, n2, t) -> 0.3 * t / (n1 + n2))
                .with(Rung.A, (n1, n2, t) -> sinh2(t) * (1 - 3 / n1))
                .with(Rung.B, (n1, n2, t) -> sinh2(t) * (1 + 2 / n2))
                .with(Rung.G, (n1, n2, t) -> 2 * sinh2(t) * sinh2(t) * (1 - 5 / n1 + 20 / (n1 * n1)))
                .with("fluctuation.number-squared.u", (n1, n2, t) -> 3 * sinh2(t))
                .with("fluctuation.number-squared.v", (n1, n2, t) -> 3 * sinh2(t))
                .with("fluctuation.remainder-sum", (n1, n2, t) -> 1e-14)
                .with("bogoliubov.coefficient", (n1, n2, t) -> 2 * t)
                .with("bogoliubov.number.u", (n1, n2, t) -> sinh2(t))
                .with("bogoliubov.number.v", (n1, n2, t) -> sinh2(t))
                .with("bogoliubov.number.uv", (n1, n2, t) -> 2 * sinh2(t) * sinh2(t))
                .with("fock.norm", (n1, n2, t) -> 1)
                .with("fock.energy", (n1, n2, t) -> -1.5)
                .with("fock.number.u", (n1, n2, t) -> n1)
                .with("fock.number.v", (n1, n2, t) -> n2)
                .with("hartree.norm.u", (n1, n2, t) -> 1)
                .with("hartree.norm.v", (n1, n2, t) -> 1)
                .with("hartree.energy", (n1, n2, t) -> 2 + 1e-9 * t)
                .with("hartree.energy.error", (n1, n2, t) -> 1e-8);
        for (int j = 1; j <= 15; j++) {
            ladders.with("fluctuation.remainder." + j, (n1, n2, t) -> 0.5 * t / (n1 + n2));
        }
        for (int j = 1; j <= 9; j++) {
            ladders.with("fluctuation.bound." + j, (n1, n2, t) -> t / (n1 + n2));
        }
        return ladders;
    }

    private static double sinh2(double t) {
        return Math.sinh(t) * Math.sinh(t);
    }

    /** The same with another law for a column. */
    Ladders with(String column, Law law) {
        laws.put(column, law);
        return this;
    }

    /** The same without a column. */
    Ladders without(String column) {
        laws.remove(column);
        return this;
    }

    List<Rung> rungs() {
        List<Rung> rungs = new ArrayList<>();
        for (int n : HALVES) {
            rungs.add(rung(new ParticleNumbers(n, n)));
        }
        return rungs;
    }

    Rung rung(ParticleNumbers numbers) {
        List<double[]> rows = new ArrayList<>();
        for (double time : TIMES) {
            rows.add(laws.values().stream()
                    .mapToDouble(law -> law.at(numbers.u(), numbers.v(), time))
                    .toArray());
        }
        return new Rung(numbers, List.copyOf(laws.keySet()), rows);
    }
}
