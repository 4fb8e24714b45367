package org.mixfield.fock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.run.Workers;
import org.mixfield.core.statement.Evidence;
import org.mixfield.core.statement.Finding;

/**
 * Tests the statements of the theory that live inside the Fock space, on a problem's own modes, matrix elements and orbitals. They are
 * about the problem, whatever frame it runs in.
 */
final class FockStatements {

    private FockStatements() {}

    /**
     * What is found on the problem of a run.
     *
     * @param initial the many-body state it starts from
     * @param times the times of its rows, ascending
     */
    static Evidence of(Discretization discretization, InitialState initial, List<Double> times) {
        if (discretization.modesChoice().isEmpty()) {
            String reason = "the run has no one-particle modes; give solvers.fock.modes";
            List<Finding> none = new ArrayList<>(Statement.notTested(OperatorStatements.statements(), reason));
            none.addAll(Statement.notTested(FluctuationStatements.statements(), reason));
            return new Evidence(none, List.of());
        }
        CoherentStart start = new CoherentStart(
                ModeTensors.of(discretization),
                FrameWeights.coherent(
                        discretization.mixture().u().particles(),
                        discretization.mixture().v().particles(),
                        discretization.mixture().weights()),
                InitialModes.of(discretization, SpeciesName.U),
                InitialModes.of(discretization, SpeciesName.V));
        double endTime = times.isEmpty() ? 0 : times.get(times.size() - 1);
        return of(start, withoutFluctuations(discretization, initial, endTime), endTime, discretization.workers());
    }

    private static Optional<String> withoutFluctuations(
            Discretization discretization, InitialState initial, double endTime) {
        if (initial != InitialState.COHERENT) {
            return Optional.of("only a coherent start has fluctuations that begin with none; give state: coherent");
        }
        if (discretization.mixture().changes()) {
            return Optional.of("a trap or an interaction of the mixture depends on the time");
        }
        return endTime > 0 ? Optional.empty() : Optional.of("the run ends at time 0");
    }

    /**
     * The same from matrix elements alone.
     *
     * @param withoutFluctuations why the start has no fluctuation dynamics, where it has none
     */
    static Evidence of(CoherentStart start, Optional<String> withoutFluctuations, double endTime, Workers workers) {
        Optional<String> reason = withoutFluctuations.isPresent() || FluctuationStatements.fits(start.tensors())
                ? withoutFluctuations
                : Optional.of(FluctuationStatements.tooManyModes(start.tensors()));
        if (reason.isPresent()) {
            List<Finding> findings =
                    new ArrayList<>(new OperatorStatements(start, 0, Optional.empty(), workers).findings());
            findings.addAll(Statement.notTested(FluctuationStatements.statements(), reason.get()));
            return new Evidence(findings, List.of());
        }
        FluctuationDynamics dynamics =
                new FluctuationDynamics(FluctuationDynamics::comoving, Remainders.EXPANSION, workers);
        FluctuationStatements fluctuations = new FluctuationStatements(start, dynamics, endTime, workers);
        List<Finding> findings = new ArrayList<>(
                new OperatorStatements(start, fluctuations.time(), Optional.of(fluctuations.omega()), workers)
                        .findings());
        findings.addAll(fluctuations.dynamics());
        Evidence truncated = fluctuations.truncated();
        findings.addAll(truncated.findings());
        return new Evidence(findings, truncated.tables());
    }
}
