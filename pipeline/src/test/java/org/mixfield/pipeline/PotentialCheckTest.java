package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.config.Description;
import org.mixfield.core.config.Problem;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.run.NumericalException;

class PotentialCheckTest {

    private static PotentialCheck check(String potential, int dimension) {
        try (Mixfield mixfield = Mixfield.open()) {
            return mixfield.check(potential, dimension);
        }
    }

    private static List<String> problems(String potential) {
        try {
            check(potential, 3);
            return List.of();
        } catch (ConfigurationException e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    @Test
    void aPotentialIsProvenComputedOrViolated() {
        PotentialCheck coulomb = check("{type: coulomb, strength: 2}", 3);
        assertThat(coulomb.bound())
                .isInstanceOfSatisfying(
                        FormBound.Proven.class, proven -> assertThat(proven.k()).isEqualTo(16));
        assertThat(coulomb.settings()).containsExactly(entry("type", "coulomb"), entry("strength", 2L));
        PotentialCheck gaussian = check("{\"type\": \"gaussian\", \"strength\": -1.5, \"range\": 0.7}", 1);
        assertThat(gaussian.bound()).isInstanceOf(FormBound.Computed.class);
        assertThat(check("{type: coulomb, strength: 2}", 2).isViolated()).isTrue();
    }

    @Test
    void problemsAreToldWithTheirPlaceInTheText() {
        assertThat(problems("{type: gaussian, strenght: 1, range: -1}"))
                .containsExactly(
                        "potential:1:1: strength: is missing; give a finite number",
                        "potential:1:18: strenght: unknown key; accepted here: type, scattering-length, strength, range;"
                                + " did you mean 'strength'?",
                        "potential:1:38: range: found -1; accepted: a finite number greater than 0");
        assertThat(problems("{type: gausian, strength: 1}"))
                .singleElement()
                .asString()
                .startsWith("potential:1:8: type: unknown potential 'gausian'")
                .endsWith("did you mean 'gaussian'?");
        assertThat(problems("coulomb.yaml"))
                .containsExactly("potential:1:1: found coulomb.yaml; give a potential as under interactions, for"
                        + " example {type: coulomb, strength: 1}");
        assertThat(problems("")).singleElement().asString().startsWith("potential: is empty; give a potential");
        assertThat(problems("{type: coulomb")).singleElement().asString().contains("cannot be read as YAML");
    }

    /** The provider {@code acme/made-up} with a certain {@code create}. */
    private static Mixfield with(Function<Settings, PairPotential> create) {
        PotentialProvider provider = new PotentialProvider() {
            @Override
            public String name() {
                return "acme/made-up";
            }

            @Override
            public PairPotential create(Settings settings) {
                return create.apply(settings);
            }

            @Override
            public String formula() {
                return "strength e^(-r)";
            }

            @Override
            public Map<String, String> units() {
                return Map.of("strength", "energy");
            }
        };
        return Mixfield.open(MadeUp.with(ProviderRegistry.of("potential", List.of(provider))));
    }

    @Test
    void aPotentialThatIsNotFiniteFailsOrHasNoBoundIsTold() {
        try (Mixfield mixfield = with(settings -> RadialPotential.of(r -> Double.NaN))) {
            assertThatThrownBy(() -> mixfield.check("{type: acme/made-up}", 1)).isInstanceOf(NumericalException.class);
        }
        try (Mixfield mixfield = with(settings -> RadialPotential.of(r -> {
            throw new IllegalStateException("out of table");
        }))) {
            assertThatThrownBy(() -> mixfield.check("{type: acme/made-up}", 1))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("potential:1:2: type: the potential failed: ")
                    .hasMessageContaining("out of table");
        }
    }

    @Test
    void theListShowsWhatEachProviderReads() {
        try (Mixfield mixfield = with(settings -> {
            settings.number("strength");
            settings.positive("range", 2.5);
            return RadialPotential.none();
        })) {
            PotentialListing listing = mixfield.potentials().get(0);
            assertThat(listing.provider().name()).isEqualTo("acme/made-up");
            assertThat(listing.formula()).isEqualTo("strength e^(-r)");
            assertThat(listing.units()).containsExactly(entry("strength", "energy"));
            assertThat(listing.description().settings())
                    .extracting(
                            Description.Setting::name,
                            setting -> setting.presence().otherwise().orElse("required"))
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("strength", "required"),
                            org.assertj.core.groups.Tuple.tuple("range", 2.5));
        }
    }

    @Test
    void aProviderThatThrowsWhileAskedIsListedWithTheReason() {
        try (Mixfield mixfield = with(settings -> {
            throw new IllegalStateException("no license");
        })) {
            PotentialListing listing = mixfield.potentials().get(0);
            assertThat(listing.description().settings()).isEmpty();
            assertThat(listing.description().failure())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("no license"));
        }
    }

    @Test
    void everyBuiltInPotentialSaysItsFormulaAndTheUnitsOfItsSettings() {
        try (Mixfield mixfield = Mixfield.open()) {
            List<String> silent = new ArrayList<>();
            for (PotentialListing listing : mixfield.potentials()) {
                assertThat(listing.description().failure())
                        .as(listing.provider().name())
                        .isEmpty();
                if (listing.formula().isEmpty()) {
                    silent.add(listing.provider().name());
                }
                listing.description().settings().stream()
                        .map(Description.Setting::name)
                        .filter(name -> !listing.units().containsKey(name))
                        .forEach(name -> silent.add(listing.provider().name() + "." + name));
                assertThat(listing.description().settings())
                        .extracting(Description.Setting::name)
                        .as(listing.provider().name())
                        .containsAll(listing.units().keySet());
            }
            assertThat(silent).isEmpty();
        }
    }
}
