package org.mixfield.hartree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mixfield.hartree.GroundStateProblems.cube;
import static org.mixfield.hartree.GroundStateProblems.groundState;
import static org.mixfield.hartree.GroundStateProblems.species;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.ModesChoice;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.ContactPotential;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

class GroundStateTest {

    private static final Workers WORKERS = Workers.of(2);

    /** What the ground state is asked for by default. */
    private static final double RESIDUAL = 1e-10;

    private static final Trap PARABOLA = (x, y, z) -> x * x;

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static Map<?, ?> report(Discretization discretization) {
        discretization.initial(SpeciesName.U);
        discretization.initial(SpeciesName.V);
        return (Map<?, ?>) discretization.report().get("ground-state");
    }

    private static double energy(Discretization discretization) {
        return (double) report(discretization).get("energy");
    }

    /** E and μ of numerics.md, computed independently on two resolutions; the error of E is of second order in the residual. */
    private static void assertGrossPitaevskii(Grid grid, double beta, double energy, double mu, double digits) {
        Discretization problem = GroundStateProblems.grossPitaevskii(grid, beta, WORKERS);
        Stationarity found = Stationarity.of(problem);
        assertThat(found.energy).isCloseTo(energy, within(digits));
        assertThat(found.chemicalPotential[0]).isCloseTo(mu, within(digits));
        // The residual that is stated, and its rounding.
        assertThat(found.residual[0]).isLessThan(1.01 * RESIDUAL);
        assertThat(Stationarity.isRealAndPositive(problem.initial(SpeciesName.U), 1e-12))
                .isTrue();
        // 2K − 2P + dW = 0 with W = ½β∫|ψ|⁴ at a stationary point, up to what the residual does to each, times the
        // radius.
        double virial = 2 * found.kinetic[0] - 2 * found.trap[0] + grid.dimension() * 0.5 * found.own[0];
        assertThat(virial).isCloseTo(0, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 128, 20, 100, 8.508526756217, 14.134287086585, 1e-9",
        "1, 256, 26, 400, 21.360069696058, 35.577460889225, 1e-9",
        "2, 48, 14, 100, 3.94594419474, 5.7597536496, 1e-9"
    })
    void grossPitaevskiiGroundStatesHaveTheKnownEnergies(
            int dimension, int points, double length, double beta, double energy, double mu, double digits) {
        assertGrossPitaevskii(cube(dimension, points, length), beta, energy, mu, digits);
    }

    @Test
    @Tag("slow")
    void grossPitaevskiiGroundStateInSpaceHasTheKnownEnergy() {
        assertGrossPitaevskii(cube(3, 40, 13), 100, 2.867920410462, 3.713215604155, 1e-9);
    }

    /** −Δ + r², V₁₁ = 1/r, V₂₂ = 2/r, V₁₂ = 1/r, c = (2/3, 1/3): the table of numerics.md. */
    @Test
    void coulombMixtureHasTheKnownGroundState() {
        Discretization problem =
                GroundStateProblems.coulombMixture(cube(3, 32, 13), groundState(), groundState(), WORKERS);
        Stationarity found = Stationarity.of(problem);
        assertThat(found.energy).isCloseTo(3.685772917595, within(1e-9));
        assertThat(found.chemicalPotential)
                .containsExactly(new double[] {4.023138465845, 5.002492574720}, within(1e-9));
        assertThat(found.meanSquare).containsExactly(new double[] {1.6305570798, 1.7696825284}, within(1e-9));
        assertThat(found.residual[0]).isLessThan(1.01 * RESIDUAL);
        assertThat(found.residual[1]).isLessThan(1.01 * RESIDUAL);
        assertThat(energy(problem)).isCloseTo(found.energy, within(1e-12));
        Map<?, ?> virial = (Map<?, ?>) report(problem).get("virial");
        // The virial theorem of both species together: 2T − 2P + W = 0.
        double kinetic = 2 * found.kinetic[0] / 3 + found.kinetic[1] / 3;
        double trap = 2 * found.trap[0] / 3 + found.trap[1] / 3;
        assertThat(2 * kinetic - 2 * trap + (found.energy - kinetic - trap)).isCloseTo(0, within(1e-8));
        assertThat(Math.abs((double) virial.get("u"))).isLessThan(1e-8);
        // Preconditioned, it takes a few tens of iterations at most.
        assertThat((int) report(problem).get("iterations")).isLessThan(40);
    }

    /** −Δ − 1/r, no trap: E and μ for λ = 1, of which all others are λ² times as large; T = −E, W = 2E. */
    private static void assertChoquard(int points, double length, double residual, double digits) {
        Discretization problem = GroundStateProblems.choquard(cube(3, points, length), residual, WORKERS);
        Stationarity found = Stationarity.of(problem);
        double energy = found.kinetic[0] + 0.5 * found.own[0];
        assertThat(energy).isCloseTo(-0.027128201307, within(digits));
        assertThat(found.chemicalPotential[0]).isCloseTo(-0.081384603921, within(3 * digits));
        assertThat(found.kinetic[0]).isCloseTo(-energy, within(3 * digits));
        assertThat(0.5 * found.own[0]).isCloseTo(2 * energy, within(3 * digits));
        assertThat(found.residual[0]).isLessThan(1.01 * residual);
    }

    /** The box decides: the density falls like r^{1.5} e^{−0.57 r}, to 1e-8 at its faces. E is of second order in 1e-6. */
    @Test
    void choquardSolitonHasItsKnownEnergy() {
        assertChoquard(48, 92, 1e-6, 1e-7);
    }

    @Test
    @Tag("slow")
    void choquardSolitonHasItsKnownEnergyInALargerBox() {
        assertChoquard(64, 110, 1e-8, 1e-8);
    }

    @Test
    void oneInTheFieldOfTheOthersGroundStateIsTheJointGroundState() {
        Discretization joint = line(groundState(), groundState());
        ComplexField v = joint.initial(SpeciesName.V);
        Discretization one = line(groundState(), site -> v.copy());
        ComplexField u = one.initial(SpeciesName.U);
        double overlap = u.inner(joint.initial(SpeciesName.U))[0];
        // 1 − overlap is of second order in the difference of the orbitals, which is the residual over the gap.
        assertThat(overlap).isCloseTo(1, within(1e-14));
        assertThat(energy(one)).isCloseTo(energy(joint), within(1e-12));
        assertThat(report(one).get("species")).isEqualTo(List.of("u"));
        assertThat(Stationarity.of(one).residual[0]).isLessThan(1.01 * RESIDUAL);
    }

    /** Soft interactions of both signs and unequal masses on a line. */
    private static Discretization line(InitialOrbital u, InitialOrbital v) {
        return GroundStateProblems.of(
                species(0.5, PARABOLA, u),
                species(0.8, (x, y, z) -> 0.6 * (x - 0.4) * (x - 0.4), v),
                new Interactions(
                        RadialPotential.of(r -> 1.5 / Math.sqrt(1 + r * r)),
                        RadialPotential.of(r -> -0.8 * Math.exp(-r * r / 2)),
                        RadialPotential.of(r -> 3 * Math.exp(-r * r))),
                new Weights(0.625, 0.375),
                Grid.of(new int[] {96}, new double[] {18}),
                WORKERS);
    }

    @Test
    void whatIsStatedIsTrueOfTheJointGroundState() {
        Discretization problem = line(groundState(), groundState());
        Stationarity found = Stationarity.of(problem);
        assertThat(found.residual[0]).isLessThan(1.01 * RESIDUAL);
        assertThat(found.residual[1]).isLessThan(1.01 * RESIDUAL);
        Map<?, ?> stated = report(problem);
        assertThat((double) stated.get("energy")).isCloseTo(found.energy, within(1e-13));
        Map<?, ?> mu = (Map<?, ?>) stated.get("chemical-potential");
        assertThat((double) mu.get("u")).isCloseTo(found.chemicalPotential[0], within(1e-12));
        assertThat((double) mu.get("v")).isCloseTo(found.chemicalPotential[1], within(1e-12));
        for (SpeciesName name : SpeciesName.values()) {
            assertThat(Stationarity.isRealAndPositive(problem.initial(name), 1e-12))
                    .isTrue();
            assertThat(Math.abs((double) ((Map<?, ?>) stated.get("virial")).get(name.key())))
                    .isLessThan(1e-8);
        }
    }

    @Test
    void theNumberOfWorkersChangesNothing() {
        try (Workers one = Workers.of(1);
                Workers three = Workers.of(3)) {
            double[] alone = GroundStateProblems.grossPitaevskii(cube(2, 72, 14), 10, one)
                    .initial(SpeciesName.V)
                    .data();
            double[] shared = GroundStateProblems.grossPitaevskii(cube(2, 72, 14), 10, three)
                    .initial(SpeciesName.V)
                    .data();
            assertThat(java.util.Arrays.equals(alone, shared)).isTrue();
        }
    }

    /** Two species that repel each other more than themselves: g₁₂² > g₁₁ g₂₂ of the Hartree energy separates them. */
    private static Discretization immiscible(int starts) {
        PairPotential own = new ContactPotential(20);
        InitialOrbital initial = groundState(Map.of("starts", starts));
        return GroundStateProblems.of(
                species(0.5, PARABOLA, initial),
                species(0.5, PARABOLA, initial),
                new Interactions(own, own, new ContactPotential(80)),
                new Weights(0.5, 0.5),
                Grid.of(new int[] {128}, new double[] {18}),
                WORKERS);
    }

    @Test
    void ofSeveralStartsTheSeparatedStateWinsOverTheSymmetricOne() {
        Discretization symmetric = immiscible(1);
        Discretization separated = immiscible(3);
        Stationarity both = Stationarity.of(symmetric);
        Stationarity apart = Stationarity.of(separated);
        assertThat(apart.energy).isLessThan(both.energy - 0.1);
        assertThat(apart.between).isLessThan(0.2 * both.between);
        assertThat(apart.residual[0]).isLessThan(1.01 * RESIDUAL);
        List<?> starts = (List<?>) report(separated).get("starts");
        assertThat(starts).hasSize(3);
        assertThat((double) ((Map<?, ?>) starts.get(0)).get("energy")).isCloseTo(both.energy, within(1e-10));
    }

    @Test
    void withoutATrapARepulsiveSpeciesHasNoGroundState() {
        RadialPotential repulsion = RadialPotential.of(r -> 1.5 / Math.sqrt(1 + r * r));
        Discretization free = GroundStateProblems.of(
                species(0.5, Trap.NONE, groundState()),
                species(0.5, PARABOLA, groundState()),
                new Interactions(repulsion, repulsion, repulsion),
                new Weights(0.5, 0.5),
                Grid.of(new int[] {64}, new double[] {18}),
                WORKERS);
        assertThatThrownBy(() -> free.initial(SpeciesName.V))
                .isInstanceOf(NumericalException.class)
                .hasMessageContainingAll("species u has no ground state in this box", "a trap or an attraction");
    }

    @Test
    void aStateThatCollapsesToThePointsIsRefused() {
        PairPotential attraction = new ContactPotential(-60);
        Discretization collapse = GroundStateProblems.of(
                species(0.5, (x, y, z) -> x * x + y * y, groundState()),
                species(0.5, (x, y, z) -> x * x + y * y, groundState()),
                new Interactions(attraction, attraction, RadialPotential.none()),
                new Weights(0.5, 0.5),
                cube(2, 32, 12),
                WORKERS);
        assertThatThrownBy(() -> collapse.initial(SpeciesName.U))
                .isInstanceOf(NumericalException.class)
                .hasMessageContainingAll("as small as the grid's spacing", "take more points");
    }

    @Test
    void aResidualBelowRoundingIsRefusedWithTheOneThatCanBeHad() {
        Discretization problem = line(groundState(Map.of("residual", 1e-18)), groundState());
        assertThatThrownBy(() -> problem.initial(SpeciesName.U))
                .isInstanceOf(NumericalException.class)
                .hasMessageContainingAll("not found to the residual 1.0e-18", "rounding", "give residual: ");
    }

    @Test
    void iterationsThatDoNotSufficeAreSaidSo() {
        Discretization few = line(groundState(Map.of("iterations", 3)), groundState(Map.of("iterations", 2)));
        assertThatThrownBy(() -> few.initial(SpeciesName.U))
                .isInstanceOf(NumericalException.class)
                .hasMessageContainingAll("after 3 iterations", "give more iterations");
        assertThat(few.report()).isEmpty();
    }

    /** Nine functions that do not hold the ground state on the grid. */
    @Test
    void inTheModesItIsTheLowestStateOfTheirSpan() {
        Discretization onGrid = line(groundState(), groundState());
        Discretization inModes = onGrid.withModes(new ModesChoice((grid, name, count) -> sines(grid, count), 9, 9))
                .withOrbitalsInModes();
        ModeFunctions modes = inModes.modes(SpeciesName.U);
        for (SpeciesName name : SpeciesName.values()) {
            assertThat(modes.residual(inModes.initial(name))).isLessThan(1e-12);
        }
        assertThat(report(inModes).get("space")).isEqualTo("modes");
        assertThat(energy(inModes)).isGreaterThan(energy(onGrid));
        // No other state of the span lies lower: each mode mixed in raises the energy, by second order.
        double lowest = energyOf(inModes, 0, 0);
        assertThat(lowest).isCloseTo(energy(inModes), within(1e-12));
        for (int mode = 0; mode < modes.count(); mode++) {
            double up = energyOf(inModes, mode, 1e-3);
            double down = energyOf(inModes, mode, -1e-3);
            assertThat(up).isGreaterThan(lowest);
            assertThat(down).isGreaterThan(lowest);
            // The slope, with the third derivative's part of it.
            assertThat((up - down) / 2e-3).isCloseTo(0, within(1e-5));
        }
    }

    private static double energyOf(Discretization inModes, int mode, double amount) {
        ComplexField u = inModes.initial(SpeciesName.U);
        double[] phi = inModes.modes(SpeciesName.U).values(mode);
        double overlap = inModes.modes(SpeciesName.U).project(u)[2 * mode];
        for (int j = 0; j < phi.length; j++) {
            u.data()[2 * j] += amount * (phi[j] - overlap * u.data()[2 * j]);
        }
        u.scale(1 / Math.sqrt(u.normSquared()));
        ComplexField v = inModes.initial(SpeciesName.V);
        Discretization other = Discretization.of(
                        inModes.mixture(), inModes.grid(), inModes.boundary(), inModes.backend(), inModes.workers())
                .startingFrom(Map.of(SpeciesName.U, u, SpeciesName.V, v), Map.of());
        return Stationarity.of(other).energy;
    }

    /** √(2/L) sin(πp(x/L + ½)), orthonormal on the grid. */
    private static ModeFunctions sines(Grid grid, int count) {
        double[][] values = new double[count][grid.size()];
        double length = grid.length(0);
        grid.forEachPoint((index, x, y, z) -> {
            for (int p = 1; p <= count; p++) {
                values[p - 1][index] = Math.sqrt(2 / length) * Math.sin(Math.PI * p * (x / length + 0.5));
            }
        });
        return new ModeFunctions(grid, values);
    }
}
