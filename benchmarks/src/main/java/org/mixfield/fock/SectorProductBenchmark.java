package org.mixfield.fock;

import java.util.concurrent.TimeUnit;
import org.mixfield.core.run.Workers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * H on a state of as many particles and modes of one species as of the other: as the solver applies it, as a sparse matrix, and as
 * what no product can be faster than, a copy of the state.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SectorProductBenchmark {

    private static final int COPIED_AT_ONCE = 1 << 15;

    /** A sector, a vector and what H makes of it. */
    @State(Scope.Benchmark)
    public static class Sector {

        @Param
        public SectorSize size;

        @Param({"1", "2"})
        public int threads;

        private Workers workers;
        private HermitianOperator hamiltonian;
        private double[] x;
        private double[] y;

        @Setup
        public void setUp() {
            workers = Workers.of(threads);
            hamiltonian = size.hamiltonian(workers);
            x = new double[2 * hamiltonian.dimension()];
            y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = (i * 0x9E3779B9 >> 8) * 0x1p-24;
            }
        }

        @TearDown
        public void tearDown() {
            workers.close();
        }
    }

    /** The same as a matrix. */
    @State(Scope.Benchmark)
    public static class Matrix {

        private SectorMatrix matrix;

        @Setup
        public void setUp(Sector sector) {
            matrix = sector.size.matrix(sector.workers);
        }
    }

    @Benchmark
    public double[] product(Sector sector) {
        sector.hamiltonian.apply(sector.x, sector.y);
        return sector.y;
    }

    @Benchmark
    public double[] matrix(Sector sector, Matrix matrix) {
        matrix.matrix.apply(sector.x, sector.y);
        return sector.y;
    }

    @Benchmark
    public double[] copy(Sector sector) {
        sector.workers.run(
                sector.x.length,
                COPIED_AT_ONCE,
                (worker, from, to) -> System.arraycopy(sector.x, from, sector.y, from, to - from));
        return sector.y;
    }
}
