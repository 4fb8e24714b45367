package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.config.Problem;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.HartreeOrbit;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.ModesChoice;
import org.mixfield.core.model.ModesSite;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;

class HartreeModesTest {

    private static final Workers WORKERS = Workers.of(2);
    private static final Grid LINE = Grid.of(new int[] {64}, new double[] {16});
    private static final Interactions NONE =
            new Interactions(RadialPotential.none(), RadialPotential.none(), RadialPotential.none());

    /** Smooth enough for sums over this grid to be exact to rounding. */
    private static final Interactions SOFT = new Interactions(
            RadialPotential.of(r -> Math.exp(-r * r / 3)),
            RadialPotential.of(r -> 0.6 * Math.exp(-r * r)),
            RadialPotential.of(r -> -1.4 * Math.exp(-r * r / 2)));

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    /** Two packets that swing in a trap, u along x and v along the last axis: the centre is −c cos t, its momentum c sin t. */
    private static List<HartreeOrbit.Point> swinging(Grid grid, double end, int steps) {
        List<HartreeOrbit.Point> points = new ArrayList<>();
        for (int i = 0; i <= (end > 0 ? steps : 0); i++) {
            double t = end * i / steps;
            points.add(new HartreeOrbit.Point(
                    t,
                    packet(grid, 0, -0.8 * Math.cos(t), 0.8 * Math.sin(t), 1),
                    packet(grid, grid.dimension() - 1, 0.5 * Math.cos(t), 0.3 - 0.5 * Math.sin(t), 1.3)));
        }
        return points;
    }

    private static ComplexField packet(Grid grid, int axis, double center, double momentum, double width) {
        ComplexField field = ComplexField.zero(grid);
        grid.forEachPoint((index, x, y, z) -> {
            double along = axis == 0 ? x : axis == 1 ? y : z;
            double size = Math.exp(-(x * x + y * y + z * z - 2 * along * center) / (2 * width * width));
            field.data()[2 * index] = size * Math.cos(momentum * along);
            field.data()[2 * index + 1] = size * Math.sin(momentum * along);
        });
        field.scale(1 / Math.sqrt(field.normSquared()));
        return field;
    }

    private static Discretization discretization(Grid grid, Interactions interactions, double end, int count) {
        Mixture mixture = new Mixture(
                new Species(3, 0.5, Trap.NONE, site -> ComplexField.zero(site.grid())),
                new Species(6, 0.9, Trap.NONE, site -> ComplexField.zero(site.grid())),
                interactions,
                Weights.ofParticles(3, 6));
        return Discretization.of(mixture, grid, Boundary.FREE, JTransformsProvider.backend(), WORKERS)
                .withModes(new ModesChoice(new HartreeModes(8), count, count))
                .withOrbit((d, steps) -> swinging(d.grid(), end, steps));
    }

    @SuppressWarnings("unchecked")
    private static double reported(Discretization d, SpeciesName species, String name) {
        Map<String, Object> all = (Map<String, Object>) d.report().get("modes");
        return (double) ((Map<String, Object>) all.get(species.key())).get(name);
    }

    @ParameterizedTest
    @EnumSource(SpeciesName.class)
    void theFirstModesHoldTheInitialOrbital(SpeciesName species) {
        // Species u begins at rest and is real: one mode; v has a momentum: two.
        int first = species == SpeciesName.U ? 1 : 2;
        Discretization d = discretization(LINE, SOFT, 1, first);
        ComplexField initial = swinging(LINE, 1, 8).get(0).orbital(species);
        // Sums of 64 terms.
        assertThat(d.modes(species).residual(initial)).isLessThan(64 * 1.1e-16);
        Grid space = Grid.of(new int[] {14, 12, 16}, new double[] {10, 10, 11});
        Discretization inSpace = discretization(space, SOFT, 1, 7);
        assertThat(inSpace.modes(species).residual(swinging(space, 1, 8).get(0).orbital(species)))
                .isLessThan(1e-13);
        assertThat(inSpace.modes(species).orthonormalityDefect()).isLessThan(1e-13);
    }

    /** Beside the initial orbital the weight left out is the sum of the squares of the singular values left out. */
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 8})
    void withoutInteractionNoOtherModesHoldMoreOfTheOrbit(int count) {
        List<HartreeOrbit.Point> orbit = swinging(LINE, 1, 8);
        ModeFunctions modes = discretization(LINE, NONE, 1, count).modes(SpeciesName.U);
        ModeFunctions first = discretization(LINE, NONE, 1, 1).modes(SpeciesName.U);
        RealMatrix snapshots = MatrixUtils.createRealMatrix(64, 18);
        double left = 0;
        for (int i = 0; i <= 8; i++) {
            double weight = (i == 0 || i == 8 ? 0.5 : 1) / 8;
            ComplexField u = orbit.get(i).u();
            left += weight * Math.pow(modes.residual(u), 2);
            ComplexField held = first.expand(first.project(u));
            for (int j = 0; j < 64; j++) {
                for (int part = 0; part < 2; part++) {
                    double beside = u.data()[2 * j + part] - held.data()[2 * j + part];
                    snapshots.setEntry(j, 2 * i + part, Math.sqrt(weight * LINE.cellVolume()) * beside);
                }
            }
        }
        double[] singular = new SingularValueDecomposition(snapshots).getSingularValues();
        double least = 0;
        for (int i = count - 1; i < singular.length; i++) {
            least += singular[i] * singular[i];
        }
        // Eigenvalues of C to rounding of its norm, 1; functions below 1e-7 are not taken up.
        assertThat(left).isCloseTo(least, within(2e-14));
    }

    /** The source of pairs against dense matrices on the grid: Fourier sums, projections, and the potential point by point. */
    @ParameterizedTest
    @EnumSource(SpeciesName.class)
    void thePairsAreThoseOfDenseMatrices(SpeciesName species) {
        double end = 0.8;
        Discretization d = discretization(LINE, SOFT, end, 2);
        HartreeOrbit.Point point = swinging(LINE, end, 8).get(3);
        ModeFunctions functions = HarmonicModesProvider.sample(LINE, 1, 4);
        DMatrixRMaj sum = new DMatrixRMaj(4, 4);
        new PairSource(new Site(d, species), end).addTo(point, functions, 1, sum);
        SpeciesName other = species == SpeciesName.U ? SpeciesName.V : SpeciesName.U;
        RadialPotential own = (RadialPotential) (species == SpeciesName.U ? SOFT.uu() : SOFT.vv());
        double[][] like = densePairs(point, species, species, own, 1, end, functions);
        double[][] unlike =
                densePairs(point, species, other, (RadialPotential) SOFT.uv(), Math.sqrt(18) / 9, end, functions);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                // The convolution is exact to 1e-12 of potentials of order 1.
                assertThat(sum.get(i, j)).isCloseTo(like[i][j] + unlike[i][j], within(1e-11));
            }
        }
    }

    private static double[][] densePairs(
            HartreeOrbit.Point point,
            SpeciesName one,
            SpeciesName two,
            RadialPotential potential,
            double factor,
            double end,
            ModeFunctions functions) {
        int n = 64;
        double h = LINE.spacing(0);
        double[] u = point.orbital(one).data();
        double[] v = point.orbital(two).data();
        double[][] dampOne = damping(one == SpeciesName.U ? 0.5 : 0.9, end);
        double[][] dampTwo = damping(two == SpeciesName.U ? 0.5 : 0.9, end);
        double[][] rows = new double[4][2 * n];
        for (int p = 0; p < 4; p++) {
            double[] f = times(dampOne, interleaved(functions.values(p)));
            double[] beside = beside(f, conjugate(u), h);
            double[] g = new double[2 * n];
            for (int y = 0; y < n; y++) {
                for (int x = 0; x < n; x++) {
                    double w = factor * h * potential.value(Math.abs(x - y) * h);
                    double a = u[2 * x] * beside[2 * x] - u[2 * x + 1] * beside[2 * x + 1];
                    double b = u[2 * x] * beside[2 * x + 1] + u[2 * x + 1] * beside[2 * x];
                    g[2 * y] += w * (a * v[2 * y] - b * v[2 * y + 1]);
                    g[2 * y + 1] += w * (a * v[2 * y + 1] + b * v[2 * y]);
                }
            }
            rows[p] = times(dampTwo, beside(g, v, h));
        }
        double[][] products = new double[4][4];
        for (int p = 0; p < 4; p++) {
            for (int q = 0; q < 4; q++) {
                for (int k = 0; k < 2 * n; k++) {
                    products[p][q] += h * rows[p][k] * rows[q][k];
                }
            }
        }
        return products;
    }

    private static double[][] damping(double mass, double end) {
        int n = 64;
        double[][] matrix = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                for (int m = -n / 2; m < n / 2; m++) {
                    double k = 2 * Math.PI * m / 16;
                    matrix[a][b] += Math.cos(2 * Math.PI * m * (a - b) / n) / n / (1 + end * k * k / (4 * mass));
                }
            }
        }
        return matrix;
    }

    private static double[] times(double[][] matrix, double[] f) {
        double[] result = new double[f.length];
        for (int a = 0; a < matrix.length; a++) {
            for (int b = 0; b < matrix.length; b++) {
                result[2 * a] += matrix[a][b] * f[2 * b];
                result[2 * a + 1] += matrix[a][b] * f[2 * b + 1];
            }
        }
        return result;
    }

    /** f − w⟨w|f⟩. */
    private static double[] beside(double[] f, double[] w, double h) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < f.length; i += 2) {
            re += h * (w[i] * f[i] + w[i + 1] * f[i + 1]);
            im += h * (w[i] * f[i + 1] - w[i + 1] * f[i]);
        }
        double[] result = f.clone();
        for (int i = 0; i < f.length; i += 2) {
            result[i] -= re * w[i] - im * w[i + 1];
            result[i + 1] -= re * w[i + 1] + im * w[i];
        }
        return result;
    }

    private static double[] conjugate(double[] w) {
        double[] result = w.clone();
        for (int i = 1; i < w.length; i += 2) {
            result[i] = -w[i];
        }
        return result;
    }

    private static double[] interleaved(double[] f) {
        double[] result = new double[2 * f.length];
        for (int i = 0; i < f.length; i++) {
            result[2 * i] = f[i];
        }
        return result;
    }

    @ParameterizedTest
    @EnumSource(SpeciesName.class)
    void moreModesLeaveLessOut(SpeciesName species) {
        double orbit = 2;
        double pairs = 2;
        for (int count : new int[] {2, 5, 9, 14}) {
            Discretization d = discretization(LINE, SOFT, 1, count);
            assertThat(d.modes(species).orthonormalityDefect()).isLessThan(1e-13);
            assertThat(reported(d, species, "orbit-left-out")).isLessThan(0.6 * orbit);
            assertThat(reported(d, species, "pairs-left-out")).isLessThan(0.6 * pairs);
            orbit = reported(d, species, "orbit-left-out");
            pairs = reported(d, species, "pairs-left-out");
        }
    }

    @Test
    void theModesAreTheSameOnEveryNumberOfWorkers() {
        ModeFunctions two = discretization(LINE, SOFT, 1, 6).modes(SpeciesName.V);
        try (Workers one = Workers.of(1)) {
            Discretization d = Discretization.of(
                            discretization(LINE, SOFT, 1, 6).mixture(),
                            LINE,
                            Boundary.FREE,
                            JTransformsProvider.backend(),
                            one)
                    .withModes(new ModesChoice(new HartreeModes(8), 6, 6))
                    .withOrbit((on, steps) -> swinging(on.grid(), 1, steps));
            for (int mode = 0; mode < 6; mode++) {
                assertThat(d.modes(SpeciesName.V).values(mode)).containsExactly(two.values(mode));
            }
        }
    }

    @Test
    void aWrongSettingIsRecordedAndTheDefaultReported() {
        Problems problems = new Problems();
        Settings wrong = Settings.of(Map.of("snapshots", 0, "snapshot", 3), problems);
        new HartreeModesProvider().create(wrong);
        wrong.finish();
        assertThat(problems.list()).extracting(Problem::path).containsExactly("snapshots", "snapshot");
        Settings none = Settings.of(Map.of(), new Problems());
        new HartreeModesProvider().create(none);
        assertThat(none.effective()).containsOnlyKeys("snapshots");
    }

    @Test
    void aRunWithoutDurationHasModes() {
        ModeFunctions modes = discretization(LINE, SOFT, 0, 5).modes(SpeciesName.V);
        assertThat(modes.count()).isEqualTo(5);
        assertThat(modes.orthonormalityDefect()).isLessThan(1e-13);
        assertThat(modes.residual(swinging(LINE, 0, 8).get(0).v())).isLessThan(1e-14);
    }

    @Test
    void aRunThatCannotGiveAnOrbitIsToldSo() {
        Discretization d = Discretization.of(
                        discretization(LINE, NONE, 1, 2).mixture(),
                        LINE,
                        Boundary.FREE,
                        JTransformsProvider.backend(),
                        WORKERS)
                .withModes(new ModesChoice(new HartreeModes(8), 2, 2));
        assertThatThrownBy(() -> d.modes(SpeciesName.U))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("species u")
                .hasMessageContaining("modes of another type");
    }

    /** An initial orbital that is given in the modes cannot make them. */
    @Test
    void anOrbitThatBeginsInTheModesIsRefused() {
        Discretization d = discretization(LINE, NONE, 1, 2).withOrbit((on, steps) -> {
            on.modes(SpeciesName.U);
            return swinging(LINE, 1, steps);
        });
        assertThatThrownBy(() -> d.modes(SpeciesName.U))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give the initial orbitals on the grid");
    }

    /** What the source of pairs needs of a site. */
    private record Site(Discretization discretization, SpeciesName species) implements ModesSite {
        @Override
        public Grid grid() {
            return discretization.grid();
        }

        @Override
        public Boundary boundary() {
            return discretization.boundary();
        }

        @Override
        public List<HartreeOrbit.Point> orbit(int steps) {
            return List.of();
        }

        @Override
        public void warn(String words) {}

        @Override
        public void report(String name, Object value) {}
    }
}
