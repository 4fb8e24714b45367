package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Problem;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.propagator.Solver;

class TruncatedFockProviderTest {

    private static List<Problem> problems(Map<String, ?> values) {
        Problems problems = new Problems();
        Settings settings = Settings.of(values, problems);
        new TruncatedFockProvider().create(settings);
        settings.finish();
        return problems.list();
    }

    @Test
    void laboratoryFrameIsAccepted() {
        Problems problems = new Problems();
        Solver solver = new TruncatedFockProvider()
                .create(Settings.of(
                        Map.of("state", "factorised", "frames", List.of("laboratory"), "tail", 1e-6), problems));
        assertThat(problems.isEmpty()).isTrue();
        assertThat(solver).isEqualTo(new TruncatedFockSolver(InitialState.FACTORISED, 1e-6, 1e-10));
    }

    @Test
    void framesThatDoNotExistYetAreRefusedWithTheOneThatDoes() {
        assertThat(problems(Map.of()))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("comoving", "default", "[laboratory]"));
        assertThat(problems(Map.of("frames", List.of("laboratory", "bogoliubov"))))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("bogoliubov", "[laboratory]"));
    }

    @Test
    void keysOfTheFramesToComeAreChecked() {
        assertThat(problems(Map.of("frames", List.of("laboratory"), "cutoff", "auto", "nodes", 5, "sectors", "gauss")))
                .isEmpty();
        assertThat(problems(Map.of("frames", List.of("laboratory"), "cutoff", -1, "tail", 2, "nodse", 5)))
                .hasSize(3);
    }
}
