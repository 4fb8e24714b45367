package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.model.Weights;

class MovingBasesTest {

    private static final ModeTensors TENSORS = Systems.random(4, 3, 2);
    private static final Weights WEIGHTS = new Weights(0.3, 0.7);

    private static MovingBases moved(double time) {
        MovingBases bases = new MovingBases(
                TENSORS, FrameWeights.coherent(5, 9, WEIGHTS), Systems.orbital(4, 1), Systems.orbital(3, 2));
        bases.advanceTo(time);
        return bases;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void completionIsUnitaryAndBeginsWithTheOrbital(int modes) {
        double[] orbital = Systems.orbital(modes, modes);
        double[] columns = MovingBases.completed(orbital);
        for (int i = 0; i < 2 * modes; i++) {
            assertThat(columns[i]).isCloseTo(orbital[i], within(1e-15));
        }
        assertUnitary(columns, modes, 1e-15 * 4);
    }

    @Test
    void basesStayUnitary() {
        MovingBases bases = moved(0.7);
        // DP853 with a local tolerance of 1e-13.
        assertUnitary(bases.basis(0), 4, 1e-11);
        assertUnitary(bases.basis(1), 3, 1e-11);
        assertThat(bases.error()).isBetween(1e-15, 1e-10);
    }

    @Test
    void condensatesOfACoherentStartMoveWithTheHartreeSystem() {
        ProjectedHartree hartree = new ProjectedHartree(TENSORS, WEIGHTS, Systems.orbital(4, 1), Systems.orbital(3, 2));
        hartree.advanceTo(0.7);
        MovingBases bases = moved(0.7);
        // Two integrations, each with a local tolerance of 1e-13.
        assertThat(java.util.Arrays.copyOf(bases.basis(0), 8)).containsExactly(hartree.u(), within(1e-11));
        assertThat(java.util.Arrays.copyOf(bases.basis(1), 6)).containsExactly(hartree.v(), within(1e-11));
    }

    /** V' has the symmetries of a Hermitian operator of indistinguishable particles, and the unitary invariant Σ|V'|². */
    @Test
    void transformedElementsKeepSymmetriesAndSize() {
        MovingBases bases = moved(0.4);
        CoMovingTensors moving = CoMovingTensors.of(TENSORS, bases.basis(0), bases.basis(1));
        double[] v = moving.own()[0];
        for (int p = 0; p < 4; p++) {
            for (int r = 0; r < 4; r++) {
                for (int q = 0; q < 4; q++) {
                    for (int s = 0; s < 4; s++) {
                        int here = CoMovingTensors.at(4, p, r, q, s);
                        int exchanged = CoMovingTensors.at(4, q, s, p, r);
                        int adjoint = CoMovingTensors.at(4, r, p, s, q);
                        // Sums of 256 terms of size 1.
                        assertThat(v[here]).isCloseTo(v[exchanged], within(1e-13));
                        assertThat(v[here]).isCloseTo(v[adjoint], within(1e-13));
                        assertThat(v[here + 1]).isCloseTo(-v[adjoint + 1], within(1e-13));
                    }
                }
            }
        }
        double before = square(TENSORS.between());
        assertThat(square(moving.between())).isCloseTo(before, within(1e-11 * before));
    }

    private static double square(double[] x) {
        return java.util.Arrays.stream(x).map(a -> a * a).sum();
    }

    private static void assertUnitary(double[] columns, int m, double tolerance) {
        for (int p = 0; p < m; p++) {
            for (int r = 0; r < m; r++) {
                double re = 0;
                double im = 0;
                for (int i = 0; i < m; i++) {
                    int a = 2 * (p * m + i);
                    int b = 2 * (r * m + i);
                    re += columns[a] * columns[b] + columns[a + 1] * columns[b + 1];
                    im += columns[a] * columns[b + 1] - columns[a + 1] * columns[b];
                }
                assertThat(re).isCloseTo(p == r ? 1 : 0, within(tolerance));
                assertThat(im).isCloseTo(0, within(tolerance));
            }
        }
    }
}
