package org.mixfield.fock;

import java.util.List;

/**
 * The fifteen terms of γ − P = Σ r_j.
 *
 * @param terms r₁…r₁₅
 */
record Remainders(List<Remainder> terms) {

    /** From b → b + √N₁u, c → c + √N₂v in ⟨b*c*bc⟩/(N₁N₂): one for each choice of operators but none. */
    static final Remainders EXPANSION = new Remainders(List.of(
            new Remainder(true, false, false, false, -0.5, 0),
            new Remainder(false, true, false, false, 0, -0.5),
            new Remainder(false, false, true, false, -0.5, 0),
            new Remainder(false, false, false, true, 0, -0.5),
            new Remainder(true, true, false, false, -0.5, -0.5),
            new Remainder(true, false, true, false, -1, 0),
            new Remainder(true, false, false, true, -0.5, -0.5),
            new Remainder(false, true, true, false, -0.5, -0.5),
            new Remainder(false, true, false, true, 0, -1),
            new Remainder(false, false, true, true, -0.5, -0.5),
            new Remainder(true, true, true, false, -1, -0.5),
            new Remainder(true, true, false, true, -0.5, -1),
            new Remainder(true, false, true, true, -1, -0.5),
            new Remainder(false, true, true, true, -0.5, -1),
            new Remainder(true, true, true, true, -1, -1)));

    Remainders {
        terms = List.copyOf(terms);
    }

    /** Trace norms of r₁…r₁₅. */
    double[] traceNorms(CoherentMoments moments) {
        return terms.stream().mapToDouble(term -> term.traceNorm(moments)).toArray();
    }

    /** Σr_j in the moving bases, kernel by kernel; row (x,y) and column (x',y'). */
    double[] sum(CoherentMoments moments) {
        int size = moments.modesU() * moments.modesV();
        double[] sum = new double[2 * size * size];
        terms.forEach(term -> term.addTo(sum, moments));
        return sum;
    }

    /**
     * Tr|γ − P − Σr_j| for a γ that was found without the moments.
     *
     * @param gamma in the moving bases
     * @param weight of P: the probability of the sectors that γ is made of
     */
    double defect(double[] gamma, double weight, CoherentMoments moments) {
        double[] rest = gamma.clone();
        rest[0] -= weight;
        double[] sum = sum(moments);
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= sum[i];
        }
        return traceNorm(rest, moments.modesU() * moments.modesV());
    }

    /** The trace norms of the Hermitian part and of the rest, which is 0 unless a term lacks its adjoint. */
    private static double traceNorm(double[] matrix, int size) {
        double[] turned = new double[matrix.length];
        for (int i = 0; i < matrix.length; i += 2) {
            turned[i] = -matrix[i + 1];
            turned[i + 1] = matrix[i];
        }
        return HermitianEigenvalues.traceNorm(matrix, size) + HermitianEigenvalues.traceNorm(turned, size);
    }
}
