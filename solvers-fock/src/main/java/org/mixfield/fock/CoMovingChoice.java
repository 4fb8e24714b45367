package org.mixfield.fock;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apiguardian.api.API;

/**
 * The parameters of a run in the co-moving frame.
 *
 * @param initial the kind of many-body state it starts from
 * @param cutoff K, the most excitations; empty to choose it by the accuracy
 * @param nodes Gauss nodes for each species; empty to choose them by the accuracy
 * @param accuracy relative, of the trace distance: what empty choices aim at
 * @param sectors how a coherent start is summed
 * @param tail number probability left out of a sum over whole numbers
 * @param tolerance largest error of the state at the end time that the steps in time may cause; empty to choose it by the accuracy
 */
@API(status = API.Status.EXPERIMENTAL)
public record CoMovingChoice(
        InitialState initial,
        OptionalInt cutoff,
        OptionalInt nodes,
        double accuracy,
        SectorSum sectors,
        double tail,
        OptionalDouble tolerance) {

    public CoMovingChoice {
        if (!(tail > 0 && tail < 1 && tolerance.orElse(1) > 0 && accuracy > 0)
                || cutoff.isPresent() && cutoff.getAsInt() < 0
                || nodes.isPresent() && nodes.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "the tail lies between 0 and 1, the tolerance and the accuracy are greater"
                            + " than 0, the cutoff is not below 0 and there is at least one node, not " + tail + ", "
                            + tolerance
                            + ", " + accuracy + ", " + cutoff + ", " + nodes);
        }
    }

    /** With a number for the tolerance. */
    public CoMovingChoice(
            InitialState initial,
            OptionalInt cutoff,
            OptionalInt nodes,
            double accuracy,
            SectorSum sectors,
            double tail,
            double tolerance) {
        this(initial, cutoff, nodes, accuracy, sectors, tail, OptionalDouble.of(tolerance));
    }
}
