package org.mixfield.potentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.formbound.FormBoundCheck;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.LeadingPower;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.PotentialSum;
import org.mixfield.core.potential.RadialPotential;

class SumTest {

    private static final Map<String, Object> COULOMB = Map.of("type", "coulomb", "strength", 2);
    private static final Map<String, Object> GAUSSIAN = Map.of("type", "gaussian", "strength", -1, "range", 0.5);
    private static final Map<String, Object> CONTACT = Map.of("type", "contact", "strength", 3);
    private static final Map<String, Object> WELL = Map.of("type", "square-well", "strength", 1, "radius", 0.8);

    private static final ProviderRegistry<PotentialProvider> POTENTIALS =
            ProviderRegistry.load("potential", PotentialProvider.class, SumTest.class.getClassLoader());

    private static PairPotential sum(Object... terms) {
        Problems problems = new Problems();
        Optional<PairPotential> made = POTENTIALS.create(
                Settings.of(Map.of("type", "sum", "of", List.of(terms)), problems), PotentialProvider::create);
        problems.throwIfAny();
        return made.orElseThrow();
    }

    private static Map<String, Object> sumOf(Object... terms) {
        return Map.of("type", "sum", "of", List.of(terms));
    }

    @Test
    void radialTermsGiveARadialSum() {
        RadialPotential sum = (RadialPotential) sum(COULOMB, GAUSSIAN, WELL);
        assertThat(sum.value(0.5)).isCloseTo(4 - Math.exp(-0.5) + 1, within(1e-15));
        assertThat(sum.breakPoints()).containsExactly(0.8);
        assertThat(sum.atOrigin()).contains(new LeadingPower(2, 1));
        assertThat(sum.reach()).isInfinite();
    }

    @Test
    void equalTermsAndNestedSumsAdd() {
        assertThat(((RadialPotential) sum(COULOMB, COULOMB)).value(1)).isEqualTo(4);
        assertThat(((RadialPotential) sum(COULOMB, COULOMB)).atOrigin()).contains(new LeadingPower(4, 1));
        assertThat(sum(COULOMB, sumOf(GAUSSIAN, sumOf(WELL)))).isEqualTo(sum(COULOMB, GAUSSIAN, WELL));
    }

    @Test
    void aSumOfOneIsThatPotential() {
        assertThat(sum(COULOMB)).isEqualTo(new CoulombProvider.Coulomb(2));
        assertThat(sum(COULOMB, Map.of("type", "none"))).isEqualTo(new CoulombProvider.Coulomb(2));
        assertThat(sum(Map.of("type", "none")).vanishes()).isTrue();
    }

    @Test
    void aTermThatIsNotRadialMakesASumOfTransforms() {
        PairPotential sum = sum(COULOMB, CONTACT, GAUSSIAN);
        assertThat(sum).isInstanceOf(PotentialSum.class);
        KernelTransform transform = sum.truncatedTransform(3, 4, 20);
        KernelTransform radial = sum(COULOMB, GAUSSIAN).truncatedTransform(3, 4, 20);
        assertThat(transform.at(1, 2, 3)).isCloseTo(3 + radial.at(1, 2, 3), within(1e-13));
        PairPotential periodic = sum(CONTACT, GAUSSIAN);
        double gaussian = -Math.pow(2 * Math.PI * 0.25, 1.5) * Math.exp(-14 * 0.125);
        assertThat(periodic.transform(3, 4, 20).at(1, 2, 3)).isCloseTo(3 + gaussian, within(1e-13));
    }

    @Test
    void termsWithoutATransformOfTheirOwnMayHaveOneTogether() {
        // 1/r − e^{−r}/r + … each diverges over all of space, 1/r − 1/√(r²+1) decays like r^−3: still too slowly;
        // 1/r − tanh(r)/r decays exponentially.
        PairPotential sum =
                sum(Map.of("type", "coulomb", "strength", 1), Map.of("type", "formula", "expression", "-tanh(r)/r"));
        // 4π ∫ r (1 − tanh r) dr = 4π π²/24
        assertThat(sum.transform(3, 4, 20).at(0, 0, 0)).isCloseTo(Math.pow(Math.PI, 3) / 6, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sum(COULOMB, GAUSSIAN).transform(3, 4, 20))
                .withMessageContaining("does not decay");
    }

    @Test
    void leadingTermsThatCancelLeaveWhatIsNotKnown() {
        assertThat(((RadialPotential) sum(COULOMB, Map.of("type", "yukawa", "strength", -2, "screening", 1)))
                        .atOrigin())
                .isEmpty();
    }

    @Test
    void problemsOfTheTermsAreReportedTogether() {
        Problems problems = new Problems();
        POTENTIALS.create(
                Settings.of(
                        sumOf(Map.of("type", "gaussian", "strength", 1), Map.of("type", "gausian"), COULOMB, Map.of()),
                        problems),
                PotentialProvider::create);
        assertThat(problems.list())
                .extracting(Object::toString)
                .hasSize(3)
                .anySatisfy(text -> assertThat(text).contains("of[0].range", "is missing"))
                .anySatisfy(text -> assertThat(text).contains("of[1].type", "gausian", "gaussian"))
                .anySatisfy(text -> assertThat(text).contains("of[3].type", "is missing"));
    }

    @Test
    void anEmptySumIsRefused() {
        Problems problems = new Problems();
        new SumProvider().create(Settings.of(Map.of("of", List.of()), problems));
        assertThat(problems.list()).singleElement().asString().contains("of:", "at least one");
    }

    /** Terms come from the registry that the sum came from, plugins in other class loaders included. */
    @Test
    void termsAreMadeByTheSameRegistry() {
        PotentialProvider own = new PotentialProvider() {
            @Override
            public String name() {
                return "acme/own";
            }

            @Override
            public PairPotential create(Settings settings) {
                return RadialPotential.of(r -> settings.axes());
            }
        };
        ProviderRegistry<PotentialProvider> registry =
                ProviderRegistry.of("potential", List.of(new SumProvider(), own));
        Problems problems = new Problems();
        Settings settings = Settings.of(sumOf(sumOf(Map.of("type", "acme/own"))), problems);
        settings.axes(2);
        PairPotential made =
                registry.create(settings, PotentialProvider::create).orElseThrow();
        assertThat(((RadialPotential) made).value(1)).isEqualTo(2);
        registry.create(Settings.of(sumOf(COULOMB), problems), PotentialProvider::create);
        assertThat(problems.list()).singleElement().asString().contains("unknown potential 'coulomb'");
    }

    @Test
    void contactsThatCancelLeaveTheRest() {
        Map<String, Object> opposite = Map.of("type", "contact", "strength", -3);
        assertThat(sum(CONTACT, GAUSSIAN, opposite)).isEqualTo(sum(GAUSSIAN));
        assertThat(sum(CONTACT, opposite).vanishes()).isTrue();
        assertThat(sum(CONTACT, GAUSSIAN, CONTACT)).isEqualTo(sum(GAUSSIAN, Map.of("type", "contact", "strength", 6)));
    }

    /** The tail of 1/r is taken away by that of the formula, whatever else is in the sum. */
    @Test
    void radialTermsHaveTheirTransformTogetherBesideAContact() {
        PairPotential sum = sum(
                Map.of("type", "coulomb", "strength", 1),
                CONTACT,
                Map.of("type", "formula", "expression", "-tanh(r)/r"));
        assertThat(sum.transform(3, 4, 20).at(0, 0, 0)).isCloseTo(3 + Math.pow(Math.PI, 3) / 6, within(1e-12));
    }

    @Test
    void anIntegrableSingularityAndAContactAreViolated() {
        FormBound bound = FormBoundCheck.of(sum(COULOMB, CONTACT), 3);
        assertThat(bound).isInstanceOf(FormBound.Violated.class);
        assertThat(((FormBound.Violated) bound).witness().trials())
                .hasSizeGreaterThan(3)
                .extracting(FormBound.Trial::ratio)
                .isSorted();
    }
}
