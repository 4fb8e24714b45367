package org.mixfield.hartree;

import java.util.List;
import org.apiguardian.api.API;

/** How a Hartree solver chooses its steps in time. */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Stepping {

    /**
     * Equal steps.
     *
     * @param step largest time step, greater than 0; each interval between outputs is cut into equal steps not above it
     * @param errorEstimate whether a second trajectory with half as many steps tells the error, at half the cost again;
     *     the number of steps in an interval is then even
     */
    record Fixed(double step, boolean errorEstimate) implements Stepping {
        public Fixed {
            if (!(step > 0)) {
                throw new IllegalArgumentException("the time step must be greater than 0, not " + step);
            }
        }
    }

    /**
     * Steps by an estimate of the error.
     *
     * @param tolerance largest local error per unit time, √(‖δu‖² + ‖δv‖²), greater than 0
     * @param others schemes to go on with where they cost less than the solver's own
     */
    record Adaptive(double tolerance, List<Splitting> others) implements Stepping {
        public Adaptive {
            others = List.copyOf(others);
            if (!(tolerance > 0)) {
                throw new IllegalArgumentException("the tolerance must be greater than 0, not " + tolerance);
            }
        }

        /** With one scheme. */
        public Adaptive(double tolerance) {
            this(tolerance, List.of());
        }
    }
}
