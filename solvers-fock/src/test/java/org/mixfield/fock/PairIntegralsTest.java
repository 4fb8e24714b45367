package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.ModesChoice;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;

class PairIntegralsTest {

    private static final RadialPotential SOFT = RadialPotential.of(r -> 1 / Math.sqrt(1 + r * r));
    private static final RadialPotential NARROW = RadialPotential.of(r -> -2 * Math.exp(-r * r));
    private static final RadialPotential WIDE = RadialPotential.of(r -> 0.7 * Math.exp(-r * r / 8));

    private static Discretization discretization(
            Interactions interactions, double stiffnessV, int countU, int countV, Workers workers) {
        Species species = new Species(3, 0.5, Trap.NONE, site -> ComplexField.zero(site.grid()));
        Mixture mixture = new Mixture(species, species, interactions, Weights.ofParticles(3, 3));
        // 600 points: not a multiple of the pieces in which they are added up.
        Grid grid = Grid.of(new int[] {600}, new double[] {30});
        return Discretization.of(mixture, grid, Boundary.FREE, JTransformsProvider.backend(), workers)
                .withModes(new ModesChoice(
                        (on, name, count) ->
                                HarmonicModesProvider.sample(on, name == SpeciesName.U ? 1 : stiffnessV, count),
                        countU,
                        countV));
    }

    private static Interactions interactions(String which) {
        return switch (which) {
            case "all" -> new Interactions(SOFT, SOFT, SOFT);
            case "like-u" -> new Interactions(SOFT, WIDE, SOFT);
            case "like-v" -> new Interactions(SOFT, WIDE, WIDE);
            case "own" -> new Interactions(SOFT, SOFT, WIDE);
            case "between" -> new Interactions(RadialPotential.none(), RadialPotential.none(), NARROW);
            default -> new Interactions(SOFT, NARROW, WIDE);
        };
    }

    /** Whatever potentials and modes are the same: every element against a double sum over the grid. */
    @ParameterizedTest
    @CsvSource({
        "all, 1, 4, 4", "all, 2, 4, 4", "all, 1, 3, 5", "like-u, 1, 4, 4", "like-u, 2, 5, 3", "like-v, 1, 4, 4",
        "like-v, 2, 3, 5", "own, 1, 4, 4", "own, 2, 2, 3", "between, 2, 3, 2", "none, 1, 3, 3", "none, 2, 1, 6"
    })
    void everyElementIsTheDoubleIntegral(String which, double stiffnessV, int countU, int countV) {
        try (Workers workers = Workers.of(2)) {
            Interactions interactions = interactions(which);
            Discretization d = discretization(interactions, stiffnessV, countU, countV, workers);
            ModeTensors tensors = ModeTensors.of(d, TensorCache.NONE);
            ModeFunctions u = d.modes(SpeciesName.U);
            ModeFunctions v = d.modes(SpeciesName.V);
            assertElements(tensors.own()[0], u, u, interactions.uu());
            assertElements(tensors.own()[1], v, v, interactions.vv());
            assertElements(tensors.between(), u, v, interactions.uv());
        }
    }

    private static void assertElements(
            double[] elements, ModeFunctions first, ModeFunctions second, org.mixfield.core.potential.PairPotential v) {
        Grid grid = first.grid();
        int n = grid.size();
        double[] potential = new double[n];
        for (int k = 0; k < n; k++) {
            potential[k] = v.vanishes() ? 0 : ((RadialPotential) v).value(k * grid.spacing(0));
        }
        int m1 = first.count();
        int m2 = second.count();
        for (int q = 0; q < m2; q++) {
            for (int s = 0; s < m2; s++) {
                double[] field = new double[n];
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        field[i] += potential[Math.abs(i - j)] * second.values(q)[j] * second.values(s)[j];
                    }
                }
                for (int p = 0; p < m1; p++) {
                    for (int r = 0; r < m1; r++) {
                        double sum = 0;
                        for (int i = 0; i < n; i++) {
                            sum += first.values(p)[i] * first.values(r)[i] * field[i];
                        }
                        double exact = sum * grid.spacing(0) * grid.spacing(0);
                        // The trapezoidal rule is exact to rounding for functions that are smooth and have decayed;
                        // the kernels' transforms are good to 1e-12 of V.
                        assertThat(elements[(p * m1 + r) * m2 * m2 + q * m2 + s])
                                .isCloseTo(exact, within(1e-11));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"none, 2, 7, 5", "all, 1, 6, 6"})
    void elementsDoNotDependOnTheNumberOfWorkers(String which, double stiffnessV, int countU, int countV) {
        ModeTensors[] tensors = new ModeTensors[2];
        for (int i = 0; i < 2; i++) {
            try (Workers workers = Workers.of(1 + 2 * i)) {
                tensors[i] = ModeTensors.of(
                        discretization(interactions(which), stiffnessV, countU, countV, workers), TensorCache.NONE);
            }
        }
        assertThat(tensors[1].own()).isDeepEqualTo(tensors[0].own());
        assertThat(tensors[1].between()).containsExactly(tensors[0].between());
        assertThat(tensors[1].oneBody()).isDeepEqualTo(tensors[0].oneBody());
    }
}
