package org.mixfield.testkit;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.State;

/** All the numbers of a state in one array, copied. */
final class StateValues {

    private StateValues() {}

    static double[] of(State state) {
        if (state instanceof HartreeState hartree) {
            return DoubleStream.concat(
                            DoubleStream.of(hartree.u().data()),
                            DoubleStream.of(hartree.v().data()))
                    .toArray();
        }
        if (state instanceof ManyBodyState manyBody) {
            return Stream.of(
                            manyBody.projectedU(),
                            manyBody.projectedV(),
                            manyBody.reducedDensity().matrix(),
                            new double[] {
                                manyBody.norm(), manyBody.energyPerParticle(), manyBody.numberU(), manyBody.numberV()
                            })
                    .flatMapToDouble(DoubleStream::of)
                    .toArray();
        }
        throw new IllegalArgumentException(
                "override values(State): nothing is known of the numbers in a " + state.getClass());
    }
}
