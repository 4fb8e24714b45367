package org.mixfield.hartree;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.MeanField;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.model.Weights;
import org.mixfield.core.propagator.HartreeState;

/**
 * Everything measured on two Hartree orbitals, under the names of {@link HartreeColumns}. The energy per particle is
 *
 * <pre>
 *   E = c₁(⟨h_u⟩ + ½⟨|u|², V₁₁∗|u|²⟩) + c₂(⟨h_v⟩ + ½⟨|v|², V₂₂∗|v|²⟩) + c₁c₂⟨|u|², V₁₂∗|v|²⟩
 * </pre>
 */
final class HartreeValues {

    private final Discretization discretization;
    private final Grid grid;
    private final Weights weights;
    private final double time;
    private final Map<String, Double> values = new LinkedHashMap<>();

    private HartreeValues(Discretization discretization, double time) {
        this.discretization = discretization;
        this.grid = discretization.grid();
        this.weights = discretization.mixture().weights();
        this.time = time;
    }

    /** The values by column name. */
    static Map<String, Double> of(HartreeState state, Discretization discretization, Gradients gradients, double time) {
        HartreeValues made = new HartreeValues(discretization, time);
        made.measure(state, gradients);
        return made.values;
    }

    private void put(String name, double value) {
        values.put("hartree." + name, value);
    }

    private double get(String name) {
        return values.getOrDefault("hartree." + name, Double.NaN);
    }

    private void measure(HartreeState state, Gradients gradients) {
        double[] u = density(state.u());
        double[] v = density(state.v());
        positions(SpeciesName.U, u);
        positions(SpeciesName.V, v);
        double[] potentialU = new double[grid.size()];
        double[] potentialV = new double[grid.size()];
        interactions(state.meanField().orElseGet(discretization::meanField), u, v, potentialU, potentialV);
        single(SpeciesName.U, state.u(), u, potentialU, gradients);
        single(SpeciesName.V, state.v(), v, potentialV, gradients);
        put("overlap.uv", modulus(state.u().inner(state.v())));
        put("density-overlap", integral(u, v) / Math.sqrt(integral(u, u) * integral(v, v)));
        put("virial", weights.c1() * get("virial.u") + weights.c2() * get("virial.v"));
        values.remove("hartree.virial.u");
        values.remove("hartree.virial.v");
        energy();
        center();
    }

    private double[] density(ComplexField field) {
        double[] density = new double[grid.size()];
        field.density(density);
        return density;
    }

    private void positions(SpeciesName s, double[] density) {
        double[][] marginals = marginals(density);
        for (int axis = 0; axis < grid.dimension(); axis++) {
            double mean = 0;
            double square = 0;
            for (int i = 0; i < grid.points(axis); i++) {
                double x = grid.coordinate(axis, i);
                mean += x * marginals[axis][i];
                square += x * x * marginals[axis][i];
            }
            String place = s.key() + "." + Grid.axisName(axis);
            put("mean." + place, mean * grid.cellVolume());
            put("square." + place, square * grid.cellVolume());
        }
    }

    /** For each axis, the sums of a density over all points that have the same coordinate along it. */
    private double[][] marginals(double[] density) {
        int last = grid.dimension() - 1;
        double[][] marginals = new double[last + 1][];
        for (int axis = 0; axis <= last; axis++) {
            marginals[axis] = new double[grid.points(axis)];
        }
        int n = grid.points(last);
        for (int row = 0; row < density.length / n; row++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += density[row * n + i];
                marginals[last][i] += density[row * n + i];
            }
            for (int axis = last - 1, rest = row; axis >= 0; rest /= grid.points(axis--)) {
                marginals[axis][rest % grid.points(axis)] += sum;
            }
        }
        return marginals;
    }

    /** The interaction energies; writes the interaction potentials that act on each species. */
    private void interactions(MeanField field, double[] u, double[] v, double[] potentialU, double[] potentialV) {
        Interactions.Factors factors = discretization.mixture().interactions().factors();
        double between = factors.uv().at(time);
        double[] other = new double[grid.size()];
        field.convolveUU(u, potentialU);
        scale(potentialU, factors.uu().at(time));
        put("energy.uu", 0.5 * integral(u, potentialU));
        field.convolveVV(v, potentialV);
        scale(potentialV, factors.vv().at(time));
        put("energy.vv", 0.5 * integral(v, potentialV));
        field.convolveUV(v, other);
        put("energy.uv", between * integral(u, other));
        add(weights.c2() * between, other, potentialU);
        field.convolveUV(u, other);
        add(weights.c1() * between, other, potentialV);
    }

    /** What one species has by itself, given all the interaction potential that acts on it. */
    private void single(
            SpeciesName s, ComplexField field, double[] density, double[] interaction, Gradients gradients) {
        String key = s.key();
        double mass = discretization.mixture().species(s).mass();
        put("norm." + key, Math.sqrt(field.normSquared()));
        put("overlap." + key, modulus(discretization.initial(s).inner(field)));
        double[] trap = discretization.trap(s, time);
        put("energy.trap." + key, integral(density, trap));
        double potentialEnergy = integral(density, interaction) + integral(density, trap);
        add(1, trap, interaction);
        Gradients.Moments moments = gradients.of(field, density, interaction);
        double kinetic = 0;
        for (int axis = 0; axis < grid.dimension(); axis++) {
            String place = key + "." + Grid.axisName(axis);
            put("momentum." + place, moments.momentum()[axis]);
            put("momentum-square." + place, moments.momentumSquare()[axis]);
            kinetic += moments.momentumSquare()[axis] / (2 * mass);
        }
        put("energy.kinetic." + key, kinetic);
        put("chemical-potential." + key, kinetic + potentialEnergy);
        put("virial." + key, 2 * kinetic - moments.positionTimesForce());
        if (grid.dimension() == 3) {
            for (int axis = 0; axis < 3; axis++) {
                put("angular-momentum." + key + "." + Grid.axisName(axis), moments.angularMomentum()[axis]);
            }
        } else if (grid.dimension() == 2) {
            put("angular-momentum." + key + ".z", moments.angularMomentum()[2]);
        }
        discretization.modesChoice().ifPresent(choice -> {
            int count = Math.min(HartreeColumns.MOST_MODES, choice.count(s));
            double[] coefficients = discretization.modes(s).project(field);
            for (int p = 1; p <= count; p++) {
                double amplitude = Math.hypot(coefficients[2 * p - 2], coefficients[2 * p - 1]);
                put("mode-occupation." + key + "." + p, amplitude * amplitude);
            }
        });
    }

    private void energy() {
        double u = get("energy.kinetic.u") + get("energy.trap.u") + get("energy.uu");
        double v = get("energy.kinetic.v") + get("energy.trap.v") + get("energy.vv");
        double c1 = weights.c1();
        double c2 = weights.c2();
        put("energy", c1 * u + c2 * v + c1 * c2 * get("energy.uv"));
    }

    private void center() {
        double u = weights.c1() * discretization.mixture().u().mass();
        double v = weights.c2() * discretization.mixture().v().mass();
        for (int axis = 0; axis < grid.dimension(); axis++) {
            String x = Grid.axisName(axis);
            put("center." + x, (u * get("mean.u." + x) + v * get("mean.v." + x)) / (u + v));
        }
    }

    private double integral(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum * grid.cellVolume();
    }

    private static void scale(double[] values, double factor) {
        for (int j = 0; j < values.length; j++) {
            values[j] *= factor;
        }
    }

    private static void add(double factor, double[] source, double[] target) {
        for (int j = 0; j < target.length; j++) {
            target[j] += factor * source[j];
        }
    }

    private static double modulus(double[] z) {
        return Math.hypot(z[0], z[1]);
    }
}
