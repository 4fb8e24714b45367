package org.mixfield.fock;

import org.ejml.data.DMatrixRMaj;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.HartreeOrbit;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.MeanField;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.ModesSite;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.spectral.FourierTransform;

/**
 * The pairs that the interaction brings out of the condensates: the sources of the quadratic Hamiltonian's pairing terms,
 *
 * <pre>
 *   K(x,y) = q_u q_u V₁₁(x−y) u(x)u(y)     and     √(N₁N₂)/N q_u q_v V₁₂(x−y) u(x)v(y),
 * </pre>
 *
 * q the projection beside the condensate, and on each side the factor 1/(1 + T k²/4m): pairs of kinetic energy E turn their
 * phase within 1/E and do not pile up over a time T as those of low energy do.
 */
final class PairSource {

    private final Discretization discretization;
    private final SpeciesName species;
    private final SpeciesName other;
    private final double time;
    private final FourierTransform transform;

    PairSource(ModesSite site, double time) {
        this.discretization = site.discretization();
        this.species = site.species();
        this.other = species == SpeciesName.U ? SpeciesName.V : SpeciesName.U;
        this.time = time;
        this.transform = discretization
                .backend()
                .complex(discretization.workers(), site.grid().shape());
    }

    /** Adds w Re(K K*) between functions, for both kinds of pairs; what K has beside the functions is left out. */
    void addTo(HartreeOrbit.Point point, ModeFunctions functions, double weight, DMatrixRMaj sum) {
        MeanField field = discretization.meanField();
        Interactions.Factors factors = discretization.mixture().interactions().factors();
        Interactions potentials = discretization.mixture().interactions();
        boolean first = species == SpeciesName.U;
        double n1 = discretization.mixture().u().particles();
        double n2 = discretization.mixture().v().particles();
        if (!(first ? potentials.uu() : potentials.vv()).vanishes()) {
            double factor = (first ? factors.uu() : factors.vv()).at(point.time());
            add(point, species, first ? field::convolveUU : field::convolveVV, factor, functions, weight, sum);
        }
        if (!potentials.uv().vanishes()) {
            double factor = factors.uv().at(point.time()) * Math.sqrt(n1 * n2) / (n1 + n2);
            add(point, other, field::convolveUV, factor, functions, weight, sum);
        }
    }

    private void add(
            HartreeOrbit.Point point,
            SpeciesName partner,
            PairIntegrals.Convolution potential,
            double factor,
            ModeFunctions functions,
            double weight,
            DMatrixRMaj sum) {
        int r = functions.count();
        double[][] rows = new double[r][];
        for (int i = 0; i < r; i++) {
            rows[i] = partnerOf(functions.values(i), point, partner, potential, factor)
                    .data();
        }
        double volume = discretization.grid().cellVolume();
        discretization.workers().run(r, 1, (worker, from, to) -> {
            for (int i = from; i < to; i++) {
                for (int j = 0; j < r; j++) {
                    double product = 0;
                    for (int k = 0; k < rows[i].length; k++) {
                        product += rows[i][k] * rows[j][k];
                    }
                    sum.add(i, j, weight * product * volume);
                }
            }
        });
    }

    /** ∫ φ(x) K(x,y) dx as a function of y. */
    private ComplexField partnerOf(
            double[] function,
            HartreeOrbit.Point point,
            SpeciesName partner,
            PairIntegrals.Convolution potential,
            double factor) {
        Grid grid = discretization.grid();
        ComplexField f = ComplexField.zero(grid);
        for (int j = 0; j < function.length; j++) {
            f.data()[2 * j] = function[j];
        }
        damp(f.data(), species);
        multiplyBeside(f.data(), point.orbital(species).data());
        double[] re = new double[grid.size()];
        double[] im = new double[grid.size()];
        split(f.data(), re, im);
        potential.apply(re, re);
        potential.apply(im, im);
        double[] ket = point.orbital(partner).data();
        double overlapRe = 0;
        double overlapIm = 0;
        for (int j = 0; j < re.length; j++) {
            double a = factor * (re[j] * ket[2 * j] - im[j] * ket[2 * j + 1]);
            double b = factor * (re[j] * ket[2 * j + 1] + im[j] * ket[2 * j]);
            f.data()[2 * j] = a;
            f.data()[2 * j + 1] = b;
            overlapRe += ket[2 * j] * a + ket[2 * j + 1] * b;
            overlapIm += ket[2 * j] * b - ket[2 * j + 1] * a;
        }
        double volume = grid.cellVolume();
        for (int j = 0; j < re.length; j++) {
            f.data()[2 * j] -= volume * (overlapRe * ket[2 * j] - overlapIm * ket[2 * j + 1]);
            f.data()[2 * j + 1] -= volume * (overlapRe * ket[2 * j + 1] + overlapIm * ket[2 * j]);
        }
        damp(f.data(), partner);
        return f;
    }

    /** f ↦ u · (f − ū ∫uf): the transposed projection, and the condensate's factor in the source. */
    private void multiplyBeside(double[] f, double[] u) {
        double re = 0;
        double im = 0;
        for (int j = 0; j < f.length; j += 2) {
            re += u[j] * f[j] - u[j + 1] * f[j + 1];
            im += u[j] * f[j + 1] + u[j + 1] * f[j];
        }
        re *= discretization.grid().cellVolume();
        im *= discretization.grid().cellVolume();
        for (int j = 0; j < f.length; j += 2) {
            double a = f[j] - (u[j] * re + u[j + 1] * im);
            double b = f[j + 1] - (u[j] * im - u[j + 1] * re);
            f[j] = u[j] * a - u[j + 1] * b;
            f[j + 1] = u[j] * b + u[j + 1] * a;
        }
    }

    private static void split(double[] f, double[] re, double[] im) {
        for (int j = 0; j < re.length; j++) {
            re[j] = f[2 * j];
            im[j] = f[2 * j + 1];
        }
    }

    /** The factor 1/(1 + T k²/4m) of a species. */
    private void damp(double[] f, SpeciesName name) {
        Grid grid = discretization.grid();
        double strength = time / (4 * discretization.mixture().species(name).mass());
        double[][] k = new double[grid.dimension()][];
        for (int axis = 0; axis < k.length; axis++) {
            k[axis] = grid.waveNumbers(axis);
        }
        transform.forward(f);
        for (int j = 0; j < grid.size(); j++) {
            double square = 0;
            int rest = j;
            for (int axis = k.length - 1; axis >= 0; axis--) {
                double along = k[axis][rest % grid.points(axis)];
                square += along * along;
                rest /= grid.points(axis);
            }
            f[2 * j] /= 1 + strength * square;
            f[2 * j + 1] /= 1 + strength * square;
        }
        transform.inverse(f);
    }
}
