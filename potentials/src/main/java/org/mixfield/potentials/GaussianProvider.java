package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.config.Pair;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.LeadingPower;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.units.Dimension;

/**
 * {@code gaussian}: V(r) = strength e<sup>−r²/(2 range²)</sup>.
 *
 * <p>In three dimensions a {@code scattering-length} a may be given instead of the strength: that of the contact interaction
 * with the same integral. The Hamiltonian divides V by n = N₁, N₂ or N₁ + N₂, so ∫V = n · 2πa/μ with the reduced mass μ. This
 * is a first Born approximation, which is what the Hartree system sees; {@code run.yaml} says what the scattering length of
 * the Gaussian is exactly.
 */
@AutoService(PotentialProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class GaussianProvider implements PotentialProvider {

    private static final Dimension LENGTH = Dimension.of("length").orElseThrow();

    @Override
    public String name() {
        return "gaussian";
    }

    @Override
    public PairPotential create(Settings settings) {
        settings.means(
                Map.of(
                        "strength", "V at r = 0",
                        "range", "r at which V has fallen to strength/√e",
                        "scattering-length",
                                "in three dimensions, instead of strength: that of the contact interaction with the same integral"));
        if (!settings.has("scattering-length")) {
            return new Gaussian(settings.number("strength"), settings.positive("range"));
        }
        double length = settings.number("scattering-length");
        double range = settings.positive("range");
        if (settings.has("strength")) {
            settings.number("strength");
            settings.problem("scattering-length", "is given together with strength; give one of them");
        }
        if (settings.axes() != 3) {
            settings.problem("scattering-length", "is one of three dimensions; give strength");
        }
        Optional<Pair> pair = settings.pair();
        if (pair.isEmpty()) {
            settings.problem(
                    "scattering-length",
                    "needs the masses and particle numbers of a run, not known here; give strength");
            return new Gaussian(1, range);
        }
        double strength = pair.get().divisor()
                * GaussianScattering.strength(length, range, pair.get().reducedMass());
        settings.remark("scattering-length", remark(settings, strength, GaussianScattering.exact(length, range)));
        return new Gaussian(strength, range);
    }

    private static String remark(Settings settings, double strength, double exact) {
        String physical =
                settings.units().map(units -> " = " + units.show(exact, LENGTH)).orElse("");
        return String.format(
                Locale.ROOT, "in first Born approximation, strength %.6g; exactly %.6g%s", strength, exact, physical);
    }

    @Override
    public String formula() {
        return "strength e^(-r²/(2 range²))";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("strength", "energy", "scattering-length", "length", "range", "length");
    }

    record Gaussian(double strength, double range) implements RadialPotential {

        @Override
        public double value(double r) {
            return strength * Math.exp(-r * r / (2 * range * range));
        }

        @Override
        public Optional<LeadingPower> atOrigin() {
            return Optional.of(new LeadingPower(strength, 0));
        }

        /** (2π range²)^{d/2} e^{−k² range²/2}. */
        @Override
        public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
            double mass = strength * Math.pow(2 * Math.PI * range * range, 0.5 * dimension);
            return (kx, ky, kz) -> mass * Math.exp(-(kx * kx + ky * ky + kz * kz) * range * range / 2);
        }

        @Override
        public boolean vanishes() {
            return strength == 0;
        }
    }
}
