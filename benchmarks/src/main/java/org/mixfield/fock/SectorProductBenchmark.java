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

/** H on a state of as many particles of each species in four modes each: as the solver applies it, and as a sparse matrix. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SectorProductBenchmark {

    /** A sector, a vector and what H makes of it. */
    @State(Scope.Benchmark)
    public static class Sector {

        @Param({"12", "24", "32"})
        public int particles;

        @Param({"1", "2"})
        public int threads;

        private Workers workers;
        private SectorHamiltonian hamiltonian;
        private double[] x;
        private double[] y;

        @Setup
        public void setUp() {
            workers = Workers.of(threads);
            hamiltonian = hamiltonian(particles, workers);
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
            matrix = matrix(sector.particles, sector.workers);
        }
    }

    static SectorHamiltonian hamiltonian(int particles, Workers workers) {
        return new MixtureHamiltonian(GaussianOrbitals.tensors(), particles, particles)
                .sector(particles, particles, workers);
    }

    static SectorMatrix matrix(int particles, Workers workers) {
        return new SectorMatrix(GaussianOrbitals.tensors(), particles, particles, workers);
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
}
