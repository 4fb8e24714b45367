package org.mixfield.core.spectral;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Convolutions of two fields with kernels and with each other's: f ↦ K_ff∗f + K_fg∗g, g ↦ K_gg∗g + K_gf∗f, each kernel
 * times a factor that may change from one use to the next.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class KernelMatrix implements SpectralFilter {

    private static final double[] NONE = {};

    private final double[] own;
    private final double[] otherOwn;
    private final double[] cross;
    private double ownFactor;
    private double otherOwnFactor;
    private double intoFirst;
    private double intoSecond;

    /**
     * The kernels; one that is missing is 0.
     *
     * @param own K_ff
     * @param otherOwn K_gg
     * @param cross K_fg and K_gf, but for a factor
     */
    public KernelMatrix(@Nullable Kernel own, @Nullable Kernel otherOwn, @Nullable Kernel cross) {
        this.own = own == null ? NONE : own.multiplier();
        this.otherOwn = otherOwn == null ? NONE : otherOwn.multiplier();
        this.cross = cross == null ? NONE : cross.multiplier();
    }

    /** Sets the factors of K_ff, of K_gg, of K_fg into f and of K_gf into g. */
    public void factors(double ofOwn, double ofOtherOwn, double ofCrossIntoFirst, double ofCrossIntoSecond) {
        ownFactor = ofOwn;
        otherOwnFactor = ofOtherOwn;
        intoFirst = ofCrossIntoFirst;
        intoSecond = ofCrossIntoSecond;
    }

    /** K_ff at a point, its factor included. */
    double ofFirst(int k) {
        return own.length > 0 ? ownFactor * own[k] : 0;
    }

    /** K_gg at a point, its factor included. */
    double ofSecond(int k) {
        return otherOwn.length > 0 ? otherOwnFactor * otherOwn[k] : 0;
    }

    /** K_fg at a point, without a factor. */
    double ofBoth(int k) {
        return cross.length > 0 ? cross[k] : 0;
    }

    @Override
    public void apply(double[][] spectra, int offset, int first, int stride, int count) {
        if (own.length > 0 && otherOwn.length > 0 && cross.length > 0) {
            applyAll(spectra[0], spectra[1], offset, first, stride, count);
        } else {
            applySome(spectra[0], spectra[1], offset, first, stride, count);
        }
    }

    /** Where no kernel is missing, which most mixtures have. */
    private void applyAll(double[] f, double[] g, int offset, int first, int stride, int count) {
        double a = ownFactor;
        double b = otherOwnFactor;
        double c = intoFirst;
        double d = intoSecond;
        int k = first;
        for (int j = 2 * offset; j < 2 * (offset + count); j += 2) {
            double ff = a * own[k];
            double gg = b * otherOwn[k];
            double fg = c * cross[k];
            double gf = d * cross[k];
            double fRe = f[j];
            double fIm = f[j + 1];
            double gRe = g[j];
            double gIm = g[j + 1];
            f[j] = ff * fRe + fg * gRe;
            f[j + 1] = ff * fIm + fg * gIm;
            g[j] = gg * gRe + gf * fRe;
            g[j + 1] = gg * gIm + gf * fIm;
            k += stride;
        }
    }

    private void applySome(double[] f, double[] g, int offset, int first, int stride, int count) {
        int k = first;
        for (int j = 2 * offset; j < 2 * (offset + count); j += 2) {
            double ff = own.length > 0 ? ownFactor * own[k] : 0;
            double gg = otherOwn.length > 0 ? otherOwnFactor * otherOwn[k] : 0;
            double fg = cross.length > 0 ? cross[k] : 0;
            double fRe = f[j];
            double fIm = f[j + 1];
            double gRe = g[j];
            double gIm = g[j + 1];
            f[j] = ff * fRe + intoFirst * fg * gRe;
            f[j + 1] = ff * fIm + intoFirst * fg * gIm;
            g[j] = gg * gRe + intoSecond * fg * fRe;
            g[j + 1] = gg * gIm + intoSecond * fg * fIm;
            k += stride;
        }
    }
}
