package org.mixfield.core.model;

import org.apiguardian.api.API;
import org.mixfield.core.potential.Trap;

/**
 * One species of bosons.
 *
 * @param particles N, at least 1
 * @param mass m > 0; the kinetic energy is −Δ/(2m)
 * @param trap its external potential
 * @param initial the orbital it starts from
 */
@API(status = API.Status.EXPERIMENTAL)
public record Species(int particles, double mass, Trap trap, InitialOrbital initial) {
    public Species {
        if (particles < 1 || !(mass > 0) || !Double.isFinite(mass)) {
            throw new IllegalArgumentException(
                    "a species has at least 1 particle and a finite mass greater than 0, not " + particles + " and "
                            + mass);
        }
    }

    /** The same with another number of particles. */
    public Species withParticles(int number) {
        return new Species(number, mass, trap, initial);
    }
}
