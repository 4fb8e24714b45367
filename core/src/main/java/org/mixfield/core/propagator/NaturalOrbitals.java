package org.mixfield.core.propagator;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.run.OneBodyDensity;

/**
 * The natural orbitals of one species: the eigenvectors of the one-body state that γ^(1,1) leaves to it,
 * Σ_k p_k |φ_k⟩⟨φ_k|, in the modes. The largest coefficient of each is positive.
 *
 * @param occupations p_k, descending, of sum 1; those of rounding size may be below 0
 * @param coefficients φ_k by its coefficients, interleaved, of norm 1
 */
@API(status = API.Status.EXPERIMENTAL)
@SuppressWarnings("ArrayRecordComponent")
public record NaturalOrbitals(double[] occupations, double[][] coefficients) {

    /** Those of a species. */
    public static NaturalOrbitals of(ReducedDensity density, SpeciesName species) {
        int modes = density.modes(species);
        HermitianJacobi eigen = new HermitianJacobi(density.oneBody(species), modes);
        int[] order = IntStream.range(0, modes)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -eigen.value(k)))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] occupations = Arrays.stream(order).mapToDouble(eigen::value).toArray();
        double[][] coefficients =
                Arrays.stream(order).mapToObj(k -> positive(eigen.vector(k))).toArray(double[][]::new);
        return new NaturalOrbitals(occupations, coefficients);
    }

    /** The same vector with the phase at which its largest entry is positive. */
    private static double[] positive(double[] vector) {
        int largest = 0;
        for (int i = 2; i < vector.length; i += 2) {
            // A little more, so that rounding does not choose between equals.
            if (Math.hypot(vector[i], vector[i + 1]) > 1.000001 * Math.hypot(vector[largest], vector[largest + 1])) {
                largest = i;
            }
        }
        double size = Math.hypot(vector[largest], vector[largest + 1]);
        double re = vector[largest] / size;
        double im = -vector[largest + 1] / size;
        double[] turned = new double[vector.length];
        for (int i = 0; i < vector.length; i += 2) {
            turned[i] = re * vector[i] - im * vector[i + 1];
            turned[i + 1] = re * vector[i + 1] + im * vector[i];
        }
        return turned;
    }

    /**
     * The density Σ p_k|φ_k|² on the grid, and the first orbitals there.
     *
     * @param modes the functions the coefficients belong to
     * @param most how many orbitals are kept at most
     */
    public OneBodyDensity on(ModeFunctions modes, int most) {
        double[] density = new double[modes.grid().size()];
        for (int k = 0; k < occupations.length; k++) {
            double[] psi = modes.expand(coefficients[k]).data();
            for (int j = 0; j < density.length; j++) {
                density[j] += occupations[k] * (psi[2 * j] * psi[2 * j] + psi[2 * j + 1] * psi[2 * j + 1]);
            }
        }
        List<ComplexField> orbitals =
                Arrays.stream(coefficients).limit(most).map(modes::expand).toList();
        return new OneBodyDensity(modes.grid(), density, occupations, orbitals);
    }
}
