package org.mixfield.fock;

import java.util.function.IntToDoubleFunction;

/**
 * b(f), b*(f), c(g), c*(g) and functions of the particle numbers on truncated F⊗F, one operator at a time and without any identity
 * between them. What a creation operator puts above the cutoffs is lost, so that a product is exact on vectors that leave room for
 * what it creates. Species are 0 for u and 1 for v; states are interleaved as in {@link FluctuationSpace}. Immutable.
 */
final class LadderOperators {

    private final FluctuationSpace space;

    LadderOperators(FluctuationSpace space) {
        this.space = space;
    }

    FluctuationSpace space() {
        return space;
    }

    int modes(int species) {
        return basis(species).excited();
    }

    private ExcitationBasis basis(int species) {
        return species == 0 ? space.u() : space.v();
    }

    /** ω = Ω⊗Ω. */
    double[] vacuum() {
        double[] psi = new double[2 * space.dimension()];
        psi[0] = 1;
        return psi;
    }

    /** b(f)ψ = Σ f̄_x b_x ψ, or c(f)ψ. */
    double[] annihilated(int species, double[] f, double[] psi) {
        double[] result = new double[psi.length];
        addAnnihilated(species, f, psi, result);
        return result;
    }

    /** b*(f)ψ = Σ f_x b*_x ψ, or c*(f)ψ. */
    double[] created(int species, double[] f, double[] psi) {
        double[] result = new double[psi.length];
        addCreated(species, f, psi, result);
        return result;
    }

    private void addAnnihilated(int species, double[] f, double[] psi, double[] result) {
        Transitions single = basis(species).single();
        for (int c = 0; c < basis(species).below(1); c++) {
            for (int x = 0; x < modes(species); x++) {
                double re = single.factor(c, x) * f[2 * x];
                double im = -single.factor(c, x) * f[2 * x + 1];
                add(species, re, im, psi, single.source(c, x), result, c);
            }
        }
    }

    private void addCreated(int species, double[] f, double[] psi, double[] result) {
        Transitions single = basis(species).single();
        for (int c = 0; c < basis(species).below(1); c++) {
            for (int x = 0; x < modes(species); x++) {
                double re = single.factor(c, x) * f[2 * x];
                double im = single.factor(c, x) * f[2 * x + 1];
                add(species, re, im, psi, c, result, single.source(c, x));
            }
        }
    }

    /** Adds (re + i im) times all amplitudes with one state of a species to those with another. */
    private void add(int species, double re, double im, double[] psi, int from, double[] result, int to) {
        if (re == 0 && im == 0) {
            return;
        }
        int width = space.v().dimension();
        int count = species == 0 ? width : space.u().dimension();
        int stride = species == 0 ? 2 : 2 * width;
        int i = species == 0 ? 2 * width * from : 2 * from;
        int j = species == 0 ? 2 * width * to : 2 * to;
        for (int k = 0; k < count; k++) {
            result[j] += re * psi[i] - im * psi[i + 1];
            result[j + 1] += re * psi[i + 1] + im * psi[i];
            i += stride;
            j += stride;
        }
    }

    /** g(𝒩)⊗I ψ, or I⊗g(𝒩) ψ. */
    double[] ofNumber(int species, IntToDoubleFunction g, double[] psi) {
        double[] result = new double[psi.length];
        int width = space.v().dimension();
        for (int i = 0; i < space.dimension(); i++) {
            int particles =
                    species == 0 ? space.u().particlesU(i / width) : space.v().particlesU(i % width);
            double factor = g.applyAsDouble(particles);
            result[2 * i] = factor * psi[2 * i];
            result[2 * i + 1] = factor * psi[2 * i + 1];
        }
        return result;
    }

    /** The function e_x of a mode. */
    double[] mode(int species, int x) {
        double[] f = new double[2 * modes(species)];
        f[2 * x] = 1;
        return f;
    }
}
