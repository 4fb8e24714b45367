package org.mixfield.fock;

import org.mixfield.core.model.SpeciesName;

/**
 * ⟨a*a*aa⟩/‖ψ‖² of a number sector for a = Σ φ̄_i b_i: the norm of aaψ, row by row of the sector with two particles less, of
 * which nothing is stored.
 */
final class SectorPairs {

    private SectorPairs() {}

    /**
     * The expectation value.
     *
     * @param x amplitudes d₁ × d₂, row-major and interleaved
     * @param orbital φ in the modes of the species, interleaved
     */
    static double of(double[] x, OccupationBasis u, OccupationBasis v, SpeciesName species, double[] orbital) {
        OccupationBasis own = species == SpeciesName.U ? u : v;
        double square = 0;
        for (double entry : x) {
            square += entry * entry;
        }
        if (own.particles() < 2) {
            return 0;
        }
        Removal removal = new Removal(own, orbital);
        return (species == SpeciesName.U ? ofRows(x, v.dimension(), removal) : ofColumns(x, u.dimension(), removal))
                / square;
    }

    private static double ofRows(double[] x, int d2, Removal removal) {
        double[] row = new double[2 * d2];
        double sum = 0;
        for (int c = 0; c < removal.targets; c++) {
            java.util.Arrays.fill(row, 0);
            for (int at = c * removal.width; at < (c + 1) * removal.width; at++) {
                int start = 2 * removal.source[at] * d2;
                double re = removal.re[at];
                double im = removal.im[at];
                for (int k = 0; k < 2 * d2; k += 2) {
                    row[k] += re * x[start + k] - im * x[start + k + 1];
                    row[k + 1] += re * x[start + k + 1] + im * x[start + k];
                }
            }
            for (double entry : row) {
                sum += entry * entry;
            }
        }
        return sum;
    }

    private static double ofColumns(double[] x, int d1, Removal removal) {
        int d2 = removal.sources;
        double sum = 0;
        for (int row = 0; row < d1; row++) {
            int start = 2 * row * d2;
            for (int c = 0; c < removal.targets; c++) {
                double re = 0;
                double im = 0;
                for (int at = c * removal.width; at < (c + 1) * removal.width; at++) {
                    int from = start + 2 * removal.source[at];
                    re += removal.re[at] * x[from] - removal.im[at] * x[from + 1];
                    im += removal.re[at] * x[from + 1] + removal.im[at] * x[from];
                }
                sum += re * re + im * im;
            }
        }
        return sum;
    }

    /** The matrix elements of aa: into each state, from those with a particle more in modes i and j. */
    private static final class Removal {

        private final int width;
        private final int targets;
        private final int sources;
        private final int[] source;
        private final double[] re;
        private final double[] im;

        Removal(OccupationBasis from, double[] orbital) {
            int modes = from.modes();
            OccupationBasis to = new OccupationBasis(from.particles() - 2, modes);
            this.width = SpeciesTables.pairs(modes);
            this.targets = to.dimension();
            this.sources = from.dimension();
            this.source = new int[targets * width];
            this.re = new double[targets * width];
            this.im = new double[targets * width];
            int[] n = new int[modes];
            for (int c = 0; c < targets; c++) {
                to.occupations(c, n);
                for (int i = 0; i < modes; i++) {
                    double first = Math.sqrt(++n[i]);
                    for (int j = 0; j <= i; j++) {
                        double amplitude = (i == j ? 1 : 2) * first * Math.sqrt(++n[j]);
                        int at = c * width + SpeciesTables.pairIndex(j, i);
                        source[at] = from.rank(n);
                        re[at] =
                                amplitude * (orbital[2 * i] * orbital[2 * j] - orbital[2 * i + 1] * orbital[2 * j + 1]);
                        im[at] = -amplitude
                                * (orbital[2 * i] * orbital[2 * j + 1] + orbital[2 * i + 1] * orbital[2 * j]);
                        n[j]--;
                    }
                    n[i]--;
                }
            }
        }
    }
}
