package org.mixfield.fock;

import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * One step of the Runge–Kutta method of order 8 of Dormand and Prince (Hairer, Nørsett and Wanner, Solving Ordinary Differential
 * Equations I, II.5; the coefficients are Hipparchus') for an autonomous system, without its embedded error estimates.
 */
final class EighthOrderStep {

    static final int ORDER = 8;

    /** The right-hand side of dy/dt = f(y). */
    @FunctionalInterface
    interface Derivative {
        /** Overwrites {@code derivative} with f(y). */
        void at(double[] y, double[] derivative);
    }

    private final Derivative derivative;
    private final double[][] a;
    private final double[] b;
    private final double[][] k;
    private final double[] stage;

    /** Steps of states of a length. */
    EighthOrderStep(Derivative derivative, int length) {
        this.derivative = derivative;
        DormandPrince853Integrator table = new DormandPrince853Integrator(0, 1, 1, 1);
        this.a = table.getA();
        this.b = table.getB();
        // The last stage serves the interpolation alone.
        int stages = b.length;
        while (b[stages - 1] == 0) {
            stages--;
        }
        this.k = new double[stages][length];
        this.stage = new double[length];
    }

    /** Number of vectors of the state's length that it keeps. */
    static int vectors() {
        return 13;
    }

    void step(double[] y, double h) {
        for (int i = 0; i < k.length; i++) {
            System.arraycopy(y, 0, stage, 0, y.length);
            for (int j = 0; j < i; j++) {
                add(h * a[i - 1][j], k[j], stage);
            }
            derivative.at(stage, k[i]);
        }
        for (int i = 0; i < k.length; i++) {
            add(h * b[i], k[i], y);
        }
    }

    private static void add(double factor, double[] x, double[] y) {
        if (factor != 0) {
            for (int i = 0; i < y.length; i++) {
                y[i] += factor * x[i];
            }
        }
    }
}
