package org.mixfield.core.model;

import java.util.Optional;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.plugin.ProviderRegistry;

/**
 * An orbital that is another one, changed.
 *
 * @param of the other one
 * @param change what is done to it
 * @param keepsNorm whether the change keeps ‖ψ‖
 */
record MadeFrom(InitialOrbital of, Change change, boolean keepsNorm) implements InitialOrbital {

    /** Changes the values of a field. */
    @FunctionalInterface
    interface Change {
        void apply(OrbitalSite site, ComplexField field);
    }

    /** The orbital that the key {@code of} describes, changed. */
    static InitialOrbital read(Settings settings, Change change, boolean keepsNorm) {
        Optional<InitialOrbital> of = settings.part(
                "of",
                InitialOrbital.class,
                part -> ProviderRegistry.load("initial orbital", OrbitalProvider.class, MadeFrom.class.getClassLoader())
                        .create(part, OrbitalProvider::create));
        // Without it a problem was recorded, and nobody uses what is made here.
        return new MadeFrom(of.orElse(site -> ComplexField.zero(site.grid())), change, keepsNorm);
    }

    @Override
    public ComplexField on(OrbitalSite site) {
        ComplexField field = of.on(site);
        change.apply(site, field);
        return field;
    }

    @Override
    public Optional<Double> exactNormSquared(int dimension) {
        return keepsNorm ? of.exactNormSquared(dimension) : Optional.empty();
    }

    @Override
    public Optional<GroundState> groundState() {
        return of.groundState();
    }

    /** Multiplies a value of a field by a complex number. */
    static void multiply(double[] data, int index, double re, double im) {
        double x = data[2 * index];
        double y = data[2 * index + 1];
        data[2 * index] = x * re - y * im;
        data[2 * index + 1] = x * im + y * re;
    }
}
