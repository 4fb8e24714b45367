package org.mixfield.hartree;

import java.util.List;
import java.util.Set;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.MeanField;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.FourierTransform;

/**
 * E(u, v) as a function of the orbitals of both species, or of one where the other is given, at time 0. With the potentials
 * F_u = V₁₁∗|u|² + c₂ V₁₂∗|v|² and F_v likewise,
 *
 * <pre>
 *   E = Σ_s c_s (⟨h_s⟩ + ½⟨F_s⟩)
 * </pre>
 *
 * Where v is given, c₂ V₁₂∗|v|² is a part of the trap of u, and F_u = V₁₁∗|u|².
 */
final class EnergyFunctional {

    private static final int BLOCK = 1 << 12;

    private final List<SpeciesName> species;
    private final double[] weights;
    private final KineticOperator[] kinetic;
    private final Span[] spans;
    private final double[][] external;
    private final double givenEnergy;
    private final MeanField meanField;
    private final Interactions.Factors factors;
    private final Workers workers;
    private final GridSums sums;
    private final double[] scratch;
    private final Grid grid;
    private long evaluations;

    /** @param varied the species whose orbitals are varied, one or both */
    EnergyFunctional(Discretization discretization, Set<SpeciesName> varied) {
        this.grid = discretization.grid();
        this.species = varied.stream().sorted().toList();
        this.meanField = discretization.meanField();
        this.factors = discretization.mixture().interactions().factors();
        this.workers = discretization.workers();
        this.sums = new GridSums(grid, workers);
        this.scratch = new double[2 * grid.size()];
        int count = species.size();
        this.weights = new double[count];
        this.kinetic = new KineticOperator[count];
        this.spans = new Span[count];
        this.external = new double[count][grid.size()];
        FourierTransform transform = discretization.backend().complex(workers, grid.shape());
        for (int s = 0; s < count; s++) {
            SpeciesName name = species.get(s);
            weights[s] = weight(discretization, name);
            kinetic[s] = new KineticOperator(
                    grid, discretization.mixture().species(name).mass(), transform, workers);
            spans[s] = span(discretization, name);
            discretization.addTrap(name, 0, external[s]);
        }
        this.givenEnergy = count == 1 ? given(discretization, species.get(0), transform) : 0;
    }

    private static double weight(Discretization discretization, SpeciesName name) {
        return name == SpeciesName.U
                ? discretization.mixture().weights().c1()
                : discretization.mixture().weights().c2();
    }

    private static Span span(Discretization discretization, SpeciesName name) {
        return discretization.orbitalsInModes() ? Span.of(discretization.modes(name)) : Span.GRID;
    }

    /** Adds the mean field of the other species, in its initial orbital, to the trap of this one; answers its own energy. */
    private double given(Discretization discretization, SpeciesName name, FourierTransform transform) {
        SpeciesName other = name == SpeciesName.U ? SpeciesName.V : SpeciesName.U;
        ComplexField orbital = discretization.initial(other);
        double[] psi = orbital.data();
        span(discretization, other).project(psi);
        sums.normalise(psi);
        double[] density = new double[grid.size()];
        double[] potential = new double[grid.size()];
        orbital.density(density);
        meanField.convolveUV(density, potential);
        sums.combine(
                1, external[0], weight(discretization, other) * factors.uv().at(0), potential);
        convolveOwn(other, density, potential);
        sums.scale(potential, 0.5);
        discretization.addTrap(other, 0, potential);
        double mass = discretization.mixture().species(other).mass();
        return weight(discretization, other)
                * (sums.inner(density, potential)
                        + new KineticOperator(grid, mass, transform, workers).expectation(psi));
    }

    private void convolveOwn(SpeciesName name, double[] density, double[] potential) {
        if (name == SpeciesName.U) {
            meanField.convolveUU(density, potential);
            sums.scale(potential, factors.uu().at(0));
        } else {
            meanField.convolveVV(density, potential);
            sums.scale(potential, factors.vv().at(0));
        }
    }

    Grid grid() {
        return grid;
    }

    GridSums sums() {
        return sums;
    }

    Workers workers() {
        return workers;
    }

    /** The species whose orbitals are varied. */
    List<SpeciesName> species() {
        return species;
    }

    double weight(int s) {
        return weights[s];
    }

    KineticOperator kinetic(int s) {
        return kinetic[s];
    }

    /** The trap of a species, with the mean field of a given orbital of the other. */
    double[] external(int s) {
        return external[s];
    }

    /** What is to be added to the energy of the varied orbitals. */
    double givenEnergy() {
        return givenEnergy;
    }

    /** How often the interaction potentials were computed. */
    long evaluations() {
        return evaluations;
    }

    VariedOrbitals orbitals() {
        return new VariedOrbitals(species.size(), grid.size());
    }

    /** Projects a field on the space that the orbital of a species is sought in. */
    void project(int s, double[] field) {
        spans[s].project(field);
    }

    /** F_s of densities, or of changes of them, in which they are linear. */
    void interaction(double[][] densities, double[][] potentials) {
        evaluations++;
        if (species.size() == 2) {
            meanField.potentials(0, densities[0], densities[1], potentials[0], potentials[1]);
        } else {
            convolveOwn(species.get(0), densities[0], potentials[0]);
        }
    }

    /** The energy of the orbitals, which are normalised here, and what it is computed from. */
    void evaluate(VariedOrbitals at) {
        for (int s = 0; s < at.count(); s++) {
            sums.normalise(at.psi[s]);
            ComplexField.over(grid, at.psi[s]).density(at.density[s]);
            System.arraycopy(at.psi[s], 0, at.residual[s], 0, at.psi[s].length);
            kinetic[s].apply(energy -> energy, at.residual[s]);
            at.kinetic[s] = sums.inner(at.psi[s], at.residual[s]);
        }
        interaction(at.density, at.potential);
        at.energy = 0;
        at.energyScale = 0;
        for (int s = 0; s < at.count(); s++) {
            double outer = sums.inner(at.density[s], external[s]);
            double own = 0.5 * sums.inner(at.density[s], at.potential[s]);
            at.energy += weights[s] * (at.kinetic[s] + outer + own);
            at.energyScale += weights[s] * (at.kinetic[s] + Math.abs(outer) + Math.abs(own));
            sums.combine(1, at.potential[s], 1, external[s]);
        }
    }

    /** Turns what {@link #evaluate} left into chemical potentials and residuals. */
    void differentiate(VariedOrbitals at) {
        for (int s = 0; s < at.count(); s++) {
            double[] psi = at.psi[s];
            double[] h = at.residual[s];
            double[] w = at.potential[s];
            double mu = at.kinetic[s] + sums.inner(at.density[s], w);
            at.chemicalPotential[s] = mu;
            workers.run(w.length, BLOCK, (worker, from, to) -> {
                for (int j = from; j < to; j++) {
                    h[2 * j] += (w[j] - mu) * psi[2 * j];
                    h[2 * j + 1] += (w[j] - mu) * psi[2 * j + 1];
                }
            });
            spans[s].project(h);
            at.residualNorm[s] = sums.norm(h);
        }
    }

    /**
     * d²E/dt² at t = 0 along the great circles ψ cos(t‖d‖) + d sin(t‖d‖)/‖d‖: 2Σ c⟨d|H − μ|d⟩ + Σ c⟨δ, F[δ]⟩ with
     * δ = 2 Re(conj(ψ) d).
     *
     * @param change scratch, real functions for each species
     * @param response scratch likewise
     */
    double curvature(VariedOrbitals at, double[][] d, double[][] change, double[][] response) {
        double curvature = 0;
        for (int s = 0; s < at.count(); s++) {
            double[] psi = at.psi[s];
            double[] direction = d[s];
            double[] delta = change[s];
            workers.run(delta.length, BLOCK, (worker, from, to) -> {
                for (int j = from; j < to; j++) {
                    delta[j] = 2 * (psi[2 * j] * direction[2 * j] + psi[2 * j + 1] * direction[2 * j + 1]);
                }
            });
            System.arraycopy(direction, 0, scratch, 0, scratch.length);
            curvature += 2
                    * weights[s]
                    * (kinetic[s].expectation(scratch)
                            + sums.mean(at.potential[s], direction)
                            - at.chemicalPotential[s] * sums.inner(direction, direction));
        }
        interaction(change, response);
        for (int s = 0; s < at.count(); s++) {
            curvature += weights[s] * sums.inner(change[s], response[s]);
        }
        return curvature;
    }
}
