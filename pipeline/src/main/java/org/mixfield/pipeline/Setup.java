package org.mixfield.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.spectral.Boundary;

/**
 * A run described by Java objects instead of a file: a mixture, whose potentials, traps and orbitals may be lambdas, on a
 * grid, with times and solvers. Immutable; each method gives another one.
 *
 * <p>There is no file that describes such a run, so it leaves none: its rows are taken with {@link Run#run()}.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Setup {

    /** What is known so far: objects, and the settings of the rest under the keys of a file. */
    record Known(Mixture mixture, Grid grid, OutputTimes times, Map<String, Object> settings) {}

    private final Known known;
    private final Function<Known, Run> maker;

    Setup(Known known, Function<Known, Run> maker) {
        this.known = known;
        this.maker = maker;
    }

    /** With rows at these times; one at time 1 otherwise. */
    public Setup times(OutputTimes times) {
        return new Setup(new Known(known.mixture(), known.grid(), times, known.settings()), maker);
    }

    /** With rows at 0 and after each of {@code outputs} equal steps until {@code end}. */
    public Setup until(double end, int outputs) {
        return times(OutputTimes.even(end, outputs));
    }

    /** With another boundary than free space. */
    public Setup boundary(Boundary boundary) {
        return with("boundary", boundary == Boundary.FREE ? "free" : "periodic");
    }

    /** Runs although a pair potential violates the hypothesis of Theorem 2.3. */
    public Setup relaxed() {
        return with("assumptions", "relaxed");
    }

    /** With the Hartree system on the grid; settings as under {@code solvers.hartree} of a file, none for the defaults. */
    public Setup hartree(Map<String, ?> settings) {
        return solver("hartree", settings);
    }

    /** With the many-body system; settings as under {@code solvers.fock} of a file. */
    public Setup fock(Map<String, ?> settings) {
        return solver("fock", settings);
    }

    /**
     * The run.
     *
     * @throws org.mixfield.core.config.ConfigurationException with everything that is wrong with the settings
     */
    public Run prepare() {
        return maker.apply(known);
    }

    private Setup solver(String name, Map<String, ?> settings) {
        Map<String, Object> solvers = new LinkedHashMap<>();
        if (known.settings().get("solvers") instanceof Map<?, ?> before) {
            before.forEach((key, value) -> solvers.put(String.valueOf(key), value));
        }
        solvers.put(name, new LinkedHashMap<>(settings));
        return with("solvers", solvers);
    }

    private Setup with(String key, Object value) {
        Map<String, Object> settings = new LinkedHashMap<>(known.settings());
        settings.put(key, value);
        return new Setup(new Known(known.mixture(), known.grid(), known.times(), settings), maker);
    }
}
