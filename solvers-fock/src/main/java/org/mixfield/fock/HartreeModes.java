package org.mixfield.fock;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.HartreeOrbit;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.Modes;
import org.mixfield.core.model.ModesSite;
import org.mixfield.core.model.SpeciesName;

/**
 * The real functions that hold most of
 *
 * <pre>
 *   C = Re ( 1/T ∫ |u_t⟩⟨u_t| dt + T ∫ K_t K_t* dt ),
 * </pre>
 *
 * the orbit of one particle and the particles that pairs with the source K_t bring out of it ({@link PairSource}), over the
 * time T of the run, both of weight 1 whatever the particle numbers, so that all runs of a study have the same modes. Real
 * and imaginary part of the initial orbital come first, orthonormalised; then the eigenfunctions of what C has beside
 * these, by descending eigenvalue, found among the {@link PrimaryFunctions}.
 */
final class HartreeModes implements Modes {

    private final int steps;

    /**
     * Modes from some points of the orbit.
     *
     * @param steps between these points
     */
    HartreeModes(int steps) {
        this.steps = steps;
    }

    @Override
    public boolean needOrbit() {
        return true;
    }

    @Override
    public ModeFunctions sample(Grid grid, SpeciesName species, int count) {
        throw new IllegalArgumentException("modes of type hartree are made for a run, from its orbit");
    }

    @Override
    public ModeFunctions sample(ModesSite site, int count) {
        List<HartreeOrbit.Point> orbit = site.orbit(steps);
        double end = orbit.get(orbit.size() - 1).time();
        PrimaryFunctions primary = PrimaryFunctions.around(orbit, site.species(), count);
        int r = primary.count();
        DMatrixRMaj ofOrbit = new DMatrixRMaj(r, r);
        DMatrixRMaj ofPairs = new DMatrixRMaj(r, r);
        PairSource source = new PairSource(site, end);
        for (int i = 0; i < orbit.size(); i++) {
            ComplexField orbital = orbit.get(i).orbital(site.species());
            addOuter(primary.functions().project(orbital), weight(i, orbit.size(), 1), ofOrbit);
        }
        // Each takes hundreds of convolutions, and varies slowly: every other point will do.
        int stride = steps % 2 == 0 ? 2 : 1;
        for (int i = 0; i < orbit.size() && end > 0; i += stride) {
            double weight = weight(i, orbit.size(), stride) * end * end;
            source.addTo(orbit.get(i), primary.functions(), weight, ofPairs);
        }
        double[][] chosen = leading(ofOrbit, ofPairs, primary.initial(), count);
        ModeFunctions modes = primary.combined(chosen);
        report(site, modes, orbit, ofPairs, chosen);
        return modes;
    }

    /** The weight of a point in the trapezoidal rule with the sum 1 over every {@code stride}th point. */
    private static double weight(int point, int points, int stride) {
        if (points == 1) {
            return 1;
        }
        double whole = (double) stride / (points - 1);
        return point == 0 || point == points - 1 ? 0.5 * whole : whole;
    }

    /** Adds w Re(a a*). */
    private static void addOuter(double[] a, double weight, DMatrixRMaj sum) {
        for (int i = 0; i < sum.numRows; i++) {
            for (int j = 0; j < sum.numCols; j++) {
                sum.add(i, j, weight * (a[2 * i] * a[2 * j] + a[2 * i + 1] * a[2 * j + 1]));
            }
        }
    }

    /**
     * Coefficients of the modes: the first unit vectors, which are the initial orbital's, and the leading eigenvectors in
     * the space of the others, each with its largest coefficient positive.
     */
    private static double[][] leading(DMatrixRMaj one, DMatrixRMaj other, int initial, int count) {
        int r = one.numRows;
        int rest = r - initial;
        double[][] chosen = new double[count][r];
        for (int mode = 0; mode < Math.min(initial, count); mode++) {
            chosen[mode][mode] = 1;
        }
        if (count <= initial) {
            return chosen;
        }
        DMatrixRMaj sum = new DMatrixRMaj(rest, rest);
        for (int i = 0; i < rest; i++) {
            for (int j = 0; j < rest; j++) {
                sum.set(i, j, one.get(initial + i, initial + j) + other.get(initial + i, initial + j));
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(rest, true, true);
        if (!eigen.decompose(sum)) {
            throw new ArithmeticException("the modes of the Hartree orbit were not found");
        }
        Integer[] order = new Integer[rest];
        java.util.Arrays.setAll(order, i -> i);
        java.util.Arrays.sort(
                order,
                (a, b) -> Double.compare(
                        eigen.getEigenvalue(b).getReal(), eigen.getEigenvalue(a).getReal()));
        for (int mode = initial; mode < count; mode++) {
            DMatrixRMaj vector = eigen.getEigenVector(order[mode - initial]);
            double largest = 0;
            for (int i = 0; i < rest; i++) {
                largest = Math.abs(vector.get(i)) > Math.abs(largest) ? vector.get(i) : largest;
            }
            for (int i = 0; i < rest; i++) {
                chosen[mode][initial + i] = Math.copySign(1, largest) * vector.get(i);
            }
        }
        return chosen;
    }

    private static void report(
            ModesSite site, ModeFunctions modes, List<HartreeOrbit.Point> orbit, DMatrixRMaj pairs, double[][] chosen) {
        double farthest = 0;
        for (HartreeOrbit.Point point : orbit) {
            farthest = Math.max(farthest, modes.residual(point.orbital(site.species())));
        }
        double all = 0;
        for (int i = 0; i < pairs.numRows; i++) {
            all += pairs.get(i, i);
        }
        double held = 0;
        for (double[] c : chosen) {
            for (int i = 0; i < c.length; i++) {
                for (int j = 0; j < c.length; j++) {
                    held += c[i] * pairs.get(i, j) * c[j];
                }
            }
        }
        site.report("orbit-left-out", farthest);
        site.report("pairs-left-out", all > 0 ? Math.max(0, 1 - held / all) : 0);
    }
}
