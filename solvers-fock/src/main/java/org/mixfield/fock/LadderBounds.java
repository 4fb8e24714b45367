package org.mixfield.fock;

import java.util.ArrayList;
import java.util.List;
import org.mixfield.core.statement.Finding;

/** The four bounds of Lemma 2.1. On n particles in f they are equalities. */
final class LadderBounds {

    /** Particles that one operator may create. */
    static final int ROOM = 1;

    private static final double ROUNDING = 1e-13;

    static final List<Statement> STATEMENTS = List.of(
            statement(1, "‖b*(f)ψ‖ ≤ ‖f‖ ‖((𝒩+1)^½⊗I)ψ‖"),
            statement(2, "‖c*(g)ψ‖ ≤ ‖g‖ ‖(I⊗(𝒩+1)^½)ψ‖"),
            statement(3, "‖b(f)ψ‖ ≤ ‖f‖ ‖(𝒩^½⊗I)ψ‖"),
            statement(4, "‖c(g)ψ‖ ≤ ‖g‖ ‖(I⊗𝒩^½)ψ‖"));

    private LadderBounds() {}

    private static Statement statement(int number, String claim) {
        return new Statement("lemma-2.1." + number, "Lemma 2.1", claim);
    }

    /**
     * What is found on some vectors.
     *
     * @param functions of species u and of species v
     * @param vectors with room for {@link #ROOM} particles of each species
     */
    static List<Finding> of(LadderOperators ladder, List<List<double[]>> functions, List<double[]> vectors) {
        List<Finding> findings = new ArrayList<>();
        for (int bound = 0; bound < 4; bound++) {
            int species = bound % 2;
            boolean creates = bound < 2;
            Worst worst = new Worst();
            for (int i = 0; i < vectors.size(); i++) {
                double[] psi = vectors.get(i);
                double right = FockVectors.norm(ladder.ofNumber(species, n -> Math.sqrt(creates ? n + 1.0 : n), psi));
                for (double[] f : functions.get(species)) {
                    double[] image = creates ? ladder.created(species, f, psi) : ladder.annihilated(species, f, psi);
                    double most = FockVectors.norm(f) * right;
                    worst.take(FockVectors.norm(image), most, ROUNDING * most, "vector " + (i + 1));
                }
            }
            findings.add(worst.finding(STATEMENTS.get(bound)));
        }
        return findings;
    }
}
