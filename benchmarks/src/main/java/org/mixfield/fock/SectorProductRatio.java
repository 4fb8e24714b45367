package org.mixfield.fock;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mixfield.core.run.Workers;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link SectorProductBenchmark} and prints for each sector and number of threads the time of a product, that of a copy of the
 * state and its bandwidth, what a second thread brings, and where it fits the ratio to the sparse matrix; then memory. What is compared
 * takes turns, and the fastest of all iterations counts, so that other work on the machine disturbs little.
 */
public final class SectorProductRatio {

    private static final int ROUNDS = 3;
    private static final String HEAP = "-Xmx4g";

    /** Bytes that a copy moves for each state: it reads and writes one complex number. */
    private static final double COPIED = 32;

    /** Fastest times in ms, by method and by threads less one. */
    private final Map<SectorSize, Map<String, double[]>> fastest = new EnumMap<>(SectorSize.class);

    private SectorProductRatio() {}

    public static void main(String[] arguments) throws RunnerException {
        SectorProductRatio ratio = new SectorProductRatio();
        for (int round = 0; round < ROUNDS; round++) {
            ratio.run("product|matrix|copy", SectorSize.M4_N12);
            ratio.run("product|copy", SectorSize.M4_N24);
            ratio.run("product|copy", SectorSize.M2_N2000);
        }
        ratio.run("product|copy", SectorSize.M4_N32);
        ratio.print();
    }

    private void run(String methods, SectorSize size) throws RunnerException {
        Map<String, double[]> times = fastest.computeIfAbsent(size, any -> new TreeMap<>());
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(SectorProductBenchmark.class.getSimpleName() + "\\.(" + methods + ")")
                        .param("size", size.name())
                        .jvmArgsAppend(HEAP)
                        .build())
                .run()) {
            String benchmark = result.getParams().getBenchmark();
            double[] best = times.computeIfAbsent(benchmark.substring(benchmark.lastIndexOf('.') + 1), any ->
                    new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY});
            int thread = Integer.parseInt(result.getParams().getParam("threads")) - 1;
            best[thread] = Math.min(
                    best[thread], result.getPrimaryResult().getStatistics().getMin());
        }
    }

    private void print() {
        try (Workers workers = Workers.of(2)) {
            fastest.forEach((size, times) -> print(size, times, size.hamiltonian(workers)));
            System.out.printf(
                    Locale.ROOT,
                    "12 + 12 as a matrix: %.0f MB%n",
                    SectorSize.M4_N12.matrix(workers).bytes() / 1e6);
        }
    }

    private static void print(SectorSize size, Map<String, double[]> times, HermitianOperator hamiltonian) {
        double states = hamiltonian.dimension();
        System.out.printf(
                Locale.ROOT,
                "%d modes, %d + %d particles, %.0f states: a vector %.0f MB%s%n",
                size.modes,
                size.particles,
                size.particles,
                states,
                16e-6 * states,
                hamiltonian instanceof SectorHamiltonian tiled
                        ? String.format(Locale.ROOT, ", tables and tiles %.1f MB", tiled.bytes() / 1e6)
                        : "");
        for (int thread : List.of(0, 1)) {
            double product = times.get("product")[thread];
            double copy = times.get("copy")[thread];
            System.out.printf(
                    Locale.ROOT,
                    "  threads %d: product %.2f ms, %.1f ns a state; copy %.2f ms, %.1f GB/s; product / copy %.1f%s%n",
                    thread + 1,
                    product,
                    1e6 * product / states,
                    copy,
                    1e-6 * COPIED * states / copy,
                    product / copy,
                    times.containsKey("matrix")
                            ? String.format(
                                    Locale.ROOT, "; matrix / product %.2f", times.get("matrix")[thread] / product)
                            : "");
        }
        double[] product = times.get("product");
        System.out.printf(Locale.ROOT, "  two threads %.2f times as fast as one%n", product[0] / product[1]);
    }
}
