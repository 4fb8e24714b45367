package org.mixfield.pipeline;

import jakarta.inject.Inject;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mixfield.core.config.ConfigNode;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.config.Description;
import org.mixfield.core.config.Location;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.plugin.ProviderListing;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.run.ResultSinkProvider;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.FourierBackend;
import org.mixfield.core.spectral.FourierTransformProvider;
import org.mixfield.core.spectral.Padding;
import org.mixfield.pipeline.RunConfiguration.Assumptions;
import org.mixfield.pipeline.RunConfiguration.Domain;
import org.mixfield.pipeline.RunConfiguration.Output;
import org.mixfield.pipeline.RunConfiguration.Provenance;
import org.mixfield.pipeline.RunConfiguration.Transform;

/** Reads a node tree into a {@link RunConfiguration}, or says all that is wrong with it. */
final class ConfigurationReader {

    private static final Pattern NAME = Pattern.compile("(?!\\.\\.?$)[A-Za-z0-9._-]{1,64}");

    /** What {@code transform: auto} is: the first that can be used. */
    private static final List<String> TRANSFORMS = List.of("fftw", "jtransforms");

    /** Written whether or not it is asked for. */
    private static final String ALWAYS = "csv";

    private static final int MOST_ROWS = 1_000_000;

    private static final double SECONDS_BETWEEN_CHECKPOINTS = 60;

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("mixfield", "version of the configuration"),
            Map.entry("name", "the run's name, and that of its output directory"),
            Map.entry("units", "what the run's numbers are multiples of; with it numbers may be written with units"),
            Map.entry("grid", "the box, centred at 0, and its points"),
            Map.entry(
                    "boundary",
                    "what lies beyond the box: free space, without periodic images, or its periodic continuation"),
            Map.entry(
                    "padding",
                    "how the free-space convolution is padded: as far as the densities need it, or to twice the box"),
            Map.entry(
                    "transform",
                    "who does the Fourier transforms; auto takes fftw where it can be used, else jtransforms"),
            Map.entry(
                    "assumptions",
                    "what to do with a pair potential that violates the hypothesis of Theorem 2.3: refuse it, or run and say so"),
            Map.entry("species", "the two species"),
            Map.entry("interactions", "the pair potentials within u, within v, and between them"),
            Map.entry("weights", "weights of the Hartree system, c1 + c2 = 1; by default N1/(N1+N2) and N2/(N1+N2)"),
            Map.entry("time", "when rows are written"),
            Map.entry("solvers", "what carries the mixture through time; at least one"),
            Map.entry("study", "what `mixfield study` varies"),
            Map.entry("output", "what is kept, and where"));

    private final Extensions extensions;

    @Inject
    ConfigurationReader(Extensions extensions) {
        this.extensions = extensions;
    }

    /**
     * The run that a tree describes.
     *
     * @param base the folder that relative paths start from
     * @param problems what was found so far; everything is thrown together
     * @throws ConfigurationException with every problem of the tree
     * @throws org.mixfield.core.run.InsufficientMemoryException for a grid that no array can hold
     */
    RunConfiguration read(ConfigNode.Mapping tree, Path base, Problems problems) {
        Settings root = Settings.of(tree, "", problems);
        root.base(base);
        Selection selection = new Selection(extensions);
        Sections sections = sections(root, base, selection);
        problems.throwIfAny();

        Domain domain = new Domain(
                sections.grid().grid(),
                sections.boundary(),
                sections.padding(),
                sections.transform().orElseThrow());
        return new RunConfiguration(
                sections.name(),
                domain,
                sections.mixture().orElseThrow(),
                sections.assumptions(),
                sections.times().orElseThrow(),
                sections.solvers(),
                sections.scales(),
                sections.output().orElseThrow(),
                new Provenance(tree, root.effective(), selection.used(), root.units(), root.remarks()));
    }

    /** What it reads: every key that there is, with those of all providers. */
    Description describe() {
        return Description.of(root -> sections(root, Path.of(""), new Selection(extensions)));
    }

    /** Everything that a configuration says; what there was a problem with is missing. */
    private record Sections(
            String name,
            GridSettings grid,
            Boundary boundary,
            Padding padding,
            Optional<Transform> transform,
            Assumptions assumptions,
            Optional<Mixture> mixture,
            Optional<OutputTimes> times,
            RunConfiguration.Solvers solvers,
            List<Integer> scales,
            Optional<Output> output) {}

    private Sections sections(Settings root, Path base, Selection selection) {
        root.means(MEANINGS);
        version(root);
        String name = name(root);
        UnitSettings.read(root);
        GridSettings grid = GridSettings.read(root);
        Boundary boundary = boundary(root);
        Padding padding = padding(root);
        Optional<Transform> transform = transform(root, selection);
        Assumptions assumptions = assumptions(root);
        Optional<Mixture> mixture = new MixtureSettings(selection).read(root);
        Optional<OutputTimes> times = times(root.section("time"));
        RunConfiguration.Solvers solvers = new SolverSettings(selection).read(root);
        List<Integer> scales = StudySettings.read(root, mixture);
        Optional<Output> output = output(root.sectionOrEmpty("output"), base, name, selection);
        root.finish();
        return new Sections(
                name, grid, boundary, padding, transform, assumptions, mixture, times, solvers, scales, output);
    }

    /** The run of a mixture that was made otherwise, on a grid that is there; the other keys are read as of a file. */
    RunConfiguration read(Setup.Known known) {
        Problems problems = new Problems();
        ConfigNode.Mapping tree = (ConfigNode.Mapping) ConfigNode.of(known.settings(), Location.of("setup"));
        Settings root = Settings.of(tree, "", problems);
        root.axes(known.grid().dimension());
        Selection selection = new Selection(extensions);
        Boundary boundary = boundary(root);
        Padding padding = padding(root);
        Optional<Transform> transform = transform(root, selection);
        Assumptions assumptions = assumptions(root);
        RunConfiguration.Solvers solvers = new SolverSettings(selection).read(root);
        root.finish();
        problems.throwIfAny();
        return new RunConfiguration(
                "setup",
                new Domain(known.grid(), boundary, padding, transform.orElseThrow()),
                known.mixture(),
                assumptions,
                known.times(),
                solvers,
                List.of(),
                new Output(Path.of(""), 0, List.of(), 0),
                new Provenance(tree, root.effective(), selection.used(), Optional.empty(), List.of()));
    }

    private static Boundary boundary(Settings root) {
        return root.choice("boundary", "free", List.of("free", "periodic")).equals("free")
                ? Boundary.FREE
                : Boundary.PERIODIC;
    }

    private static Assumptions assumptions(Settings root) {
        return root.choice("assumptions", "strict", List.of("strict", "relaxed"))
                        .equals("strict")
                ? Assumptions.STRICT
                : Assumptions.RELAXED;
    }

    private static void version(Settings root) {
        root.number("mixfield", x -> x == 1, "1, the one version of the configuration that this Mixfield reads");
    }

    private static String name(Settings root) {
        return root.text("name", NAME, "1 to 64 letters, digits, '.', '_' and '-', other than . and ..");
    }

    private static Padding padding(Settings root) {
        return root.choice("padding", "auto", List.of("auto", "full")).equals("auto") ? Padding.AUTO : Padding.FULL;
    }

    /**
     * The transform that is asked for. With {@code auto} the configuration as understood names the one that was taken, so
     * that a run goes on with the one it began with.
     */
    private Optional<Transform> transform(Settings root, Selection selection) {
        ProviderRegistry<FourierTransformProvider> transforms = extensions.transforms();
        // Ours whether or not they can be used here: what a file may say does not depend on the machine.
        List<String> accepted = Stream.concat(Stream.of("auto", "jtransforms", "fftw"), transforms.names().stream())
                .distinct()
                .toList();
        int before = root.problemCount();
        String asked = root.choice("transform", "auto", accepted, transforms::explain);
        if (root.problemCount() > before) {
            return Optional.empty();
        }
        boolean auto = asked.equals("auto");
        String name = auto
                ? TRANSFORMS.stream()
                        .filter(one -> transforms.find(one).isPresent())
                        .findFirst()
                        .orElse(TRANSFORMS.get(0))
                : asked;
        Optional<FourierTransformProvider> provider = transforms.find(name);
        if (provider.isEmpty()) {
            root.problem("transform", transforms.explain(name));
            return Optional.empty();
        }
        try {
            FourierBackend backend = provider.get().create(Settings.of(Map.of(), new Problems()));
            selection.note(transforms, name);
            root.understood("transform", name);
            return Optional.of(new Transform(name, backend, auto ? missing(transforms, name) : ""));
        } catch (RuntimeException | LinkageError e) {
            root.problem("transform", "transform '" + name + "' failed: " + e);
            return Optional.empty();
        }
    }

    /** Why a transform that would have been taken before another one was not. */
    private static String missing(ProviderRegistry<FourierTransformProvider> transforms, String taken) {
        return TRANSFORMS.subList(0, TRANSFORMS.indexOf(taken)).stream()
                .flatMap(name -> transforms.listings().stream()
                        .filter(listing -> listing.name().equals(name)))
                .flatMap(listing -> listing.failure().stream())
                .findFirst()
                .orElse("");
    }

    private static Optional<OutputTimes> times(Settings time) {
        int before = time.problemCount();
        time.units(Map.of("end", "time", "at", "time"));
        time.means(Map.of(
                "end", "time of the last row",
                "outputs", "equal steps from row to row, the first at 0",
                "at", "the times of all rows, ascending, instead of the other two"));
        try {
            OutputTimes times;
            if (time.has("at")) {
                double[] at = time.numbers(
                        "at", 1, MOST_ROWS, x -> x >= 0 && Double.isFinite(x), "finite numbers not below 0");
                if (time.has("end") || time.has("outputs")) {
                    time.positive("end", 1);
                    time.integer("outputs", 1, MOST_ROWS, 1);
                    time.problem("at", "is given together with end or outputs; give either at, or end and outputs");
                }
                times = time.problemCount() > before
                        ? OutputTimes.even(1, 1)
                        : new OutputTimes(Arrays.stream(at).boxed().toList());
            } else {
                times = OutputTimes.even(time.positive("end"), time.integer("outputs", 1, MOST_ROWS));
            }
            time.finish();
            return Optional.of(times);
        } catch (IllegalArgumentException e) {
            time.problem(time.has("at") ? "at" : "end", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Output> output(Settings output, Path base, String name, Selection selection) {
        output.means(Map.of(
                "directory", "the output directory, relative to the file; runs/ and the run's name by default",
                "fields", "snapshots of orbitals and densities",
                "formats", "what is written beside run.yaml, manifest.json and summary.json",
                "checkpoint", "seconds of wall time between checkpoints; 0 for none but that of an interrupted run"));
        String directory = output.text("directory", "runs/" + name);
        int fields = output.integer("fields", 0, MOST_ROWS, 0);
        ProviderRegistry<ResultSinkProvider> sinks = extensions.sinks();
        List<String> known =
                sinks.listings().stream().map(ProviderListing::name).distinct().toList();
        List<String> formats = output.choices("formats", List.of("csv", "hdf5", "html"), known);
        for (String format : formats) {
            if (sinks.find(format).isEmpty()) {
                output.problem("formats", sinks.explain(format));
            }
        }
        double checkpoint = output.nonNegative("checkpoint", SECONDS_BETWEEN_CHECKPOINTS);
        output.finish();
        List<String> all =
                Stream.concat(Stream.of(ALWAYS), formats.stream()).distinct().toList();
        all.forEach(format -> selection.note(sinks, format));
        try {
            return Optional.of(new Output(base.resolve(directory), fields, all, checkpoint));
        } catch (InvalidPathException e) {
            output.problem("directory", "is no path: " + e.getMessage());
            return Optional.empty();
        }
    }
}
