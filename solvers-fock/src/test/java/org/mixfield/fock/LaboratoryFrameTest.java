package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.ReducedDensity;
import org.mixfield.core.run.Workers;

/** The laboratory frame against systems that can be solved otherwise. */
class LaboratoryFrameTest {

    private static ManyBodyState evolve(
            ModeTensors tensors, double[] u, double[] v, int n1, int n2, InitialState initial, double time) {
        try (Workers workers = Workers.of(2)) {
            LaboratoryPropagator propagator = new LaboratoryPropagator(
                    tensors, Systems.mixture(n1, n2), u, v, initial, 1e-13, 1e-12, time, workers);
            propagator.advanceTo(time);
            return propagator.state();
        }
    }

    @Test
    void coherentDiagonalMixtureHasTheExactTraceDistance() {
        assertTraceDistanceOfTheDiagonalMixture(10, 0.159023189132);
    }

    @Test
    @Tag("slow")
    void coherentDiagonalMixtureOfTwentyParticlesHasTheExactTraceDistance() {
        assertTraceDistanceOfTheDiagonalMixture(20, 0.082322231804);
    }

    private static void assertTraceDistanceOfTheDiagonalMixture(int n, double exact) {
        ManyBodyState state =
                evolve(DiagonalMixture.tensors(), DiagonalMixture.U, DiagonalMixture.V, n, n, InitialState.COHERENT, 1);
        double distance = MeanFieldDistance.of(state.reducedDensity().matrix(), state.projectedU(), state.projectedV());
        // The reference is printed to 1e-12, and the tail of 1e-13 and the tolerance of 1e-12 stay below 1e-11.
        assertThat(distance).isCloseTo(exact, within(1e-11));
        assertThat(state.norm()).isCloseTo(1, within(1e-12));
        assertThat(state.numberU()).isCloseTo(n, within(1e-10));
    }

    /** Four thousand sectors and more with tens of millions of states, as far as the laboratory frame goes. */
    @ParameterizedTest
    @Tag("slow")
    @CsvSource({"40, 1e-6", "80, 1e-3", "80, 1e-6"})
    void coherentDiagonalMixtureOfManyParticlesIsWithinItsStatedError(int n, double tail) {
        try (Workers workers = Workers.of(2)) {
            LaboratoryPropagator propagator = new LaboratoryPropagator(
                    DiagonalMixture.tensors(),
                    Systems.mixture(n, n),
                    DiagonalMixture.U,
                    DiagonalMixture.V,
                    InitialState.COHERENT,
                    tail,
                    1e-10,
                    1,
                    workers);
            propagator.advanceTo(1);
            ManyBodyState state = propagator.state();
            double distance =
                    MeanFieldDistance.of(state.reducedDensity().matrix(), state.projectedU(), state.projectedV());
            double error = Math.abs(distance - DiagonalMixture.traceDistance(n, 1));
            // γ counts pairs, and those left out weigh up to some ten times the probability left out.
            assertThat(error).isLessThan(10 * tail * distance);
            assertThat(state.traceDistanceError()).isBetween(error, 10 * error);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 1e-2", "3, 1e-6", "10, 1e-2", "10, 1e-5", "10, 1e-7", "20, 1e-3"})
    void statedErrorOfACutTailEnclosesTheTrueOneWithinAFactorTen(int n, double tail) {
        double exact = DiagonalMixture.traceDistance(n, 1);
        try (Workers workers = Workers.of(2)) {
            LaboratoryPropagator propagator = new LaboratoryPropagator(
                    DiagonalMixture.tensors(),
                    Systems.mixture(n, n),
                    DiagonalMixture.U,
                    DiagonalMixture.V,
                    InitialState.COHERENT,
                    tail,
                    1e-12,
                    1,
                    workers);
            propagator.advanceTo(1);
            ManyBodyState state = propagator.state();
            double distance =
                    MeanFieldDistance.of(state.reducedDensity().matrix(), state.projectedU(), state.projectedV());
            double error = Math.abs(distance - exact);
            assertThat(state.traceDistanceError()).isBetween(error, 10 * error);
        }
    }

    @Test
    void oneAxisTwistingTurnsTheSpinAsKnown() {
        double chi = 0.2;
        int n = 12;
        double t = 1.1;
        // χJ_z² = χ/4 (n₀² + n₁² − 2n₀n₁) in terms of n_j(n_k − δ_jk)/(2N)
        double c = chi * n / 2;
        ModeTensors tensors = Systems.diagonal(
                new double[] {chi / 4, chi / 4},
                new double[] {0},
                new double[][] {{c, -c}, {-c, c}},
                new double[][] {{0}},
                new double[][] {{0}, {0}});
        double[] u = {Math.sqrt(0.5), 0, Math.sqrt(0.5), 0};
        double[] v = {1, 0};
        ReducedDensity fixed =
                evolve(tensors, u, v, n, 1, InitialState.FACTORISED, t).reducedDensity();
        assertThat(n * fixed.matrix()[2]).isCloseTo(4.587723785468, within(1e-11));
        ReducedDensity coherent =
                evolve(tensors, u, v, n, 1, InitialState.COHERENT, t).reducedDensity();
        assertThat(n * coherent.matrix()[2]).isCloseTo(4.493036982517, within(1e-10));
    }

    @Test
    void dimerHasTheKnownEnergies() {
        double j = 0.7;
        double repulsion = 1.3;
        int n = 2;
        ModeTensors tensors = Systems.diagonal(
                new double[] {0, 0},
                new double[] {0},
                new double[][] {{n * repulsion, 0}, {0, n * repulsion}},
                new double[][] {{0}},
                new double[][] {{0}, {0}});
        tensors.oneBody()[0][1] = -j;
        tensors.oneBody()[0][2] = -j;
        try (Workers workers = Workers.of(1)) {
            double[] energies = eigenvalues(new MixtureHamiltonian(tensors, n, 1).sector(n, 1, workers));
            double root = Math.sqrt(repulsion * repulsion / 4 + 4 * j * j);
            assertThat(energies[0]).isCloseTo(repulsion / 2 - root, within(1e-13));
            assertThat(energies[1]).isCloseTo(repulsion, within(1e-13));
            assertThat(energies[2]).isCloseTo(repulsion / 2 + root, within(1e-13));
        }
    }

    /**
     * First quantisation: the Schrödinger equation of 2 + 1 or 2 + 2 distinguishable particles in M modes each, a dense
     * eigenproblem that shares nothing with the occupation bases.
     */
    @ParameterizedTest
    @CsvSource({"2, 1, 3, 2", "2, 2, 2, 3", "3, 1, 3, 2", "1, 1, 4, 3"})
    void factorisedStateAgreesWithFirstQuantisation(int n1, int n2, int mu, int mv) {
        ModeTensors tensors = Systems.random(mu, mv, 17 * n1 + n2 + mu);
        double[] u = Systems.orbital(mu, 5);
        double[] v = Systems.orbital(mv, 6);
        double t = 0.8;
        FirstQuantisation exact = new FirstQuantisation(tensors, n1, n2);
        double[] gamma = exact.reducedDensity(exact.evolve(u, v, t));
        ManyBodyState state = evolve(tensors, u, v, n1, n2, InitialState.FACTORISED, t);
        // Both sides are exact; what remains is the tolerance 1e-12 of the propagation.
        assertThat(state.reducedDensity().matrix()).containsExactly(gamma, within(2e-11));
    }

    @Test
    void hamiltonianIsHermitianAndIndependentOfTheNumberOfWorkers() {
        ModeTensors tensors = Systems.random(3, 2, 4);
        java.util.Random random = new java.util.Random(3);
        try (Workers one = Workers.of(1);
                Workers two = Workers.of(2)) {
            HermitianOperator a = new MixtureHamiltonian(tensors, 5, 4).sector(6, 3, one);
            HermitianOperator b = new MixtureHamiltonian(tensors, 5, 4).sector(6, 3, two);
            double[] x = random.doubles(2L * a.dimension()).toArray();
            double[] y = random.doubles(2L * a.dimension()).toArray();
            double[] ax = new double[x.length];
            double[] ay = new double[x.length];
            double[] bx = new double[x.length];
            a.apply(x, ax);
            a.apply(y, ay);
            b.apply(x, bx);
            assertThat(bx).containsExactly(ax);
            ComplexVectors vectors = new ComplexVectors(a.dimension(), one);
            double[] left = vectors.inner(y, ax);
            double[] right = vectors.inner(ay, x);
            assertThat(left[0]).isCloseTo(right[0], within(1e-11 * Math.abs(right[0])));
            assertThat(left[1]).isCloseTo(right[1], within(1e-11 * Math.abs(right[0])));
        }
    }

    @Test
    void withoutInteractionTheReducedDensityStaysTheHartreeProduct() {
        ModeTensors some = Systems.random(3, 3, 9);
        ModeTensors free =
                new ModeTensors(3, 3, some.oneBody(), new double[][] {new double[81], new double[81]}, new double[81]);
        for (InitialState initial : List.of(InitialState.COHERENT, InitialState.FACTORISED)) {
            ManyBodyState state = evolve(free, Systems.orbital(3, 1), Systems.orbital(3, 2), 2, 1, initial, 1.5);
            double distance =
                    MeanFieldDistance.of(state.reducedDensity().matrix(), state.projectedU(), state.projectedV());
            // The local tolerances are 1e-12 and 1e-13; eigenvalues of rounding size add up to some 1e-15.
            assertThat(distance).isLessThan(2e-11);
        }
    }

    @Test
    void energyAndNormStayAsTheyWere() {
        ModeTensors tensors = Systems.random(3, 2, 21);
        try (Workers workers = Workers.of(2)) {
            LaboratoryPropagator propagator = new LaboratoryPropagator(
                    tensors,
                    Systems.mixture(4, 5),
                    Systems.orbital(3, 1),
                    Systems.orbital(2, 2),
                    InitialState.FACTORISED,
                    1e-12,
                    1e-10,
                    3,
                    workers);
            double energy = propagator.state().energyPerParticle();
            double projected = propagator.state().projectedEnergy();
            for (int i = 1; i <= 6; i++) {
                propagator.advanceTo(0.5 * i);
                ManyBodyState state = propagator.state();
                assertThat(state.norm()).isCloseTo(1, within(1e-10));
                assertThat(state.energyPerParticle()).isCloseTo(energy, within(1e-9));
                assertThat(state.projectedEnergy()).isCloseTo(projected, within(1e-11));
            }
        }
    }

    private static double[] eigenvalues(HermitianOperator operator) {
        int n = operator.dimension();
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        for (int j = 0; j < n; j++) {
            java.util.Arrays.fill(x, 0);
            x[2 * j] = 1;
            operator.apply(x, y);
            for (int i = 0; i < n; i++) {
                matrix.set(i, j, y[2 * i]);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false, true);
        eigen.decompose(matrix);
        return java.util.stream.IntStream.range(0, n)
                .mapToDouble(i -> eigen.getEigenvalue(i).real)
                .sorted()
                .toArray();
    }
}
