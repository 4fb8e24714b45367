package org.mixfield.fock;

import org.hipparchus.complex.Complex;

/**
 * γ of a state in {@link SecondQuantisation}, and moments of its fluctuations: b_i − √N₁u_i and c_j − √N₂v_j are applied to
 * the whole state, and r₁…r₁₅ are written down kernel by kernel.
 */
final class FluctuationsByHand {

    private final int mu;
    private final int mv;
    private final double n1;
    private final double n2;
    private final Complex[] u;
    private final Complex[] v;
    private final SecondQuantisation space;
    private final double[] psi;
    private final double[][] b;
    private final double[][] c;
    private final double[][] bc;

    /** Of a state against N₁ particles in the orbital u and N₂ in v. */
    FluctuationsByHand(SecondQuantisation space, double[] psi, int n1, double[] u, int n2, double[] v) {
        this.space = space;
        this.psi = psi;
        this.mu = u.length / 2;
        this.mv = v.length / 2;
        this.n1 = n1;
        this.n2 = n2;
        this.u = complex(u);
        this.v = complex(v);
        this.b = new double[mu][];
        this.c = new double[mv][];
        this.bc = new double[mu * mv][];
        for (int j = 0; j < mv; j++) {
            c[j] = displacedC(j, psi);
        }
        for (int i = 0; i < mu; i++) {
            b[i] = displacedB(i, psi);
            for (int j = 0; j < mv; j++) {
                bc[i * mv + j] = displacedB(i, c[j]);
            }
        }
    }

    private static Complex[] complex(double[] x) {
        Complex[] z = new Complex[x.length / 2];
        for (int i = 0; i < z.length; i++) {
            z[i] = new Complex(x[2 * i], x[2 * i + 1]);
        }
        return z;
    }

    private double[] displacedB(int i, double[] x) {
        double[] y = space.b(i, x);
        SecondQuantisation.addTo(y, -Math.sqrt(n1) * u[i].getReal(), -Math.sqrt(n1) * u[i].getImaginary(), x);
        return y;
    }

    private double[] displacedC(int j, double[] x) {
        double[] y = space.c(j, x);
        SecondQuantisation.addTo(y, -Math.sqrt(n2) * v[j].getReal(), -Math.sqrt(n2) * v[j].getImaginary(), x);
        return y;
    }

    /** ⟨x|y⟩. */
    private static Complex inner(double[] x, double[] y) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < x.length; i += 2) {
            re += x[i] * y[i] + x[i + 1] * y[i + 1];
            im += x[i] * y[i + 1] - x[i + 1] * y[i];
        }
        return new Complex(re, im);
    }

    private static double squares(double[]... vectors) {
        double sum = 0;
        for (double[] x : vectors) {
            sum += inner(x, x).getReal();
        }
        return sum;
    }

    /** γ = ⟨b*_p c*_q b_i c_j⟩/Tr, row (i,j) and column (p,q), interleaved. */
    double[] reducedDensity() {
        double[][] phi = new double[mu * mv][];
        for (int i = 0; i < mu; i++) {
            for (int j = 0; j < mv; j++) {
                phi[i * mv + j] = space.b(i, space.c(j, psi));
            }
        }
        double trace = squares(phi);
        return kernel(
                (x, y, xp, yp) -> inner(phi[xp * mv + yp], phi[x * mv + y]).divide(trace));
    }

    /** ⟨𝒩⊗I⟩. */
    double numberU() {
        return squares(b);
    }

    double numberV() {
        return squares(c);
    }

    /** ⟨𝒩⊗𝒩⟩. */
    double numberUV() {
        return squares(bc);
    }

    /** ⟨𝒩²⊗I⟩ = ‖Σ_i b*_i b_i ω‖² = Σ_ii' ‖b_i' b_i ω‖² + Σ_i ‖b_i ω‖². */
    double numberSquaredU() {
        double sum = numberU();
        for (double[] x : b) {
            for (int i = 0; i < mu; i++) {
                sum += squares(displacedB(i, x));
            }
        }
        return sum;
    }

    double numberSquaredV() {
        double sum = numberV();
        for (double[] x : c) {
            for (int j = 0; j < mv; j++) {
                sum += squares(displacedC(j, x));
            }
        }
        return sum;
    }

    /** An entry (x, y; x', y') of a kernel. */
    private interface Entry {
        Complex at(int x, int y, int xp, int yp);
    }

    private double[] kernel(Entry entry) {
        int size = mu * mv;
        double[] matrix = new double[2 * size * size];
        for (int row = 0; row < size; row++) {
            for (int col = 0; col < size; col++) {
                Complex z = entry.at(row / mv, row % mv, col / mv, col % mv);
                matrix[2 * (row * size + col)] = z.getReal();
                matrix[2 * (row * size + col) + 1] = z.getImaginary();
            }
        }
        return matrix;
    }

    /** r_j as it is written in the paper, but for the powers of N in r₁₁…r₁₄. */
    double[] remainder(int j) {
        double root1 = Math.sqrt(n1);
        double root2 = Math.sqrt(n2);
        return switch (j) {
            case 1 ->
                kernel((x, y, xp, yp) -> v(yp).conjugate()
                        .multiply(u(x))
                        .multiply(v(y))
                        .multiply(inner(psi, b[xp]).conjugate())
                        .divide(root1));
            case 2 ->
                kernel((x, y, xp, yp) -> u(xp).conjugate()
                        .multiply(u(x))
                        .multiply(v(y))
                        .multiply(inner(psi, c[yp]).conjugate())
                        .divide(root2));
            case 3 ->
                kernel((x, y, xp, yp) -> u(xp).conjugate()
                        .multiply(v(yp).conjugate())
                        .multiply(v(y))
                        .multiply(inner(psi, b[x]))
                        .divide(root1));
            case 4 ->
                kernel((x, y, xp, yp) -> u(xp).conjugate()
                        .multiply(v(yp).conjugate())
                        .multiply(u(x))
                        .multiply(inner(psi, c[y]))
                        .divide(root2));
            case 5 ->
                kernel((x, y, xp, yp) -> u(x).multiply(v(y))
                        .multiply(inner(psi, bc(xp, yp)).conjugate())
                        .divide(root1 * root2));
            case 6 ->
                kernel((x, y, xp, yp) -> v(yp).conjugate()
                        .multiply(v(y))
                        .multiply(inner(b[xp], b[x]))
                        .divide(n1));
            case 7 ->
                kernel((x, y, xp, yp) -> v(yp).conjugate()
                        .multiply(u(x))
                        .multiply(inner(b[xp], c[y]))
                        .divide(root1 * root2));
            case 8 ->
                kernel((x, y, xp, yp) -> u(xp).conjugate()
                        .multiply(v(y))
                        .multiply(inner(c[yp], b[x]))
                        .divide(root1 * root2));
            case 9 ->
                kernel((x, y, xp, yp) -> u(xp).conjugate()
                        .multiply(u(x))
                        .multiply(inner(c[yp], c[y]))
                        .divide(n2));
            case 10 ->
                kernel((x, y, xp, yp) -> u(xp).conjugate()
                        .multiply(v(yp).conjugate())
                        .multiply(inner(psi, bc(x, y)))
                        .divide(root1 * root2));
            case 11 ->
                kernel((x, y, xp, yp) -> v(y).multiply(inner(bc(xp, yp), b[x])).divide(n1 * root2));
            case 12 ->
                kernel((x, y, xp, yp) -> u(x).multiply(inner(bc(xp, yp), c[y])).divide(root1 * n2));
            case 13 ->
                kernel((x, y, xp, yp) ->
                        v(yp).conjugate().multiply(inner(b[xp], bc(x, y))).divide(n1 * root2));
            case 14 ->
                kernel((x, y, xp, yp) ->
                        u(xp).conjugate().multiply(inner(c[yp], bc(x, y))).divide(root1 * n2));
            case 15 -> kernel((x, y, xp, yp) -> inner(bc(xp, yp), bc(x, y)).divide(n1 * n2));
            default -> throw new IllegalArgumentException("there are fifteen remainders, not " + j);
        };
    }

    private Complex u(int x) {
        return u[x];
    }

    private Complex v(int y) {
        return v[y];
    }

    private double[] bc(int x, int y) {
        return bc[x * mv + y];
    }

    /** The trace norm of r_j. */
    double traceNorm(int j) {
        return ComplexSingularValues.sum(remainder(j), mu * mv, mu * mv);
    }
}
