package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mixfield.pipeline.Configurations.SMALL;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.run.NumericalException;
import org.mixfield.pipeline.FormBounds.Outcome;

class FormBoundsTest {

    private static final Outcome PROVEN = Outcome.of(new FormBound.Proven(4, "Hardy"));
    private static final Outcome COMPUTED = Outcome.of(new FormBound.Computed(1, 2, "shooting"));
    private static final Outcome VIOLATED = Outcome.of(new FormBound.Violated(
            new FormBound.Witness("the family", List.of(new FormBound.Trial(0.1, 3), new FormBound.Trial(0.01, 9)))));
    private static final Outcome UNKNOWN = Outcome.notComputed("no function of r");

    @TempDir
    Path folder;

    @Test
    void theoremAppliesWhereAllThreeBoundsHold() {
        assertThat(new FormBounds(PROVEN, COMPUTED, PROVEN).theoremApplies()).isEqualTo(true);
        assertThat(new FormBounds(PROVEN, UNKNOWN, PROVEN).theoremApplies()).isEqualTo("unknown");
        assertThat(new FormBounds(VIOLATED, UNKNOWN, PROVEN).theoremApplies()).isEqualTo(false);
    }

    @Test
    void aViolationNamesThePotentialTheWitnessAndTheWayOut() {
        assertThatThrownBy(new FormBounds(PROVEN, VIOLATED, PROVEN)::require)
                .isInstanceOf(HypothesisViolation.class)
                .hasMessageContainingAll("interactions.vv", "the family", "assumptions: relaxed");
        new FormBounds(PROVEN, UNKNOWN, PROVEN).require();
    }

    @Test
    void resultFilesHoldVerdictsWithTheirConstants() {
        Map<String, Object> map = new FormBounds(COMPUTED, VIOLATED, UNKNOWN).toMap();
        assertThat(map.get("uu").toString())
                .isEqualTo("{verdict=computed, K={lower=1.0, upper=2.0}, source=shooting, witness=null}");
        assertThat(map.get("vv").toString())
                .isEqualTo("{verdict=violated, K=null, source=null, witness={family=the family,"
                        + " trials=[{parameter=0.1, ratio=3.0}, {parameter=0.01, ratio=9.0}]}}");
        assertThat(map.get("uv").toString()).isEqualTo("{verdict=not-computed, reason=no function of r}");
        assertThat(new FormBounds(PROVEN, PROVEN, PROVEN).toMap().get("uu").toString())
                .isEqualTo("{verdict=proven, K={lower=4.0, upper=4.0}, source=Hardy, witness=null}");
    }

    @Test
    void resultsSayWhatTheTheoremDoesNotCover() {
        assertThat(new FormBounds(PROVEN, COMPUTED, PROVEN).notices()).isEmpty();
        assertThat(new FormBounds(VIOLATED, UNKNOWN, PROVEN).notices())
                .singleElement()
                .asString()
                .startsWith("Theorem 2.3 does not apply: interactions.uu violates ");
        assertThat(new FormBounds(PROVEN, UNKNOWN, PROVEN).notices())
                .singleElement()
                .asString()
                .contains("not known", "interactions.vv", "no function of r");
    }

    /** A potential {@code acme/made-up} that is equal to others of its kind and counts the requests for its bound. */
    private record Counted(List<Integer> requests, Optional<FormBound> bound) implements RadialPotential {
        @Override
        public double value(double r) {
            return Math.exp(-r);
        }

        @Override
        public Optional<FormBound> formBound(int dimension) {
            requests.add(dimension);
            return bound;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Counted;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private Run run(PairPotential potential, String... overrides) {
        PotentialProvider provider = new PotentialProvider() {
            @Override
            public String name() {
                return "acme/made-up";
            }

            @Override
            public PairPotential create(Settings settings) {
                return potential;
            }
        };
        List<PotentialProvider> all = new ArrayList<>(
                Extensions.load(getClass().getClassLoader()).potentials().providers());
        all.add(provider);
        List<String> assignments = new ArrayList<>(List.of(overrides));
        for (String pair : List.of("uu", "vv", "uv")) {
            assignments.add("interactions." + pair + "={type: acme/made-up}");
        }
        try (Mixfield mixfield = Mixfield.open(MadeUp.with(ProviderRegistry.of("potential", all)))) {
            return mixfield.load(Configurations.write(folder, SMALL), assignments);
        }
    }

    @Test
    void equalPotentialsShareOneCheckWhichIsMadeOnce() {
        Counted potential = new Counted(new ArrayList<>(), Optional.of(new FormBound.Proven(4, "Hardy")));
        Run run = run(potential);
        run.check();
        run.check();
        assertThat(run.formBounds()).isEqualTo(new FormBounds(PROVEN, PROVEN, PROVEN));
        assertThat(potential.requests()).containsExactly(1);
    }

    @Test
    void aPotentialThatSaysNothingIsComputed() {
        Run run = run(new Counted(new ArrayList<>(), Optional.empty()));
        FormBound bound = run.formBounds().uu().bound().orElseThrow();
        assertThat(bound).isInstanceOf(FormBound.Computed.class);
        // sup V^2 = 1
        assertThat(((FormBound.Computed) bound).upper()).isBetween(0.1, 1.0);
    }

    @Test
    void aPotentialThatFailsOrIsNotFiniteIsToldWithItsPlace() {
        assertThatThrownBy(() -> run(RadialPotential.of(r -> {
                            throw new IllegalStateException("out of table");
                        }))
                        .check())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("interactions.uu: ", "out of table");
        assertThatThrownBy(() -> run(RadialPotential.of(r -> Double.NaN), "assumptions=relaxed")
                        .check())
                .isInstanceOf(NumericalException.class)
                .hasMessageContainingAll("interactions.uu", "NaN");
    }
}
