package org.mixfield.fock;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Vectors of norm 1 on truncated F⊗F to try operators on, and sums over them. */
final class FockVectors {

    private FockVectors() {}

    /** A random vector with at most K − {@code room} particles of each species, all numbers equally likely. */
    static double[] random(FluctuationSpace space, int room, Random random) {
        double[] psi = new double[2 * space.dimension()];
        int rows = Math.max(1, space.u().below(room));
        int columns = Math.max(1, space.v().below(room));
        int width = space.v().dimension();
        for (int i = 0; i < rows; i++) {
            double share = 1 / Math.sqrt(OccupationBasis.dimension(space.u().particlesU(i), space.modesU()));
            for (int j = 0; j < columns; j++) {
                double size =
                        share / Math.sqrt(OccupationBasis.dimension(space.v().particlesU(j), space.modesV()));
                psi[2 * (i * width + j)] = size * random.nextGaussian();
                psi[2 * (i * width + j) + 1] = size * random.nextGaussian();
            }
        }
        return normalised(psi);
    }

    /** b*(f)^n c*(g)^m ω, normalised, with n and m as large as leaves this much room. */
    static double[] condensed(LadderOperators ladder, double[] f, double[] g, int room) {
        double[] psi = ladder.vacuum();
        for (int n = 0; n < ladder.space().u().cutoff() - room; n++) {
            psi = normalised(ladder.created(0, f, psi));
        }
        for (int m = 0; m < ladder.space().v().cutoff() - room; m++) {
            psi = normalised(ladder.created(1, g, psi));
        }
        return psi;
    }

    /** The part of a state that a space has, with so much room left, normalised. */
    static double[] of(FluctuationSpace from, double[] state, FluctuationSpace space, int room) {
        double[] psi = new double[2 * space.dimension()];
        int rows = Math.min(from.u().dimension(), Math.max(1, space.u().below(room)));
        int columns = Math.min(from.v().dimension(), Math.max(1, space.v().below(room)));
        for (int i = 0; i < rows; i++) {
            System.arraycopy(
                    state, 2 * i * from.v().dimension(), psi, 2 * i * space.v().dimension(), 2 * columns);
        }
        return normalised(psi);
    }

    /** A random function of norm 1 on so many modes. */
    static double[] function(int modes, Random random) {
        return normalised(random.doubles(2L * modes, -1, 1).toArray());
    }

    /** The functions of a species that operators are tried with: its condensate, the other's, its mean field on it, a random one. */
    static List<double[]> functions(
            int species, CoMovingTensors moving, double[] basis, double[] other, Random random) {
        int m = species == 0 ? moving.modesU() : moving.modesV();
        double[] condensate = new double[2 * m];
        condensate[0] = 1;
        double[] seen = new double[2 * m];
        double[] pushed = new double[2 * m];
        int shared = Math.min(m, species == 0 ? moving.modesV() : moving.modesU());
        for (int i = 0; i < m; i++) {
            for (int a = 0; a < shared; a++) {
                int r = 2 * (i * m + a);
                seen[2 * i] += basis[r] * other[2 * a] + basis[r + 1] * other[2 * a + 1];
                seen[2 * i + 1] += basis[r] * other[2 * a + 1] - basis[r + 1] * other[2 * a];
            }
            int at = species == 0 ? moving.betweenAt(i, 0, 0, 0) : moving.betweenAt(0, 0, i, 0);
            pushed[2 * i] = moving.between()[at];
            pushed[2 * i + 1] = moving.between()[at + 1];
        }
        List<double[]> functions = new ArrayList<>(List.of(condensate, seen, pushed, function(m, random)));
        functions.removeIf(f -> norm(f) < 1e-100);
        return functions;
    }

    private static double[] normalised(double[] x) {
        double norm = norm(x);
        for (int i = 0; i < x.length; i++) {
            x[i] /= norm;
        }
        return x;
    }

    static double norm(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /** ⟨a|b⟩ as {re, im}. */
    static double[] inner(double[] a, double[] b) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < a.length; i += 2) {
            re += a[i] * b[i] + a[i + 1] * b[i + 1];
            im += a[i] * b[i + 1] - a[i + 1] * b[i];
        }
        return new double[] {re, im};
    }

    /** sum += (re + i im) x. */
    static void add(double[] sum, double re, double im, double[] x) {
        for (int i = 0; i < x.length; i += 2) {
            sum[i] += re * x[i] - im * x[i + 1];
            sum[i + 1] += re * x[i + 1] + im * x[i];
        }
    }

    /** ‖a − b‖. */
    static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
