package org.mixfield.hartree;

import java.util.Optional;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.potential.HarmonicTrap;

/**
 * The flow of −Δ/(2m) + Σ k<sub>i</sub> (x<sub>i</sub> − c<sub>i</sub>)², the sum over some axes, made of flows that are each
 * a factor:
 *
 * <pre>
 *   e^{−iτ(T + kx²)} = e^{−ifx²} e^{−igT} e^{−ifx²},   f = (mω/2) tan(ωτ/2),   g = sin(ωτ)/ω,   ω² = 2k/m
 * </pre>
 *
 * exact for |ωτ| < π (Bader and Blanes, Phys. Rev. E 83 (2011) 046711). It costs what the kinetic flow costs, since the
 * outer factors go with the potential flows before and after. Along axes that are not taken it is the kinetic flow.
 */
final class HarmonicFlow {

    /**
     * ωτ at most: the outer factors give points at distance x a momentum of (mω/2) x·ωτ, which the grid has to hold, and this
     * is a quarter of what the trap itself makes of such an x.
     */
    private static final double LARGEST_ANGLE = 0.5;

    private final double mass;
    private final double[] omega = new double[3];
    private final double[][] square = new double[3][];
    private final double[][] angle = new double[3][];

    HarmonicFlow(Grid grid, double mass, Optional<HarmonicTrap> trap) {
        this.mass = mass;
        for (int axis = 0; axis < 3; axis++) {
            int points = axis < grid.dimension() ? grid.points(axis) : 1;
            square[axis] = new double[points];
            angle[axis] = new double[points];
            for (int j = 0; j < points && axis < grid.dimension(); j++) {
                double x = grid.coordinate(axis, j)
                        - (trap.isPresent() ? trap.get().center(axis) : 0);
                square[axis][j] = x * x;
            }
        }
    }

    /** Takes an axis with its stiffness. */
    void take(int axis, double stiffness) {
        omega[axis] = Math.sqrt(2 * stiffness / mass);
    }

    boolean takes(int axis) {
        return omega[axis] != 0;
    }

    /** Whether it takes any axis. */
    boolean isTrapped() {
        return takes(0) || takes(1) || takes(2);
    }

    /** Equal pieces in which a duration must be done. */
    int pieces(double duration) {
        double largest = Math.max(omega[0], Math.max(omega[1], omega[2])) * Math.abs(duration);
        return (int) Math.max(1, Math.ceil(largest / LARGEST_ANGLE));
    }

    /** g along an axis. */
    double kineticDuration(int axis, double duration) {
        return takes(axis) ? Math.sin(omega[axis] * duration) / omega[axis] : duration;
    }

    private double outer(int axis, double duration) {
        return takes(axis) ? 0.5 * mass * omega[axis] * Math.tan(0.5 * omega[axis] * duration) : 0;
    }

    /** Sets the outer factors to those after a flow and before another. */
    void between(double before, double after) {
        for (int axis = 0; axis < 3; axis++) {
            double factor = -(outer(axis, before) + outer(axis, after));
            for (int j = 0; j < angle[axis].length; j++) {
                angle[axis][j] = factor * square[axis][j];
            }
        }
    }

    /** Adds the angles of the outer factors, at points of the grid in order, to some angles. */
    void addTo(double[] angles, int first, int count) {
        int last = angle[2].length;
        int middle = angle[1].length;
        if (last == 1) {
            addRows(angles, first, count, middle);
            return;
        }
        for (int done = 0; done < count; ) {
            int row = (first + done) / last;
            int from = (first + done) % last;
            int together = Math.min(count - done, last - from);
            add(angles, done, together, angle[0][row / middle] + angle[1][row % middle], angle[2], from);
            done += together;
        }
    }

    /** The same on a grid without a third axis. */
    private void addRows(double[] angles, int first, int count, int middle) {
        if (middle == 1) {
            add(angles, 0, count, 0, angle[0], first);
            return;
        }
        for (int done = 0; done < count; ) {
            int from = (first + done) % middle;
            int together = Math.min(count - done, middle - from);
            add(angles, done, together, angle[0][(first + done) / middle], angle[1], from);
            done += together;
        }
    }

    private static void add(double[] angles, int place, int count, double all, double[] table, int from) {
        for (int i = 0; i < count; i++) {
            angles[place + i] += all + table[from + i];
        }
    }
}
