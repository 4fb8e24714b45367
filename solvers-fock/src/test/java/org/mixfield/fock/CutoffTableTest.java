package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.run.Workers;

/**
 * The table of the guide that says what a cutoff leaves out, computed: the largest relative error of ⟨𝒩⊗I⟩, ⟨I⊗𝒩⟩, ⟨𝒩⊗𝒩⟩ and
 * the trace distance at three times, against a much larger cutoff in the same sectors and steps.
 */
@Tag("slow")
class CutoffTableTest {

    private static final int[] CUTOFFS = {2, 4, 6, 8, 10};
    private static final int REFERENCE = 14;
    private static final double[] TIMES = {0.5, 1, 2};

    /** ⟨𝒩⊗I⟩, ⟨I⊗𝒩⟩, ⟨𝒩⊗𝒩⟩ and the trace distance at each time. */
    private static double[][] run(int particles, int cutoff) {
        ModeTensors tensors = HermitePairs.tensors(2, 1.6, -1.8);
        double[] u = superposition(0.4, 0.5);
        double[] v = superposition(-0.6, -0.3);
        CoMovingChoice choice = new CoMovingChoice(
                InitialState.COHERENT, OptionalInt.of(cutoff), OptionalInt.of(5), 1e-6, SectorSum.AUTO, 1e-6, 1e-7);
        double[][] rows = new double[TIMES.length][];
        try (Workers workers = Workers.of(2)) {
            CoMovingPropagator propagator = new CoMovingPropagator(
                    tensors, Systems.mixture(particles, particles), u, v, choice, TIMES[2], workers);
            for (int i = 0; i < TIMES.length; i++) {
                propagator.advanceTo(TIMES[i]);
                CoMovingState state = (CoMovingState) propagator.state();
                CoherentMoments moments = state.moments().orElseThrow();
                rows[i] =
                        new double[] {moments.numberU(), moments.numberV(), moments.numberUV(), state.traceDistance()};
            }
        }
        return rows;
    }

    /** cos a φ₀ + sin a e^{ib} φ₁. */
    private static double[] superposition(double a, double b) {
        return new double[] {Math.cos(a), 0, Math.sin(a) * Math.cos(b), Math.sin(a) * Math.sin(b)};
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 100, 1000, 10000})
    void theGuideSaysWhatACutoffLeavesOut(int particles) throws IOException {
        String[] cells = row(particles);
        double[][] exact = run(particles, REFERENCE);
        for (int k = 0; k < CUTOFFS.length; k++) {
            double[][] values = run(particles, CUTOFFS[k]);
            String[] printed = cells[k].split(" / ");
            for (int i = 0; i < TIMES.length; i++) {
                double worst = 0;
                for (int j = 0; j < exact[i].length; j++) {
                    worst = Math.max(worst, Math.abs(values[i][j] / exact[i][j] - 1));
                }
                System.out.printf(Locale.ROOT, "N %d K %d t %s: %.1e%n", particles, CUTOFFS[k], TIMES[i], worst);
                // One digit is good to a third.
                double digit = Double.parseDouble(printed[i]);
                assertThat(worst / digit).isBetween(0.66, 1.5);
            }
        }
    }

    /** The cells of the table in the guide for so many particles of each species. */
    private static String[] row(int particles) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "guide", "many-body.adoc"));
        String line = lines.stream()
                .filter(text -> text.startsWith("|" + particles + " |"))
                .findFirst()
                .orElseThrow();
        return java.util.Arrays.stream(line.split("\\|"))
                .skip(2)
                .map(String::trim)
                .toArray(String[]::new);
    }
}
