package org.mixfield.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.GaussianOrbitalProvider;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.Weights;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.FourierBackend;
import org.mixfield.core.spectral.FourierTransform;
import org.mixfield.core.spectral.FourierTransformProvider;
import org.mixfield.core.spectral.Padding;
import org.mixfield.hartree.SpectralHartreeSolver;
import org.mixfield.hartree.Splitting;
import org.mixfield.potentials.CoulombProvider;
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
 * A Strang step of a 3D Coulomb mixture in free space, and the transforms that it would take at least without pruning: 4
 * complex ones on n³ points and 2 complex ones on (2n)³, of the same backend.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
@State(Scope.Benchmark)
public class StrangStepBenchmark {

    @Param({"64", "128"})
    public int n;

    @Param("jtransforms")
    public String transform;

    private final Workers workers = Workers.all();
    private Propagator propagator;
    private FourierTransform small;
    private FourierTransform large;
    private double[] smallData;
    private double[] largeData;

    @Setup
    public void setUp() {
        FourierBackend backend = backend();
        Grid grid = Grid.of(new int[] {n, n, n}, new double[] {16, 16, 16});
        Discretization discretization = Discretization.of(mixture(grid), grid, Boundary.FREE, backend, workers)
                .withPadding(Padding.FULL);
        propagator = new SpectralHartreeSolver(Splitting.STRANG, 1e-3).start(discretization, 1e6);
        small = backend.complex(workers, grid.shape());
        large = backend.complex(workers, new int[] {2 * n, 2 * n, 2 * n});
        smallData = new double[2 * grid.size()];
        largeData = new double[16 * grid.size()];
    }

    @TearDown
    public void tearDown() {
        workers.close();
    }

    private FourierBackend backend() {
        ProviderRegistry<FourierTransformProvider> registry = ProviderRegistry.load(
                "transform", FourierTransformProvider.class, getClass().getClassLoader());
        return registry.find(transform)
                .orElseThrow(() -> new IllegalArgumentException(registry.explain(transform)))
                .create(Settings.of(Map.of(), new Problems()));
    }

    private static Mixture mixture(Grid grid) {
        Species u = new Species(20, 0.5, Trap.NONE, gaussian(0.5, grid));
        Species v = new Species(20, 0.5, Trap.NONE, gaussian(-0.5, grid));
        Interactions interactions = new Interactions(coulomb(1), coulomb(2), coulomb(-1));
        return new Mixture(u, v, interactions, Weights.ofParticles(20, 20));
    }

    private static PairPotential coulomb(double strength) {
        return new CoulombProvider().create(Settings.of(Map.of("strength", strength), new Problems()));
    }

    private static InitialOrbital gaussian(double center, Grid grid) {
        Settings settings = Settings.of(Map.of("center", new double[] {center, 0, 0}, "width", 1.0), new Problems());
        settings.axes(grid.dimension());
        return new GaussianOrbitalProvider().create(settings);
    }

    @Benchmark
    public boolean step() {
        return propagator.stepTowards(1e6);
    }

    @Benchmark
    public double[] transforms() {
        small.forward(smallData);
        small.inverse(smallData);
        small.forward(smallData);
        small.inverse(smallData);
        large.forward(largeData);
        large.inverse(largeData);
        return largeData;
    }
}
