package org.mixfield.hartree;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.FourierTransform;

/** A minimum that was reached, looked at again: whether it is a bound state that the grid holds, and its numbers. */
final class FoundState {

    /** A density at the faces of the box above this part of the largest is no bound state's. */
    private static final double UNBOUND = 1e-3;

    /** More than this in the highest wave numbers is a state as small as the spacing. */
    private static final double COLLAPSED = 1e-3;

    private final Discretization discretization;
    private final EnergyFunctional energy;
    private final VariedOrbitals at;
    private final FourierTransform transform;
    private final List<SpeciesName> species;

    FoundState(Discretization discretization, EnergyFunctional energy, double[][] psi) {
        this.discretization = discretization;
        this.energy = energy;
        this.species = energy.species();
        this.transform = discretization
                .backend()
                .complex(discretization.workers(), energy.grid().shape());
        this.at = energy.orbitals();
        for (int s = 0; s < psi.length; s++) {
            turnPositive(psi[s]);
            System.arraycopy(psi[s], 0, at.psi[s], 0, psi[s].length);
        }
        energy.evaluate(at);
        energy.differentiate(at);
    }

    /** Multiplies by a phase such that ∫ψ|ψ| is positive. */
    private static void turnPositive(double[] psi) {
        double re = 0;
        double im = 0;
        for (int j = 0; j < psi.length; j += 2) {
            double size = Math.hypot(psi[j], psi[j + 1]);
            re += size * psi[j];
            im += size * psi[j + 1];
        }
        double size = Math.hypot(re, im);
        for (int j = 0; size > 0 && j < psi.length; j += 2) {
            double x = psi[j];
            double y = psi[j + 1];
            psi[j] = (x * re + y * im) / size;
            psi[j + 1] = (y * re - x * im) / size;
        }
    }

    Map<SpeciesName, ComplexField> orbitals() {
        Map<SpeciesName, ComplexField> orbitals = new EnumMap<>(SpeciesName.class);
        for (int s = 0; s < species.size(); s++) {
            orbitals.put(species.get(s), field(s));
        }
        return orbitals;
    }

    private ComplexField field(int s) {
        return ComplexField.over(energy.grid(), at.psi[s]);
    }

    /** @throws NumericalException where this is no ground state to the residual that was asked for */
    void require(Minimiser asked, Minimiser.Minimum minimum) {
        if (!discretization.orbitalsInModes()) {
            for (int s = 0; s < species.size(); s++) {
                requireBound(s);
            }
        }
        if (minimum.ending() == ConjugateGradients.Ending.CONVERGED) {
            return;
        }
        boolean stagnated = minimum.ending() == ConjugateGradients.Ending.STAGNATED;
        double within = 2 * minimum.leastResidual();
        throw new NumericalException(String.format(
                Locale.ROOT,
                "the ground state was not found to the residual %.1e: after %d iterations it is %s, at best it was %.1e; %s",
                asked.residual(),
                minimum.iterations(),
                residuals(),
                minimum.leastResidual(),
                stagnated
                        ? String.format(
                                Locale.ROOT,
                                "rounding on this grid allows for no less: give residual: %.0e, or a greater spacing",
                                within)
                        : "give more iterations, or a greater residual"));
    }

    private void requireBound(int s) {
        String key = species.get(s).key();
        double atFaces = Resolution.boundaryDensity(field(s));
        if (discretization.boundary() == Boundary.FREE && atFaces > UNBOUND) {
            throw new NumericalException(String.format(
                    Locale.ROOT,
                    "species %s has no ground state in this box: its density at the faces is %.1e of the largest; it needs a"
                            + " trap or an attraction that holds it together, or a larger box",
                    key,
                    atFaces));
        }
        double high = Resolution.highestWaveNumbers(field(s), transform);
        if (high > COLLAPSED) {
            throw new NumericalException(String.format(
                    Locale.ROOT,
                    "the ground state of species %s is as small as the grid's spacing: the part %.1e of it is in the highest"
                            + " wave numbers; take more points, or, where the attraction makes it collapse, less of it",
                    key,
                    high));
        }
    }

    private String residuals() {
        StringBuilder words = new StringBuilder();
        for (int s = 0; s < species.size(); s++) {
            words.append(s > 0 ? " and " : "")
                    .append(String.format(
                            Locale.ROOT,
                            "%.1e for %s",
                            at.residualNorm[s],
                            species.get(s).key()));
        }
        return words.toString();
    }

    /** Energy, chemical potentials, residuals, and what the grid does to them. */
    Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("energy", at.energy + energy.givenEnergy());
        report.put("chemical-potential", each(s -> at.chemicalPotential[s]));
        report.put("residual", each(s -> at.residualNorm[s]));
        if (!discretization.orbitalsInModes()) {
            report.put("virial", each(s -> Virial.rest(energy.grid(), transform, energy.sums(), at, s)));
        }
        report.put("boundary-density", each(s -> Resolution.boundaryDensity(field(s))));
        report.put("highest-wave-numbers", each(s -> Resolution.highestWaveNumbers(field(s), transform)));
        return report;
    }

    private Map<String, Object> each(IntFunction<Double> value) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int s = 0; s < species.size(); s++) {
            values.put(species.get(s).key(), value.apply(s));
        }
        return values;
    }
}
