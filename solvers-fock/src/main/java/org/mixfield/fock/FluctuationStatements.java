package org.mixfield.fock;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.mixfield.core.run.Workers;
import org.mixfield.core.statement.Evidence;
import org.mixfield.core.statement.Finding;

/** Statements about the fluctuations of a coherent start, followed for few particles and a short time in all the modes of a problem. */
final class FluctuationStatements {

    /** Particles of both species together. */
    private static final int FEW = 8;

    /** How many more there are for the constants that must not depend on their number. */
    private static final int TIMES_MORE = 4;

    /** Time in units of that in which fluctuations arise: so short that few of them are enough, and the modes hardly turn. */
    private static final double SHORT = 0.1;

    /** About the operations of one application of L. */
    private static final double MOST_WORK = 1e7;

    /** The same where many dynamics run side by side. */
    private static final double MOST_WORK_OF_MANY = 4e6;

    private static final int MOST_FLUCTUATIONS = 6;

    /** With fewer there is nothing to tell the errors from. */
    private static final int LEAST_FLUCTUATIONS = 4;

    private static final int MOST_EXCITATIONS = 6;
    private static final int LEAST_EXCITATIONS = 2;
    private static final double MOST_EXCITED_STATES = 300;

    private final CoherentStart start;
    private final FluctuationDynamics dynamics;
    private final double time;
    private final Workers workers;
    private final FluctuationRun direct;

    /**
     * Statements on a problem of which {@link #fits} is true.
     *
     * @param start with the particle numbers of the run
     * @param dynamics what fluctuations are compared with
     * @param endTime the last time of the run, greater than 0
     */
    FluctuationStatements(CoherentStart start, FluctuationDynamics dynamics, double endTime, Workers workers) {
        this.start = start;
        this.dynamics = dynamics;
        this.workers = workers;
        int most = fluctuations(start.tensors(), MOST_WORK);
        CoherentStart few = few();
        this.time = Math.min(endTime, 1 / Math.max(few.creationRate() / SHORT, few.turningRate()));
        this.direct = new FluctuationRun(
                few, new SpeciesCutoffs(most, most), List.of(), FluctuationDynamics.TOLERANCE, time, workers);
        direct.advanceTo(time);
    }

    static List<Statement> statements() {
        List<Statement> statements = new ArrayList<>(FluctuationDynamics.STATEMENTS);
        statements.addAll(TruncatedDynamics.STATEMENTS);
        return statements;
    }

    /** Whether enough fluctuations can be followed in so many modes. */
    static boolean fits(ModeTensors tensors) {
        return fluctuations(tensors, MOST_WORK) >= LEAST_FLUCTUATIONS;
    }

    static String tooManyModes(ModeTensors tensors) {
        return String.format(
                Locale.ROOT,
                "a state with %d fluctuations of each species is too large on %d and %d modes; 4 and 4 would do",
                LEAST_FLUCTUATIONS,
                tensors.modesU(),
                tensors.modesV());
    }

    /** The most fluctuations of each species with which L is applied fast enough. */
    private static int fluctuations(ModeTensors tensors, double work) {
        int k = MOST_FLUCTUATIONS;
        while (k >= LEAST_FLUCTUATIONS && work(k, tensors.modesU(), tensors.modesV()) > work) {
            k--;
        }
        return k;
    }

    private static double work(int fluctuations, int modesU, int modesV) {
        double u = OccupationBasis.dimension(fluctuations, modesU + 1);
        double v = OccupationBasis.dimension(fluctuations, modesV + 1);
        return u * v * Math.min(u, FluctuationOperators.shown(modesU)) * FluctuationOperators.shown(modesV);
    }

    /** ω_t for few particles. */
    FluctuationLevel omega() {
        return direct.direct().measured();
    }

    double time() {
        return time;
    }

    /** Fluctuations of a many-body state and of L(t). */
    List<Finding> dynamics() {
        int excitations = MOST_EXCITATIONS;
        ModeTensors tensors = start.tensors();
        while (excitations > LEAST_EXCITATIONS
                && ExcitationBasis.dimension(tensors.modesU(), tensors.modesV(), excitations) > MOST_EXCITED_STATES) {
            excitations--;
        }
        return dynamics.of(few(), direct, excitations);
    }

    /** The truncated dynamics, with a table of them. */
    Evidence truncated() {
        int most = fluctuations(start.tensors(), MOST_WORK_OF_MANY);
        if (most < LEAST_FLUCTUATIONS) {
            return new Evidence(
                    Statement.notTested(TruncatedDynamics.STATEMENTS, tooManyModes(start.tensors())), List.of());
        }
        TreeSet<Integer> cubic = new TreeSet<>(List.of(0, most));
        for (int m = 1; m < most; m *= 2) {
            cubic.add(m);
        }
        SpeciesCutoffs cutoffs = new SpeciesCutoffs(most, most);
        List<Integer> sweep = List.copyOf(cubic);
        TruncatedDynamics truncated = new TruncatedDynamics(
                new TruncatedSweep(weighted(FEW), cutoffs, sweep, time, workers),
                new TruncatedSweep(weighted(TIMES_MORE * FEW), cutoffs, sweep, time, workers));
        return new Evidence(truncated.findings(), List.of(truncated.table()));
    }

    /** Few particles in about the ratio of the run's, and not more of either species. */
    private CoherentStart few() {
        double n1 = start.weights().n1();
        double n2 = start.weights().n2();
        double share = Math.min(1, FEW / (n1 + n2));
        return start.withParticles(atLeastOne(share * n1), atLeastOne(share * n2));
    }

    /** Particles in the ratio of the weights, as (2.3) has it. */
    private CoherentStart weighted(int together) {
        int n1 = Math.min(together - 1, atLeastOne(start.hartree().c1() * together));
        return start.withParticles(n1, together - n1);
    }

    private static int atLeastOne(double number) {
        return (int) Math.max(1, Math.rint(number));
    }
}
