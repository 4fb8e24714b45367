package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.Species;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.RadialPotential;

/** Mixfield inside another program. */
class EmbeddingTest {

    private static final String FILE = """
            mixfield: 1
            name: embedded
            grid: {points: [64], length: [16]}
            species:
              u:
                particles: 4
                trap: {type: harmonic, stiffness: [1]}
                initial: {type: gaussian, center: [0.3], width: 1.0}
              v:
                particles: 3
                trap: {type: harmonic, stiffness: [1]}
                initial: {type: gaussian, center: [-0.3], width: 1.0}
            interactions:
              uu: {type: gaussian, strength: 1.0, range: 0.7}
              vv: {type: none}
              uv: {type: gaussian, strength: -0.5, range: 0.7}
            time: {end: 0.2, outputs: 2}
            solvers:
              fock: {modes: {count: 2}, state: factorised, frames: [laboratory]}
            """;

    @TempDir
    private Path folder;

    private Run fromFile(Mixfield mixfield) throws Exception {
        return mixfield.load(Files.writeString(folder.resolve("embedded.yaml"), FILE));
    }

    /** The same mixture, its potentials and traps as functions. */
    private static Setup fromObjects(Mixfield mixfield) {
        PairPotential repulsion = RadialPotential.of(r -> Math.exp(-r * r / (2 * 0.7 * 0.7)));
        PairPotential attraction = RadialPotential.of(r -> -0.5 * Math.exp(-r * r / (2 * 0.7 * 0.7)));
        Species u = new Species(
                4,
                0.5,
                (x, y, z) -> x * x,
                mixfield.orbital(Map.of("type", "gaussian", "center", List.of(0.3), "width", 1.0)));
        Species v = new Species(
                3,
                0.5,
                (x, y, z) -> x * x,
                mixfield.orbital(Map.of("type", "gaussian", "center", List.of(-0.3), "width", 1.0)));
        Mixture mixture = new Mixture(u, v, new Interactions(repulsion, RadialPotential.none(), attraction));
        return mixfield.setup(mixture, Grid.of(new int[] {64}, new double[] {16}))
                .until(0.2, 2)
                .fock(Map.of("modes", Map.of("count", 2), "state", "factorised", "frames", List.of("laboratory")));
    }

    @Test
    void aFileAndJavaObjectsDescribeTheSameRun() throws Exception {
        try (Mixfield mixfield = Mixfield.open()) {
            Results file = fromFile(mixfield).run();
            Results objects = fromObjects(mixfield).prepare().run();
            assertThat(objects.columns()).isEqualTo(file.columns());
            assertThat(file.column("time")).containsExactly(0, 0.1, 0.2);
            for (String column : List.of("gamma.trace-distance", "fock.energy", "projected.energy", "gamma.purity")) {
                // The kernels of the functions are found by quadrature, to about ten digits.
                assertThat(objects.last().value(column))
                        .as(column)
                        .isCloseTo(file.last().value(column), org.assertj.core.api.Assertions.within(1e-9));
            }
            assertThat(file.traceDistance().value()).isGreaterThan(1e-4);
        }
    }

    @Test
    void itIsTheRunOfTheCommandLine() throws Exception {
        try (Mixfield mixfield = Mixfield.open()) {
            Run run = fromFile(mixfield);
            RunResult kept = run.execute(folder.resolve("kept"), false, Progress.SILENT);
            Results results = run.run();
            assertThat(results.traceDistance().value())
                    .isEqualTo(kept.last("gamma.trace-distance").orElseThrow());
        }
    }

    @Test
    void rowsAndProgressComeOneByOneAndAgainTheSame() throws Exception {
        try (Mixfield mixfield = Mixfield.open()) {
            Run run = fromFile(mixfield);
            List<Double> times = new ArrayList<>();
            List<Integer> done = new ArrayList<>();
            Results first = run.run(row -> times.add(row.time()), (rows, total, message) -> done.add(rows));
            assertThat(times).containsExactly(0.0, 0.1, 0.2);
            assertThat(done).containsExactly(1, 2, 3);
            Results second = run.run();
            for (int i = 0; i < 3; i++) {
                assertThat(second.rows().get(i).values())
                        .isEqualTo(first.rows().get(i).values());
            }
        }
    }

    @Test
    void twoMixfieldsRunAtOnceAndPrintNothing() throws Exception {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (Mixfield one = Mixfield.open();
                Mixfield other = Mixfield.open()) {
            double[] alone = fromFile(one).run().last().values();
            Run here = fromFile(one);
            Run there = fromFile(other);
            CompletableFuture<Results> beside = CompletableFuture.supplyAsync(there::run);
            assertThat(here.run().last().values()).isEqualTo(alone);
            assertThat(beside.get().last().values()).isEqualTo(alone);
        } finally {
            System.setOut(out);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void anInterruptEndsItAndIsKept() throws Exception {
        try (Mixfield mixfield = Mixfield.open()) {
            Run run = fromFile(mixfield);
            assertThatThrownBy(() -> run.run(row -> Thread.currentThread().interrupt()))
                    .isInstanceOf(RunInterrupted.class)
                    .hasMessageContaining("after row 1 of 3");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        try (Mixfield mixfield = Mixfield.open()) {
            assertThatThrownBy(() -> fromObjects(mixfield)
                            .hartree(Map.of("metod", "strang"))
                            .prepare())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("solvers.hartree.metod")
                    .hasMessageContaining("did you mean 'method'?");
            assertThatThrownBy(() -> mixfield.potential(Map.of("type", "coulomb")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("strength: is missing");
            Run run = fromObjects(mixfield).prepare();
            assertThatThrownBy(() -> run.execute(folder.resolve("x"), false, Progress.SILENT))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("run()");
            assertThat(folder.resolve("x")).doesNotExist();
            assertThatThrownBy(() -> run.run().last().value("gamma.trace-distanse"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("did you mean 'gamma.trace-distance'?");
        }
    }
}
