package org.mixfield.fock;

import java.util.ArrayList;
import java.util.List;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.HartreeOrbit;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.SpeciesName;

/**
 * Real orthonormal functions among which modes are sought: real and imaginary part of the initial orbital, those of the
 * orbit's other points, and polynomials times them, by ascending degree, each made from one of a degree less by
 * multiplication with a coordinate, which keeps them far from dependent.
 *
 * @param functions the functions
 * @param initial how many of them, the first, span the initial orbital: 1 or 2
 */
record PrimaryFunctions(ModeFunctions functions, int initial) {

    /** As many times more functions than modes. */
    private static final int ROOM = 3;

    /** A function that is left with less of its length than this when the others' parts are removed adds nothing. */
    private static final double DEPENDENT = 1e-7;

    /** For the initial orbital, which has to be held to rounding. */
    private static final double ROUNDING = 1e-14;

    int count() {
        return functions.count();
    }

    /** Functions around the orbit of a species, for a number of modes. */
    static PrimaryFunctions around(List<HartreeOrbit.Point> orbit, SpeciesName species, int modes) {
        Grid grid = orbit.get(0).u().grid();
        List<double[]> found = new ArrayList<>();
        addParts(grid, orbit.get(0).orbital(species), ROUNDING, found);
        int initial = found.size();
        for (HartreeOrbit.Point point : orbit.subList(1, orbit.size())) {
            addParts(grid, point.orbital(species), DEPENDENT, found);
        }
        int wanted = Math.max(ROOM * modes, modes + found.size());
        // Functions beyond the last are multiplied in their turn; there are always some unless the grid is full.
        for (int parent = 0; parent < found.size() && found.size() < wanted; parent++) {
            for (int axis = 0; axis < grid.dimension(); axis++) {
                add(grid, times(grid, axis, found.get(parent)), DEPENDENT, found);
            }
        }
        if (found.size() < modes) {
            throw new IllegalArgumentException("only " + found.size() + " independent functions were found around the"
                    + " orbit of species " + species.key() + ", and " + modes + " modes are asked for; give fewer");
        }
        return new PrimaryFunctions(new ModeFunctions(grid, found.toArray(double[][]::new)), initial);
    }

    private static void addParts(Grid grid, ComplexField field, double dependent, List<double[]> found) {
        for (int part = 0; part < 2; part++) {
            double[] values = new double[grid.size()];
            for (int j = 0; j < values.length; j++) {
                values[j] = field.data()[2 * j + part];
            }
            add(grid, values, dependent, found);
        }
    }

    private static double[] times(Grid grid, int axis, double[] function) {
        double[] result = new double[function.length];
        grid.forEachPoint((index, x, y, z) -> result[index] = (axis == 0 ? x : axis == 1 ? y : z) * function[index]);
        return result;
    }

    /** Adds what a function has beside those found, normalised, unless it is no more than a part of an orbital of norm 1. */
    private static void add(Grid grid, double[] function, double dependent, List<double[]> found) {
        double before = norm(grid, function);
        // Twice: once leaves the rounding of what was removed.
        for (int pass = 0; pass < 2; pass++) {
            for (double[] other : found) {
                double overlap = 0;
                for (int j = 0; j < function.length; j++) {
                    overlap += other[j] * function[j];
                }
                overlap *= grid.cellVolume();
                for (int j = 0; j < function.length; j++) {
                    function[j] -= overlap * other[j];
                }
            }
        }
        double after = norm(grid, function);
        if (after > dependent * Math.max(1, before)) {
            for (int j = 0; j < function.length; j++) {
                function[j] /= after;
            }
            found.add(function);
        }
    }

    private static double norm(Grid grid, double[] function) {
        double sum = 0;
        for (double value : function) {
            sum += value * value;
        }
        return Math.sqrt(sum * grid.cellVolume());
    }

    /** Functions with these coefficients. */
    ModeFunctions combined(double[][] coefficients) {
        Grid grid = functions.grid();
        double[][] values = new double[coefficients.length][grid.size()];
        for (int mode = 0; mode < values.length; mode++) {
            for (int i = 0; i < count(); i++) {
                double c = coefficients[mode][i];
                double[] function = functions.values(i);
                for (int j = 0; j < function.length; j++) {
                    values[mode][j] += c * function[j];
                }
            }
        }
        return new ModeFunctions(grid, values);
    }
}
