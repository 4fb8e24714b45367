package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.propagator.NaturalOrbitals;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.propagator.ReducedDensity;
import org.mixfield.core.run.Workers;

/** Schmidt weights and pair correlations of both frames against first quantisation, and where they are known. */
class CorrelationsTest {

    private static Correlations of(Propagator propagator, double time) {
        propagator.advanceTo(time);
        return ((FixedNumberState) propagator.state()).correlations().orElseThrow();
    }

    private static Propagator laboratory(
            ModeTensors tensors, int n1, int n2, double[] u, double[] v, InitialState initial, Workers workers) {
        return new LaboratoryPropagator(tensors, Systems.mixture(n1, n2), u, v, initial, 1e-12, 1e-12, 1, workers);
    }

    private static Propagator comoving(
            ModeTensors tensors, int n1, int n2, int cutoff, double[] u, double[] v, Workers workers) {
        CoMovingChoice choice = new CoMovingChoice(
                InitialState.FACTORISED,
                OptionalInt.of(cutoff),
                OptionalInt.empty(),
                1e-6,
                SectorSum.AUTO,
                1e-12,
                1e-11);
        return new CoMovingPropagator(tensors, Systems.mixture(n1, n2), u, v, choice, 1, workers);
    }

    /**
     * In first quantisation the species are the two indices of one matrix, and ⟨a*a*aa⟩ = n(n−1) times the probability of two
     * particles in the orbital.
     */
    @ParameterizedTest
    @CsvSource({"3, 2, 2, 3", "2, 3, 3, 2", "4, 1, 2, 4"})
    void bothFramesAgreeWithFirstQuantisation(int n1, int n2, int mu, int mv) {
        ModeTensors tensors = Systems.random(mu, mv, 3 + n1);
        double[] u = Systems.orbital(mu, 5);
        double[] v = Systems.orbital(mv, 6);
        double time = 0.6;
        FirstQuantisation exact = new FirstQuantisation(tensors, n1, n2);
        double[] psi = exact.evolve(u, v, time);
        double[] schmidt = exact.schmidtWeights(psi);
        ReducedDensity gamma = new ReducedDensity(mu, mv, exact.reducedDensity(psi));
        Map<SpeciesName, double[]> g = new EnumMap<>(SpeciesName.class);
        for (SpeciesName species : SpeciesName.values()) {
            NaturalOrbitals natural = NaturalOrbitals.of(gamma, species);
            int n = species == SpeciesName.U ? n1 : n2;
            double[] a = natural.coefficients()[0];
            double p = natural.occupations()[0];
            double both = n < 2 ? 0 : exact.pairProbability(psi, species, a);
            g.put(species, new double[] {both * (n - 1) / (n * p * p), p});
        }
        double[] ofU = Objects.requireNonNull(g.get(SpeciesName.U));
        double[] ofV = Objects.requireNonNull(g.get(SpeciesName.V));
        double[] product = MeanFieldDistance.product(
                NaturalOrbitals.of(gamma, SpeciesName.U).coefficients()[0],
                NaturalOrbitals.of(gamma, SpeciesName.V).coefficients()[0]);
        double uv = MeanFieldDistance.fidelity(gamma.matrix(), product) / (ofU[1] * ofV[1]);
        try (Workers workers = Workers.of(2)) {
            for (Propagator propagator : new Propagator[] {
                laboratory(tensors, n1, n2, u, v, InitialState.FACTORISED, workers),
                comoving(tensors, n1, n2, n1 + n2, u, v, workers)
            }) {
                Correlations correlations = of(propagator, time);
                for (int k = 0; k < 3; k++) {
                    // The states agree to 1e-11; weights are of second order in them, and so are mean values.
                    double weight = k < schmidt.length ? schmidt[k] : 0;
                    double found =
                            k < correlations.schmidt().length ? correlations.schmidt()[k] : 0;
                    assertThat(found).isCloseTo(weight, within(1e-10));
                }
                assertThat(correlations.entropy()).isCloseTo(VonNeumannEntropy.of(schmidt), within(1e-9));
                assertThat(correlations.pairU()).isCloseTo(ofU[0], within(1e-9));
                assertThat(correlations.pairV()).isCloseTo(ofV[0], within(1e-9));
                assertThat(correlations.pairUV()).isCloseTo(uv, within(1e-9));
            }
        }
    }

    @Test
    void aProductHasOneSchmidtWeightAndTheCoherenceOfANumberState() {
        ModeTensors tensors = Systems.random(3, 3, 2);
        double[] u = Systems.orbital(3, 1);
        double[] v = Systems.orbital(3, 2);
        try (Workers workers = Workers.of(2)) {
            for (Propagator propagator : new Propagator[] {
                laboratory(tensors, 5, 4, u, v, InitialState.FACTORISED, workers),
                comoving(tensors, 5, 4, 4, u, v, workers)
            }) {
                Correlations correlations = of(propagator, 0);
                assertThat(correlations.schmidt()[0]).isCloseTo(1, within(1e-14));
                // Trace left over, 1e-14, with its logarithm.
                assertThat(correlations.entropy()).isCloseTo(0, within(4e-13));
                assertThat(correlations.pairU()).isCloseTo(1 - 1.0 / 5, within(1e-13));
                assertThat(correlations.pairV()).isCloseTo(1 - 1.0 / 4, within(1e-13));
                assertThat(correlations.pairUV()).isCloseTo(1, within(1e-13));
            }
        }
    }

    /**
     * Two particles on two sites that repel without end sit one on each: both natural orbitals hold one, (|20⟩−|02⟩)/√2 of the
     * even and the odd orbital, so that ⟨a*a*aa⟩ = 2·½ against ⟨a*a⟩² = 1.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aFragmentedPairHasTheCoherenceOfHalfAPair(int sign) {
        double[] x = {sign == 1 ? 0 : Math.sqrt(0.5), 0, sign == 1 ? 1 : 0, 0, sign == 1 ? 0 : -Math.sqrt(0.5), 0};
        OccupationBasis pair = new OccupationBasis(2, 2);
        OccupationBasis one = new OccupationBasis(1, 1);
        double[] orbital = sign == 1 ? new double[] {Math.sqrt(0.5), 0, Math.sqrt(0.5), 0} : new double[] {1, 0, 0, 0};
        assertThat(SectorPairs.of(x, pair, one, SpeciesName.U, orbital)).isCloseTo(1, within(1e-15));
    }

    /** A thermal-like mixture of rank 3 has three weights, whatever the bases, and a matrix of full rank all of them. */
    @Test
    void schmidtWeightsAreThoseOfADiagonalStateInAnyBasis() {
        double[] weights = {0.6, 0.3, 0.1 - 1e-9, 1e-9};
        double[][] left = new double[4][];
        double[][] right = new double[4][];
        for (int k = 0; k < 4; k++) {
            left[k] = orthogonalTo(left, k, Systems.orbital(6, 10 + k));
            right[k] = orthogonalTo(right, k, Systems.orbital(9, 20 + k));
        }
        for (boolean transposed : new boolean[] {false, true}) {
            double[] x = new double[2 * 54];
            for (int k = 0; k < 4; k++) {
                double[] product = transposed
                        ? MeanFieldDistance.product(right[k], left[k])
                        : MeanFieldDistance.product(left[k], right[k]);
                for (int i = 0; i < x.length; i++) {
                    x[i] += 2 * Math.sqrt(weights[k]) * product[i];
                }
            }
            try (Workers workers = Workers.of(2)) {
                double[] found = SchmidtWeights.of(
                        new SectorBipartition(x, transposed ? 9 : 6, transposed ? 6 : 9, workers), workers);
                // The norm, 2 here, does not matter. Four eigenvalues to the rounding of the largest.
                assertThat(Arrays.copyOf(found, 4)).containsExactly(weights, within(1e-15));
                assertThat(Arrays.stream(found).sum()).isCloseTo(1, within(1e-14));
            }
        }
    }

    private static double[] orthogonalTo(double[][] before, int count, double[] vector) {
        for (int k = 0; k < count; k++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < vector.length; i += 2) {
                re += before[k][i] * vector[i] + before[k][i + 1] * vector[i + 1];
                im += before[k][i] * vector[i + 1] - before[k][i + 1] * vector[i];
            }
            for (int i = 0; i < vector.length; i += 2) {
                vector[i] -= before[k][i] * re - before[k][i + 1] * im;
                vector[i + 1] -= before[k][i] * im + before[k][i + 1] * re;
            }
        }
        double norm = Math.sqrt(Arrays.stream(vector).map(y -> y * y).sum());
        return Arrays.stream(vector).map(y -> y / norm).toArray();
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 4", "4, 2, 5", "2, 6, 3"})
    void anExpansionInExcitationsHasNoMoreWeightsThanItsRank(int mu, int mv, int cutoff) {
        ExcitationBasis basis = new ExcitationBasis(mu, mv, cutoff);
        double[] psi = Systems.orbital(basis.dimension(), 3);
        try (Workers workers = Workers.of(1)) {
            double[] weights = SchmidtWeights.of(new ExcitationBipartition(psi, basis), workers);
            long positive = Arrays.stream(weights).filter(p -> p > 1e-12).count();
            assertThat((double) positive).isEqualTo(ExcitationBipartition.mostRank(mu, mv, cutoff));
        }
    }

    /** What a run measured is measured again where it was resumed. */
    @Test
    void correlationsSurviveARestart() {
        ModeTensors tensors = Systems.random(3, 2, 4);
        double[] u = Systems.orbital(3, 1);
        double[] v = Systems.orbital(2, 2);
        try (Workers workers = Workers.of(2)) {
            Propagator one = laboratory(tensors, 3, 3, u, v, InitialState.FACTORISED, workers);
            Correlations before = of(one, 0.5);
            Propagator two = laboratory(tensors, 3, 3, u, v, InitialState.FACTORISED, workers);
            two.restore(one.save());
            Correlations after = of(two, 0.5);
            assertThat(after.schmidt()).containsExactly(before.schmidt());
            assertThat(after.pairU()).isEqualTo(before.pairU());
        }
    }
}
