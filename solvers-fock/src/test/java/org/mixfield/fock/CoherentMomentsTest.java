package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.run.Workers;

/**
 * Moments of the fluctuation state against models whose Heisenberg equations are solved by phases: a(t) = e^{−iz n̂}a for
 * H = (λ/2N)a†²a², z = λt/N, and a(t) = e^{−iz m̂}a for H = (W/N) n̂ m̂.
 */
class CoherentMomentsTest {

    private static CoherentMoments moments(
            ModeTensors tensors, int n1, int n2, double[] u, double[] v, int cutoff, int nodes, double time) {
        CoMovingChoice choice = new CoMovingChoice(
                InitialState.COHERENT,
                OptionalInt.of(cutoff),
                OptionalInt.of(nodes),
                1e-6,
                nodes == 0 ? SectorSum.ALL : SectorSum.GAUSS,
                1e-12,
                1e-10);
        try (Workers workers = Workers.of(2)) {
            CoMovingPropagator propagator =
                    new CoMovingPropagator(tensors, Systems.mixture(n1, n2), u, v, choice, time, workers);
            propagator.advanceTo(time);
            return ((CoMovingState) propagator.state()).moments().orElseThrow();
        }
    }

    private static CoherentMoments moments(ModeTensors tensors, int n1, int n2, int nodes, double time) {
        return moments(tensors, n1, n2, new double[] {1, 0}, new double[] {1, 0}, 0, nodes, time);
    }

    /** ⟨𝒩⟩ = 2N[1 − e^{N(cos z−1)} cos(N sin z − Nz)], λ = 1, t = 0.7. */
    @ParameterizedTest
    @CsvSource({"100, 8, 0.489398247229", "100, 9, 0.489398247229"})
    void kerrHasTheKnownNumberOfFluctuations(int n, int nodes, double exact) {
        ModeTensors tensors = Systems.diagonal(
                new double[] {0.3}, new double[] {0.1}, new double[][] {{1}}, new double[][] {{0}}, new double[][] {{0}
                });
        // The reference has 12 digits, and the rule of 8 nodes is exact to degree 15 in n − N.
        assertThat(moments(tensors, n, 20, nodes, 0.7).numberU()).isCloseTo(exact, within(1e-11));
    }

    /** Ten particles over all whole numbers; the others likewise, or by quadrature where they are many. */
    @ParameterizedTest
    @CsvSource({"10, 1", "10, 1000"})
    void kerrHasItSummedOverAllWholeNumbersToo(int n, int others) {
        ModeTensors tensors = Systems.diagonal(
                new double[] {0.3}, new double[] {0.1}, new double[][] {{1}}, new double[][] {{0}}, new double[][] {{0}
                });
        CoMovingChoice choice = new CoMovingChoice(
                InitialState.COHERENT, OptionalInt.of(0), OptionalInt.empty(), 1e-6, SectorSum.AUTO, 1e-13, 1e-9);
        try (Workers workers = Workers.of(2)) {
            CoMovingPropagator propagator = new CoMovingPropagator(
                    tensors,
                    Systems.mixture(n, others),
                    new double[] {1, 0},
                    new double[] {1, 0},
                    choice,
                    0.7,
                    workers);
            propagator.advanceTo(0.7);
            CoMovingState state = (CoMovingState) propagator.state();
            // The tail of 1e-13 counts N-fold in differences that are of size 1.
            assertThat(state.moments().orElseThrow().numberU()).isCloseTo(0.483854199091, within(1e-11));
        }
    }

    /**
     * ⟨a⟩ = α e^{N(e^{−iz}−1)}, so that ‖r₃‖ = |e^{N(e^{−iz}−1+iz)} − 1|; and ⟨𝒩²⟩ from ⟨a†^k a^l⟩ = N^{(k+l)/2}
     * e^{N(e^{−i(l−k)z}−1)} e^{−iz(l(l−1)−k(k−1))/2}.
     */
    @Test
    void kerrOnOneOfTwoModesHasTheKnownFirstAndFourthMoments() {
        int n = 60;
        double share = 0.7;
        double lambda = 1.2;
        double t = 0.4;
        ModeTensors tensors = Systems.diagonal(
                new double[] {0.3, -0.2},
                new double[] {0.1},
                new double[][] {{lambda, 0}, {0, 0}},
                new double[][] {{0}},
                new double[][] {{0}, {0}});
        double[] u = {Math.sqrt(share), 0, Math.sqrt(1 - share) * Math.cos(1), Math.sqrt(1 - share) * Math.sin(1)};
        CoherentMoments moments = moments(tensors, n, 20, u, new double[] {1, 0}, 18, 7, t);
        double z = lambda * t / n;
        double mean = n * share;
        double[] first = exponential(mean * (Math.cos(z) - 1), -mean * Math.sin(z) + mean * z);
        double amplitude = Math.hypot(first[0] - 1, first[1]);
        double number = 2 * mean * (1 - first[0]);
        double fourth = 0;
        int[] binomial = {1, 2, 1};
        for (int k = 0; k <= 2; k++) {
            for (int l = 0; l <= 2; l++) {
                double angle = (l - k) * z;
                double phase = mean * z * (l - k) - mean * Math.sin(angle) - 0.5 * z * (l * (l - 1) - k * (k - 1));
                fourth += binomial[k]
                        * binomial[l]
                        * ((k + l) % 2 == 0 ? 1 : -1)
                        * mean
                        * mean
                        * Math.exp(mean * (Math.cos(angle) - 1))
                        * Math.cos(phase);
            }
        }
        // 18 excitations leave some 1e-10, the reference loses the digits of n² = 1764 to cancellation.
        assertThat(moments.remainders()[2]).isCloseTo(Math.sqrt(share) * amplitude, within(1e-10));
        assertThat(moments.remainders()[0]).isEqualTo(moments.remainders()[2]);
        assertThat(moments.numberU()).isCloseTo(number, within(1e-8));
        assertThat(moments.numberSquaredU()).isCloseTo(fourth + number, within(1e-7));
        assertThat(moments.bounds()[4]).isCloseTo(number / n, within(1e-9));
        assertThat(moments.numberV()).isCloseTo(0, within(1e-10));
    }

    /** ⟨a†^k a^l d†^p d^q⟩ in H = (W/N) n̂ m̂ on one mode of each species, from which ⟨𝒩⊗𝒩⟩ follows. */
    @Test
    void crossKerrOnOneOfTwoModesEachHasTheKnownMixedMoments() {
        int n1 = 50;
        int n2 = 30;
        double shareU = 0.6;
        double shareV = 0.8;
        double w = 1.3;
        double t = 0.5;
        ModeTensors tensors = Systems.diagonal(
                new double[] {0.3, -0.2},
                new double[] {0.1, 0.4},
                new double[][] {{0, 0}, {0, 0}},
                new double[][] {{0, 0}, {0, 0}},
                new double[][] {{w, 0}, {0, 0}});
        double[] u = {Math.sqrt(shareU), 0, 0, Math.sqrt(1 - shareU)};
        double[] v = {Math.sqrt(shareV), 0, Math.sqrt(1 - shareV), 0};
        CoherentMoments moments = moments(tensors, n1, n2, u, v, 12, 6, t);
        double z = w * t / (n1 + n2);
        double mean1 = n1 * shareU;
        double mean2 = n2 * shareV;
        double both = 0;
        for (int bits = 0; bits < 16; bits++) {
            int k = bits & 1;
            int l = bits >> 1 & 1;
            int p = bits >> 2 & 1;
            int q = bits >> 3;
            double size = Math.exp(mean1 * (Math.cos(z * (q - p)) - 1) + mean2 * (Math.cos(z * (l - k)) - 1));
            double phase = mean2 * z * (l - k)
                    + mean1 * z * (q - p)
                    - mean1 * Math.sin(z * (q - p))
                    - mean2 * Math.sin(z * (l - k))
                    - z * (l * q - k * p);
            both += ((k + l + p + q) % 2 == 0 ? 1 : -1) * mean1 * mean2 * size * Math.cos(phase);
        }
        double number = 2 * mean1 * (1 - Math.exp(mean2 * (Math.cos(z) - 1)) * Math.cos(mean2 * (z - Math.sin(z))));
        // 12 excitations leave some 1e-8 at these couplings.
        assertThat(moments.numberU()).isCloseTo(number, within(1e-7));
        assertThat(moments.numberUV()).isCloseTo(both, within(1e-6));
        assertThat(moments.remainders()[14]).isCloseTo(both / (n1 * n2), within(1e-9));
    }

    private static double[] exponential(double re, double im) {
        return new double[] {Math.exp(re) * Math.cos(im), Math.exp(re) * Math.sin(im)};
    }
}
