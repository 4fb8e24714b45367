package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.model.Weights;
import org.mixfield.core.run.Workers;

/**
 * L and L^c against dense matrices: H + C + Q + R with b_x, c_y of the fixed modes as in the definition, every product
 * multiplied on a space with two particles more than the cutoffs and only then cut down.
 */
class FluctuationGeneratorTest {

    private static final int MU = 2;
    private static final int MV = 2;
    private static final int N1 = 5;
    private static final int N2 = 3;
    private static final Weights WEIGHTS = new Weights(0.35, 0.65);

    /** One species: b_x in the fixed modes, made from the a_i of a moving basis, b_x = Σ R_xi a_i. */
    private static final class Fock {

        final List<int[]> states = new ArrayList<>();
        final DenseMatrix[] b;
        final int kept;

        /** States in the order of the number of particles, as the solver has them. */
        Fock(int modes, int cutoff, double[] basis) {
            OccupationBasis order = new OccupationBasis(cutoff + 2, modes + 1);
            int below = 0;
            for (int s = 0; s < order.dimension(); s++) {
                int[] n = new int[modes];
                for (int i = 0; i < modes; i++) {
                    n[i] = order.occupation(s, i + 1);
                }
                states.add(n);
                below += sum(n) <= cutoff ? 1 : 0;
            }
            this.kept = below;
            this.b = new DenseMatrix[modes];
            for (int x = 0; x < modes; x++) {
                b[x] = new DenseMatrix(states.size(), states.size());
                for (int i = 0; i < modes; i++) {
                    b[x].add(basis[2 * (i * modes + x)], basis[2 * (i * modes + x) + 1], annihilator(i));
                }
            }
        }

        private DenseMatrix annihilator(int mode) {
            DenseMatrix a = new DenseMatrix(states.size(), states.size());
            for (int from = 0; from < states.size(); from++) {
                for (int to = 0; to < states.size(); to++) {
                    int[] n = states.get(from).clone();
                    n[mode]--;
                    if (java.util.Arrays.equals(n, states.get(to))) {
                        a.re[to * a.columns + from] = Math.sqrt(n[mode] + 1.0);
                    }
                }
            }
            return a;
        }

        private static int sum(int[] n) {
            return java.util.Arrays.stream(n).sum();
        }

        /** χ(𝒩 ≤ M). */
        DenseMatrix atMost(int particles) {
            DenseMatrix chi = new DenseMatrix(states.size(), states.size());
            for (int s = 0; s < states.size(); s++) {
                chi.re[s * chi.columns + s] = sum(states.get(s)) <= particles ? 1 : 0;
            }
            return chi;
        }
    }

    /** Own part of a species, with what the moving bases leave of Q's first line. */
    private static DenseMatrix own(
            Fock f, ModeTensors t, int species, double[] u, double[] other, double n, double missing, DenseMatrix chi) {
        int m = t.modes(species);
        DenseMatrix sum = new DenseMatrix(f.states.size(), f.states.size());
        for (int x = 0; x < m; x++) {
            for (int r = 0; r < m; r++) {
                double field = missing * acrossField(t, species, other, x, r);
                sum.add(field, 0, f.b[x].adjoint().times(f.b[r]));
                // √N φ(field u)
                DenseMatrix linear = new DenseMatrix(sum.rows, sum.columns)
                        .add(Math.sqrt(n) * field * u[2 * r], Math.sqrt(n) * field * u[2 * r + 1], f.b[x].adjoint());
                sum.add(1, 0, linear).add(1, 0, linear.adjoint());
                for (int z = 0; z < m; z++) {
                    for (int s = 0; s < m; s++) {
                        double v = t.own()[species][(x * m + r) * m * m + z * m + s];
                        DenseMatrix bx = f.b[x].adjoint();
                        DenseMatrix bz = f.b[z].adjoint();
                        double re = u[2 * r] * u[2 * z] + u[2 * r + 1] * u[2 * z + 1];
                        double im = u[2 * r + 1] * u[2 * z] - u[2 * r] * u[2 * z + 1];
                        // V ū(z)u(x) b*_x b_z
                        sum.add(v * re, v * im, bx.times(f.b[s]));
                        re = u[2 * r] * u[2 * s] - u[2 * r + 1] * u[2 * s + 1];
                        im = u[2 * r] * u[2 * s + 1] + u[2 * r + 1] * u[2 * s];
                        DenseMatrix pairing =
                                new DenseMatrix(sum.rows, sum.columns).add(0.5 * v * re, 0.5 * v * im, bx.times(bz));
                        sum.add(1, 0, pairing).add(1, 0, pairing.adjoint());
                        DenseMatrix cubic = new DenseMatrix(sum.rows, sum.columns)
                                .add(u[2 * s], u[2 * s + 1], chi.times(bz))
                                .add(u[2 * z], -u[2 * z + 1], f.b[s].times(chi));
                        sum.add(v / Math.sqrt(n), 0, bx.times(cubic).times(f.b[r]));
                        sum.add(v / (2 * n), 0, bx.times(bz).times(f.b[s]).times(f.b[r]));
                    }
                }
            }
        }
        return sum.front(f.kept);
    }

    /** (V₁₂*|v|²) between two modes. */
    private static double acrossField(ModeTensors t, int species, double[] other, int x, int r) {
        int m = t.modes(species);
        int k = t.modes(1 - species);
        double sum = 0;
        for (int q = 0; q < k; q++) {
            for (int s = 0; s < k; s++) {
                int at = species == 0 ? (x * m + r) * k * k + q * k + s : (q * k + s) * m * m + x * m + r;
                sum += t.between()[at] * (other[2 * q] * other[2 * s] + other[2 * q + 1] * other[2 * s + 1]);
            }
        }
        return sum;
    }

    private static DenseMatrix between(
            Fock f, Fock g, ModeTensors t, double[] u, double[] v, DenseMatrix chiU, DenseMatrix chiV) {
        DenseMatrix sum = new DenseMatrix(f.kept * g.kept, f.kept * g.kept);
        double n = (double) N1 + N2;
        DenseMatrix oneU = DenseMatrix.identity(f.states.size());
        DenseMatrix oneV = DenseMatrix.identity(g.states.size());
        for (int x = 0; x < MU; x++) {
            for (int r = 0; r < MU; r++) {
                for (int y = 0; y < MV; y++) {
                    for (int s = 0; s < MV; s++) {
                        double w = t.between()[(x * MU + r) * MV * MV + y * MV + s];
                        DenseMatrix bb = f.b[x].adjoint().times(f.b[r]);
                        DenseMatrix cc = g.b[y].adjoint().times(g.b[s]);
                        // b*_x u(r) χ and its partner b_r ū(x) χ
                        DenseMatrix fieldU = ladder(f, u, x, r, oneU);
                        DenseMatrix fieldV = ladder(g, v, y, s, oneV);
                        DenseMatrix cutU = ladder(f, u, x, r, chiU);
                        DenseMatrix cutV = ladder(g, v, y, s, chiV);
                        add(sum, w / n, bb, cc, f, g);
                        add(sum, Math.sqrt(N1) * w / n, cutU, cc, f, g);
                        add(sum, Math.sqrt(N2) * w / n, bb, cutV, f, g);
                        add(sum, Math.sqrt((double) N1 * N2) * w / n, fieldU, fieldV, f, g);
                    }
                }
            }
        }
        return sum;
    }

    private static DenseMatrix ladder(Fock f, double[] u, int x, int r, DenseMatrix chi) {
        return new DenseMatrix(f.states.size(), f.states.size())
                .add(u[2 * r], u[2 * r + 1], chi.times(f.b[x].adjoint()))
                .add(u[2 * x], -u[2 * x + 1], f.b[r].times(chi));
    }

    private static void add(DenseMatrix sum, double factor, DenseMatrix a, DenseMatrix b, Fock f, Fock g) {
        sum.add(factor, 0, a.front(f.kept).kronecker(b.front(g.kept)));
    }

    /** Cutoffs of the cubic terms below and at the cutoffs of the space, and none. */
    @ParameterizedTest
    @CsvSource({"3, 2, -1, -1", "3, 2, 1, 1", "2, 3, 2, 0", "3, 3, 0, 2", "2, 2, 2, 2"})
    void itIsTheDefinitionMultipliedOut(int ku, int kv, int m1, int m2) {
        ModeTensors tensors = Systems.random(MU, MV, 23);
        double[] u = Systems.orbital(MU, 3);
        double[] v = Systems.orbital(MV, 4);
        double[] basisU = MovingBases.completed(u);
        double[] basisV = MovingBases.completed(v);
        Fock f = new Fock(MU, ku, basisU);
        Fock g = new Fock(MV, kv, basisV);
        DenseMatrix chiU = f.atMost(m1 < 0 ? 100 : m1);
        DenseMatrix chiV = g.atMost(m2 < 0 ? 100 : m2);
        FrameWeights weights = FrameWeights.coherent(N1, N2, WEIGHTS);
        DenseMatrix reference = own(f, tensors, 0, u, v, N1, N2 / 8.0 - WEIGHTS.c2(), chiU)
                .kronecker(DenseMatrix.identity(g.kept))
                .plus(DenseMatrix.identity(f.kept)
                        .kronecker(own(g, tensors, 1, v, u, N2, N1 / 8.0 - WEIGHTS.c1(), chiV)))
                .plus(between(f, g, tensors, u, v, chiU, chiV));
        Optional<SpeciesCutoffs> cubic = m1 < 0 ? Optional.empty() : Optional.of(new SpeciesCutoffs(m1, m2));
        Random random = new Random(5);
        double[] x = random.doubles(2L * f.kept * g.kept, -1, 1).toArray();
        double[] y = new double[x.length];
        try (Workers workers = Workers.of(2)) {
            FluctuationSpace space = new FluctuationSpace(MU, MV, new SpeciesCutoffs(ku, kv));
            FluctuationGenerator generator =
                    new FluctuationGenerator(space, cubic, weights, new KrylovMemory(space.dimension()), workers);
            generator.set(CoMovingTensors.of(tensors, basisU, basisV));
            assertThat(generator.dimension()).isEqualTo(f.kept * g.kept);
            generator.apply(x, y);
        }
        for (int i = 0; i < reference.rows; i++) {
            double re = 0;
            double im = 0;
            for (int j = 0; j < reference.columns; j++) {
                int at = i * reference.columns + j;
                re += reference.re[at] * x[2 * j] - reference.im[at] * x[2 * j + 1];
                im += reference.re[at] * x[2 * j + 1] + reference.im[at] * x[2 * j];
            }
            // Sums of some hundred numbers of order 10.
            assertThat(y[2 * i]).as("Re of row %d", i).isCloseTo(re, within(1e-12));
            assertThat(y[2 * i + 1]).as("Im of row %d", i).isCloseTo(im, within(1e-12));
        }
    }
}
