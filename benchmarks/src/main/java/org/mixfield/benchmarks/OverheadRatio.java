package org.mixfield.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link StrangStepBenchmark} and prints the time of a step over that of its transforms.
 *
 * <p>Arguments: the transforms, {@code jtransforms} by default, or also {@code fftw}.
 */
public final class OverheadRatio {

    private OverheadRatio() {}

    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(StrangStepBenchmark.class.getSimpleName())
                        .param("transform", arguments.length > 0 ? arguments : new String[] {"jtransforms"})
                        .jvmArgsAppend("-Xmx12g")
                        .build())
                .run();
        Map<String, double[]> times = new TreeMap<>();
        for (RunResult result : results) {
            String n = String.format(
                    Locale.ROOT,
                    "%4s^3, %s",
                    result.getParams().getParam("n"),
                    result.getParams().getParam("transform"));
            boolean step = result.getParams().getBenchmark().endsWith("step");
            times.computeIfAbsent(n, key -> new double[2])[step ? 0 : 1] =
                    result.getPrimaryResult().getScore();
        }
        times.forEach((n, time) -> System.out.printf(
                Locale.ROOT,
                "%s: step %.1f ms, transforms %.1f ms, overhead ratio %.2f%n",
                n,
                time[0],
                time[1],
                time[0] / time[1]));
    }
}
