package org.mixfield.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;

class DiscretizationTest {

    private final Workers workers = Workers.of(1);
    private final Grid grid = Grid.of(new int[] {64}, new double[] {16});

    @AfterEach
    void close() {
        workers.close();
    }

    private Discretization of(Trap trap, InitialOrbital u) {
        Interactions none = new Interactions(RadialPotential.none(), RadialPotential.none(), RadialPotential.none());
        Species first = new Species(10, 0.5, trap, u);
        Species second = new Species(30, 2, Trap.NONE, new Gaussian(1));
        Mixture mixture = new Mixture(first, second, none, Weights.ofParticles(10, 30));
        return Discretization.of(mixture, grid, Boundary.FREE, JTransformsProvider.backend(), workers);
    }

    @Test
    void initialOrbitalsAreNormalisedOnTheGrid() {
        Discretization discretization = of(Trap.NONE, new Gaussian(0.8));
        assertThat(discretization.initial(SpeciesName.U).normSquared()).isCloseTo(1, within(1e-14));
        assertThat(discretization.initial(SpeciesName.V).normSquared()).isCloseTo(1, within(1e-14));
        assertThat(discretization.warnings()).isEmpty();
    }

    @Test
    void everyCallerGetsAnInitialOrbitalOfItsOwnAndItIsSampledOnce() {
        AtomicInteger sampled = new AtomicInteger();
        Discretization discretization = of(Trap.NONE, site -> {
            sampled.incrementAndGet();
            return new Gaussian(1).on(site);
        });
        ComplexField field = discretization.initial(SpeciesName.U);
        field.scale(0);
        assertThat(discretization.initial(SpeciesName.U).normSquared()).isCloseTo(1, within(1e-14));
        assertThat(sampled).hasValue(1);
    }

    @Test
    void whatDoesNotDependOnParticleNumbersIsDerivedOnceForAllOfThem() {
        AtomicInteger made = new AtomicInteger();
        Discretization ten = of(Trap.NONE, new Gaussian(1));
        Discretization hundred = ten.withParticles(100, 300);
        assertThat(hundred.derived(String.class, () -> "made " + made.incrementAndGet()))
                .isEqualTo("made 1");
        assertThat(ten.derived(String.class, () -> "made " + made.incrementAndGet()))
                .isEqualTo("made 1");
        assertThat(ten.derived(Integer.class, made::incrementAndGet)).isEqualTo(2);
        assertThat(of(Trap.NONE, new Gaussian(1)).derived(String.class, () -> "another"))
                .isEqualTo("another");
    }

    /** The width is the box's: e^{−x²/(2·6²)} loses erfc(8/6) = 6 % of its norm; half a spacing wide, aliasing shows. */
    @ParameterizedTest
    @ValueSource(doubles = {6, 40, 0.05})
    void anOrbitalThatDoesNotFitIsRefused(double width) {
        Discretization discretization = of(Trap.NONE, new Gaussian(width));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> discretization.initial(SpeciesName.U))
                .withMessageContaining("species u")
                .withMessageContaining("the box is too small or the points too few");
    }

    /** erfc(8/w) = 9e-6 for w = 2.55; Σ e^{−x²/w²} is off by 2 e^{−(πw/h)²} = 1.1e-4 for w = 0.25, h = 0.25. */
    @ParameterizedTest
    @ValueSource(doubles = {2.55, 0.25})
    void anOrbitalThatBarelyFitsIsReportedOnce(double width) {
        Discretization discretization = of(Trap.NONE, new Gaussian(width));
        discretization.initial(SpeciesName.U);
        discretization.initial(SpeciesName.U);
        assertThat(discretization.warnings())
                .singleElement()
                .asString()
                .contains("species u")
                .containsPattern("off by \\d\\.\\de-0[456]");
    }

    @Test
    void anOrbitalWithoutANormIsRefused() {
        Discretization zero = of(Trap.NONE, site -> ComplexField.zero(site.grid()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> zero.initial(SpeciesName.U))
                .withMessageContaining("has the norm 0.0");
        Discretization broken = of(Trap.NONE, site -> {
            ComplexField field = ComplexField.zero(site.grid());
            field.data()[5] = Double.NaN;
            return field;
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> broken.initial(SpeciesName.U))
                .withMessageContaining("NaN");
    }

    @Test
    void anOrbitalOfUnknownNormIsTakenAsItIs() {
        Discretization discretization = of(Trap.NONE, site -> new Gaussian(40).on(site));
        assertThat(discretization.initial(SpeciesName.U).normSquared()).isCloseTo(1, within(1e-14));
        assertThat(discretization.warnings()).isEmpty();
    }

    @Test
    void anOrbitalOnAnotherGridIsRefused() {
        Grid other = Grid.of(new int[] {64}, new double[] {8});
        Discretization discretization = of(Trap.NONE, site -> Gaussian.sample(other, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> discretization.initial(SpeciesName.U))
                .withMessageContaining("species u")
                .withMessageContaining("another grid");
    }

    @Test
    void trapsAreSampledAtThePoints() {
        Discretization discretization = of((x, y, z) -> x * x, new Gaussian(1));
        double[] trap = discretization.trap(SpeciesName.U);
        assertThat(trap[0]).isEqualTo(64);
        assertThat(trap[32]).isZero();
        assertThat(trap[33]).isEqualTo(1.0 / 16);
        assertThat(discretization.trap(SpeciesName.U)).isSameAs(trap);
        assertThat(discretization.trap(SpeciesName.V)).hasSize(64).containsOnly(0);
    }

    @Test
    void aTrapThatDivergesFailsWithItsClassAndThePlace() {
        Discretization discretization = of(new InverseTrap(), new Gaussian(1));
        assertThatThrownBy(() -> discretization.trap(SpeciesName.U))
                .isInstanceOf(NumericalException.class)
                .hasMessageContaining("species u")
                .hasMessageContaining(InverseTrap.class.getName())
                .hasMessageContaining("is Infinity at [0.0]");
    }

    @Test
    void modesAreThereOnlyWhereTheRunHasThem() {
        Discretization without = of(Trap.NONE, new Gaussian(1));
        assertThat(without.modesChoice()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> without.modes(SpeciesName.U));

        AtomicInteger sampled = new AtomicInteger();
        Modes family = (on, species, count) -> {
            sampled.incrementAndGet();
            return sines(on, count, 1);
        };
        Discretization with = without.withModes(new ModesChoice(family, 2, 5));
        assertThat(with.modes(SpeciesName.U).count()).isEqualTo(2);
        assertThat(with.modes(SpeciesName.V).count()).isEqualTo(5);
        assertThat(with.modes(SpeciesName.V)).isSameAs(with.modes(SpeciesName.V));
        assertThat(sampled).hasValue(2);
        assertThat(with.grid()).isEqualTo(without.grid());
        assertThat(with.mixture()).isEqualTo(without.mixture());
    }

    @Test
    void modesThatAreNotOrthonormalOnTheGridAreReportedOrRefused() {
        Discretization without = of(Trap.NONE, new Gaussian(1));
        // The 32nd sine vanishes at each of the 64 points; the first 31 are orthonormal to rounding.
        Modes family = (on, species, count) -> sines(on, count, 1);
        Discretization many = without.withModes(new ModesChoice(family, 31, 32));
        assertThat(many.modes(SpeciesName.U).count()).isEqualTo(31);
        assertThat(many.warnings()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> many.modes(SpeciesName.V))
                .withMessageContaining("modes of species v")
                .withMessageContaining("all 32 of them");

        Discretization nearly =
                without.withModes(new ModesChoice((on, species, count) -> sines(on, count, 1 + 1e-7), 2, 2));
        nearly.modes(SpeciesName.U);
        assertThat(nearly.warnings())
                .singleElement()
                .asString()
                .contains("modes of species u are orthonormal on this grid only to 2.0e-07");

        Discretization broken =
                without.withModes(new ModesChoice((on, species, count) -> sines(on, count, Double.NaN), 2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> broken.modes(SpeciesName.U));
    }

    /** factor·√(2/L) sin(2πpx/L), p = 1 … count. */
    private static ModeFunctions sines(Grid grid, int count, double factor) {
        double[][] values = new double[count][grid.size()];
        double length = grid.length(0);
        grid.forEachPoint((index, x, y, z) -> {
            for (int p = 0; p < count; p++) {
                values[p][index] = factor * Math.sqrt(2 / length) * Math.sin(2 * Math.PI * (p + 1) * x / length);
            }
        });
        return new ModeFunctions(grid, values);
    }

    @Test
    void orbitalsGetTheModesOfTheirSpecies() {
        Modes family = (on, species, count) -> sines(on, count, 1);
        AtomicInteger seen = new AtomicInteger();
        InitialOrbital orbital = site -> {
            seen.set(site.modes().orElseThrow().count());
            return new Gaussian(1).on(site);
        };
        of(Trap.NONE, orbital).withModes(new ModesChoice(family, 3, 4)).initial(SpeciesName.U);
        assertThat(seen).hasValue(3);
    }

    @Test
    void meanFieldIsMadeOnceAndTheRestIsHandedOn() {
        Discretization discretization = of(Trap.NONE, new Gaussian(1));
        assertThat(discretization.meanField()).isSameAs(discretization.meanField());
        assertThat(discretization.meanField().vanishes()).isTrue();
        assertThat(discretization.boundary()).isEqualTo(Boundary.FREE);
        assertThat(discretization.workers()).isSameAs(workers);
        assertThat(discretization.backend().fastEvenLength(2)).isEqualTo(2);
    }

    @Test
    void aMixtureKnowsItsSpeciesAndItsConditionConstant() {
        Mixture mixture = of(Trap.NONE, new Gaussian(1)).mixture();
        assertThat(mixture.species(SpeciesName.U).particles()).isEqualTo(10);
        assertThat(mixture.species(SpeciesName.V).mass()).isEqualTo(2);
        assertThat(mixture.conditionConstant()).isZero();
        assertThat(SpeciesName.V.key()).isEqualTo("v");
    }

    @Test
    void speciesWithoutParticlesOrMassAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Species(0, 1, Trap.NONE, new Gaussian(1)))
                .withMessageContaining("at least 1 particle");
        assertThatIllegalArgumentException().isThrownBy(() -> new Species(1, 0, Trap.NONE, new Gaussian(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Species(1, Double.NaN, Trap.NONE, new Gaussian(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Species(1, Double.POSITIVE_INFINITY, Trap.NONE, new Gaussian(1)));
    }

    /** e^{−x²/(2w²)}, with ‖·‖² = √π w. */
    private record Gaussian(double width) implements InitialOrbital {

        @Override
        public ComplexField on(OrbitalSite site) {
            return sample(site.grid(), width);
        }

        static ComplexField sample(Grid grid, double width) {
            ComplexField field = ComplexField.zero(grid);
            grid.forEachPoint((index, x, y, z) -> field.data()[2 * index] = Math.exp(-x * x / (2 * width * width)));
            return field;
        }

        @Override
        public Optional<Double> exactNormSquared(int dimension) {
            return Optional.of(Math.sqrt(Math.PI) * width);
        }
    }

    private static final class InverseTrap implements Trap {

        @Override
        public double value(double x, double y, double z) {
            return 1 / Math.abs(x);
        }
    }
}
