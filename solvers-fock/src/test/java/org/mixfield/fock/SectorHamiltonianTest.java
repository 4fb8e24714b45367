package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.run.Workers;

/** H on a sector against the sum over creation and annihilation operators that defines it. */
class SectorHamiltonianTest {

    private static final int N1 = 5;
    private static final int N2 = 4;

    @ParameterizedTest
    @CsvSource({
        "3, 2, 6, 3", // a few states: less than a tile
        "4, 4, 8, 9", // several tiles and parts of a row each way, a remainder in each
        "1, 4, 3, 9", // one state of species u
        "4, 1, 8, 2", // one state of species v
        "3, 3, 0, 4", // no particle of species u
        "2, 2, 1, 1", // two modes of each: a stencil wider than the sector
        "2, 2, 0, 3",
        "2, 2, 3, 0",
        "2, 2, 70, 300" // several blocks of rows and parts of a row
    })
    void actsAsItsDefinition(int mu, int mv, int n1, int n2) {
        requireDefinition(Systems.random(mu, mv, 31 * mu + mv), n1, n2);
    }

    @Test
    void resultsDoNotDependOnTheNumberOfWorkers() {
        ModeTensors tensors = Systems.random(4, 4, 77);
        double[] x = new Random(2).doubles(2L * 165 * 220).toArray();
        double[] first = new double[x.length];
        for (int count = 1; count <= 3; count++) {
            try (Workers workers = Workers.of(count)) {
                double[] y = new double[x.length];
                new MixtureHamiltonian(tensors, N1, N2).sector(8, 9, workers).apply(x, y);
                if (count == 1) {
                    first = y;
                }
                assertThat(y).isEqualTo(first);
            }
        }
    }

    @Test
    void smallRankGoesThroughSingularVectors() {
        // Two terms of 21 pairs each: 2·(16 + 15) weights instead of 16·15.
        requireDefinition(withBetween(Systems.random(6, 6, 5), 2), 3, 2);
    }

    @Test
    void speciesThatDoNotActOnEachOtherAreApart() {
        requireDefinition(withBetween(Systems.random(3, 4, 6), 0), 4, 3);
    }

    /** A tensor of given rank between the species. */
    private static ModeTensors withBetween(ModeTensors tensors, int rank) {
        int mu = tensors.modesU();
        int mv = tensors.modesV();
        Random random = new Random(8);
        double[] between = new double[mu * mu * mv * mv];
        for (int term = 0; term < rank; term++) {
            double[] left = symmetric(mu, random);
            double[] right = symmetric(mv, random);
            for (int a = 0; a < left.length; a++) {
                for (int b = 0; b < right.length; b++) {
                    between[a * right.length + b] += left[a] * right[b];
                }
            }
        }
        return new ModeTensors(mu, mv, tensors.oneBody(), tensors.own(), between);
    }

    private static double[] symmetric(int m, Random random) {
        double[] x = new double[m * m];
        for (int p = 0; p < m; p++) {
            for (int r = 0; r <= p; r++) {
                x[p * m + r] = random.nextGaussian();
                x[r * m + p] = x[p * m + r];
            }
        }
        return x;
    }

    private static void requireDefinition(ModeTensors tensors, int n1, int n2) {
        double[] expected;
        double[] x;
        double[] y;
        try (Workers workers = Workers.of(2)) {
            HermitianOperator hamiltonian = new MixtureHamiltonian(tensors, N1, N2).sector(n1, n2, workers);
            x = new Random(1).doubles(2L * hamiltonian.dimension()).toArray();
            y = new double[x.length];
            // Twice, so that what the first leaves in the tiles would be seen.
            hamiltonian.apply(x, y);
            hamiltonian.apply(x, y);
            expected = new Definition(tensors, n1, n2).apply(x);
        }
        double largest = 0;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        // Some hundred terms of rounding 1e-16 each, of either sign.
        assertThat(y).containsExactly(expected, within(1e-13 * largest));
    }

    /** y[n] += f·x[m] for every way to take particles of m away and put them back so that n results. */
    private record Definition(ModeTensors t, OccupationBasis u, OccupationBasis v) {

        Definition(ModeTensors t, int n1, int n2) {
            this(t, new OccupationBasis(n1, t.modesU()), new OccupationBasis(n2, t.modesV()));
        }

        double[] apply(double[] x) {
            double[] y = new double[x.length];
            for (int i = 0; i < u.dimension(); i++) {
                for (int j = 0; j < v.dimension(); j++) {
                    addOwn(0, i, j, x, y);
                    addOwn(1, i, j, x, y);
                    addBetween(i, j, x, y);
                }
            }
            return y;
        }

        private int[] occupations(int species, int state) {
            int[] n = new int[t.modes(species)];
            (species == 0 ? u : v).occupations(state, n);
            return n;
        }

        /** √ of the product for taking a particle out of a mode of n; 0 where there is none. */
        private static double take(int[] n, int mode) {
            return Math.sqrt(Math.max(0, n[mode]--));
        }

        private static double put(int[] n, int mode) {
            return Math.sqrt(++n[mode]);
        }

        private void add(int i, int j, int toI, int toJ, double factor, double[] x, double[] y) {
            int from = 2 * (i * v.dimension() + j);
            int to = 2 * (toI * v.dimension() + toJ);
            y[to] += factor * x[from];
            y[to + 1] += factor * x[from + 1];
        }

        private void addOwn(int species, int i, int j, double[] x, double[] y) {
            int m = t.modes(species);
            OccupationBasis basis = species == 0 ? u : v;
            for (int pr = 0; pr < m * m; pr++) {
                int[] n = occupations(species, species == 0 ? i : j);
                double factor = take(n, pr % m);
                if (factor > 0) {
                    factor *= put(n, pr / m) * t.oneBody()[species][pr];
                    int to = basis.rank(n);
                    add(i, j, species == 0 ? to : i, species == 0 ? j : to, factor, x, y);
                }
                for (int qs = 0; qs < m * m; qs++) {
                    n = occupations(species, species == 0 ? i : j);
                    factor = take(n, pr % m) * take(n, qs % m);
                    if (factor > 0) {
                        factor *= put(n, qs / m) * put(n, pr / m) * t.own()[species][pr * m * m + qs];
                        factor *= 0.5 / (species == 0 ? N1 : N2);
                        int to = basis.rank(n);
                        add(i, j, species == 0 ? to : i, species == 0 ? j : to, factor, x, y);
                    }
                }
            }
        }

        private void addBetween(int i, int j, double[] x, double[] y) {
            int mu = t.modesU();
            int mv = t.modesV();
            for (int pr = 0; pr < mu * mu; pr++) {
                int[] n = occupations(0, i);
                double outer = take(n, pr % mu);
                if (outer == 0) {
                    continue;
                }
                outer *= put(n, pr / mu);
                int toI = u.rank(n);
                for (int qs = 0; qs < mv * mv; qs++) {
                    int[] m = occupations(1, j);
                    double factor = take(m, qs % mv);
                    if (factor > 0) {
                        factor *= put(m, qs / mv) * outer * t.between()[pr * mv * mv + qs] / (N1 + N2);
                        add(i, j, toI, v.rank(m), factor, x, y);
                    }
                }
            }
        }
    }

    @Test
    void anApplicationAllocatesNothingOfTheSizeOfASector() {
        try (Workers workers = Workers.of(1)) {
            HermitianOperator hamiltonian =
                    new MixtureHamiltonian(Systems.random(3, 3, 2), 10, 10).sector(10, 10, workers);
            double[] x = new double[2 * hamiltonian.dimension()];
            double[] y = new double[x.length];
            hamiltonian.apply(x, y);
            var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long id = Thread.currentThread().getId();
            threads.getThreadAllocatedBytes(id);
            long before = threads.getThreadAllocatedBytes(id);
            hamiltonian.apply(x, y);
            // The tasks of the workers; a row of the 66 × 66 sector alone has 1056 bytes, and there are 132 of them
            // both ways.
            assertThat(threads.getThreadAllocatedBytes(id) - before).isLessThan(2000);
        }
    }
}
