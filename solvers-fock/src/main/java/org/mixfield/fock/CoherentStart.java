package org.mixfield.fock;

import org.mixfield.core.model.Weights;

/**
 * A coherent start in modes, W(√N₁u) ⊗ W(√N₂v) Ω, and what moves it.
 *
 * @param tensors matrix elements of the mixture
 * @param weights N₁, N₂ and the mean fields that move the bases
 * @param u orbital of species u in its modes, interleaved, of norm 1
 * @param v orbital of species v
 */
@SuppressWarnings("ArrayRecordComponent")
record CoherentStart(ModeTensors tensors, FrameWeights weights, double[] u, double[] v) {

    /** The same with other particle numbers, moved by the same Hartree system. */
    CoherentStart withParticles(int n1, int n2) {
        return new CoherentStart(tensors, FrameWeights.coherent(n1, n2, hartree()), u, v);
    }

    /** c₁ and c₂ of the Hartree system. */
    Weights hartree() {
        return new Weights(weights.a21(), weights.a12());
    }

    int n1() {
        return (int) Math.rint(weights.n1());
    }

    int n2() {
        return (int) Math.rint(weights.n2());
    }

    /** How fast fluctuations arise out of none: norms of what L creates from the vacuum, per time. */
    double creationRate() {
        CoMovingTensors moving = CoMovingTensors.of(tensors, MovingBases.completed(u), MovingBases.completed(v));
        double pairsU = 0;
        double alongU = 0;
        for (int p = 0; p < tensors.modesU(); p++) {
            alongU += square(moving.between(), moving.betweenAt(p, 0, 0, 0));
            for (int q = 0; q < tensors.modesU(); q++) {
                pairsU += square(moving.own()[0], CoMovingTensors.at(tensors.modesU(), p, 0, q, 0));
            }
        }
        double pairsV = 0;
        double alongV = 0;
        double mixed = 0;
        for (int q = 0; q < tensors.modesV(); q++) {
            alongV += square(moving.between(), moving.betweenAt(0, 0, q, 0));
            for (int s = 0; s < tensors.modesV(); s++) {
                pairsV += square(moving.own()[1], CoMovingTensors.at(tensors.modesV(), q, 0, s, 0));
            }
            for (int p = 0; p < tensors.modesU(); p++) {
                mixed += square(moving.between(), moving.betweenAt(p, 0, q, 0));
            }
        }
        return Math.sqrt(pairsU)
                + Math.sqrt(pairsV)
                + Math.sqrt(mixed)
                + Math.sqrt(weights.n1() * alongU) * Math.abs(weights.e12())
                + Math.sqrt(weights.n2() * alongV) * Math.abs(weights.e21());
    }

    /** How fast the mean fields turn the modes, up to a phase: norms of their traceless parts. */
    double turningRate() {
        double[][] fields = new MovingBases(tensors, weights, u, v).meanFields();
        return traceless(fields[0], tensors.modesU()) + traceless(fields[1], tensors.modesV());
    }

    private static double traceless(double[] h, int m) {
        double trace = 0;
        double sum = 0;
        for (int p = 0; p < m; p++) {
            trace += h[p * m + p];
        }
        for (double element : h) {
            sum += element * element;
        }
        return Math.sqrt(Math.max(0, sum - trace * trace / m));
    }

    private static double square(double[] x, int at) {
        return x[at] * x[at] + x[at + 1] * x[at + 1];
    }
}
