package org.mixfield.core.run;

import java.util.List;
import org.apiguardian.api.API;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;

/**
 * The one-body state of one species of a many-body state, Σ_k p_k |φ_k⟩⟨φ_k|, on the grid.
 *
 * @param grid the grid
 * @param density Σ_k p_k |φ_k|² at its points, of integral 1; in units of 1/length^d
 * @param occupations p_k of all natural orbitals, descending, of sum 1
 * @param orbitals the first of the φ_k, each of norm 1
 */
@API(status = API.Status.EXPERIMENTAL)
@SuppressWarnings("ArrayRecordComponent")
public record OneBodyDensity(Grid grid, double[] density, double[] occupations, List<ComplexField> orbitals) {
    public OneBodyDensity {
        orbitals = List.copyOf(orbitals);
    }
}
