package org.mixfield.core.spectral;

import java.util.Arrays;
import org.apiguardian.api.API;

/**
 * Takes the pair energies of two fields on the way of their spectra through a {@link KernelMatrix}: by Parseval,
 * ⟨f, K∗g⟩ = Σ K(k) conj f(k) g(k) / n. Sums are taken over lines along the first axis and then in their order, so that they
 * do not depend on who did what. One call at a time.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class PairEnergies implements SpectralFilter {

    private static final int SUMS = 3;

    private final KernelMatrix kernels;
    private final Convolver convolver;
    private final int half;
    private final int last;
    private final int lines;
    private final double norm;
    private final double[] sums;
    private final double[] energies = new double[SUMS];

    /** For the convolutions that a convolver does with these kernels. */
    public PairEnergies(KernelMatrix kernels, Convolver convolver) {
        int[] shape = convolver.paddedShape();
        this.kernels = kernels;
        this.convolver = convolver;
        this.last = shape[shape.length - 1];
        this.half = last / 2 + 1;
        this.lines = convolver.transform().spectrumLength() / 2 / (shape.length > 1 ? shape[0] : 1);
        this.norm = convolver.grid().cellVolume() / Convolver.volume(shape);
        this.sums = new double[SUMS * lines];
    }

    /**
     * Convolves two fields in place, and takes their energies.
     *
     * @return ∫ f K_ff∗f, ∫ g K_gg∗g and ∫ f K∗g, K the cross kernel without its factors; overwritten by the next call
     */
    public double[] convolve(double[] first, double[] second) {
        Arrays.fill(sums, 0);
        convolver.transform().filter(new double[][] {first, second}, this);
        Arrays.fill(energies, 0);
        for (int line = 0; line < lines; line++) {
            // A half spectrum stands for the other half, too, but for what mirrors itself.
            int k = line % half;
            double weight = k == 0 || 2 * k == last ? norm : 2 * norm;
            for (int i = 0; i < SUMS; i++) {
                energies[i] += weight * sums[SUMS * line + i];
            }
        }
        return energies;
    }

    @Override
    public void apply(double[][] spectra, int offset, int first, int stride, int count) {
        double[] f = spectra[0];
        double[] g = spectra[1];
        int k = first;
        for (int j = 2 * offset; j < 2 * (offset + count); j += 2) {
            int at = SUMS * (k % lines);
            sums[at] += kernels.ofFirst(k) * (f[j] * f[j] + f[j + 1] * f[j + 1]);
            sums[at + 1] += kernels.ofSecond(k) * (g[j] * g[j] + g[j + 1] * g[j + 1]);
            sums[at + 2] += kernels.ofBoth(k) * (f[j] * g[j] + f[j + 1] * g[j + 1]);
            k += stride;
        }
        kernels.apply(spectra, offset, first, stride, count);
    }
}
