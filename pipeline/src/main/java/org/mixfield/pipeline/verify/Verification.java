package org.mixfield.pipeline.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.apiguardian.api.API;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.statement.Evidence;
import org.mixfield.core.statement.Finding;
import org.mixfield.core.statement.Table;
import org.mixfield.pipeline.OutputTimes;
import org.mixfield.pipeline.Progress;
import org.mixfield.pipeline.Run;
import org.mixfield.pipeline.RunConfiguration;
import org.mixfield.pipeline.RunInterrupted;
import org.mixfield.pipeline.RunResult;
import org.mixfield.pipeline.output.AtomicFile;
import org.mixfield.pipeline.output.IoReason;
import org.mixfield.pipeline.output.Json;
import org.mixfield.pipeline.output.OutputFailure;
import org.mixfield.pipeline.report.Report;

/**
 * Every statement of the theory that one problem can test: the run itself, the same problem at other particle numbers, and what its
 * solvers find within themselves. Leaves the directory of the run with {@code verification.json} in it. Used by one thread.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Verification {

    /** The file that says what came of it. */
    public static final String FILE = "verification.json";

    /** Output times of a sweep over particle numbers, at most. */
    private static final int TIMES = 6;

    private final Run run;
    private final Mixture mixture;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private Verification(Run run) {
        this.run = run;
        this.mixture = run.configuration().mixture();
    }

    /** The verification of a run. */
    public static Verification of(Run run) {
        return new Verification(run);
    }

    /**
     * Runs, sweeps and compares. A statement that is violated is a finding; what makes the run itself fail is thrown as
     * {@link Run#execute} does.
     *
     * @param directory where the files go
     * @param force whether files of an earlier run may be overwritten
     * @throws RunInterrupted where the thread was interrupted; a run that was complete by then is kept
     * @throws OutputFailure where a file cannot be written
     */
    public VerificationResult execute(Path directory, boolean force, Progress progress) {
        long start = System.nanoTime();
        run.check(); // before others share what it finds
        RunConfiguration configuration = run.configuration();
        OutputTimes times = configuration.times();
        List<Integer> chosen = times.spread(TIMES);
        Sweep sweep = new Sweep(
                run, new OutputTimes(chosen.stream().map(times.rows()::get).toList()));
        boolean coherent =
                run.columns().stream().anyMatch(column -> column.name().equals(Rung.A));
        List<ParticleNumbers> numbers = coherent ? sweep.affordable() : List.of(sweep.own());
        int total = times.count() + (numbers.size() - 1) * chosen.size() + 1;

        RunResult result = run.execute(directory, force, (done, rows, words) -> progress.at(done, total, words));
        Rung all = Rung.of(sweep.own(), run.columns(), rows(result));
        Rung own = all.only(chosen::contains);
        List<Rung> ladder;
        Evidence inside;
        try {
            ladder = coherent
                    ? sweep.climb(numbers, own, (done, rows, words) -> progress.at(times.count() + done, total, words))
                    : List.of();
            progress.at(total - 1, total, "statements inside the solvers");
            inside = run.evidence();
            if (Thread.interrupted()) {
                throw new RunInterrupted("interrupted");
            }
        } catch (RunInterrupted | CancellationException e) {
            throw new RunInterrupted("the verification was interrupted; the run itself is complete in " + directory
                    + ", and no " + FILE + " was written");
        }
        compare(all, own, ladder);
        findings.addAll(inside.findings());
        tables.addAll(inside.tables());
        warnings.addAll(run.formBounds().notices());
        warnings.addAll(sweep.warnings());
        VerificationResult verified = new VerificationResult(
                directory,
                configuration.name(),
                run.formBounds().theoremApplies(),
                new Evidence(findings, tables),
                warnings,
                1e-9 * (System.nanoTime() - start));
        write(verified);
        Report.complete(directory);
        progress.at(total, total, "verified");
        return verified;
    }

    private static List<double[]> rows(RunResult result) {
        List<double[]> rows = new ArrayList<>();
        result.rows().forEach(rows::add);
        return rows;
    }

    private static void write(VerificationResult result) {
        try {
            AtomicFile.write(result.directory().resolve(FILE), Json.write(result.toMap()));
        } catch (IOException e) {
            throw new OutputFailure("cannot write to " + result.directory() + ": " + IoReason.of(e), e);
        }
    }

    /**
     * Everything that rows tell.
     *
     * @param all every row of the run
     * @param own its rows at the times of the ladder
     * @param ladder rungs with fluctuations, {@code own} among them
     */
    private void compare(Rung all, Rung own, List<Rung> ladder) {
        findings.addAll(Hypotheses.ofPotentials(run.formBounds()));
        ParticleNumbers numbers = all.numbers();
        findings.addAll(Hypotheses.ofNumbers(ParticleNumbers.inTens(numbers, mixture.weights()), mixture.weights()));
        findings.addAll(Conservation.of(all, mixture.changes()));
        List<Rung> measured = new ArrayList<>(List.of(all));
        ladder.stream().filter(rung -> !rung.numbers().equals(numbers)).forEach(measured::add);
        findings.addAll(DensityStatements.of(measured));
        boolean coherent = !ladder.isEmpty();
        String reason = coherent ? Sweep.TOO_FEW : withoutFluctuations(all);
        findings.addAll(FluctuationStatements.of(coherent ? measured : List.of(), reason));
        findings.addAll(UniformStatements.of(ladder, reason));
        String noLimit = coherent ? withoutLimit(all) : reason;
        findings.add(GaussianLimit.of(own, ladder, noLimit));
        if (coherent) {
            tables.add(VerificationTables.particleNumbers(ladder, own, noLimit.isEmpty()));
            tables.add(VerificationTables.growth(ladder));
        }
    }

    private String withoutFluctuations(Rung rows) {
        if (run.configuration().solvers().fock().isEmpty()) {
            return "solvers.fock does not run";
        }
        return rows.has(Rung.DISTANCE)
                ? "needs state: coherent; a start with fixed particle numbers has no fluctuations that begin with none"
                : "needs the frame comoving or laboratory, which the run does not have";
    }

    private String withoutLimit(Rung rows) {
        if (!rows.has("bogoliubov.coefficient")) {
            return "needs the frame bogoliubov beside the others";
        }
        if (setting("bogoliubov").equals("grid")) {
            return "bogoliubov: grid is the limit on the grid, the other frames are in modes";
        }
        double excess = Math.abs(mixture.weights().c1() * rows.total() - rows.n1());
        return excess > 1e-9 * rows.total() ? "the weights are not the ratio of the particle numbers" : "";
    }

    private String setting(String key) {
        Object section = run.configuration().provenance().effective().get("solvers");
        Object fock = section instanceof Map<?, ?> solvers ? solvers.get("fock") : null;
        Object value = fock instanceof Map<?, ?> settings ? settings.get(key) : null;
        return Objects.toString(value, "");
    }
}
