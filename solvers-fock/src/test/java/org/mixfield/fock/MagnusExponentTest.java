package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mixfield.core.run.Workers;

class MagnusExponentTest {

    private static final int N = 3;
    private static final double TIME = 0.4;
    private static final ModeTensors TENSORS = Systems.random(2, 2, 4);
    private static final FrameWeights WEIGHTS = FrameWeights.factorised(N, N);

    private static double[] state(int steps) {
        MovingBases bases = new MovingBases(TENSORS, WEIGHTS, Systems.orbital(2, 1), Systems.orbital(2, 2));
        double h = TIME / steps;
        try (Workers workers = Workers.of(1)) {
            SectorLevel level = new SectorLevel(
                    new ExcitationBasis(2, 2, 2 * N), NumberPoints.factorised(), WEIGHTS, at(bases, 0), workers);
            CoMovingWork work = CoMovingWork.of(2, 2, 1)[0];
            for (int i = 0; i < steps; i++) {
                CoMovingCouplings first = at(bases, h * (i + MagnusExponent.NODES[0]));
                CoMovingCouplings second = at(bases, h * (i + MagnusExponent.NODES[1]));
                level.advance(0, MagnusExponent.ofStep(first, second, h), 1e-13, work);
            }
            return level.state(0);
        }
    }

    private static CoMovingCouplings at(MovingBases bases, double time) {
        bases.advanceTo(time);
        return CoMovingCouplings.of(CoMovingTensors.of(TENSORS, bases.basis(0), bases.basis(1)), WEIGHTS);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    /** Differences of successive halvings fall like the error itself. */
    @Test
    void errorFallsWithTheFourthPowerOfTheStep() {
        double[] coarse = state(8);
        double[] fine = state(16);
        double[] finest = state(32);
        double order = Math.log(distance(coarse, fine) / distance(fine, finest)) / Math.log(2);
        // The next terms of the expansion change it by a few hundredths at this step.
        assertThat(order).isBetween(3.8, 4.2);
        // Far above the tolerances 1e-13 of the Krylov spaces and of the bases.
        assertThat(distance(fine, finest)).isGreaterThan(1e-9);
    }
}
