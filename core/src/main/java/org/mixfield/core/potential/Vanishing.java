package org.mixfield.core.potential;

import java.util.Optional;

/** V = 0. */
enum Vanishing implements RadialPotential {
    INSTANCE;

    @Override
    public double value(double r) {
        return 0;
    }

    @Override
    public boolean vanishes() {
        return true;
    }

    @Override
    public Optional<LeadingPower> atOrigin() {
        return Optional.of(new LeadingPower(0, 0));
    }

    @Override
    public Optional<FormBound> formBound(int dimension) {
        return Optional.of(new FormBound.Proven(0, "V = 0"));
    }
}
