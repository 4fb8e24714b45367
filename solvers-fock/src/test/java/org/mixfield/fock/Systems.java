package org.mixfield.fock;

import java.util.Arrays;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;

/** Mixtures and matrix elements for the tests of this module. */
final class Systems {

    private Systems() {}

    /** A mixture that has particle numbers and weights and nothing else. */
    static Mixture mixture(int n1, int n2) {
        RadialPotential none = RadialPotential.none();
        return new Mixture(
                new Species(n1, 0.5, Trap.NONE, site -> ComplexField.zero(site.grid())),
                new Species(n2, 0.5, Trap.NONE, site -> ComplexField.zero(site.grid())),
                new Interactions(none, none, none),
                Weights.ofParticles(n1, n2));
    }

    /** The same with weights of its own. */
    static Mixture mixture(int n1, int n2, double c1) {
        Mixture plain = mixture(n1, n2);
        return new Mixture(plain.u(), plain.v(), plain.interactions(), new Weights(c1, 1 - c1));
    }

    /** The same one-body part and all interactions times a factor. */
    static ModeTensors weakened(ModeTensors t, double factor) {
        return new ModeTensors(
                t.modesU(),
                t.modesV(),
                t.oneBody(),
                new double[][] {times(factor, t.own()[0]), times(factor, t.own()[1])},
                times(factor, t.between()));
    }

    private static double[] times(double factor, double[] x) {
        return Arrays.stream(x).map(a -> factor * a).toArray();
    }

    /** Tensors that are diagonal in the modes: energies of particles and of pairs of particles. */
    static ModeTensors diagonal(
            double[] energyU, double[] energyV, double[][] pairsU, double[][] pairsV, double[][] between) {
        int mu = energyU.length;
        int mv = energyV.length;
        double[][] oneBody = {new double[mu * mu], new double[mv * mv]};
        double[][] own = {new double[mu * mu * mu * mu], new double[mv * mv * mv * mv]};
        double[] w = new double[mu * mu * mv * mv];
        for (int j = 0; j < mu; j++) {
            oneBody[0][j * mu + j] = energyU[j];
            for (int k = 0; k < mu; k++) {
                own[0][(j * mu + j) * mu * mu + k * mu + k] = pairsU[j][k];
            }
            for (int k = 0; k < mv; k++) {
                w[(j * mu + j) * mv * mv + k * mv + k] = between[j][k];
            }
        }
        for (int j = 0; j < mv; j++) {
            oneBody[1][j * mv + j] = energyV[j];
            for (int k = 0; k < mv; k++) {
                own[1][(j * mv + j) * mv * mv + k * mv + k] = pairsV[j][k];
            }
        }
        return new ModeTensors(mu, mv, oneBody, own, w);
    }

    /** Random real tensors with the symmetries that matrix elements between real modes have. */
    static ModeTensors random(int mu, int mv, long seed) {
        java.util.Random random = new java.util.Random(seed);
        double[][] oneBody = {symmetric(mu, random), symmetric(mv, random)};
        double[][] own = {pairSymmetric(mu, mu, random), pairSymmetric(mv, mv, random)};
        return new ModeTensors(mu, mv, oneBody, own, pairSymmetric(mu, mv, random));
    }

    private static double[] symmetric(int m, java.util.Random random) {
        double[] h = new double[m * m];
        for (int p = 0; p < m; p++) {
            for (int r = 0; r <= p; r++) {
                h[p * m + r] = random.nextGaussian();
                h[r * m + p] = h[p * m + r];
            }
        }
        return h;
    }

    /** V[pr,qs] symmetric in p and r, in q and s, and for one species in the two pairs. */
    private static double[] pairSymmetric(int m1, int m2, java.util.Random random) {
        int a = SpeciesTables.pairs(m1);
        int b = SpeciesTables.pairs(m2);
        double[][] w = new double[a][b];
        for (int i = 0; i < a; i++) {
            for (int j = 0; j < b; j++) {
                w[i][j] = m1 == m2 && j < i ? w[j][i] : random.nextGaussian();
            }
        }
        double[] v = new double[m1 * m1 * m2 * m2];
        for (int p = 0; p < m1; p++) {
            for (int r = 0; r < m1; r++) {
                for (int q = 0; q < m2; q++) {
                    for (int s = 0; s < m2; s++) {
                        v[(p * m1 + r) * m2 * m2 + q * m2 + s] =
                                w[SpeciesTables.pairIndex(p, r)][SpeciesTables.pairIndex(q, s)];
                    }
                }
            }
        }
        return v;
    }

    /** A normalised complex vector. */
    static double[] orbital(int modes, long seed) {
        java.util.Random random = new java.util.Random(seed);
        double[] u = new double[2 * modes];
        double square = 0;
        for (int i = 0; i < u.length; i++) {
            u[i] = random.nextGaussian();
            square += u[i] * u[i];
        }
        for (int i = 0; i < u.length; i++) {
            u[i] /= Math.sqrt(square);
        }
        return u;
    }

    /** e^{iφ}·size, as {re, im}. */
    static double[] polar(double size, double angle) {
        return new double[] {size * Math.cos(angle), size * Math.sin(angle)};
    }
}
