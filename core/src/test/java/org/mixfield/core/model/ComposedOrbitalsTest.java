package org.mixfield.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;

/** Orbitals that are made from another one. */
class ComposedOrbitalsTest {

    /** Of values of order 1. */
    private static final double ROUNDING = 1e-14;

    private final Workers workers = Workers.of(1);
    private final Grid plane = Grid.of(new int[] {48, 40}, new double[] {16, 14});
    private final Grid fine = Grid.of(new int[] {96, 80}, new double[] {16, 14});
    private final Grid space = Grid.of(new int[] {30, 24, 28}, new double[] {12, 12, 12});

    @AfterEach
    void close() {
        workers.close();
    }

    private static Map<String, Object> of(String type, Map<String, Object> inner, Object... more) {
        Map<String, Object> values = new HashMap<>(Map.of("type", type, "of", inner));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return values;
    }

    private static Map<String, Object> gaussian(double width, Double... center) {
        return Map.of("type", "gaussian", "width", width, "center", List.of(center));
    }

    private static List<String> problems(Map<String, Object> values, int axes) {
        Problems problems = new Problems();
        create(values, axes, problems);
        return problems.list().stream()
                .map(problem -> problem.path() + ": " + problem.message())
                .toList();
    }

    private static Optional<InitialOrbital> create(Map<String, Object> values, int axes, Problems problems) {
        Settings settings = Settings.of(values, problems);
        settings.axes(axes);
        return ProviderRegistry.load(
                        "initial orbital", OrbitalProvider.class, ComposedOrbitalsTest.class.getClassLoader())
                .create(settings, OrbitalProvider::create);
    }

    private static InitialOrbital orbital(Map<String, Object> values, int axes) {
        Problems problems = new Problems();
        Optional<InitialOrbital> made = create(values, axes, problems);
        problems.throwIfAny();
        return made.orElseThrow();
    }

    /** Without the printing of whole fields. */
    private static void assertSame(double[] actual, double[] expected, double tolerance) {
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
        }
        assertThat(actual).hasSameSizeAs(expected);
        assertThat(largest).as("largest difference").isLessThanOrEqualTo(tolerance);
    }

    private double[] sample(Map<String, Object> values, Grid grid) {
        return orbital(values, grid.dimension()).on(Place.on(grid, workers)).data();
    }

    @Test
    void aKickedGaussianIsAGaussianWithMomentum() {
        double[] kicked = sample(of("kick", gaussian(1.1, 0.5, -1.0), "momentum", List.of(0.7, -0.3)), plane);
        double[] direct = sample(
                Map.of("type", "gaussian", "width", 1.1, "center", List.of(0.5, -1), "momentum", List.of(0.7, -0.3)),
                plane);
        assertSame(kicked, direct, ROUNDING);
    }

    /** Not by whole spacings; the box and the points hold these Gaussians to rounding, in space to e^{−(πw/h)²/2}. */
    @Test
    void aDisplacedGaussianIsAGaussianElsewhere() {
        double[] displaced = sample(of("displaced", gaussian(0.7, 0.5, -1.0), "by", List.of(0.77, 1.31)), fine);
        assertSame(displaced, sample(gaussian(0.7, 1.27, 0.31), fine), ROUNDING);
        double[] inSpace = sample(of("displaced", gaussian(0.9, 0.0, 0.0, 0.0), "by", List.of(0.5, -0.3, 0.2)), space);
        // h = 0.5 along y
        assertSame(
                inSpace,
                sample(gaussian(0.9, 0.5, -0.3, 0.2), space),
                3 * Math.exp(-Math.pow(Math.PI * 0.9 / 0.5, 2) / 2));
    }

    @Test
    void nothingMayBeDisplacedOverTheEdgeOfTheBoxUnlessItIsARing() {
        InitialOrbital far = orbital(of("displaced", gaussian(1.1, 0.0, 0.0), "by", List.of(6.5, 0)), 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> far.on(Place.on(plane, workers)))
                .withMessageContaining("displaced by [6.5, 0.0]")
                .withMessageContaining("leaves the box; take a larger box");
        Place ring = new Place(plane, Boundary.PERIODIC, Optional.empty(), workers);
        assertThat(far.on(ring).normSquared()).isCloseTo(Math.PI * 1.21, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, -1, 1, 2})
    void aVortexTurnsThePhaseOfItsChargeAndIsRegularAtItsCore(int charge) {
        double[] smooth = sample(gaussian(2.0, 0.0, 0.0), plane);
        double[] vortex = sample(
                of("vortex", gaussian(2.0, 0.0, 0.0), "charge", charge, "core", 0.5, "center", List.of(1, 0.7)), plane);
        double[] expected = new double[vortex.length];
        plane.forEachPoint((index, x, y, z) -> {
            double rho = Math.hypot(x - 1, y - 0.7);
            double size = smooth[2 * index] * Math.pow(rho / Math.hypot(rho, 0.5), Math.abs(charge));
            double phase = charge * Math.atan2(y - 0.7, x - 1);
            expected[2 * index] = size * Math.cos(phase);
            expected[2 * index + 1] = size * Math.sin(phase);
        });
        assertSame(vortex, expected, ROUNDING);
    }

    /** ⟨L⟩ about the axis of an otherwise round orbital is the charge: Im ψ* (ξ∂_η − η∂_ξ) ψ = charge |ψ|² exactly. */
    @ParameterizedTest
    @CsvSource({"x, 1, 2", "y, 2, 0", "z, 0, 1"})
    void inSpaceAVortexTurnsAboutItsAxisTheRightWayRound(String axis, int xi, int eta) {
        double[] vortex =
                sample(of("vortex", gaussian(2.0, 0.0, 0.0, 0.0), "charge", 1, "core", 1, "axis", axis), space);
        double[] expected = new double[vortex.length];
        space.forEachPoint((index, x, y, z) -> {
            double[] r = {x, y, z};
            double size = Math.exp(-(x * x + y * y + z * z) / 8) / Math.sqrt(r[xi] * r[xi] + r[eta] * r[eta] + 1);
            expected[2 * index] = size * r[xi];
            expected[2 * index + 1] = size * r[eta];
        });
        assertSame(vortex, expected, ROUNDING);
    }

    @Test
    void aSolitonHasItsDepthItsWidthAndItsPhaseJump() {
        Grid line = Grid.of(new int[] {200}, new double[] {20});
        double theta = 0.4;
        double[] grey = sample(of("soliton", gaussian(50, 0.0), "position", 1, "width", 0.6, "angle", theta), line);
        double[] plain = sample(gaussian(50, 0.0), line);
        double c = Math.cos(theta);
        for (int j = 0; j < 200; j++) {
            double density = grey[2 * j] * grey[2 * j] + grey[2 * j + 1] * grey[2 * j + 1];
            double sech = 1 / Math.cosh(c * (line.coordinate(0, j) - 1) / 0.6);
            assertThat(density / (plain[2 * j] * plain[2 * j])).isCloseTo(1 - c * c * sech * sech, within(1e-13));
        }
        double jump = Math.atan2(grey[1], grey[0]) - Math.atan2(grey[399], grey[398]);
        // Far away the phases are π − θ and θ.
        assertThat(jump).isCloseTo(Math.PI - 2 * theta, within(1e-10));
    }

    @Test
    void aBlackSolitonHasANodeAcrossItsAxis() {
        double[] black = sample(of("soliton", gaussian(2.0, 0.0, 0.0), "width", 1, "axis", "y"), plane);
        double[] expected = new double[black.length];
        plane.forEachPoint((index, x, y, z) -> expected[2 * index] = Math.tanh(y) * Math.exp(-(x * x + y * y) / 8));
        assertSame(black, expected, ROUNDING);
    }

    @Test
    void orbitalsMayBeMadeFromMadeOnes() {
        Map<String, Object> moved = of("displaced", gaussian(0.7, 0.0, 0.0), "by", List.of(1.1, 0.5));
        double[] kicked = sample(of("kick", moved, "momentum", List.of(0.4, 0)), fine);
        double[] direct = sample(
                Map.of("type", "gaussian", "width", 0.7, "center", List.of(1.1, 0.5), "momentum", List.of(0.4, 0)),
                fine);
        assertSame(kicked, direct, ROUNDING);
    }

    @Test
    void theExactNormIsKnownWhereTheChangeKeepsIt() {
        Map<String, Object> inner = gaussian(1.1, 0.0, 0.0);
        assertThat(orbital(of("kick", inner, "momentum", List.of(1, 0)), 2).exactNormSquared(2))
                .contains(Math.pow(Math.sqrt(Math.PI) * 1.1, 2));
        assertThat(orbital(of("displaced", inner, "by", List.of(1, 0)), 2).exactNormSquared(2))
                .isPresent();
        assertThat(orbital(of("vortex", inner, "core", 1), 2).exactNormSquared(2))
                .isEmpty();
        assertThat(orbital(of("soliton", inner, "width", 1), 2).exactNormSquared(2))
                .isEmpty();
    }

    @Test
    void whatIsWrongInsideIsAProblemOfTheInside() {
        assertThat(problems(of("kick", Map.of("type", "gaussian"), "momentum", List.of(1, 0)), 2))
                .singleElement()
                .asString()
                .startsWith("of.width: is missing");
        assertThat(problems(
                        of("kick", of("kick", gaussian(-1, 0.0, 0.0), "momentum", List.of(1)), "momentum", List.of(1)),
                        1))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("of.of."));
        assertThat(problems(of("kick", Map.of("type", "gausian"), "momentum", List.of(1)), 1))
                .singleElement()
                .asString()
                .contains("unknown initial orbital 'gausian'", "did you mean 'gaussian'?");
        assertThat(problems(Map.of("type", "kick", "momentum", List.of(1)), 1))
                .singleElement()
                .asString()
                .startsWith("of: is missing; give a mapping");
    }

    @Test
    void axesThatTheGridDoesNotHaveAreProblems() {
        Map<String, Object> round = Map.of("type", "gaussian", "width", 1);
        assertThat(problems(of("vortex", round, "core", 1), 1))
                .singleElement()
                .asString()
                .contains("needs a plane");
        assertThat(problems(of("vortex", round, "core", 1, "axis", "x"), 2))
                .singleElement()
                .asString()
                .contains("found x; accepted on a grid in the plane: z");
        assertThat(problems(of("soliton", round, "width", 1, "axis", "z"), 2))
                .singleElement()
                .asString()
                .contains("found z; accepted on this grid: x, y");
        assertThat(problems(of("soliton", round, "width", 1, "angle", 1.6), 1))
                .singleElement()
                .asString()
                .contains("between -pi/2 and pi/2");
        assertThat(problems(of("vortex", round, "core", 1, "charge", 0), 2))
                .singleElement()
                .asString()
                .contains("other than 0");
    }
}
