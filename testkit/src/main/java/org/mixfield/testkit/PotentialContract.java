package org.mixfield.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Problem;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.ProviderListing;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.RadialPotential;

/** What every pair potential must keep. */
@API(status = API.Status.EXPERIMENTAL)
public abstract class PotentialContract {

    private static final double RADIUS = 6;
    private static final double LARGEST_WAVE_NUMBER = 12;

    /** The provider under test. */
    protected abstract PotentialProvider provider();

    /** Settings it accepts, without {@code type}. */
    protected abstract Map<String, Object> settings();

    private PairPotential potential() {
        Problems problems = new Problems();
        Settings view = Settings.of(settings(), problems);
        PairPotential potential = provider().create(view);
        view.finish();
        problems.throwIfAny();
        return potential;
    }

    private RadialPotential radial() {
        PairPotential potential = potential();
        assumeTrue(potential instanceof RadialPotential, "a potential that is not radial has no V(r)");
        return (RadialPotential) potential;
    }

    private static double[] distances() {
        return DoubleStream.iterate(1e-8, r -> r < 1e3, r -> r * 1.37).toArray();
    }

    @Test
    void nameFollowsTheRules() {
        ProviderRegistry<PotentialProvider> registry = ProviderRegistry.of("potential", List.of(provider()));
        assertThat(registry.listings())
                .singleElement()
                .extracting(ProviderListing::failure)
                .isEqualTo(java.util.Optional.empty());
    }

    @Test
    void aKeyItDoesNotKnowIsReported() {
        Map<String, Object> more = new LinkedHashMap<>(settings());
        more.put("no-such-key", 1);
        Problems problems = new Problems();
        Settings view = Settings.of(more, problems);
        provider().create(view);
        view.finish();
        assertThat(problems.list()).singleElement().extracting(Problem::path).isEqualTo("no-such-key");
    }

    @Test
    void missingSettingsAreRecordedAndNotThrown() {
        Problems problems = new Problems();
        provider().create(Settings.of(Map.of(), problems));
        assertThat(problems.count() > 0 || settings().isEmpty())
                .as("settings that are needed and missing are problems")
                .isTrue();
    }

    @Test
    void valuesAreFinite() {
        RadialPotential potential = radial();
        for (double r : distances()) {
            assertThat(potential.value(r)).as("V(%s)", r).isFinite();
        }
    }

    @Test
    void valuesAreTheSameAgainAndOnEveryThread() {
        RadialPotential potential = radial();
        double[] r = distances();
        double[] once = DoubleStream.of(r).map(potential::value).toArray();
        IntStream.range(0, 64)
                .parallel()
                .forEach(repeat -> assertThat(
                                DoubleStream.of(r).map(potential::value).toArray())
                        .containsExactly(once));
    }

    @Test
    void transformIsEven() {
        KernelTransform transform = potential().truncatedTransform(3, RADIUS, LARGEST_WAVE_NUMBER);
        assertThat(transform.at(-1.1, 2.3, -0.4)).isEqualTo(transform.at(1.1, -2.3, 0.4));
    }

    /** 4π ∫₀ᴿ r² V(r) sin(kr)/(kr) dr by Gauss–Legendre rules on many equal panels. */
    @Test
    void transformIsTheIntegralOfTheValues() {
        RadialPotential potential = radial();
        KernelTransform transform = potential.truncatedTransform(3, RADIUS, LARGEST_WAVE_NUMBER);
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(10);
        int panels = 4000;
        double size = 0;
        double[] wave = {0.1, 1, 5, 11.5};
        double[] integral = new double[wave.length];
        for (int panel = 0; panel < panels; panel++) {
            for (int i = 0; i < rule.getNumberOfPoints(); i++) {
                double r = RADIUS * (panel + 0.5 * (1 + rule.getPoint(i))) / panels;
                double weight = 0.5 * RADIUS / panels * rule.getWeight(i) * 4 * Math.PI * r * r * potential.value(r);
                size += Math.abs(weight);
                for (int k = 0; k < wave.length; k++) {
                    integral[k] += weight * Math.sin(wave[k] * r) / (wave[k] * r);
                }
            }
        }
        for (int k = 0; k < wave.length; k++) {
            // Rounding of 40 000 terms; a potential with jumps is integrated here to a panel's width only.
            assertThat(transform.at(wave[k], 0, 0)).isCloseTo(integral[k], within(transformTolerance() * size));
        }
    }

    /** How well the transform must agree with plain quadrature, relative to ∫|V|: larger for a V that is not smooth. */
    protected double transformTolerance() {
        return 1e-11;
    }
}
