package org.mixfield.hartree;

import java.util.Map;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.SpeciesName;

/**
 * Two orbitals carried by a splitting scheme.
 *
 * <p>Flows of the same kind that meet are merged: a potential flow is held back until a kinetic one follows, and that until
 * a potential one needs the densities, so that the flow does all of it at once. The potentials are computed once for as long
 * as the densities stay the same, across the boundary of two steps too.
 */
final class Trajectory {

    final ComplexField u;
    final ComplexField v;
    private final double[] potentialU;
    private final double[] potentialV;
    private final HartreeFlow flow;
    /** Duration of the harmonic flow behind, whose last outer factor is still to come. */
    private double behind;

    private double pendingPotential;
    private double pendingKinetic;
    private boolean potentialsCurrent;

    /** Within a step the time of potentials that wait to be transformed back; NaN where none do. */
    private double convolvedAt = Double.NaN;

    Trajectory(HartreeFlow flow, ComplexField u, ComplexField v) {
        this.flow = flow;
        this.u = u;
        this.v = v;
        this.potentialU = new double[u.grid().size()];
        this.potentialV = new double[v.grid().size()];
    }

    /** A trajectory with memory of its own, to be overwritten by {@link #copy}. */
    static Trajectory empty(HartreeFlow flow, Grid grid) {
        return new Trajectory(flow, ComplexField.zero(grid), ComplexField.zero(grid));
    }

    /** The orbital of a species. */
    double[] orbital(SpeciesName species) {
        return (species == SpeciesName.U ? u : v).data();
    }

    /** The potential that acts on a species. */
    double[] potential(SpeciesName species) {
        return species == SpeciesName.U ? potentialU : potentialV;
    }

    /** Chooses what of the traps goes with the kinetic energy, by the orbitals as they are. */
    void chooseTrapShare(double time) {
        flow.transform(this);
        flow.convolve(time);
        flow.transformBack(this, time);
        for (SpeciesName species : SpeciesName.values()) {
            flow.trapShare().choose(species, orbital(species), potential(species));
        }
    }

    /**
     * One step, forward or backward; the last flows may be held back until {@link #flush}.
     *
     * @param start its time
     * @param latest potentials are taken at times up to this one
     */
    void step(Splitting scheme, double start, double duration, double latest) {
        boolean potential = scheme.potentialFirst();
        double moved = 0;
        for (double fraction : scheme.fractions()) {
            if (!potential) {
                pendingKinetic += fraction * duration;
                moved += fraction;
            } else if (fraction != 0) {
                if (pendingKinetic != 0 || !potentialsCurrent) {
                    evaluate(Math.min(start + moved * duration, latest));
                }
                pendingPotential += fraction * duration;
            }
            potential = !potential;
        }
        if (!Double.isNaN(convolvedAt)) {
            // Other trajectories share the memory in which potentials wait.
            flow.transformBack(this, convolvedAt);
            convolvedAt = Double.NaN;
        }
    }

    /** Does what was held back, and begins with the potentials of the orbitals that it leaves. */
    private void evaluate(double time) {
        if (pendingKinetic != 0) {
            move(true);
        } else {
            rotate();
            flow.transform(this);
        }
        flow.convolve(time);
        convolvedAt = time;
        potentialsCurrent = true;
    }

    /** Does the flows that were held back. */
    void flush() {
        if (pendingKinetic != 0) {
            move(false);
            potentialsCurrent = false;
        }
        rotate();
    }

    /** Whether no flow is held back. */
    boolean isWhole() {
        return pendingKinetic == 0 && pendingPotential == 0 && behind == 0;
    }

    private void rotate() {
        flow.potential(this, behind, pendingPotential);
        behind = 0;
        pendingPotential = 0;
    }

    private void move(boolean continues) {
        int pieces = flow.pieces(pendingKinetic);
        double piece = pendingKinetic / pieces;
        for (int i = 0; i < pieces; i++) {
            flow.move(this, behind, pendingPotential, piece, convolvedAt, continues && i == pieces - 1);
            behind = piece;
            pendingPotential = 0;
            convolvedAt = Double.NaN;
        }
        pendingKinetic = 0;
    }

    /** Forgets the potentials, where they jump at the present time. */
    void forgetPotentials() {
        potentialsCurrent = false;
    }

    /** Becomes equal to another trajectory. */
    void copy(Trajectory other) {
        copy(other.u.data(), u.data());
        copy(other.v.data(), v.data());
        copy(other.potentialU, potentialU);
        copy(other.potentialV, potentialV);
        behind = other.behind;
        pendingPotential = other.pendingPotential;
        pendingKinetic = other.pendingKinetic;
        potentialsCurrent = other.potentialsCurrent;
    }

    private static void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
    }

    /** √(‖u − u'‖² + ‖v − v'‖²). */
    double distance(Trajectory other) {
        return Math.sqrt(square(u, other.u) + square(v, other.v));
    }

    /** Summed row by row, so that the answer is good to rounding and the same on any machine. */
    private static double square(ComplexField a, ComplexField b) {
        Grid grid = a.grid();
        int row = 2 * grid.points(grid.dimension() - 1);
        double sum = 0;
        for (int first = 0; first < a.data().length; first += row) {
            double part = 0;
            for (int i = first; i < first + row; i++) {
                double difference = a.data()[i] - b.data()[i];
                part += difference * difference;
            }
            sum += part;
        }
        return sum * grid.cellVolume();
    }

    /** Writes everything that {@link #restore} needs, under names with a prefix. */
    void save(String prefix, Map<String, double[]> saved) {
        saved.put(prefix + "u", u.data());
        saved.put(prefix + "v", v.data());
        saved.put(prefix + "potential-u", potentialU);
        saved.put(prefix + "potential-v", potentialV);
        saved.put(prefix + "flags", new double[] {behind, pendingPotential, pendingKinetic, potentialsCurrent ? 1 : 0});
    }

    void restore(String prefix, Map<String, double[]> saved) {
        copy(SavedArrays.of(saved, prefix + "u", u.data().length), u.data());
        copy(SavedArrays.of(saved, prefix + "v", v.data().length), v.data());
        copy(SavedArrays.of(saved, prefix + "potential-u", potentialU.length), potentialU);
        copy(SavedArrays.of(saved, prefix + "potential-v", potentialV.length), potentialV);
        double[] flags = SavedArrays.of(saved, prefix + "flags", 4);
        behind = flags[0];
        pendingPotential = flags[1];
        pendingKinetic = flags[2];
        potentialsCurrent = flags[3] != 0;
    }
}
