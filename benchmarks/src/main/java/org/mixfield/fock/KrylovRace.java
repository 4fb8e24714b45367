package org.mixfield.fock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.mixfield.core.run.Workers;

/**
 * The many-body side of {@code benchmarks/race}: one sector, four modes of each species with {@link GaussianOrbitals}' matrix
 * elements, all particles in the first mode of their species.
 *
 * <pre>
 *   KrylovRace export DIRECTORY PARTICLES                        H by rows and the start, as .npy files
 *   KrylovRace run DIRECTORY PARTICLES TIME ERROR THREADS COUNT  e^{−iHt}ψ, COUNT times; the last ψ as result.npy
 * </pre>
 *
 * <p>{@code run} prints the seconds that the tables took, then for each time the seconds of the propagation, how often H was
 * applied and the error bound.
 */
public final class KrylovRace {

    private static final int MODES = 4;

    private final int particles;
    private final Path directory;

    private KrylovRace(Path directory, int particles) {
        this.particles = particles;
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException {
        KrylovRace race = new KrylovRace(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        if (arguments[0].equals("export")) {
            race.export();
        } else {
            race.run(
                    Double.parseDouble(arguments[3]),
                    Double.parseDouble(arguments[4]),
                    Integer.parseInt(arguments[5]),
                    Integer.parseInt(arguments[6]));
        }
    }

    private double[] start(int dimension) {
        OccupationBasis basis = new OccupationBasis(particles, MODES);
        int[] first = new int[basis.modes()];
        first[0] = particles;
        double[] start = new double[2 * dimension];
        start[2 * (basis.rank(first) * basis.dimension() + basis.rank(first))] = 1;
        return start;
    }

    private void export() throws IOException {
        Files.createDirectories(directory);
        try (Workers workers = Workers.of(2)) {
            SectorMatrix matrix = SectorSize.matrix(MODES, particles, workers);
            NumpyArray.write(directory.resolve("start.npy"), start(matrix.dimension()));
            matrix.write(directory);
        }
    }

    private void run(double time, double error, int threads, int count) throws IOException {
        try (Workers workers = Workers.of(threads)) {
            long began = System.nanoTime();
            HermitianOperator hamiltonian = SectorSize.hamiltonian(MODES, particles, workers);
            System.out.printf(Locale.ROOT, "%.6f%n", 1e-9 * (System.nanoTime() - began));
            double[] start = start(hamiltonian.dimension());
            double[] state = new double[start.length];
            for (int i = 0; i < count; i++) {
                began = System.nanoTime();
                LanczosPropagator propagator = new LanczosPropagator(
                        hamiltonian, start, 0, time, error / time, new KrylovMemory(hamiltonian.dimension()), workers);
                propagator.stateAt(time, state);
                System.out.printf(
                        Locale.ROOT,
                        "%.6f %d %.2e%n",
                        1e-9 * (System.nanoTime() - began),
                        propagator.applications(),
                        propagator.error());
            }
            NumpyArray.write(directory.resolve("result.npy"), state);
        }
    }
}
