package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mixfield.core.potential.FormBound;

class FormBoundsTest {

    private static final Optional<FormBound> PROVEN = Optional.of(new FormBound.Proven(4, "Hardy"));
    private static final Optional<FormBound> COMPUTED = Optional.of(new FormBound.Computed(1, 2, "shooting"));
    private static final Optional<FormBound> VIOLATED = Optional.of(new FormBound.Violated(new FormBound.Witness("the witness", java.util.List.of())));

    @Test
    void theoremAppliesWhereAllThreeBoundsHold() {
        assertThat(new FormBounds(PROVEN, COMPUTED, PROVEN).theoremApplies()).isEqualTo(true);
        assertThat(new FormBounds(PROVEN, Optional.empty(), PROVEN).theoremApplies())
                .isEqualTo("unknown");
        assertThat(new FormBounds(VIOLATED, Optional.empty(), PROVEN).theoremApplies())
                .isEqualTo(false);
    }

    @Test
    void aViolationNamesThePotentialTheWitnessAndTheWayOut() {
        assertThatThrownBy(new FormBounds(PROVEN, VIOLATED, PROVEN)::require)
                .isInstanceOf(HypothesisViolation.class)
                .hasMessageContainingAll("interactions.vv", "the witness", "assumptions: relaxed");
        new FormBounds(PROVEN, Optional.empty(), PROVEN).require();
    }

    @Test
    void resultFilesHoldVerdictsWithTheirConstants() {
        Map<String, Object> map = new FormBounds(COMPUTED, VIOLATED, Optional.empty()).toMap();
        assertThat(map)
                .containsEntry(
                        "uu",
                        Map.of("verdict", "computed", "K", Map.of("lower", 1.0, "upper", 2.0), "source", "shooting"))
                .containsEntry("vv", Map.of("verdict", "violated", "witness", "the witness"))
                .containsEntry("uv", Map.of("verdict", "not-computed"));
    }
}
