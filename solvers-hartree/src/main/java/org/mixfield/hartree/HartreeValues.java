package org.mixfield.hartree;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.InteractionEnergies;
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

    /** Points that are summed by themselves. */
    private static final int PART = 1 << 12;

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
        InteractionEnergies energies =
                state.meanField().orElseGet(discretization::meanField).energies(time, u, v, potentialU, potentialV);
        put("energy.uu", energies.uu());
        put("energy.vv", energies.vv());
        put("energy.uv", energies.uv());
        single(SpeciesName.U, state.u(), u, potentialU, gradients);
        single(SpeciesName.V, state.v(), v, potentialV, gradients);
        overlaps(state, u, v);
        put("virial", weights.c1() * get("virial.u") + weights.c2() * get("virial.v"));
        values.remove("hartree.virial.u");
        values.remove("hartree.virial.v");
        energy();
        center();
    }

    private double[] density(ComplexField field) {
        double[] density = new double[grid.size()];
        discretization.workers().run(density.length, PART, (worker, from, to) -> field.density(density, from, to));
        return density;
    }

    /** Sums over some points. */
    @FunctionalInterface
    private interface Sums {
        void add(int from, int to, double[] sums);
    }

    /** Integrals over all points, summed in parts and these in their order, so that they do not depend on who did what. */
    private double[] integrals(int count, Sums task) {
        double[][] parts = new double[(grid.size() + PART - 1) / PART][count];
        discretization.workers().run(grid.size(), PART, (worker, from, to) -> task.add(from, to, parts[from / PART]));
        double[] total = new double[count];
        for (double[] part : parts) {
            for (int i = 0; i < count; i++) {
                total[i] += part[i] * grid.cellVolume();
            }
        }
        return total;
    }

    private static double sum(double[] a, double[] b, int from, int to) {
        double sum = 0;
        for (int j = from; j < to; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private void overlaps(HartreeState state, double[] u, double[] v) {
        double[] found = integrals(5, (from, to, sums) -> {
            state.u().addInner(state.v(), from, to, sums);
            sums[2] += sum(u, v, from, to);
            sums[3] += sum(u, u, from, to);
            sums[4] += sum(v, v, from, to);
        });
        put("overlap.uv", Math.hypot(found[0], found[1]));
        put("density-overlap", found[2] / Math.sqrt(found[3] * found[4]));
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
            for (int axis = 0; axis < last; axis++) {
                marginals[axis][grid.index(row * n, axis)] += sum;
            }
        }
        return marginals;
    }

    /** What one species has by itself, given all the interaction potential that acts on it. */
    private void single(
            SpeciesName s, ComplexField field, double[] density, double[] interaction, Gradients gradients) {
        String key = s.key();
        double mass = discretization.mixture().species(s).mass();
        double[] trap = discretization.trap(s, time);
        ComplexField initial = discretization.sharedInitial(s);
        double[] found = integrals(5, (from, to, sums) -> {
            initial.addInner(field, from, to, sums);
            sums[2] += sum(density, trap, from, to);
            sums[3] += sum(density, interaction, from, to);
            for (int j = from; j < to; j++) {
                sums[4] += density[j];
                interaction[j] += trap[j];
            }
        });
        put("norm." + key, Math.sqrt(found[4]));
        put("overlap." + key, Math.hypot(found[0], found[1]));
        put("energy.trap." + key, found[2]);
        double potentialEnergy = found[2] + found[3];
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
}
