package org.mixfield.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;

/** Who asks whom for a ground state, and how often. */
class GroundStateOrbitalsTest {

    private final Workers workers = Workers.of(1);
    private final Grid grid = Grid.of(new int[] {16}, new double[] {8});
    private final List<Set<SpeciesName>> solved = new ArrayList<>();
    private final GroundState counted = new Counted("counted");

    @AfterEach
    void close() {
        workers.close();
    }

    private Discretization of(InitialOrbital u, InitialOrbital v) {
        RadialPotential none = RadialPotential.none();
        Mixture mixture = new Mixture(
                new Species(1, 1, Trap.NONE, u),
                new Species(1, 1, Trap.NONE, v),
                new Interactions(none, none, none),
                Weights.ofParticles(1, 1));
        return Discretization.of(mixture, grid, Boundary.FREE, JTransformsProvider.backend(), workers);
    }

    /** A constant that the other orbital cannot be mistaken for: 1 for u, −1 for v, of norm 1. */
    private ComplexField constant(SpeciesName species) {
        ComplexField field = ComplexField.zero(grid);
        for (int j = 0; j < grid.size(); j++) {
            field.data()[2 * j] = (species == SpeciesName.U ? 1 : -1) / Math.sqrt(8);
        }
        return field;
    }

    private final class Counted implements GroundState {

        private final String name;

        Counted(String name) {
            this.name = name;
        }

        @Override
        public StationaryState solve(Discretization discretization, Set<SpeciesName> species) {
            solved.add(Set.copyOf(species));
            Map<SpeciesName, ComplexField> fields = new EnumMap<>(SpeciesName.class);
            species.forEach(each -> fields.put(each, constant(each)));
            if (species.size() == 1) {
                SpeciesName other = species.contains(SpeciesName.U) ? SpeciesName.V : SpeciesName.U;
                assertThat(discretization.initial(other).normSquared()).isCloseTo(1, within(1e-14));
            }
            return new StationaryState(fields, Map.of("found-by", name));
        }

        @Override
        public GroundState jointlyWith(GroundState other) {
            return new Counted(name + "+" + ((Counted) other).name);
        }
    }

    private static InitialOrbital ground(GroundState way) {
        return new InitialOrbital() {
            @Override
            public ComplexField on(OrbitalSite site) {
                return site.groundState();
            }

            @Override
            public Optional<GroundState> groundState() {
                return Optional.of(way);
            }
        };
    }

    private static InitialOrbital given() {
        return site -> {
            ComplexField field = ComplexField.zero(site.grid());
            field.data()[10] = 3;
            return field;
        };
    }

    private static InitialOrbital turned(InitialOrbital of) {
        return new MadeFrom(
                of,
                (site, field) -> {
                    for (int j = 0; j < field.data().length / 2; j++) {
                        MadeFrom.multiply(field.data(), j, 0, 1);
                    }
                },
                true);
    }

    @Test
    void twoGroundStatesAreFoundTogetherAndOnce() {
        Discretization discretization = of(ground(counted), turned(ground(counted)));
        assertThat(discretization.report()).isEmpty();
        double[] v = discretization.initial(SpeciesName.V).data();
        double[] u = discretization.initial(SpeciesName.U).data();
        discretization.initial(SpeciesName.V);
        assertThat(solved).containsExactly(Set.of(SpeciesName.U, SpeciesName.V));
        assertThat(u[0]).isCloseTo(1 / Math.sqrt(8), within(1e-15));
        assertThat(v[1]).isCloseTo(-1 / Math.sqrt(8), within(1e-15));
        assertThat(discretization.report()).isEqualTo(Map.of("ground-state", Map.of("found-by", "counted")));
    }

    @Test
    void oneGroundStateIsFoundInTheFieldOfTheOtherOrbital() {
        Discretization discretization = of(given(), ground(counted));
        discretization.initial(SpeciesName.U);
        assertThat(solved).isEmpty();
        discretization.initial(SpeciesName.V);
        assertThat(solved).containsExactly(Set.of(SpeciesName.V));
    }

    @Test
    void twoWaysToAskAreMadeOneInTheSameOrder() {
        for (SpeciesName first : SpeciesName.values()) {
            Discretization discretization = of(ground(new Counted("one")), ground(new Counted("two")));
            discretization.initial(first);
            assertThat(discretization.report().toString()).isEqualTo("{ground-state={found-by=one+two}}");
        }
    }

    @Test
    void anOrbitalOfItsOwnIsGivenToEveryCaller() {
        Discretization discretization = of(given(), ground(counted));
        discretization.site(SpeciesName.V).groundState().scale(0);
        discretization.initial(SpeciesName.V).scale(0);
        assertThat(discretization.initial(SpeciesName.V).normSquared()).isCloseTo(1, within(1e-14));
    }

    @Test
    void anOrbitalThatAsksWithoutSayingSoIsToldToSaySo() {
        Discretization discretization = of(OrbitalSite::groundState, ground(counted));
        assertThatIllegalStateException()
                .isThrownBy(() -> discretization.initial(SpeciesName.U))
                .withMessageContaining("species u")
                .withMessageContaining("its groundState() is empty");
    }

    @Test
    void aRunThatIsTakenUpAgainNeedNotFindItAgain() {
        Discretization first = of(ground(counted), ground(counted));
        Map<SpeciesName, ComplexField> orbitals =
                Map.of(SpeciesName.U, first.initial(SpeciesName.U), SpeciesName.V, first.initial(SpeciesName.V));
        solved.clear();
        Discretization again = of(ground(counted), ground(counted)).startingFrom(orbitals, first.report());
        assertThat(again.initial(SpeciesName.U).data())
                .isEqualTo(orbitals.get(SpeciesName.U).data());
        assertThat(again.report()).isEqualTo(first.report());
        assertThat(solved).isEmpty();

        ComplexField elsewhere = ComplexField.zero(Grid.of(new int[] {16}, new double[] {9}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> first.startingFrom(Map.of(SpeciesName.U, elsewhere), Map.of()))
                .withMessageContaining("species u")
                .withMessageContaining("another grid");
    }

    @Test
    void theSiteIsThatOfTheDiscretization() {
        Discretization discretization = of(given(), given());
        OrbitalSite site = discretization.site(SpeciesName.V);
        assertThat(site.grid()).isEqualTo(grid);
        assertThat(site.boundary()).isEqualTo(Boundary.FREE);
        assertThat(site.species()).isEqualTo(SpeciesName.V);
        assertThat(site.modes()).isEmpty();
        assertThat(site.transform()).isSameAs(discretization.site(SpeciesName.U).transform());
        assertThat(discretization.orbitalsInModes()).isFalse();
        assertThat(discretization.withOrbitalsInModes().orbitalsInModes()).isTrue();
    }
}
