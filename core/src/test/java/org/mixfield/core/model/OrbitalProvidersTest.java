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
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;

/** The initial orbitals that need no solver. */
class OrbitalProvidersTest {

    private final Grid grid = Grid.of(new int[] {48, 40}, new double[] {16, 14});
    private final Problems problems = new Problems();

    private final Workers workers = Workers.of(1);

    @AfterEach
    void close() {
        workers.close();
    }

    private OrbitalSite site() {
        return Place.on(grid, workers);
    }

    private OrbitalSite site(ModeFunctions modes) {
        return new Place(grid, Boundary.FREE, Optional.of(modes), workers);
    }

    private InitialOrbital create(Map<String, Object> values) {
        Settings settings = Settings.of(values, problems);
        settings.axes(2);
        ProviderRegistry<OrbitalProvider> registry = ProviderRegistry.load(
                "initial state", OrbitalProvider.class, getClass().getClassLoader());
        InitialOrbital orbital =
                registry.create(settings, null, OrbitalProvider::create).orElseThrow();
        problems.throwIfAny();
        return orbital;
    }

    @Test
    void gaussianHasItsNormMeanAndMomentum() {
        InitialOrbital orbital = create(
                Map.of("type", "gaussian", "width", 0.9, "center", List.of(0.5, -1), "momentum", List.of(0.7, -0.3)));
        ComplexField field = orbital.on(site());
        double norm = field.normSquared();
        assertThat(orbital.exactNormSquared(2)).contains(Math.pow(Math.sqrt(Math.PI) * 0.9, 2));
        assertThat(norm).isCloseTo(Math.PI * 0.81, within(1e-13));
        double[] mean = new double[2];
        grid.forEachPoint((index, x, y, z) -> {
            double density = field.data()[2 * index] * field.data()[2 * index]
                    + field.data()[2 * index + 1] * field.data()[2 * index + 1];
            mean[0] += x * density * grid.cellVolume() / norm;
            mean[1] += y * density * grid.cellVolume() / norm;
            double phase = 0.7 * x - 0.3 * y;
            assertThat(field.data()[2 * index] * Math.sin(phase) - field.data()[2 * index + 1] * Math.cos(phase))
                    .as("imaginary part of ψ e^{−ip·x}")
                    .isCloseTo(0, within(1e-15));
        });
        assertThat(mean).containsExactly(new double[] {0.5, -1}, within(1e-13));
    }

    @Test
    void centerAndMomentumAreZeroByDefault() {
        ComplexField field = create(Map.of("type", "gaussian", "width", 1)).on(site());
        int origin = 24 * 40 + 20;
        assertThat(field.data()[2 * origin]).isEqualTo(1);
        assertThat(field.data()[2 * origin + 1]).isZero();
    }

    @Test
    void momentumBeyondTheGridIsRefused() {
        InitialOrbital orbital = create(Map.of("type", "gaussian", "width", 1, "momentum", List.of(0, 9)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> orbital.on(site()))
                .withMessageContaining("momentum 9.0 along y")
                .withMessageContaining("more points");
    }

    @Test
    void modesExpandTheirCoefficients() {
        double[][] values = new double[2][grid.size()];
        values[0][0] = 1;
        values[1][3] = 2;
        ModeFunctions modes = new ModeFunctions(grid, values);
        InitialOrbital orbital = create(Map.of("type", "modes", "coefficients", List.of(List.of(0, 1), 0.5)));
        double[] data = orbital.on(site(modes)).data();
        assertThat(data[1]).isEqualTo(1);
        assertThat(data[6]).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> orbital.on(site()))
                .withMessageContaining("needs solvers.fock.modes");
        InitialOrbital tooMany = create(Map.of("type", "modes", "coefficients", List.of(1, 2, 3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tooMany.on(site(modes)))
                .withMessageContaining("3 coefficients are given for 2 modes");
    }

    @Test
    void wrongSettingsAreProblems() {
        Map<String, Object> values = new HashMap<>(Map.of("type", "gaussian", "width", 0, "center", List.of(1)));
        Settings settings = Settings.of(values, problems);
        settings.axes(2);
        new GaussianOrbitalProvider().create(settings);
        assertThat(problems.list().stream().map(problem -> problem.path()))
                .containsExactlyInAnyOrder("width", "center");
    }
}
