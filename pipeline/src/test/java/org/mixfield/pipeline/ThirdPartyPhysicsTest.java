package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.potential.TrapProvider;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.propagator.SolverProvider;
import org.mixfield.core.propagator.State;
import org.mixfield.hartree.SpectralHartreeSolver;
import org.mixfield.hartree.Splitting;
import org.mixfield.hartree.Stepping;

/** A trap and an integrator of a third party, named in a configuration. */
class ThirdPartyPhysicsTest {

    @TempDir
    Path directory;

    /** k x⁴. */
    private record Quartic() implements TrapProvider {
        @Override
        public String name() {
            return "acme/quartic";
        }

        @Override
        public Trap create(Settings settings) {
            double k = settings.positive("k");
            return (x, y, z) -> k * x * x * x * x;
        }
    }

    /** Five Strang steps of order 4 together (Suzuki, Phys. Lett. A 146 (1990) 319). */
    private record Suzuki() implements SolverProvider {
        @Override
        public String name() {
            return "acme/suzuki4";
        }

        @Override
        public Class<? extends State> stateType() {
            return HartreeState.class;
        }

        @Override
        public Solver create(Settings settings) {
            double p = 1 / (4 - Math.cbrt(4));
            double middle = 1 - 4 * p;
            double[] fractions = {p / 2, p, p, p, (p + middle) / 2, middle, (p + middle) / 2, p, p, p, p / 2};
            return new SpectralHartreeSolver(
                    new Splitting("suzuki4", 4, true, fractions),
                    new Stepping.Adaptive(settings.positive("tolerance")));
        }
    }

    private static Extensions extended() {
        Extensions e = Extensions.load(ThirdPartyPhysicsTest.class.getClassLoader());
        return new Extensions(
                e.potentials(),
                MadeUp.with("trap", e.traps(), new Quartic()),
                e.modulations(),
                e.orbitals(),
                e.modes(),
                MadeUp.with("solver", e.solvers(), new Suzuki()),
                e.observables(),
                e.transforms(),
                e.sinks(),
                e.plugins());
    }

    private RunResult run(String name, Map<String, Object> solver) {
        Map<String, Object> species = Map.of(
                "particles", 5,
                "trap", Map.of("type", "acme/quartic", "k", 0.25),
                "initial", Map.of("type", "gaussian", "width", 1.0));
        Map<String, Object> soft = Map.of("type", "soft-coulomb", "strength", 1.0, "softening", 0.5);
        try (Mixfield mixfield = Mixfield.open(extended())) {
            Run run = mixfield.load(Map.of(
                    "mixfield", 1,
                    "name", name,
                    "grid", Map.of("points", List.of(128), "length", List.of(16)),
                    "species", Map.of("u", species, "v", species),
                    "interactions", Map.of("uu", soft, "vv", soft, "uv", soft),
                    "time", Map.of("end", 0.5, "outputs", 1),
                    "solvers", Map.of("hartree", solver)));
            return run.execute(directory.resolve(name), false, Progress.SILENT);
        }
    }

    @Test
    void theirTrapAndTheirIntegratorRun() {
        RunResult theirs = run("theirs", Map.of("type", "acme/suzuki4", "tolerance", 1e-7));
        RunResult ours = run("ours", Map.of("tolerance", 1e-9));
        for (String column : List.of("hartree.energy.trap.u", "hartree.square.v.x", "hartree.overlap.u")) {
            assertThat(theirs.last(column).orElseThrow())
                    .as(column)
                    .isCloseTo(
                            ours.last(column).orElseThrow(),
                            within(theirs.last(column + ".error").orElseThrow()));
        }
        // <x^4> of a Gaussian of width 1 is 3/4, and the energy of the trap is not what it was at time 0.
        assertThat(ours.last("hartree.energy.trap.u").orElseThrow()).isNotCloseTo(0.25 * 0.75, within(1e-3));
        assertThat(ours.drift("hartree.energy").orElseThrow()).isLessThan(1e-8);
    }
}
