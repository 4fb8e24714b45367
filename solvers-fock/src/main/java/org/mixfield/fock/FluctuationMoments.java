package org.mixfield.fock;

import org.mixfield.core.run.Workers;

/**
 * Moments of a state on truncated F⊗F in the bases in which u = v = e₀: inner products of it with b_i, c_j and b_i c_j of it, row by
 * row of its matrix.
 */
final class FluctuationMoments {

    /** Rows are added up in this many parts, a fixed number, so that the sum does not depend on the workers. */
    private static final int PARTS = 16;

    private FluctuationMoments() {}

    /** Bytes of the rows and sums that it works with. */
    static double bytes(int modesU, int modesV, SpeciesCutoffs cutoffs, int workers) {
        double count = FluctuationVectors.count(modesU, modesV);
        return 16 * count * (workers * OccupationBasis.dimension(cutoffs.v(), modesV + 1) + PARTS * count);
    }

    static CoherentMoments of(FluctuationSpace space, double[] state, FrameWeights weights, Workers workers) {
        int mu = space.modesU();
        int mv = space.modesV();
        int count = FluctuationVectors.count(mu, mv);
        int rows = space.u().dimension();
        int parts = Math.min(PARTS, rows);
        double[][] gram = new double[parts][2 * count * count];
        workers.run(parts, 1, (worker, first, last) -> {
            MomentVectors vectors = new MomentVectors(count, space.v().dimension());
            for (int part = first; part < last; part++) {
                int end = (int) ((long) rows * (part + 1) / parts);
                for (int row = (int) ((long) rows * part / parts); row < end; row++) {
                    fill(space, state, weights, row, vectors);
                    vectors.addGram(1, gram[part]);
                }
            }
        });
        for (int part = 1; part < parts; part++) {
            for (int i = 0; i < gram[0].length; i++) {
                gram[0][i] += gram[part][i];
            }
        }
        MomentVectors.mirror(gram[0], count);
        return new CoherentMoments(
                mu,
                mv,
                weights.n1(),
                weights.n2(),
                gram[0],
                pairs(space.shellsU(state)) / (weights.n1() * weights.n1()),
                pairs(space.shellsV(state)) / (weights.n2() * weights.n2()));
    }

    /** One row of the state, of b_i/√N₁, c_j/√N₂ and their products of it. */
    private static void fill(
            FluctuationSpace space, double[] state, FrameWeights weights, int row, MomentVectors vectors) {
        int mu = space.modesU();
        int mv = space.modesV();
        fillSpecies(space.v(), state, row, 1, weights.n2(), 0, vectors);
        for (int i = 0; i < mu; i++) {
            int first = (1 + i) * (1 + mv);
            if (row < space.u().below(1)) {
                double factor = space.u().single().factor(row, i) / Math.sqrt(weights.n1());
                fillSpecies(space.v(), state, space.u().single().source(row, i), factor, weights.n2(), first, vectors);
            } else {
                for (int j = 0; j <= mv; j++) {
                    vectors.filling(first + j, 0);
                }
            }
        }
    }

    /** A row times a factor as vector {@code first}, and c_j/√N₂ of it as the following ones. */
    private static void fillSpecies(
            ExcitationBasis basis,
            double[] state,
            int row,
            double factor,
            double n2,
            int first,
            MomentVectors vectors) {
        int from = 2 * row * basis.dimension();
        double[] itself = vectors.filling(first, basis.dimension());
        for (int k = 0; k < 2 * basis.dimension(); k++) {
            itself[k] = factor * state[from + k];
        }
        for (int j = 0; j < basis.excited(); j++) {
            double[] annihilated = vectors.filling(first + 1 + j, basis.below(1));
            for (int c = 0; c < basis.below(1); c++) {
                double f = basis.single().factor(c, j) / Math.sqrt(n2);
                int source = 2 * basis.single().source(c, j);
                annihilated[2 * c] = f * itself[source];
                annihilated[2 * c + 1] = f * itself[source + 1];
            }
        }
    }

    /** ⟨n(n−1)⟩. */
    private static double pairs(double[] shells) {
        double sum = 0;
        for (int n = 2; n < shells.length; n++) {
            sum += shells[n] * n * (n - 1.0);
        }
        return sum;
    }
}
