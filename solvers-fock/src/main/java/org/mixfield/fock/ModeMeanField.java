package org.mixfield.fock;

/**
 * One-particle operators in the modes, moved by the densities of two orbitals:
 *
 * <pre>
 *   h₁ = h_u + a₁₁V₁₁*|u|² + a₁₂V₁₂*|v|²,      h₂ = h_v + a₂₂V₂₂*|v|² + a₂₁V₁₂*|u|²
 * </pre>
 */
final class ModeMeanField {

    private ModeMeanField() {}

    /** h₁ and h₂, row by row, for densities as {@link #density} gives them. */
    static double[][] of(
            ModeTensors tensors, double[] densityU, double[] densityV, double a11, double a12, double a22, double a21) {
        double[] hu = tensors.oneBody()[0].clone();
        double[] hv = tensors.oneBody()[1].clone();
        addOwn(hu, tensors.own()[0], densityU, a11);
        addOwn(hv, tensors.own()[1], densityV, a22);
        for (int a = 0; a < hu.length; a++) {
            for (int b = 0; b < hv.length; b++) {
                double w = tensors.between()[a * hv.length + b];
                hu[a] += a12 * w * densityV[b];
                hv[b] += a21 * w * densityU[a];
            }
        }
        return new double[][] {hu, hv};
    }

    private static void addOwn(double[] h, double[] tensor, double[] density, double factor) {
        for (int a = 0; a < h.length; a++) {
            double sum = 0;
            for (int b = 0; b < density.length; b++) {
                sum += tensor[a * density.length + b] * density[b];
            }
            h[a] += factor * sum;
        }
    }

    /** Re ū_p u_r; the imaginary part is antisymmetric and meets symmetric tensors only. */
    static double[] density(double[] y, int offset, int modes) {
        double[] density = new double[modes * modes];
        for (int p = 0; p < modes; p++) {
            for (int r = 0; r < modes; r++) {
                density[p * modes + r] =
                        y[offset + 2 * p] * y[offset + 2 * r] + y[offset + 2 * p + 1] * y[offset + 2 * r + 1];
            }
        }
        return density;
    }

    /** Writes −ih times the column that begins at an offset. */
    static void derivative(double[] h, double[] y, double[] derivative, int offset, int modes) {
        for (int p = 0; p < modes; p++) {
            double re = 0;
            double im = 0;
            for (int r = 0; r < modes; r++) {
                re += h[p * modes + r] * y[offset + 2 * r];
                im += h[p * modes + r] * y[offset + 2 * r + 1];
            }
            derivative[offset + 2 * p] = im;
            derivative[offset + 2 * p + 1] = -re;
        }
    }
}
