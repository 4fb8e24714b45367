package org.mixfield.hartree;

import java.util.List;
import java.util.function.DoubleFunction;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.ContactPotential;
import org.mixfield.core.potential.Modulation;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;

/** Mixtures on a line for the tests of this module. */
final class Problems1D {

    private Problems1D() {}

    /** An orbital from its values {re, im}. */
    static InitialOrbital orbital(DoubleFunction<double[]> values) {
        return site -> {
            ComplexField field = ComplexField.zero(site.grid());
            site.grid().forEachPoint((index, x, y, z) -> {
                double[] value = values.apply(x);
                field.data()[2 * index] = value[0];
                field.data()[2 * index + 1] = value[1];
            });
            return field;
        };
    }

    static InitialOrbital gaussian(double center, double width, double momentum) {
        return orbital(x -> {
            double size = Math.exp(-(x - center) * (x - center) / (2 * width * width));
            return new double[] {size * Math.cos(momentum * x), size * Math.sin(momentum * x)};
        });
    }

    /** The Manakov soliton of numerics.md's kind: A = 2, k = 2π·4/40, amplitudes (0.6, 0.8), 512 points on a ring of 40. */
    static Discretization manakov(Workers workers) {
        Mixture mixture = new Mixture(
                new Species(36, 0.5, Trap.NONE, orbital(x -> soliton(0.6, x, 0))),
                new Species(64, 0.5, Trap.NONE, orbital(x -> soliton(0.8, x, 0))),
                new Interactions(new ContactPotential(-2.88), new ContactPotential(-5.12), new ContactPotential(-8)),
                new Weights(0.36, 0.64));
        return Discretization.of(
                mixture,
                Grid.of(new int[] {512}, new double[] {40}),
                Boundary.PERIODIC,
                JTransformsProvider.backend(),
                workers);
    }

    /** amplitude · A sech(A(x − 2kt)) e^{i(kx + (A² − k²)t)}. */
    static double[] soliton(double amplitude, double x, double t) {
        double a = 2;
        double k = 2 * Math.PI * 4 / 40;
        double size = amplitude * a / Math.cosh(a * (x - 2 * k * t));
        double phase = k * x + (a * a - k * k) * t;
        return new double[] {size * Math.cos(phase), size * Math.sin(phase)};
    }

    /** Two trapped clouds of unequal masses with soft interactions of both signs, in free space. */
    static Discretization trapped(Workers workers, boolean swapped) {
        Species u = new Species(20, 0.5, (x, y, z) -> x * x, gaussian(0.5, 1, 0.3));
        Species v = new Species(12, 0.8, (x, y, z) -> 0.6 * x * x, gaussian(-0.4, 0.8, -0.2));
        PairPotential uu = RadialPotential.of(r -> 1.5 / Math.sqrt(1 + r * r));
        PairPotential vv = RadialPotential.of(r -> -0.8 * Math.exp(-r * r / 2));
        PairPotential uv = RadialPotential.of(r -> 1.2 * Math.exp(-r) / Math.sqrt(0.3 + r * r));
        Mixture mixture = swapped
                ? new Mixture(v, u, new Interactions(vv, uu, uv), Weights.ofParticles(12, 20))
                : new Mixture(u, v, new Interactions(uu, vv, uv), Weights.ofParticles(20, 12));
        return Discretization.of(
                mixture,
                Grid.of(new int[] {128}, new double[] {20}),
                Boundary.FREE,
                JTransformsProvider.backend(),
                workers);
    }

    /**
     * The trapped clouds, with a trap that moves, and interactions that are switched on smoothly and oscillate. In a
     * smaller box the jump of the moved trap at its faces shows at 1e-10.
     */
    static Discretization changing(Workers workers) {
        Species u = new Species(20, 0.5, new Moving(0, 0.7), gaussian(0.5, 1, 0.3));
        Species v = new Species(12, 0.8, (x, y, z) -> 0.6 * x * x, gaussian(-0.4, 0.8, -0.2));
        Interactions interactions = new Interactions(
                RadialPotential.of(r -> 1.5 / Math.sqrt(1 + r * r)),
                RadialPotential.of(r -> -0.8 * Math.exp(-r * r / 2)),
                RadialPotential.of(r -> 1.2 * Math.exp(-r) / Math.sqrt(0.3 + r * r)),
                new Interactions.Factors(t -> 1 - Math.exp(-3 * t), Modulation.NONE, t -> 1 + 0.5 * Math.sin(4 * t)));
        return Discretization.of(
                new Mixture(u, v, interactions, Weights.ofParticles(20, 12)),
                Grid.of(new int[] {256}, new double[] {24}),
                Boundary.FREE,
                JTransformsProvider.backend(),
                workers);
    }

    /** (x − speed·t)² at a time. */
    record Moving(double time, double speed) implements Trap {
        @Override
        public double value(double x, double y, double z) {
            return (x - speed * time) * (x - speed * time);
        }

        @Override
        public Trap at(double now) {
            return new Moving(now, speed);
        }

        @Override
        public boolean changes() {
            return true;
        }
    }

    /** The trapped clouds, with the trap of u twice as stiff from a time on. */
    static Discretization quenched(Workers workers, double when) {
        Discretization trapped = trapped(workers, false);
        Species u = trapped.mixture().u();
        Species switched = new Species(u.particles(), u.mass(), new Switched(u.trap(), 0, when), u.initial());
        Mixture mixture = new Mixture(
                switched,
                trapped.mixture().v(),
                trapped.mixture().interactions(),
                trapped.mixture().weights());
        return Discretization.of(mixture, trapped.grid(), trapped.boundary(), trapped.backend(), workers);
    }

    /** Twice a trap from a time on. */
    record Switched(Trap trap, double time, double when) implements Trap {
        @Override
        public double value(double x, double y, double z) {
            return (time < when ? 1 : 2) * trap.value(x, y, z);
        }

        @Override
        public Trap at(double now) {
            return new Switched(trap, now, when);
        }

        @Override
        public boolean changes() {
            return true;
        }

        @Override
        public List<Double> kinks() {
            return List.of(when);
        }
    }
}
