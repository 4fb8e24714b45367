package org.mixfield.fock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.mixfield.core.run.Workers;
import org.mixfield.core.statement.Finding;

/** Statements about operators on F⊗F, tried on vectors with few particles of each species but in all the modes of a problem. */
final class OperatorStatements {

    /** Amplitudes of the vectors. */
    private static final double MOST_AMPLITUDES = 2e4;

    /** Matrix elements times amplitudes in an application of H. */
    private static final double MOST_PRODUCTS = 5e7;

    private static final int MOST_PARTICLES = 12;
    private static final int MOST_OF_HAMILTONIAN = 4;

    /** What a vector has beside the particles that a Weyl operator makes. */
    private static final int PARTICLES_BESIDE_WEYL = 1;

    private static final long SEED = 20190416;

    private final CoherentStart start;
    private final double time;
    private final Optional<FluctuationLevel> omega;
    private final Workers workers;

    /**
     * Statements on a problem.
     *
     * @param time of the orbitals u_t and v_t
     * @param omega ω_t at that time, in the bases that move with them
     */
    OperatorStatements(CoherentStart start, double time, Optional<FluctuationLevel> omega, Workers workers) {
        this.start = start;
        this.time = time;
        this.omega = omega;
        this.workers = workers;
    }

    /** All of them. */
    static List<Statement> statements() {
        List<Statement> statements = new ArrayList<>(onVectors());
        statements.addAll(NumberConservation.STATEMENTS);
        return statements;
    }

    private static List<Statement> onVectors() {
        List<Statement> statements = new ArrayList<>(List.of(CanonicalRelations.STATEMENT));
        statements.addAll(LadderBounds.STATEMENTS);
        statements.addAll(WeylOperators.STATEMENTS);
        return statements;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(ladder());
        findings.addAll(hamiltonian());
        return findings;
    }

    private int modesU() {
        return start.tensors().modesU();
    }

    private int modesV() {
        return start.tensors().modesV();
    }

    private String tooLarge(String what) {
        return String.format(
                Locale.ROOT,
                "%s on two particles of each species is too large on %d and %d modes",
                what,
                modesU(),
                modesV());
    }

    /** The most particles of each species with which vectors have so many amplitudes, up to a number. */
    private Optional<FluctuationSpace> space(double amplitudes, int most) {
        for (int k = most; k >= 2; k--) {
            SpeciesCutoffs cutoffs = new SpeciesCutoffs(k, k);
            if (FluctuationSpace.dimension(modesU(), modesV(), cutoffs) <= amplitudes) {
                return Optional.of(new FluctuationSpace(modesU(), modesV(), cutoffs));
            }
        }
        return Optional.empty();
    }

    private List<Finding> ladder() {
        Optional<FluctuationSpace> space = space(MOST_AMPLITUDES, MOST_PARTICLES);
        if (space.isEmpty()) {
            return Statement.notTested(onVectors(), tooLarge("a vector"));
        }
        LadderOperators ladder = new LadderOperators(space.get());
        Random random = new Random(SEED);
        List<List<double[]>> functions = functions(random);
        List<Finding> findings = new ArrayList<>();
        findings.add(
                CanonicalRelations.of(ladder, functions, vectors(ladder, functions, CanonicalRelations.ROOM, random)));
        findings.addAll(LadderBounds.of(ladder, functions, vectors(ladder, functions, LadderBounds.ROOM, random)));
        int room = Math.min(space.get().u().cutoff(), space.get().v().cutoff()) - PARTICLES_BESIDE_WEYL;
        findings.addAll(WeylOperators.of(
                ladder,
                functions,
                List.of(
                        FockVectors.random(ladder.space(), room, random),
                        FockVectors.random(ladder.space(), room, random))));
        return findings;
    }

    private List<List<double[]>> functions(Random random) {
        MovingBases bases = new MovingBases(start.tensors(), start.weights(), start.u(), start.v());
        bases.advanceTo(time);
        CoMovingTensors moving = CoMovingTensors.of(start.tensors(), bases.basis(0), bases.basis(1));
        double[] u = Arrays.copyOf(bases.basis(0), 2 * modesU());
        double[] v = Arrays.copyOf(bases.basis(1), 2 * modesV());
        return List.of(
                FockVectors.functions(0, moving, bases.basis(0), v, random),
                FockVectors.functions(1, moving, bases.basis(1), u, random));
    }

    /** Random ones, those with all particles in one function, and ω_t. */
    private List<double[]> vectors(LadderOperators ladder, List<List<double[]>> functions, int room, Random random) {
        List<double[]> vectors = new ArrayList<>();
        vectors.add(FockVectors.random(ladder.space(), room, random));
        vectors.add(FockVectors.random(ladder.space(), room, random));
        for (int i = 0; i < Math.min(functions.get(0).size(), functions.get(1).size()); i++) {
            vectors.add(FockVectors.condensed(
                    ladder, functions.get(0).get(i), functions.get(1).get(i), room));
        }
        omega.ifPresent(level -> vectors.add(FockVectors.of(level.space(), level.state(), ladder.space(), room)));
        return vectors;
    }

    private List<Finding> hamiltonian() {
        double elements = Math.pow(Math.max(modesU(), modesV()), 4);
        Optional<FluctuationSpace> space = space(MOST_PRODUCTS / elements, MOST_OF_HAMILTONIAN);
        if (space.isEmpty()) {
            return Statement.notTested(NumberConservation.STATEMENTS, tooLarge("the Hamiltonian"));
        }
        Random random = new Random(SEED);
        LadderOperators ladder = new LadderOperators(space.get());
        return new NumberConservation(
                        ladder,
                        new LadderHamiltonian(
                                ladder,
                                start.tensors(),
                                start.weights().n1(),
                                start.weights().n2()),
                        new MixtureHamiltonian(start.tensors(), start.n1(), start.n2()),
                        workers)
                .of(List.of(FockVectors.random(space.get(), 0, random), FockVectors.random(space.get(), 0, random)));
    }
}
