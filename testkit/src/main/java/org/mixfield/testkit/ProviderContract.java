package org.mixfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Description;
import org.mixfield.core.config.Pair;
import org.mixfield.core.config.Problem;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.Provider;
import org.mixfield.core.plugin.ProviderListing;
import org.mixfield.core.plugin.ProviderRegistry;

/**
 * What every provider keeps: the rules for its name, and a strict reading of its settings.
 *
 * @param <P> the provider interface
 */
@API(status = API.Status.EXPERIMENTAL)
public abstract class ProviderContract<P extends Provider> {

    /** The provider under test, a new one. */
    protected abstract P provider();

    /** Settings it accepts, without {@code type}; none unless overridden. */
    protected Map<String, Object> settings() {
        return Map.of();
    }

    /** Number of axes of the grid that the settings are for; 0 where they do for any. */
    protected int axes() {
        return 0;
    }

    /** What the interface makes of settings. */
    abstract Object create(P provider, Settings settings);

    final Settings view(Map<String, ?> values, Problems problems) {
        Settings view = Settings.of(values, problems);
        prepare(view);
        return view;
    }

    /** What a run tells its parts: a species of mass ½, 10 particles of it, and what the settings measure. */
    private void prepare(Settings view) {
        view.axes(axes());
        view.mass(0.5);
        view.pair(new Pair(10, 0.25));
        view.units(provider().units());
    }

    /** What a new provider makes of the settings, which must be right. */
    final Object created() {
        Problems problems = new Problems();
        Settings view = view(settings(), problems);
        Object made = create(provider(), view);
        view.finish();
        problems.throwIfAny();
        return made;
    }

    static void assertFinite(double[] values) {
        assertThat(Arrays.stream(values).filter(x -> !Double.isFinite(x)).boxed())
                .as("values that are not finite")
                .isEmpty();
    }

    /** Without the boxing of an AssertJ comparison, for large arrays. */
    static void assertValues(double[] actual, double[] expected, double tolerance) {
        assertThat(actual.length).as("number of values").isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(actual[i] - expected[i]) <= tolerance)) {
                assertThat(actual[i]).as("value %s", i).isCloseTo(expected[i], within(tolerance));
            }
        }
    }

    @Test
    void nameFollowsTheRules() {
        ProviderRegistry<P> registry = ProviderRegistry.of("provider", List.of(provider()));
        assertThat(registry.listings())
                .singleElement()
                .extracting(ProviderListing::failure)
                .isEqualTo(Optional.empty());
        assertThat(provider().name())
                .as("the name is constant")
                .isEqualTo(provider().name());
    }

    /** ServiceLoader needs it. */
    @Test
    void hasAPublicConstructorWithoutArguments() {
        Class<?> type = provider().getClass();
        assertThat(type).isPublic();
        assertThat(type.getConstructors())
                .as("public constructors of %s", type.getName())
                .anyMatch(constructor -> constructor.getParameterCount() == 0);
    }

    @Test
    void aKeyItDoesNotKnowIsReported() {
        Map<String, Object> more = new LinkedHashMap<>(settings());
        more.put("no-such-key", 1);
        Problems problems = new Problems();
        Settings view = view(more, problems);
        create(provider(), view);
        view.finish();
        assertThat(problems.list()).singleElement().extracting(Problem::path).isEqualTo("no-such-key");
    }

    @Test
    void missingSettingsAreRecordedAndNotThrown() {
        Problems problems = new Problems();
        create(provider(), view(Map.of(), problems));
        boolean needsAny = Description.of(this::describe).settings().stream()
                .anyMatch(setting -> setting.presence().required());
        assertThat(problems.count() > 0 || !needsAny)
                .as("settings that are needed and missing are problems")
                .isTrue();
    }

    @Test
    void settingsOfAWrongTypeAreRecordedAndNotThrown() {
        for (String key : settings().keySet()) {
            Map<String, Object> wrong = new LinkedHashMap<>(settings());
            wrong.put(key, Map.of("no-such-key", List.of("x")));
            Problems problems = new Problems();
            Settings view = view(wrong, problems);
            create(provider(), view);
            view.finish();
            assertThat(problems.list())
                    .as("a mapping for %s", key)
                    .anySatisfy(problem -> assertThat(problem.path()).startsWith(key));
        }
    }

    /** {@code run.yaml} shows what a run was made with, defaults included. */
    @Test
    void everySettingItReadsIsReported() {
        assertThat(reported(settings())).containsAll(settings().keySet());
        Description.of(this::describe).settings().stream()
                .filter(setting -> setting.presence().otherwise().isPresent())
                .map(Description.Setting::name)
                .filter(settings()::containsKey)
                .forEach(name -> {
                    Map<String, Object> fewer = new LinkedHashMap<>(settings());
                    fewer.remove(name);
                    assertThat(reported(fewer))
                            .as("keys reported where %s is left out", name)
                            .contains(name);
                });
    }

    private Set<String> reported(Map<String, Object> settings) {
        Settings view = view(settings, new Problems());
        create(provider(), view);
        return view.effective().keySet();
    }

    /** A run repeated from its {@code run.yaml} is the same run. */
    @Test
    void theSettingsItReportsAreAcceptedAgain() {
        Problems problems = new Problems();
        Settings first = view(settings(), problems);
        create(provider(), first);
        Settings second = view(first.effective(), problems);
        create(provider(), second);
        second.finish();
        problems.throwIfAny();
        assertThat(second.effective()).isEqualTo(first.effective());
    }

    private void describe(Settings view) {
        prepare(view);
        create(provider(), view);
    }
}
