package org.mixfield.fock;

import java.util.Arrays;
import org.hipparchus.special.Erf;

/**
 * Matrix elements of charged particles in four modes of one species and four of another, in closed form: the modes are
 * orthonormalised Gaussians e^{−α|x−c|²} at the corners of irregular tetrahedra, the pair potentials 1/r. No symmetry makes any
 * element vanish, and the inter-species tensor has full rank. Elements of products of Gaussians: Boys, Proc. R. Soc. A 200
 * (1950) 542.
 */
final class GaussianOrbitals {

    private static final double EXPONENT_U = 0.35;
    private static final double EXPONENT_V = 0.5;
    private static final double[][] CENTERS_U = {{0, 0, 0}, {1.1, 0.2, -0.3}, {-0.4, 1.2, 0.5}, {0.3, -0.6, 1.4}};
    private static final double[][] CENTERS_V = {{0.5, 0.4, 0.1}, {-0.8, 0.3, 0.6}, {0.2, -1, -0.4}, {0.7, 0.9, -0.9}};

    private final double exponent;
    private final double[][] centers;
    private final double[][] coefficients;

    private GaussianOrbitals(double exponent, double[][] centers, int count) {
        this.exponent = exponent;
        this.centers = Arrays.copyOf(centers, count);
        this.coefficients = orthonormal();
    }

    /** The elements of −Δ and of 1/r between the first modes of each species, at most four. */
    static ModeTensors tensors(int modes) {
        GaussianOrbitals u = new GaussianOrbitals(EXPONENT_U, CENTERS_U, modes);
        GaussianOrbitals v = new GaussianOrbitals(EXPONENT_V, CENTERS_V, modes);
        return new ModeTensors(
                u.count(),
                v.count(),
                new double[][] {u.kinetic(), v.kinetic()},
                new double[][] {coulomb(u, u), coulomb(v, v)},
                coulomb(u, v));
    }

    private int count() {
        return centers.length;
    }

    private double overlap(int i, int j) {
        return Math.pow(Math.PI / (2 * exponent), 1.5) * Math.exp(-0.5 * exponent * square(centers[i], centers[j]));
    }

    /** Gram–Schmidt: mode p is Σ_i coefficients[p][i] e^{−α|x−c_i|²}. */
    private double[][] orthonormal() {
        double[][] modes = new double[count()][count()];
        for (int p = 0; p < count(); p++) {
            modes[p][p] = 1;
            for (int q = 0; q < p; q++) {
                double inner = 0;
                for (int i = 0; i < count(); i++) {
                    inner += modes[q][i] * overlap(i, p);
                }
                for (int i = 0; i < count(); i++) {
                    modes[p][i] -= inner * modes[q][i];
                }
            }
            double norm = 0;
            for (int i = 0; i < count(); i++) {
                for (int j = 0; j < count(); j++) {
                    norm += modes[p][i] * modes[p][j] * overlap(i, j);
                }
            }
            for (int i = 0; i < count(); i++) {
                modes[p][i] /= Math.sqrt(norm);
            }
        }
        return modes;
    }

    private double[] kinetic() {
        double[] h = new double[count() * count()];
        for (int p = 0; p < count(); p++) {
            for (int r = 0; r < count(); r++) {
                for (int i = 0; i < count(); i++) {
                    for (int j = 0; j < count(); j++) {
                        double element = exponent * (3 - exponent * square(centers[i], centers[j])) * overlap(i, j);
                        h[p * count() + r] += coefficients[p][i] * coefficients[r][j] * element;
                    }
                }
            }
        }
        return h;
    }

    /** V[pr,qs] of 1/r. */
    private static double[] coulomb(GaussianOrbitals a, GaussianOrbitals b) {
        int ma = a.count() * a.count();
        int mb = b.count() * b.count();
        double[] gaussians = new double[ma * mb];
        for (int i = 0; i < ma; i++) {
            for (int j = 0; j < mb; j++) {
                gaussians[i * mb + j] = a.charge(i) * b.charge(j) * repulsion(a, i, b, j);
            }
        }
        double[] tensor = new double[ma * mb];
        for (int pr = 0; pr < ma; pr++) {
            for (int qs = 0; qs < mb; qs++) {
                for (int i = 0; i < ma; i++) {
                    for (int j = 0; j < mb; j++) {
                        tensor[pr * mb + qs] += a.weight(pr, i) * b.weight(qs, j) * gaussians[i * mb + j];
                    }
                }
            }
        }
        return tensor;
    }

    /** The charge of the product of two Gaussians, number i·M + j. */
    private double charge(int product) {
        return overlap(product / count(), product % count());
    }

    private double weight(int modes, int product) {
        return coefficients[modes / count()][product / count()] * coefficients[modes % count()][product % count()];
    }

    /** Of two unit charges, each spread as a product of two Gaussians: erf(κR)/R with κ² = 2αβ/(α+β). */
    private static double repulsion(GaussianOrbitals a, int i, GaussianOrbitals b, int j) {
        double kappa = Math.sqrt(2 * a.exponent * b.exponent / (a.exponent + b.exponent));
        double distance = Math.sqrt(square(a.middle(i), b.middle(j)));
        return distance < 1e-9 ? 2 * kappa / Math.sqrt(Math.PI) : Erf.erf(kappa * distance) / distance;
    }

    private double[] middle(int product) {
        double[] x = centers[product / count()];
        double[] y = centers[product % count()];
        return new double[] {0.5 * (x[0] + y[0]), 0.5 * (x[1] + y[1]), 0.5 * (x[2] + y[2])};
    }

    private static double square(double[] x, double[] y) {
        return Math.pow(x[0] - y[0], 2) + Math.pow(x[1] - y[1], 2) + Math.pow(x[2] - y[2], 2);
    }
}
