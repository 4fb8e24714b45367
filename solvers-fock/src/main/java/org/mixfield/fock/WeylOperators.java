package org.mixfield.fock;

import java.util.List;
import org.mixfield.core.statement.Finding;

/**
 * Lemma 2.2 for 𝒲(f,g) = exp(b*(f) − b(f) + c*(g) − c(g)), summed up as a Taylor series on truncated F⊗F. The exponent there is
 * anti-Hermitian, and by Duhamel's formula what the cutoffs K do to the exponential is at most
 *
 * <pre>
 *   ‖f‖ √(K_u+1) sup_s ‖top shell of e^{sA}ψ‖ + the same of g, K_v
 * </pre>
 */
final class WeylOperators {

    private static final Statement UNITARY =
            new Statement("lemma-2.2.a", "Lemma 2.2(a)", "‖(𝒲(f,g)* − 𝒲(−f,−g))ψ‖ = ‖(𝒲(−f,−g)𝒲(f,g) − 1)ψ‖ = 0");

    private static final Statement SHIFTS = new Statement(
            "lemma-2.2.b",
            "Lemma 2.2(b)",
            "‖(𝒲* b(h) 𝒲 − b(h) − ⟨h,f⟩)ψ‖ = 0, and so for b*, c and c*, where 𝒲 = 𝒲(f,g)");

    private static final Statement COHERENT =
            new Statement("lemma-2.2.c", "Lemma 2.2(c)", "⟨𝒲ω, (𝒩^p⊗𝒩^q)𝒲ω⟩ = ‖f‖^{2p} ‖g‖^{2q} for p, q ∈ {0, 1}");

    static final List<Statement> STATEMENTS = List.of(UNITARY, SHIFTS, COHERENT);

    /** Of a state, from all terms of the series. */
    private static final double ROUNDING = 1e-14;

    /** The top shell is heaviest at the end, and this much is left to that. */
    private static final double SAFETY = 2;

    private static final double NEGLIGIBLE = 1e-18;

    private final LadderOperators ladder;
    private final double[] f;
    private final double[] g;

    private WeylOperators(LadderOperators ladder, double[] f, double[] g) {
        this.ladder = ladder;
        this.f = f;
        this.g = g;
    }

    /** A vector and the most that it may be off. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Inexact(double[] vector, double error) {}

    /**
     * (a), (b) and (c).
     *
     * @param functions of species u and of species v; the last ones, made small enough for the cutoffs, are f and g
     * @param vectors with at most one particle of each species
     */
    static List<Finding> of(LadderOperators ladder, List<List<double[]>> functions, List<double[]> vectors) {
        WeylOperators weyl = new WeylOperators(
                ladder,
                small(functions.get(0), ladder.space().u().cutoff()),
                small(functions.get(1), ladder.space().v().cutoff()));
        return List.of(weyl.unitary(vectors), weyl.shifts(functions, vectors), weyl.coherent());
    }

    /** The last function, so small that what it creates above the cutoff is near to rounding. */
    private static double[] small(List<double[]> functions, int cutoff) {
        double[] last = functions.get(functions.size() - 1);
        double[] scaled = new double[last.length];
        FockVectors.add(scaled, Math.pow(1e-16, 1.0 / (cutoff + 1)) / FockVectors.norm(last), 0, last);
        return scaled;
    }

    /** 𝒲(±f,±g)ψ. */
    private Inexact applied(double sign, Inexact psi) {
        double[] sum = psi.vector().clone();
        double[] term = psi.vector();
        for (int k = 1; FockVectors.norm(term) > NEGLIGIBLE; k++) {
            double[] next = new double[sum.length];
            FockVectors.add(next, sign / k, 0, ladder.created(0, f, term));
            FockVectors.add(next, -sign / k, 0, ladder.annihilated(0, f, term));
            FockVectors.add(next, sign / k, 0, ladder.created(1, g, term));
            FockVectors.add(next, -sign / k, 0, ladder.annihilated(1, g, term));
            FockVectors.add(sum, 1, 0, next);
            term = next;
        }
        double truncation = top(0, f, sum) + top(1, g, sum);
        return new Inexact(sum, psi.error() + SAFETY * truncation + ROUNDING * FockVectors.norm(sum));
    }

    private double top(int species, double[] h, double[] psi) {
        int cutoff = (species == 0 ? ladder.space().u() : ladder.space().v()).cutoff();
        return FockVectors.norm(h)
                * Math.sqrt(cutoff + 1.0)
                * FockVectors.norm(ladder.ofNumber(species, n -> n == cutoff ? 1 : 0, psi));
    }

    private Finding unitary(List<double[]> vectors) {
        Worst worst = new Worst();
        for (double[] psi : vectors) {
            Inexact there = applied(1, new Inexact(psi, 0));
            worst.take(Math.abs(FockVectors.norm(there.vector()) - 1), 0, there.error(), "‖𝒲ψ‖");
            Inexact back = applied(-1, there);
            worst.take(FockVectors.distance(back.vector(), psi), 0, back.error(), "𝒲(−f,−g)𝒲(f,g)");
            for (double[] phi : vectors) {
                Inexact other = applied(-1, new Inexact(phi, 0));
                double[] left = FockVectors.inner(phi, there.vector());
                double[] right = FockVectors.inner(other.vector(), psi);
                worst.take(
                        Math.hypot(left[0] - right[0], left[1] - right[1]),
                        0,
                        there.error() + other.error(),
                        "𝒲(f,g)* and 𝒲(−f,−g)");
            }
        }
        return worst.finding(UNITARY);
    }

    private Finding shifts(List<List<double[]>> functions, List<double[]> vectors) {
        Worst worst = new Worst();
        for (double[] psi : vectors) {
            Inexact there = applied(1, new Inexact(psi, 0));
            for (int species = 0; species < 2; species++) {
                String letter = species == 0 ? "b" : "c";
                double[] own = species == 0 ? f : g;
                int cutoff = (species == 0 ? ladder.space().u() : ladder.space().v()).cutoff();
                List<double[]> some = functions.get(species);
                for (double[] h : some.subList(Math.max(0, some.size() - 2), some.size())) {
                    double growth = FockVectors.norm(h) * Math.sqrt(cutoff);
                    // What b*(h) puts above the cutoff is lost.
                    double lost = SAFETY * top(species, h, there.vector());
                    double[] shift = FockVectors.inner(h, own);
                    Inexact lowered = applied(
                            -1, new Inexact(ladder.annihilated(species, h, there.vector()), growth * there.error()));
                    Inexact raised = applied(
                            -1, new Inexact(ladder.created(species, h, there.vector()), growth * there.error() + lost));
                    compare(lowered, ladder.annihilated(species, h, psi), shift, psi, letter, worst);
                    shift[1] = -shift[1];
                    compare(raised, ladder.created(species, h, psi), shift, psi, letter + "*", worst);
                }
            }
        }
        return worst.finding(SHIFTS);
    }

    private static void compare(
            Inexact left, double[] plain, double[] shift, double[] psi, String operator, Worst worst) {
        double[] rest = left.vector().clone();
        FockVectors.add(rest, -1, 0, plain);
        FockVectors.add(rest, -shift[0], -shift[1], psi);
        worst.take(FockVectors.norm(rest), 0, left.error(), "𝒲* " + operator + "(h) 𝒲");
    }

    private Finding coherent() {
        Worst worst = new Worst();
        Inexact state = applied(1, new Inexact(ladder.vacuum(), 0));
        double a = Math.pow(FockVectors.norm(f), 2);
        double b = Math.pow(FockVectors.norm(g), 2);
        int ku = ladder.space().u().cutoff();
        int kv = ladder.space().v().cutoff();
        for (int p = 0; p < 2; p++) {
            for (int q = 0; q < 2; q++) {
                int powerU = p;
                int powerV = q;
                double[] image = ladder.ofNumber(
                        1, n -> Math.pow(n, powerV), ladder.ofNumber(0, n -> Math.pow(n, powerU), state.vector()));
                double mean = FockVectors.inner(state.vector(), image)[0];
                double exact = Math.pow(a, p) * Math.pow(b, q);
                double off = state.error() - ROUNDING;
                double error =
                        2 * off * (FockVectors.norm(image) + Math.pow(ku, p) * Math.pow(kv, q) * off) + 1e-12 * exact;
                worst.take(Math.abs(mean - exact), 0, error, "p = " + p + ", q = " + q);
            }
        }
        return worst.finding(COHERENT);
    }
}
