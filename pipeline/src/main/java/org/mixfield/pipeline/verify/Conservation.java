package org.mixfield.pipeline.verify;

import java.util.List;
import org.mixfield.core.statement.Finding;

/**
 * What the two dynamics conserve, on the rows of a run. Nothing of it is imposed, so that a drift is an error: of the time steps,
 * of what is left out of a state, or of the program.
 */
final class Conservation {

    private static final String MANY_BODY = "section 2";
    private static final String HARTREE = "Theorem 2.3, (2)";
    private static final String NO_MANY_BODY = "no frame of the run holds a many-body state";
    private static final String NO_GRID = "solvers.hartree does not run";
    private static final String ONE_ROW = "one row shows no change";
    private static final String CHANGES = "the Hamiltonian changes in time";

    /** Of sums over all amplitudes. */
    private static final double ROUNDING = 1e-12;

    private final Rung run;
    private final boolean changes;

    private Conservation(Rung run, boolean changes) {
        this.run = run;
        this.changes = changes;
    }

    /** @param changes whether the Hamiltonian changes in time: energies then move as they should */
    static List<Finding> of(Rung run, boolean changes) {
        Conservation conservation = new Conservation(run, changes);
        return List.of(
                conservation.manyBody("norm", "fock.norm", "||psi_t|| as on the first row, relative to it"),
                conservation.energy(),
                conservation.manyBody("number.u", "fock.number.u", "<N x I> as on the first row, relative to it"),
                conservation.manyBody("number.v", "fock.number.v", "<I x N> as on the first row, relative to it"),
                conservation.hartreeNorm(),
                conservation.hartreeEnergy());
    }

    private Finding energy() {
        if (changes) {
            return Finding.notTested("conservation.energy", MANY_BODY, "<H> as on the first row", CHANGES);
        }
        return manyBody("energy", "fock.energy", "<H> as on the first row, relative to it");
    }

    /**
     * The change relative to the start, which is 0 up to the error of the state: that of its reduced density in trace norm, the
     * error of the trace distance, bounds what one-particle quantities are off by, relative to their scale.
     */
    private Finding manyBody(String id, String column, String claim) {
        Tightest statement = new Tightest("conservation." + id, MANY_BODY, claim);
        for (int row = 1; run.has(column) && row < run.count(); row++) {
            double start = run.value(0, column);
            double drift = Math.abs(run.value(row, column) - start) / Math.abs(start);
            statement.test(drift, 0, run.distanceError(row) + run.distanceError(0) + ROUNDING, run.at(row));
        }
        return statement.finding(run.has(column) ? ONE_ROW : NO_MANY_BODY);
    }

    private Finding hartreeNorm() {
        Tightest statement = new Tightest("conservation.hartree.norm", HARTREE, "||u_t|| = ||v_t|| = 1");
        for (String column : List.of("hartree.norm.u", "hartree.norm.v")) {
            for (int row = 0; run.has(column) && row < run.count(); row++) {
                double drift = Math.abs(run.value(row, column) - 1);
                statement.test(drift, 0, run.error(row, column) + ROUNDING, column + ", t = " + run.time(row));
            }
        }
        return statement.finding(NO_GRID);
    }

    private Finding hartreeEnergy() {
        String column = "hartree.energy";
        Tightest statement = new Tightest("conservation.hartree.energy", HARTREE, "E as on the first row");
        for (int row = 1; !changes && run.has(column) && row < run.count(); row++) {
            double start = run.value(0, column);
            double error = run.error(row, column) + run.error(0, column) + ROUNDING * Math.abs(start);
            statement.test(Math.abs(run.value(row, column) - start), 0, error, "t = " + run.time(row));
        }
        return statement.finding(changes ? CHANGES : run.has(column) ? ONE_ROW : NO_GRID);
    }
}
