package org.mixfield.fock;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mixfield.core.run.Workers;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link SectorProductBenchmark} and prints times, memory, the ratio to the sparse matrix where that fits, and what a
 * second thread brings. What is compared takes turns, and the fastest of all iterations counts, so that other work on the
 * machine disturbs little.
 */
public final class SectorProductRatio {

    private static final int ROUNDS = 3;
    private static final String HEAP = "-Xmx4g";

    private final Map<String, Double> fastest = new TreeMap<>();

    private SectorProductRatio() {}

    public static void main(String[] arguments) throws RunnerException {
        SectorProductRatio ratio = new SectorProductRatio();
        for (int round = 0; round < ROUNDS; round++) {
            ratio.run("product|matrix", "12", "1", "2");
            ratio.run("product", "24", "1", "2");
        }
        ratio.run("product", "32", "2");
        ratio.print();
    }

    private void run(String methods, String particles, String... threads) throws RunnerException {
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(SectorProductBenchmark.class.getSimpleName() + "\\.(" + methods + ")")
                        .param("particles", particles)
                        .param("threads", threads)
                        .jvmArgsAppend(HEAP)
                        .build())
                .run()) {
            String benchmark = result.getParams().getBenchmark();
            String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
            fastest.merge(
                    key(method, particles, result.getParams().getParam("threads")),
                    result.getPrimaryResult().getStatistics().getMin(),
                    Math::min);
        }
    }

    private static String key(String method, String particles, String threads) {
        return method + " " + particles + " " + threads;
    }

    private void print() {
        try (Workers workers = Workers.of(2)) {
            SectorMatrix matrix = SectorProductBenchmark.matrix(12, workers);
            double[] ours = new double[33];
            for (int particles : new int[] {12, 24, 32}) {
                SectorHamiltonian hamiltonian = SectorProductBenchmark.hamiltonian(particles, workers);
                ours[particles] = hamiltonian.bytes();
                System.out.printf(
                        Locale.ROOT,
                        "%d + %d, %d states: tables and tiles %.1f MB, a vector %.0f MB%n",
                        particles,
                        particles,
                        hamiltonian.dimension(),
                        hamiltonian.bytes() / 1e6,
                        16e-6 * hamiltonian.dimension());
            }
            System.out.printf(
                    Locale.ROOT,
                    "12 + 12 as a matrix: %.0f MB, %.0f times as much%n",
                    matrix.bytes() / 1e6,
                    matrix.bytes() / ours[12]);
        }
        fastest.forEach((key, time) -> System.out.printf(Locale.ROOT, "%s threads: %.2f ms%n", key, time));
        for (String threads : new String[] {"1", "2"}) {
            System.out.printf(
                    Locale.ROOT,
                    "12 + 12, %s threads: matrix / product %.2f%n",
                    threads,
                    fastest.get(key("matrix", "12", threads)) / fastest.get(key("product", "12", threads)));
        }
        for (String particles : new String[] {"12", "24"}) {
            System.out.printf(
                    Locale.ROOT,
                    "%s + %s: two threads %.2f times as fast as one%n",
                    particles,
                    particles,
                    fastest.get(key("product", particles, "1")) / fastest.get(key("product", particles, "2")));
        }
    }
}
