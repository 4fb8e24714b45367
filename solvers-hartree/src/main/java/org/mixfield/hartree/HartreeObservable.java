package org.mixfield.hartree;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.MeanField;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.model.Weights;
import org.mixfield.core.observable.Measurement;
import org.mixfield.core.observable.Observable;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.Column;
import org.mixfield.core.spectral.FourierTransform;

/**
 * Norms, energies, moments and overlaps of the Hartree orbitals. The energy per particle is
 *
 * <pre>
 *   E = c₁(⟨h_u⟩ + ½⟨|u|², V₁₁∗|u|²⟩) + c₂(⟨h_v⟩ + ½⟨|v|², V₂₂∗|v|²⟩) + c₁c₂⟨|u|², V₁₂∗|v|²⟩
 * </pre>
 */
final class HartreeObservable implements Observable {

    private @Nullable FourierTransform transform;

    @Override
    public List<Column> columns(Discretization discretization, Set<Class<? extends State>> states) {
        List<Column> columns = new ArrayList<>();
        if (!states.contains(HartreeState.class)) {
            return columns;
        }
        for (SpeciesName s : SpeciesName.values()) {
            columns.add(new Column("hartree.norm." + s.key(), "1", "norm of the orbital of species " + s.key()));
        }
        columns.add(new Column("hartree.energy", "energy", "energy per particle of the Hartree system"));
        for (SpeciesName s : SpeciesName.values()) {
            columns.add(
                    new Column("hartree.energy.kinetic." + s.key(), "energy", "<-Laplacian/(2m)>, species " + s.key()));
        }
        for (SpeciesName s : SpeciesName.values()) {
            columns.add(new Column("hartree.energy.trap." + s.key(), "energy", "<trap>, species " + s.key()));
        }
        columns.add(new Column("hartree.energy.uu", "energy", "<|u|^2, V11 * |u|^2>/2"));
        columns.add(new Column("hartree.energy.vv", "energy", "<|v|^2, V22 * |v|^2>/2"));
        columns.add(new Column("hartree.energy.uv", "energy", "<|u|^2, V12 * |v|^2>"));
        moments(columns, discretization.grid(), "mean", "length", "<%s>");
        moments(columns, discretization.grid(), "square", "length^2", "<%s^2>");
        moments(columns, discretization.grid(), "momentum", "1/length", "<p_%s>");
        for (SpeciesName s : SpeciesName.values()) {
            columns.add(
                    new Column("hartree.overlap." + s.key(), "1", "|<orbital at time 0|orbital>|, species " + s.key()));
        }
        return columns;
    }

    private static void moments(List<Column> columns, Grid grid, String kind, String unit, String meaning) {
        for (SpeciesName s : SpeciesName.values()) {
            for (int axis = 0; axis < grid.dimension(); axis++) {
                String x = Grid.axisName(axis);
                columns.add(new Column(
                        "hartree." + kind + "." + s.key() + "." + x,
                        unit,
                        String.format(java.util.Locale.ROOT, meaning, x) + ", species " + s.key()));
            }
        }
    }

    @Override
    public void measure(Snapshot snapshot, Measurement row) {
        HartreeState state = snapshot.state(HartreeState.class);
        Discretization discretization = snapshot.discretization();
        Grid grid = discretization.grid();
        double[] densityU = new double[grid.size()];
        double[] densityV = new double[grid.size()];
        state.u().density(densityU);
        state.v().density(densityV);
        double time = snapshot.time();
        double h1 = single(SpeciesName.U, discretization, state.u(), densityU, time, row);
        double h2 = single(SpeciesName.V, discretization, state.v(), densityV, time, row);
        MeanField meanField = discretization.meanField();
        Interactions.Factors factors = discretization.mixture().interactions().factors();
        double[] potential = new double[grid.size()];
        meanField.convolveUU(densityU, potential);
        double uu = 0.5 * factors.uu().at(time) * integral(grid, densityU, potential);
        meanField.convolveVV(densityV, potential);
        double vv = 0.5 * factors.vv().at(time) * integral(grid, densityV, potential);
        meanField.convolveUV(densityV, potential);
        double uv = factors.uv().at(time) * integral(grid, densityU, potential);
        Weights c = discretization.mixture().weights();
        row.put("hartree.energy.uu", uu);
        row.put("hartree.energy.vv", vv);
        row.put("hartree.energy.uv", uv);
        row.put("hartree.energy", c.c1() * (h1 + uu) + c.c2() * (h2 + vv) + c.c1() * c.c2() * uv);
    }

    /** Fills the columns of one species; ⟨h⟩ is the answer. */
    private double single(
            SpeciesName s,
            Discretization discretization,
            ComplexField field,
            double[] density,
            double time,
            Measurement row) {
        Grid grid = discretization.grid();
        row.put("hartree.norm." + s.key(), Math.sqrt(field.normSquared()));
        double[] overlap = discretization.initial(s).inner(field);
        row.put("hartree.overlap." + s.key(), Math.hypot(overlap[0], overlap[1]));
        double[] mean = new double[3];
        double[] square = new double[3];
        grid.forEachPoint((index, x, y, z) -> {
            mean[0] += x * density[index];
            mean[1] += y * density[index];
            mean[2] += z * density[index];
            square[0] += x * x * density[index];
            square[1] += y * y * density[index];
            square[2] += z * z * density[index];
        });
        double[] momentum = new double[3];
        double kinetic = momenta(discretization, field, momentum)
                / (2 * discretization.mixture().species(s).mass());
        for (int axis = 0; axis < grid.dimension(); axis++) {
            String place = s.key() + "." + Grid.axisName(axis);
            row.put("hartree.mean." + place, mean[axis] * grid.cellVolume());
            row.put("hartree.square." + place, square[axis] * grid.cellVolume());
            row.put("hartree.momentum." + place, momentum[axis]);
        }
        double trap = integral(grid, density, discretization.trap(s, time));
        row.put("hartree.energy.kinetic." + s.key(), kinetic);
        row.put("hartree.energy.trap." + s.key(), trap);
        return kinetic + trap;
    }

    /** ⟨p²⟩; writes ⟨p⟩, to which the highest wave number of an even grid, of no definite sign, does not contribute. */
    private double momenta(Discretization discretization, ComplexField field, double[] momentum) {
        Grid grid = discretization.grid();
        FourierTransform fourier = transform;
        if (fourier == null) {
            fourier = discretization.backend().complex(discretization.workers(), grid.shape());
            transform = fourier;
        }
        double[] spectrum = field.data().clone();
        fourier.forward(spectrum);
        double[][] k = new double[3][];
        for (int axis = 0; axis < 3; axis++) {
            int own = axis - 3 + grid.dimension();
            k[axis] = own >= 0 ? grid.waveNumbers(own) : new double[1];
        }
        double factor = grid.cellVolume() / grid.size();
        double square = 0;
        double[] sum = new double[3];
        int index = 0;
        for (int a = 0; a < k[0].length; a++) {
            for (int b = 0; b < k[1].length; b++) {
                for (int c = 0; c < k[2].length; c++) {
                    double weight = spectrum[index] * spectrum[index] + spectrum[index + 1] * spectrum[index + 1];
                    index += 2;
                    square += weight * (k[0][a] * k[0][a] + k[1][b] * k[1][b] + k[2][c] * k[2][c]);
                    sum[0] += weight * signed(k[0], a);
                    sum[1] += weight * signed(k[1], b);
                    sum[2] += weight * signed(k[2], c);
                }
            }
        }
        for (int axis = 0; axis < grid.dimension(); axis++) {
            momentum[axis] = factor * sum[axis + 3 - grid.dimension()];
        }
        return factor * square;
    }

    private static double signed(double[] k, int i) {
        return 2 * i == k.length ? 0 : k[i];
    }

    private static double integral(Grid grid, double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum * grid.cellVolume();
    }
}
