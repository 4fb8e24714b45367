package org.mixfield.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a run will take on the disk, from above. */
final class Space {

    /** Of a number with all its digits, a sign, an exponent and a comma. */
    private static final double CHARACTERS = 25;

    /** Style, scripts and D3. */
    private static final double EMPTY_REPORT = 4e5;

    /** Numbers of all densities in a report, and their characters: five digits each. */
    private static final double REPORT_DENSITIES = 2e6 * 9;

    /** Some thirty pictures. */
    private static final double PICTURES = 3e6;

    /** Rows in a report. */
    private static final int REPORT_ROWS = 4001;

    /** Densities of both species that a report is given: of the mean field, of the state and of two natural orbitals. */
    private static final double REPORT_SNAPSHOTS = 4 * 2 * 41;

    private Space() {}

    /** Bytes by the name of the file. */
    static Map<String, Double> of(RunConfiguration configuration, int columns) {
        Map<String, Double> files = new LinkedHashMap<>();
        int rows = configuration.times().count();
        double points = configuration.domain().grid().size();
        RunConfiguration.Output output = configuration.output();
        files.put("observables.csv", table(columns, rows));
        if (output.formats().contains("hdf5") && output.fields() > 0) {
            files.put("fields/*.h5", (32.0 + oneBody(configuration)) * Math.min(output.fields(), rows) * points);
        }
        if (output.formats().contains("html")) {
            files.put(
                    "report.html",
                    EMPTY_REPORT
                            + CHARACTERS * columns * Math.min(rows, REPORT_ROWS)
                            + Math.min(REPORT_DENSITIES, 9 * REPORT_SNAPSHOTS * points));
        }
        if (output.formats().contains("png")) {
            files.put("figures/*.png", PICTURES);
        }
        return files;
    }

    /** Bytes of a table of numbers. */
    static double table(int columns, double rows) {
        return CHARACTERS * columns * (rows + 1);
    }

    /** Bytes a point for the densities and natural orbitals of both species, besides two fields of complex numbers. */
    static double oneBody(RunConfiguration configuration) {
        return configuration.solvers().fock().isPresent() ? 2 * (8.0 + 16.0 * Evolution.NATURAL_ORBITALS) : 0;
    }

    /** Bytes of all of them and a checkpoint of the orbitals. */
    static double total(RunConfiguration configuration, int columns) {
        double checkpoint = 64.0 * configuration.domain().grid().size();
        return checkpoint
                + of(configuration, columns).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
    }
}
