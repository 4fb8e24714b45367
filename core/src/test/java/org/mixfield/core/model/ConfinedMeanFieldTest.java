package org.mixfield.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.potential.ContactPotential;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialSum;
import org.mixfield.core.potential.QuadrupolePotential;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;
import org.mixfield.core.spectral.Padding;

/** Held against the same potentials with full padding, which are right wherever the densities are. */
class ConfinedMeanFieldTest {

    private static final Workers WORKERS = Workers.of(2);
    private static final Grid CUBE = Grid.of(new int[] {48, 48, 48}, new double[] {13, 13, 13});

    /** Shared, so that the kernels of full padding are made once. */
    private static final Discretization COULOMB = on(CUBE, inverse(1), inverse(2), inverse(-1.5));

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static RadialPotential inverse(double strength) {
        return RadialPotential.of(r -> strength / r);
    }

    private static Discretization on(Grid grid, PairPotential uu, PairPotential vv, PairPotential uv) {
        InitialOrbital none = site -> ComplexField.zero(grid);
        Species u = new Species(20, 0.5, Trap.NONE, none);
        Species v = new Species(10, 0.5, Trap.NONE, none);
        return Discretization.of(
                new Mixture(u, v, new Interactions(uu, vv, uv)),
                grid,
                Boundary.FREE,
                JTransformsProvider.backend(),
                WORKERS);
    }

    /** A Gaussian e^{−Σ(x−c)²/2w²} of norm 1, with a momentum and a ripple so that it has no symmetry. */
    private static ComplexField cloud(Grid grid, double width, double... center) {
        ComplexField field = ComplexField.zero(grid);
        double[] c = Arrays.copyOf(center, 3);
        grid.forEachPoint((index, x, y, z) -> {
            double square = (x - c[0]) * (x - c[0]) + (y - c[1]) * (y - c[1]) + (z - c[2]) * (z - c[2]);
            double size = Math.exp(-square / (2 * width * width)) * (1 + 0.3 * Math.sin(x - 0.5 * y + z));
            field.data()[2 * index] = size * Math.cos(0.7 * x - y);
            field.data()[2 * index + 1] = size * Math.sin(0.7 * x - y);
        });
        field.scale(1 / Math.sqrt(field.normSquared()));
        return field;
    }

    /** √(‖δΦ_u u‖² + ‖δΦ_v v‖²). */
    private static double wrong(Discretization problem, MeanField confined, ComplexField u, ComplexField v) {
        int size = problem.grid().size();
        double[] densityU = new double[size];
        double[] densityV = new double[size];
        u.density(densityU);
        v.density(densityV);
        double[][] actual = {new double[size], new double[size]};
        double[][] right = {new double[size], new double[size]};
        confined.potentials(0, densityU, densityV, actual[0], actual[1]);
        problem.meanField().potentials(0, densityU, densityV, right[0], right[1]);
        double sum = 0;
        for (int j = 0; j < size; j++) {
            double onU = actual[0][j] - right[0][j];
            double onV = actual[1][j] - right[1][j];
            sum += onU * onU * densityU[j] + onV * onV * densityV[j];
        }
        return Math.sqrt(sum * problem.grid().cellVolume());
    }

    private static int points(ConfinedMeanField field) {
        @SuppressWarnings("unchecked")
        List<Integer> padded = (List<Integer>) field.report().get("points");
        return padded.stream().reduce(1, (a, b) -> a * b);
    }

    @Test
    void aCloudInTheMiddleHalfOfTheBoxNeedsNoPadding() {
        Discretization problem = COULOMB;
        ConfinedMeanField field = new ConfinedMeanField(problem, 1e-5);
        ComplexField u = cloud(CUBE, 0.55, 0.1, 0, 0);
        ComplexField v = cloud(CUBE, 0.55, -0.1, 0, 0);
        field.follow(0, 0, 0, u, v);
        assertThat(field.report()).containsEntry("points", List.of(48, 48, 48));
        assertThat(wrong(problem, field.meanField(), u, v)).isLessThan(1e-5);
    }

    static Stream<Arguments> problems() {
        Grid line = Grid.of(new int[] {256}, new double[] {40});
        Grid square = Grid.of(new int[] {100, 80}, new double[] {20, 16});
        Grid cigar = Grid.of(new int[] {80, 48, 40}, new double[] {20, 12, 10});
        RadialPotential soft = RadialPotential.of(r -> 2 * Math.exp(-0.3 * r));
        RadialPotential logarithm = RadialPotential.of(r -> -Math.log(r));
        RadialPotential bell = RadialPotential.of(r -> -3 * Math.exp(-r * r));
        return Stream.of(
                Arguments.of("line", line, soft, bell, soft),
                Arguments.of("square", square, logarithm, inverse(1), bell),
                Arguments.of(
                        "cigar",
                        cigar,
                        inverse(1),
                        PotentialSum.of(List.of(inverse(1), new ContactPotential(3))),
                        soft));
    }

    /** The bound is an upper one; and the padding that follows from it is less than full, or nothing would be tested. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("problems")
    void theErrorStaysBelowItsBound(String name, Grid grid, PairPotential uu, PairPotential vv, PairPotential uv) {
        Discretization problem = on(grid, uu, vv, uv);
        Random random = new Random(3);
        int smaller = 0;
        double closest = 0;
        for (int trial = 0; trial < 12; trial++) {
            double tolerance = Math.pow(10, -1 - 9 * random.nextDouble());
            double[] place = random.doubles(3, -1, 1).toArray();
            double[] other = random.doubles(3, -1, 1).toArray();
            ComplexField u = cloud(grid, 0.65 + 0.2 * random.nextDouble(), place);
            ComplexField v = cloud(grid, 0.65 + 0.2 * random.nextDouble(), other);
            ConfinedMeanField field = new ConfinedMeanField(problem, tolerance);
            field.follow(0, 0, 0, u, v);
            double bound = (double) field.report().get("largest-rate");
            double error = wrong(problem, field.meanField(), u, v);
            assertThat(bound).isLessThanOrEqualTo(tolerance);
            // Kernels are good to 1e-12 of the largest potential.
            assertThat(error).as("tolerance %s", tolerance).isLessThanOrEqualTo(bound + 1e-11);
            if (field.meanField() != problem.meanField()) {
                smaller++;
                closest = Math.max(closest, error / bound);
            }
        }
        assertThat(smaller).isGreaterThanOrEqualTo(9);
        assertThat(closest).isGreaterThan(1e-2);
    }

    @Test
    void thePaddingGrowsAsTheCloudsSpreadAndNeverShrinks() {
        Discretization problem = COULOMB;
        ConfinedMeanField field = new ConfinedMeanField(problem, 1e-5);
        int before = 0;
        for (double width : new double[] {0.6, 0.8, 1.0, 1.3, 2.2}) {
            ComplexField u = cloud(CUBE, width, 0.2, 0, 0);
            ComplexField v = cloud(CUBE, 0.95 * width, -0.2, 0, 0);
            field.follow(0, 0.1, 0, u, v);
            assertThat(points(field)).isGreaterThanOrEqualTo(before);
            before = points(field);
            assertThat(wrong(problem, field.meanField(), u, v)).isLessThan(1e-5);
        }
        assertThat(before).isEqualTo(96 * 96 * 96);
        assertThat(field.meanField()).isSameAs(problem.meanField());
        field.follow(0, 0.1, 0, cloud(CUBE, 0.6), cloud(CUBE, 0.6));
        assertThat(points(field)).isEqualTo(before);
    }

    /** What went wrong before the padding grew is not forgotten. */
    @Test
    void theErrorAddsUpOverTime() {
        Discretization problem = COULOMB;
        ConfinedMeanField field = new ConfinedMeanField(problem, 1e-5);
        ComplexField narrow = cloud(CUBE, 0.85);
        ComplexField wide = cloud(CUBE, 1.0);
        field.follow(0, 0, 0, narrow, narrow);
        MeanField first = field.meanField();
        assertThat(field.error()).isZero();
        field.follow(0, 0.5, 0, wide, wide);
        assertThat(field.meanField()).isNotSameAs(first);
        assertThat(field.error()).isGreaterThan(0.5 * wrong(problem, first, wide, wide));
        assertThat((double) field.report().get("largest-rate")).isEqualTo(2 * field.error());
    }

    @Test
    void aCloudThatMovesAsAWholeNeedsNoOtherPadding() {
        Discretization problem = COULOMB;
        ConfinedMeanField field = new ConfinedMeanField(problem, 1e-5);
        field.follow(0, 0, 0, cloud(CUBE, 0.6), cloud(CUBE, 0.6));
        MeanField first = field.meanField();
        ComplexField moved = cloud(CUBE, 0.6, 2.3, -1, 0.4);
        field.follow(0, 0, 0, moved, moved);
        assertThat(field.meanField()).isSameAs(first);
        assertThat(wrong(problem, first, moved, moved)).isLessThan(1e-5);
    }

    @Test
    void whatIsSavedIsRestoredToTheSameBits() {
        Discretization problem = COULOMB;
        ConfinedMeanField field = new ConfinedMeanField(problem, 1e-7);
        ComplexField u = cloud(CUBE, 0.7, 0.2, 0.1, 0);
        field.follow(0, 0, 0, u, u);
        field.follow(0, 0.3, 0, u, u);
        ConfinedMeanField other = new ConfinedMeanField(problem, 1e-7);
        other.restore(field.save());
        assertThat(other.report()).isEqualTo(field.report());
        assertThat(other.save()).isEqualTo(field.save());
        double[] density = new double[CUBE.size()];
        u.density(density);
        double[] one = new double[CUBE.size()];
        double[] two = new double[CUBE.size()];
        field.meanField().convolveUV(density, one);
        other.meanField().convolveUV(density, two);
        assertThat(two).isEqualTo(one);
    }

    @Test
    void whereNothingIsKnownOfTheTailsPaddingIsFull() {
        PairPotential dipoles = new QuadrupolePotential(RadialPotential.of(r -> 1 / (r * r * r)), 0, 0, 1);
        Discretization anisotropic = on(CUBE, inverse(1), dipoles, inverse(1));
        Discretization full = COULOMB.withPadding(Padding.FULL);
        for (Discretization problem : List.of(anisotropic, full)) {
            ConfinedMeanField field = new ConfinedMeanField(problem, 1e-5);
            field.follow(0, 1, 0, cloud(CUBE, 0.6), cloud(CUBE, 0.6));
            assertThat(field.meanField()).isSameAs(problem.meanField());
            assertThat(field.report()).isEmpty();
            assertThat(field.error()).isZero();
        }
    }
}
