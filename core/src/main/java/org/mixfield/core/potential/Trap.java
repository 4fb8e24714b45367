package org.mixfield.core.potential;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * An external potential acting on one species, as it is at time 0. One that changes in time says so and gives itself at
 * other times. Immutable and thread-safe.
 */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL)
public interface Trap {

    /** No trap. */
    Trap NONE = (x, y, z) -> 0;

    /** The sum of traps; no trap where there are none. */
    static Trap sum(List<? extends Trap> terms) {
        return terms.isEmpty() ? NONE : terms.size() == 1 ? terms.get(0) : new TrapSum(List.copyOf(terms));
    }

    /** Its value at a point; coordinates of missing axes are 0. */
    double value(double x, double y, double z);

    /** This trap as it is at a time; where it jumps, after the jump. */
    default Trap at(double time) {
        return this;
    }

    /** True where {@link #at} depends on the time. */
    default boolean changes() {
        return false;
    }

    /** The times at which it or one of its derivatives in time jumps; a time step never crosses one. */
    default List<Double> kinks() {
        return List.of();
    }

    /** A term of this trap that is harmonic and does not change in time, where it has one. */
    default Optional<HarmonicTrap> harmonicPart() {
        return Optional.empty();
    }

    /** This trap times a factor of time. */
    default Trap times(Modulation factor) {
        return factor == Modulation.NONE || this == NONE ? this : new ModulatedTrap(this, factor);
    }
}
