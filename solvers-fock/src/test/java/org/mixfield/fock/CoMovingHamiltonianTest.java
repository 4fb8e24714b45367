package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.run.Workers;

/** Matrix elements in the co-moving frame. */
class CoMovingHamiltonianTest {

    private static final int MU = 3;
    private static final int MV = 2;

    /**
     * At time 0 and with orbitals that are modes, the bases are the modes: H_t differs from H by the mean fields h₁, h₂ alone,
     * and with K = n₁ + n₂ the excitations are all the states. The laboratory's matrix with h₁, h₂ subtracted is the reference.
     */
    @ParameterizedTest
    @CsvSource({"3, 2, true", "2, 4, true", "3, 2, false", "1, 3, false", "0, 2, false"})
    void withAllExcitationsItIsTheLaboratorysHamiltonian(int n1, int n2, boolean factorised) {
        int p1 = factorised ? n1 : 4;
        int p2 = factorised ? n2 : 3;
        ModeTensors tensors = Systems.random(MU, MV, 11);
        FrameWeights weights = factorised
                ? FrameWeights.factorised(p1, p2)
                : FrameWeights.coherent(p1, p2, new org.mixfield.core.model.Weights(0.3, 0.7));
        double[] u = {1, 0, 0, 0, 0, 0};
        double[] v = {1, 0, 0, 0};
        MovingBases bases = new MovingBases(tensors, weights, u, v);
        CoMovingCouplings moving =
                CoMovingCouplings.of(CoMovingTensors.of(tensors, bases.basis(0), bases.basis(1)), weights);
        double[][] h = bases.meanFields();
        ModeTensors without = new ModeTensors(
                MU,
                MV,
                new double[][] {minus(tensors.oneBody()[0], h[0]), minus(tensors.oneBody()[1], h[1])},
                tensors.own(),
                tensors.between());
        ExcitationBasis basis = new ExcitationBasis(MU, MV, n1 + n2);
        try (Workers workers = Workers.of(2)) {
            HermitianOperator reference = new MixtureHamiltonian(without, p1, p2).sector(n1, n2, workers);
            OccupationBasis labU = new OccupationBasis(n1, MU);
            OccupationBasis labV = new OccupationBasis(n2, MV);
            CoMovingHamiltonian hamiltonian = new CoMovingHamiltonian(
                    basis, weights, moving, new double[] {n1 - p1}, new double[] {n2 - p2}, workers);
            double[] lab = new Random(3).doubles(2L * reference.dimension()).toArray();
            double[] co = new double[2 * basis.dimension()];
            double[] expected = new double[lab.length];
            double[] result = new double[co.length];
            reference.apply(lab, expected);
            double scalar = moving.dropped();
            int[] place = places(basis, labU, labV);
            for (int s = 0; s < reference.dimension(); s++) {
                co[2 * place[s]] = lab[2 * s];
                co[2 * place[s] + 1] = lab[2 * s + 1];
            }
            hamiltonian.apply(co, result, CoMovingWork.of(MU, MV, 2)[0]);
            for (int s = 0; s < reference.dimension(); s++) {
                // Sums of some hundred terms of size 10.
                assertThat(result[2 * place[s]] + scalar * lab[2 * s]).isCloseTo(expected[2 * s], within(1e-12));
                assertThat(result[2 * place[s] + 1] + scalar * lab[2 * s + 1])
                        .isCloseTo(expected[2 * s + 1], within(1e-12));
                result[2 * place[s]] = 0;
                result[2 * place[s] + 1] = 0;
            }
            // Nothing leaks to states with more excitations than particles.
            assertThat(java.util.Arrays.stream(result).map(Math::abs).max().orElse(1))
                    .isZero();
        }
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = a.clone();
        for (int i = 0; i < a.length; i++) {
            difference[i] -= b[i];
        }
        return difference;
    }

    /** The numbers among the excitations of the laboratory's states. */
    private static int[] places(ExcitationBasis basis, OccupationBasis u, OccupationBasis v) {
        int[] place = new int[u.dimension() * v.dimension()];
        for (int s = 0; s < u.dimension(); s++) {
            for (int t = 0; t < v.dimension(); t++) {
                int k = u.particles() - u.occupation(s, 0) + v.particles() - v.occupation(t, 0);
                int[] n = {
                    basis.cutoff() - k, u.occupation(s, 1), u.occupation(s, 2), v.occupation(t, 1),
                };
                place[s * v.dimension() + t] = OccupationBasis.rankOf(n);
            }
        }
        return place;
    }

    @Test
    void itIsHermitianForAnyNumberOfParticlesAndIndependentOfTheNumberOfWorkers() {
        Random random = new Random(8);
        double[] x = random.doubles(2L * BASIS.dimension(), -1, 1).toArray();
        double[] y = random.doubles(2L * BASIS.dimension(), -1, 1).toArray();
        double[] hx = applied(x, new double[] {-3.7}, new double[] {4.2}, 1);
        double[] hy = applied(y, new double[] {-3.7}, new double[] {4.2}, 1);
        assertThat(applied(x, new double[] {-3.7}, new double[] {4.2}, 2)).containsExactly(hx);
        try (Workers one = Workers.of(1)) {
            ComplexVectors vectors = new ComplexVectors(BASIS.dimension(), one);
            double[] left = vectors.inner(y, hx);
            double[] right = vectors.inner(hy, x);
            // Rounding of sums of thousands of terms of size 1.
            assertThat(left[0]).isCloseTo(right[0], within(1e-11));
            assertThat(left[1]).isCloseTo(right[1], within(1e-11));
        }
    }

    @Test
    void sectorsTogetherAreThoseApart() {
        double[] aboveU = {-3.7, 0, 2.5, 4.1, -1};
        double[] aboveV = {4.2, 0, -2, 0.3, 1};
        int sectors = aboveU.length;
        Random random = new Random(9);
        double[] x = random.doubles(2L * BASIS.dimension() * sectors, -1, 1).toArray();
        double[] together = applied(x, aboveU, aboveV, 2);
        for (int i = 0; i < sectors; i++) {
            double[] alone = new double[2 * BASIS.dimension()];
            for (int row = 0; row < alone.length; row++) {
                alone[row] = x[row * sectors + i];
            }
            double[] expected = applied(alone, new double[] {aboveU[i]}, new double[] {aboveV[i]}, 1);
            for (int row = 0; row < alone.length; row++) {
                // The same sums in the same order.
                assertThat(together[row * sectors + i]).isCloseTo(expected[row], within(1e-13));
            }
        }
    }

    private static final ExcitationBasis BASIS = new ExcitationBasis(MU, MV, 6);

    private static double[] applied(double[] x, double[] aboveU, double[] aboveV, int count) {
        ModeTensors tensors = Systems.random(MU, MV, 5);
        FrameWeights weights = FrameWeights.coherent(20, 30, new org.mixfield.core.model.Weights(0.45, 0.55));
        MovingBases bases = new MovingBases(tensors, weights, Systems.orbital(MU, 1), Systems.orbital(MV, 2));
        CoMovingCouplings moving =
                CoMovingCouplings.of(CoMovingTensors.of(tensors, bases.basis(0), bases.basis(1)), weights);
        double[] result = new double[x.length];
        try (Workers workers = Workers.of(count)) {
            new CoMovingHamiltonian(BASIS, weights, moving, aboveU, aboveV, workers)
                    .apply(x, result, CoMovingWork.of(MU, MV, count)[0]);
        }
        return result;
    }

    @ParameterizedTest
    @CsvSource({"2, 8, 45", "4, 6, 924", "6, 6, 8008", "10, 4, 7315"})
    void dimensionIsThatOfTheExcitationsWhateverTheParticles(int modes, int cutoff, int dimension) {
        ExcitationBasis basis = new ExcitationBasis(modes, modes, cutoff);
        assertThat(basis.dimension()).isEqualTo(dimension);
        assertThat(basis.below(2)).isEqualTo(new ExcitationBasis(modes, modes, cutoff - 2).dimension());
        for (int s = 0; s < dimension; s++) {
            assertThat(basis.particlesU(s) + basis.particlesV(s) <= cutoff - 2).isEqualTo(s < basis.below(2));
        }
    }
}
