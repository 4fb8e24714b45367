package org.mixfield.hartree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.Weights;
import org.mixfield.core.observable.Measurement;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.run.Column;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;

class HartreeObservableTest {

    private static final Workers WORKERS = Workers.of(2);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static Map<String, Double> measure(Discretization problem, double time, double step) {
        SplitStepPropagator propagator = SplitStepPropagator.fixed(problem, Splitting.RKN6B, step, false, 1e-12);
        propagator.advanceTo(time);
        HartreeObservable observable = new HartreeObservable();
        List<Column> columns = observable.columns(problem, Set.of(HartreeState.class));
        Measurement row = new Measurement(columns);
        observable.measure(new Snapshot(time, problem, List.of(propagator.state())), row);
        Map<String, Double> values = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i).name(), row.row()[i]);
        }
        return values;
    }

    /** A Gaussian of width w: ⟨x⟩, ⟨x²⟩ = x₀² + w²/2, ⟨p⟩, ⟨p²⟩ = p₀² + 1/(2w²), in closed form. */
    @Test
    void momentsAndEnergiesOfAGaussianAreThoseKnown() {
        Map<String, Double> row = measure(Problems1D.trapped(WORKERS, false), 0, 1);
        assertThat(row.get("hartree.norm.u")).isCloseTo(1, within(1e-14));
        assertThat(row.get("hartree.mean.u.x")).isCloseTo(0.5, within(1e-13));
        assertThat(row.get("hartree.square.u.x")).isCloseTo(0.25 + 0.5, within(1e-13));
        assertThat(row.get("hartree.momentum.u.x")).isCloseTo(0.3, within(1e-13));
        assertThat(row.get("hartree.energy.kinetic.u")).isCloseTo(0.09 + 0.5, within(1e-12));
        assertThat(row.get("hartree.energy.trap.u")).isCloseTo(0.75, within(1e-12));
        assertThat(row.get("hartree.energy.kinetic.v")).isCloseTo((0.04 + 1 / (2 * 0.64)) / 1.6, within(1e-12));
        assertThat(row.get("hartree.energy.trap.v")).isCloseTo(0.6 * (0.16 + 0.32), within(1e-12));
        assertThat(row.get("hartree.overlap.v")).isCloseTo(1, within(1e-14));
        // ½∬ρ(x)ρ(y)(−0.8)e^{−(x−y)²/2}: the difference of two such Gaussians has variance w² = 0.64
        assertThat(row.get("hartree.energy.vv")).isCloseTo(-0.4 / Math.sqrt(1 + 0.64), within(1e-12));
    }

    @Test
    void energyIsTheWeightedSumOfItsTermsAndIsConserved() {
        Map<String, Double> start = measure(Problems1D.trapped(WORKERS, false), 0, 1);
        Map<String, Double> end = measure(Problems1D.trapped(WORKERS, false), 1, 0.005);
        double c1 = 20.0 / 32;
        double c2 = 12.0 / 32;
        double sum = c1
                        * (end.get("hartree.energy.kinetic.u")
                                + end.get("hartree.energy.trap.u")
                                + end.get("hartree.energy.uu"))
                + c2
                        * (end.get("hartree.energy.kinetic.v")
                                + end.get("hartree.energy.trap.v")
                                + end.get("hartree.energy.vv"))
                + c1 * c2 * end.get("hartree.energy.uv");
        assertThat(end.get("hartree.energy")).isCloseTo(sum, within(1e-14));
        assertThat(end.get("hartree.energy")).isCloseTo(start.get("hartree.energy"), within(1e-9));
        assertThat(end.get("hartree.norm.u")).isCloseTo(1, within(1e-13));
    }

    @Test
    void exchangingTheSpeciesExchangesTheirColumns() {
        Map<String, Double> one = measure(Problems1D.trapped(WORKERS, false), 0.5, 0.01);
        Map<String, Double> other = measure(Problems1D.trapped(WORKERS, true), 0.5, 0.01);
        one.forEach((name, value) -> {
            String exchanged = name.replace(".uu", ".xx")
                    .replace(".vv", ".uu")
                    .replace(".xx", ".vv")
                    .replaceAll("\\.u(\\.|$)", ".X$1")
                    .replaceAll("\\.v(\\.|$)", ".u$1")
                    .replace(".X", ".v");
            assertThat(other.get(exchanged)).as(name).isCloseTo(value, within(1e-12));
        });
    }

    /** In a common trap the centre c₁m₁⟨x⟩_u + c₂m₂⟨x⟩_v oscillates at the trap's frequency, whatever the interactions. */
    @Test
    void centreOfMassOscillatesAtTheTrapFrequency() {
        double mu = 0.5;
        double mv = 0.8;
        double omega = 1.3;
        Species u =
                new Species(20, mu, (x, y, z) -> 0.5 * mu * omega * omega * x * x, Problems1D.gaussian(0.7, 0.9, 0));
        Species v =
                new Species(12, mv, (x, y, z) -> 0.5 * mv * omega * omega * x * x, Problems1D.gaussian(-0.2, 0.7, 0));
        Mixture mixture = new Mixture(
                u,
                v,
                new Interactions(
                        RadialPotential.of(r -> 1.5 / Math.sqrt(1 + r * r)),
                        RadialPotential.of(r -> -0.8 * Math.exp(-r * r / 2)),
                        RadialPotential.of(r -> 2 * Math.exp(-r * r))),
                Weights.ofParticles(20, 12));
        Discretization problem = Discretization.of(
                mixture,
                Grid.of(new int[] {128}, new double[] {20}),
                Boundary.FREE,
                JTransformsProvider.backend(),
                WORKERS);
        double t = 2.1;
        Map<String, Double> start = measure(problem, 0, 1);
        Map<String, Double> end = measure(problem, t, 0.005);
        double c1 = 20.0 / 32;
        double c2 = 12.0 / 32;
        double before = c1 * mu * start.get("hartree.mean.u.x") + c2 * mv * start.get("hartree.mean.v.x");
        double after = c1 * mu * end.get("hartree.mean.u.x") + c2 * mv * end.get("hartree.mean.v.x");
        assertThat(after).isCloseTo(before * Math.cos(omega * t), within(1e-8));
    }

    /** A Gaussian away from the centre with a momentum, in the given grid. */
    private static InitialOrbital moving(double[] center, double[] momentum, double width) {
        return site -> {
            Grid grid = site.grid();
            ComplexField field = ComplexField.zero(grid);
            grid.forEachPoint((index, x, y, z) -> {
                double[] at = {x, y, z};
                double square = 0;
                double phase = 0;
                for (int axis = 0; axis < grid.dimension(); axis++) {
                    square += (at[axis] - center[axis]) * (at[axis] - center[axis]);
                    phase += momentum[axis] * at[axis];
                }
                double size = Math.exp(-square / (2 * width * width));
                field.data()[2 * index] = size * Math.cos(phase);
                field.data()[2 * index + 1] = size * Math.sin(phase);
            });
            return field;
        };
    }

    private static Map<String, Double> atTheStart(Grid grid, Interactions interactions, Trap trap) {
        double[] at = {0.5, -0.3, 0.2};
        double[] p = {0.4, 0.7, -0.2};
        Mixture mixture = new Mixture(
                new Species(20, 0.5, trap, moving(at, p, 0.9)),
                new Species(12, 0.8, trap, moving(new double[] {-0.2, 0.1, 0}, new double[3], 1.1)),
                interactions,
                Weights.ofParticles(20, 12));
        return measure(Discretization.of(mixture, grid, Boundary.FREE, JTransformsProvider.backend(), WORKERS), 0, 1);
    }

    /** ⟨x × p⟩ of a moving Gaussian is that of its centre. */
    @Test
    void angularMomentumOfAMovingGaussianIsThatOfItsCentre() {
        Interactions none = new Interactions(RadialPotential.none(), RadialPotential.none(), RadialPotential.none());
        Map<String, Double> space = atTheStart(cube(32, 14), none, Trap.NONE);
        assertThat(space.get("hartree.angular-momentum.u.x")).isCloseTo(-0.3 * -0.2 - 0.2 * 0.7, within(1e-10));
        assertThat(space.get("hartree.angular-momentum.u.y")).isCloseTo(0.2 * 0.4 - 0.5 * -0.2, within(1e-10));
        assertThat(space.get("hartree.angular-momentum.u.z")).isCloseTo(0.5 * 0.7 - -0.3 * 0.4, within(1e-10));
        assertThat(space.get("hartree.momentum-square.u.y")).isCloseTo(0.49 + 1 / (2 * 0.81), within(1e-10));
        Grid square = Grid.of(new int[] {40, 36}, new double[] {15, 14});
        Map<String, Double> plane = atTheStart(square, none, Trap.NONE);
        assertThat(plane.get("hartree.angular-momentum.u.z")).isCloseTo(0.5 * 0.7 - -0.3 * 0.4, within(1e-10));
        assertThat(plane).doesNotContainKey("hartree.angular-momentum.u.x");
    }

    /** For 1/r and a trap quadratic in x, x·∇ of the potential energies are −1 and 2 times these, by homogeneity. */
    @Test
    void virialOfCoulombAndHarmonicForcesFollowsFromTheEnergies() {
        Interactions coulomb = new Interactions(
                RadialPotential.of(r -> 1 / r), RadialPotential.of(r -> 2 / r), RadialPotential.of(r -> -1.5 / r));
        Map<String, Double> row = atTheStart(cube(40, 15), coulomb, (x, y, z) -> x * x + 0.7 * y * y + z * z);
        double c1 = 20.0 / 32;
        double c2 = 12.0 / 32;
        double expected = c1
                        * (2 * row.get("hartree.energy.kinetic.u")
                                - 2 * row.get("hartree.energy.trap.u")
                                + row.get("hartree.energy.uu"))
                + c2
                        * (2 * row.get("hartree.energy.kinetic.v")
                                - 2 * row.get("hartree.energy.trap.v")
                                + row.get("hartree.energy.vv"))
                + c1 * c2 * row.get("hartree.energy.uv");
        assertThat(row.get("hartree.virial")).isCloseTo(expected, within(1e-8));
        double field = 2 * row.get("hartree.energy.uu") + c2 * row.get("hartree.energy.uv");
        assertThat(row.get("hartree.chemical-potential.u"))
                .isCloseTo(
                        row.get("hartree.energy.kinetic.u") + row.get("hartree.energy.trap.u") + field, within(1e-12));
    }

    private static Grid cube(int points, double length) {
        return Grid.of(new int[] {points, points, points}, new double[] {length, length, length});
    }
}
