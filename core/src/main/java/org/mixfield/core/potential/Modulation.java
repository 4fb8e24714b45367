package org.mixfield.core.potential;

import java.util.List;
import org.apiguardian.api.API;

/** A real factor f(t) of a potential: a ramp, a quench, an oscillation. Immutable and thread-safe. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL)
public interface Modulation {

    /** f = 1, for a potential that does not change. */
    Modulation NONE = new Modulation() {
        @Override
        public double at(double time) {
            return 1;
        }

        @Override
        public boolean changes() {
            return false;
        }
    };

    /** f = c at all times. */
    static Modulation constant(double c) {
        return c == 1 ? NONE : new ConstantFactor(c);
    }

    /** f(t). Where f jumps, the value after the jump. */
    double at(double time);

    /** False where f(t) is the same at all times, 1 or another number. */
    default boolean changes() {
        return true;
    }

    /** The times at which f or one of its derivatives jumps; a time step never crosses one. */
    default List<Double> kinks() {
        return List.of();
    }

    /** An upper bound of |f| from time 0 to an end, by 1001 samples where nothing better is known. */
    default double largest(double end) {
        double largest = 0;
        for (int i = 0; i <= 1000; i++) {
            largest = Math.max(largest, Math.abs(at(i * end / 1000)));
        }
        for (double kink : kinks()) {
            if (kink >= 0 && kink <= end) {
                largest = Math.max(largest, Math.abs(at(kink)));
            }
        }
        return largest;
    }
}
