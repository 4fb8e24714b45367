package org.mixfield.fock;

import java.util.List;
import org.mixfield.core.statement.Finding;

/** [b(f), b*(g)] = ⟨f,g⟩ and the same for c, and that all other commutators vanish, of operators applied one after another. */
final class CanonicalRelations {

    /** Particles that products of two operators may create. */
    static final int ROOM = 2;

    /** Of sums of a few products, relative to the largest of them. */
    private static final double ROUNDING = 1e-13;

    static final Statement STATEMENT = new Statement(
            "commutation-relations",
            "section 2",
            "‖([b(f), b*(g)] − ⟨f,g⟩)ψ‖ = ‖([c(f), c*(g)] − ⟨f,g⟩)ψ‖ = 0, and all other commutators vanish");

    private final LadderOperators ladder;
    private final List<List<double[]>> functions;
    private final Worst worst = new Worst();

    private CanonicalRelations(LadderOperators ladder, List<List<double[]>> functions) {
        this.ladder = ladder;
        this.functions = functions;
    }

    /**
     * What is found on some vectors.
     *
     * @param functions of species u and of species v
     * @param vectors with room for {@link #ROOM} particles of each species
     */
    static Finding of(LadderOperators ladder, List<List<double[]>> functions, List<double[]> vectors) {
        CanonicalRelations relations = new CanonicalRelations(ladder, functions);
        vectors.forEach(relations::test);
        return relations.worst.finding(STATEMENT);
    }

    private void test(double[] psi) {
        for (int s = 0; s < 2; s++) {
            for (double[] f : functions.get(s)) {
                for (int t = s; t < 2; t++) {
                    for (double[] g : functions.get(t)) {
                        test(s, f, t, g, psi);
                    }
                }
            }
        }
    }

    private void test(int s, double[] f, int t, double[] g, double[] psi) {
        String first = s == 0 ? "b" : "c";
        String second = t == 0 ? "b" : "c";
        double[] lowered = ladder.annihilated(s, f, psi);
        double[] raised = ladder.created(s, f, psi);
        double[] otherLowered = ladder.annihilated(t, g, psi);
        double[] otherRaised = ladder.created(t, g, psi);
        double[] product = s == t ? FockVectors.inner(f, g) : new double[2];
        compare(
                ladder.annihilated(s, f, otherRaised),
                ladder.created(t, g, lowered),
                product,
                psi,
                "[" + first + "(f), " + second + "*(g)]");
        double[] none = new double[2];
        compare(
                ladder.annihilated(s, f, otherLowered),
                ladder.annihilated(t, g, lowered),
                none,
                psi,
                "[" + first + "(f), " + second + "(g)]");
        compare(
                ladder.created(s, f, otherRaised),
                ladder.created(t, g, raised),
                none,
                psi,
                "[" + first + "*(f), " + second + "*(g)]");
    }

    /** ‖(AB − BA − z)ψ‖. */
    private void compare(double[] ab, double[] ba, double[] z, double[] psi, String where) {
        double[] rest = ab.clone();
        FockVectors.add(rest, -1, 0, ba);
        FockVectors.add(rest, -z[0], -z[1], psi);
        double size = FockVectors.norm(ab) + FockVectors.norm(ba) + Math.hypot(z[0], z[1]);
        worst.take(FockVectors.norm(rest), 0, ROUNDING * size, where);
    }
}
