package org.mixfield.core.potential;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apiguardian.api.API;

/** A pair potential that is a function of the distance r = |x − y| > 0. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL)
public interface RadialPotential extends PairPotential {

    /** V(r) for r > 0. Pure: the same value for the same r on any thread. May diverge at 0 where that is integrable. */
    double value(double r);

    /** A potential from its values alone. */
    static RadialPotential of(DoubleUnaryOperator values) {
        return values::applyAsDouble;
    }

    /** The zero potential. */
    static RadialPotential none() {
        return Vanishing.INSTANCE;
    }

    /**
     * The distances r > 0 at which V or one of its derivatives jumps, ascending; the caller owns the array. What is left out
     * is found, at a cost: this is for those that know.
     */
    default double[] breakPoints() {
        return new double[0];
    }

    /** How V behaves at r → 0; empty where that is not known exactly. */
    default Optional<LeadingPower> atOrigin() {
        return Optional.empty();
    }

    /** The largest distance at which V is known; beyond it {@link #value} may throw. */
    default double reach() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    default KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
        return RadialTransform.truncated(this, dimension, radius, largestWaveNumber);
    }

    @Override
    default KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
        return RadialTransform.whole(this, dimension, scale, largestWaveNumber);
    }
}
