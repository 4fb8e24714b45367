package org.mixfield.fock;

import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.State;

/** All the numbers of the states that several frames hold. */
final class FrameValues {

    private FrameValues() {}

    /** The numbers of all parts; those of a many-body state are told by a contract. */
    static double[] of(State state, Function<State, double[]> ofManyBody) {
        return state.parts().stream()
                .map(part -> ofPart(part, ofManyBody))
                .flatMapToDouble(DoubleStream::of)
                .toArray();
    }

    private static double[] ofPart(State part, Function<State, double[]> ofManyBody) {
        if (part instanceof LaboratoryPart beside) {
            return ofManyBody.apply(beside.laboratory());
        }
        if (part instanceof ManyBodyState) {
            return ofManyBody.apply(part);
        }
        if (part instanceof TruncatedState truncated) {
            return new double[] {
                truncated.numberU().value(),
                truncated.numberV().value(),
                truncated.distance().value()
            };
        }
        if (part instanceof BogoliubovState gaussian) {
            return BogoliubovContractTest.numbers(gaussian);
        }
        return DoubleStream.concat(
                        DoubleStream.of(((DirectState) part).projectedU()),
                        DoubleStream.of(((DirectState) part).moments().gram()))
                .toArray();
    }
}
