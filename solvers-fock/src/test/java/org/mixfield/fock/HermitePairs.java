package org.mixfield.fock;

/**
 * Two species in the two lowest states of −∂² + x² on a line with Gaussian pair potentials, strength e^{−r²/2}: matrix elements
 * by the trapezoidal rule, which is exact to rounding for such functions.
 */
final class HermitePairs {

    private static final double EDGE = 9;
    private static final int POINTS = 120;

    private HermitePairs() {}

    static ModeTensors tensors(double uu, double vv, double uv) {
        double[] one = {1, 0, 0, 3};
        double[] pair = pair();
        return new ModeTensors(
                2,
                2,
                new double[][] {one, one.clone()},
                new double[][] {times(uu, pair), times(vv, pair)},
                times(uv, pair));
    }

    private static double[] times(double factor, double[] x) {
        return java.util.Arrays.stream(x).map(a -> factor * a).toArray();
    }

    /** ∬ φ_pφ_r(x) e^{−(x−y)²/2} φ_qφ_s(y). */
    private static double[] pair() {
        double step = 2 * EDGE / POINTS;
        double[] v = new double[16];
        for (int a = 0; a < POINTS; a++) {
            double x = -EDGE + a * step;
            for (int b = 0; b < POINTS; b++) {
                double y = -EDGE + b * step;
                double weight = step * step * Math.exp(-0.5 * (x - y) * (x - y));
                for (int k = 0; k < 16; k++) {
                    v[k] += weight * mode(k >> 3, x) * mode(k >> 2 & 1, x) * mode(k >> 1 & 1, y) * mode(k & 1, y);
                }
            }
        }
        return v;
    }

    private static double mode(int n, double x) {
        double ground = Math.pow(Math.PI, -0.25) * Math.exp(-0.5 * x * x);
        return n == 0 ? ground : Math.sqrt(2) * x * ground;
    }
}
