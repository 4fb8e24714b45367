package org.mixfield.pipeline.verify;

import java.util.ArrayList;
import java.util.List;
import org.mixfield.core.run.Column;
import org.mixfield.core.statement.Table;

/** What a sweep over particle numbers has measured, as tables. */
final class VerificationTables {

    private static final String COEFFICIENT = "bogoliubov.coefficient";

    private static final List<Column> NUMBERS =
            List.of(new Column("N1", "1", "particles of species u"), new Column("N2", "1", "particles of species v"));

    private VerificationTables() {}

    /** At the last time, a row for each pair of particle numbers; with the Gaussian limit where the run has it. */
    static Table particleNumbers(List<Rung> ladder, Rung run, boolean comparable) {
        List<Column> columns = new ArrayList<>(NUMBERS);
        columns.add(new Column(Rung.DISTANCE, "1", "Tr|gamma - P|"));
        columns.add(new Column(Rung.DISTANCE + ".error", "1", "upper estimate of its numerical error"));
        columns.addAll(fluctuations());
        boolean limit = comparable && run.has(COEFFICIENT);
        if (limit) {
            columns.add(new Column(COEFFICIENT, "1", "limit of (N1+N2) Tr|gamma - P|"));
        }
        List<double[]> rows = new ArrayList<>();
        for (Rung rung : ladder) {
            int last = rung.count() - 1;
            rows.add(columns.stream()
                    .mapToDouble(column -> switch (column.name()) {
                        case "N1" -> rung.n1();
                        case "N2" -> rung.n2();
                        case COEFFICIENT -> run.value(run.count() - 1, COEFFICIENT);
                        default -> rung.value(last, column.name());
                    })
                    .toArray());
        }
        return new Table("particle-numbers", "Distance and fluctuations against particle numbers", columns, rows);
    }

    /** A row for each pair of particle numbers and time. */
    static Table growth(List<Rung> ladder) {
        List<Column> columns = new ArrayList<>(NUMBERS);
        columns.add(new Column("time", "time", "time since the start of the run"));
        columns.addAll(fluctuations());
        columns.add(new Column(Rung.DISTANCE, "1", "Tr|gamma - P|"));
        List<double[]> rows = new ArrayList<>();
        for (Rung rung : ladder) {
            for (int row = 0; row < rung.count(); row++) {
                rows.add(new double[] {
                    rung.n1(),
                    rung.n2(),
                    rung.time(row),
                    rung.value(row, Rung.A),
                    rung.value(row, Rung.B),
                    rung.value(row, Rung.G),
                    rung.distance(row)
                });
            }
        }
        return new Table("growth", "Fluctuations in time, for each pair of particle numbers", columns, rows);
    }

    private static List<Column> fluctuations() {
        return List.of(
                new Column(Rung.A, "1", "A = <N x I> in the fluctuation state"),
                new Column(Rung.B, "1", "B = <I x N> in the fluctuation state"),
                new Column(Rung.G, "1", "G = <N x N> in the fluctuation state"));
    }
}
