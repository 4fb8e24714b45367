package org.mixfield.pipeline;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apiguardian.api.API;
import org.mixfield.core.config.ConfigNode;
import org.mixfield.core.config.Description;
import org.mixfield.core.config.Location;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.InitialOrbital;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.OrbitalProvider;
import org.mixfield.core.plugin.Plugins;
import org.mixfield.core.plugin.Provider;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.potential.TrapProvider;
import org.mixfield.core.run.Workers;

/**
 * Mixfield, assembled: what an embedding code and the command line start from. Owns the threads of its runs, which go
 * when it is closed, and the plugins it found. Runs of one Mixfield are executed one after another; several Mixfields may
 * run at once.
 *
 * <pre>{@code
 * try (Mixfield mixfield = Mixfield.open()) {
 *     Results results = mixfield.load(Path.of("quickstart.yaml")).run(row -> log(row.time()));
 *     Estimate distance = results.traceDistance();
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Mixfield implements AutoCloseable {

    private final Injector injector;
    private final Plugins opened;

    private Mixfield(Extensions extensions, Plugins opened) {
        this.injector = Guice.createInjector(new MixfieldModule(extensions));
        this.opened = opened;
    }

    /**
     * With the extensions that this thread's class loader finds, and the plugins in the folder {@code plugins} of the
     * installation and in the folders that the environment variable {@code MIXFIELD_PLUGINS} lists.
     */
    public static Mixfield open() {
        ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(Mixfield.class::getClassLoader);
        return open(loader, PluginPlaces.installed());
    }

    /**
     * With the extensions that a class loader finds, and plugins.
     *
     * @param pluginPlaces folders that hold a folder of jars for each plugin
     */
    public static Mixfield open(ClassLoader loader, List<Path> pluginPlaces) {
        Plugins plugins = Plugins.in(pluginPlaces, Mixfield.class.getClassLoader());
        return new Mixfield(Extensions.load(loader, plugins), plugins);
    }

    /** With the extensions that a class loader finds. */
    public static Mixfield open(ClassLoader loader) {
        return open(Extensions.load(loader));
    }

    /** With these extensions. */
    public static Mixfield open(Extensions extensions) {
        return new Mixfield(extensions, Plugins.none());
    }

    /** The version, or {@code development} where it does not run from a jar. */
    public static String version() {
        return Optional.ofNullable(Mixfield.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** Everything a configuration can name. */
    public Extensions extensions() {
        return injector.getInstance(Extensions.class);
    }

    /** The run that a file describes; relative paths in it start from its folder. */
    public Run load(Path file) {
        return load(file, List.of());
    }

    /**
     * The run that a file describes.
     *
     * @param overrides assignments {@code key.path=value} that replace parts of it
     * @throws org.mixfield.core.config.ConfigurationException with everything that is wrong with it
     * @throws org.mixfield.core.run.InsufficientMemoryException for a grid that no array can hold
     */
    public Run load(Path file, List<String> overrides) {
        Problems problems = new Problems();
        ConfigNode.Mapping tree = Overrides.apply(YamlReader.read(file, problems), overrides, problems);
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        return run(tree, folder, problems);
    }

    /** The run that plain values describe, the same keys as in a file; relative paths start from the working directory. */
    public Run load(Map<String, ?> configuration) {
        ConfigNode tree = ConfigNode.of(configuration, Location.of("configuration"));
        return run((ConfigNode.Mapping) tree, Path.of(""), new Problems());
    }

    /** A run of Java objects, to which times and solvers are to be added. */
    public Setup setup(Mixture mixture, Grid grid) {
        return new Setup(
                new Setup.Known(mixture, grid, OutputTimes.even(1, 1), Map.of()),
                known -> run(injector.getInstance(ConfigurationReader.class).read(known)));
    }

    /**
     * A pair potential by its settings, those of {@code interactions} in a file: for example <code>Map.of("type", "coulomb",
     * "strength", 2)</code>.
     *
     * @throws org.mixfield.core.config.ConfigurationException with everything that is wrong with them
     */
    public PairPotential potential(Map<String, ?> settings) {
        return make(extensions().potentials(), settings, PotentialProvider::create);
    }

    /** A trap by its settings, as {@link #potential}. */
    public Trap trap(Map<String, ?> settings) {
        return make(extensions().traps(), settings, TrapProvider::create);
    }

    /** An initial orbital by its settings, as {@link #potential}. */
    public InitialOrbital orbital(Map<String, ?> settings) {
        return make(extensions().orbitals(), settings, OrbitalProvider::create);
    }

    private static <P extends Provider, T> T make(
            ProviderRegistry<P> registry, Map<String, ?> values, BiFunction<P, Settings, T> factory) {
        Problems problems = new Problems();
        Optional<T> made = registry.create(Settings.of(values, problems), factory);
        problems.throwIfAny();
        return made.orElseThrow();
    }

    /**
     * A run that stopped, interrupted or killed, to go on where it last left a checkpoint.
     *
     * @param directory its output directory
     */
    public Resumption resume(Path directory) {
        return resume(directory, false);
    }

    /**
     * A run that stopped, to go on where it last left a checkpoint.
     *
     * @param directory its output directory
     * @param force whether to go on although plugins have changed, or after a failure that will come again
     * @throws org.mixfield.core.config.ConfigurationException where there is no run, its configuration was edited, its
     *     plugins have changed, or its checkpoint is of another format or damaged
     */
    public Resumption resume(Path directory, boolean force) {
        return Resumption.of(directory, () -> load(directory.resolve("run.yaml")), force);
    }

    /**
     * Puts the shards of a study together, as if it had been computed in one piece.
     *
     * @param shards their directories
     * @param directory where the study goes
     * @param force whether files of an earlier study may be overwritten, and shards taken that other plugins computed
     * @throws org.mixfield.core.config.ConfigurationException where they are not all the shards of one study, complete
     * @throws org.mixfield.core.run.NumericalException where a scale had failed
     */
    public RunResult merge(List<Path> shards, Path directory, boolean force) {
        return new StudyMerge(shards, file -> load(file).study()).into(directory, force);
    }

    /** All that a configuration may hold, and what each key accepts. */
    public Description describe() {
        return injector.getInstance(ConfigurationReader.class).describe();
    }

    /** The same as a JSON Schema (2020-12), plain values, for editors that check and complete while one writes. */
    public Map<String, Object> schema() {
        return ConfigurationSchema.of(describe());
    }

    /** Every pair potential a configuration can name, with its settings. */
    public List<PotentialListing> potentials() {
        return PotentialListing.of(extensions().potentials());
    }

    /**
     * Checks the hypothesis of Theorem 2.3 for one pair potential.
     *
     * @param potential its settings as YAML, for example <code>{type: coulomb, strength: 2}</code>
     * @param dimension 1 to 3
     * @throws org.mixfield.core.config.ConfigurationException with everything that is wrong with the settings, and where
     *     the bound cannot be computed
     * @throws org.mixfield.core.run.NumericalException where a value of the potential is not finite
     */
    public PotentialCheck check(String potential, int dimension) {
        return PotentialCheck.of(extensions().potentials(), potential, dimension);
    }

    private Run run(ConfigNode.Mapping tree, Path folder, Problems problems) {
        RunConfiguration configuration =
                injector.getInstance(ConfigurationReader.class).read(tree, folder, problems);
        return run(configuration);
    }

    private Run run(RunConfiguration configuration) {
        return injector.createChildInjector(new RunModule(configuration)).getInstance(Run.class);
    }

    @Override
    public void close() {
        injector.getInstance(Workers.class).close();
        opened.close();
    }
}
