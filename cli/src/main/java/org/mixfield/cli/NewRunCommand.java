package org.mixfield.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.mixfield.core.config.NearestName;
import org.mixfield.pipeline.Mixfield;
import org.mixfield.pipeline.output.AtomicFile;
import org.mixfield.pipeline.output.IoReason;
import org.mixfield.pipeline.output.Json;
import org.mixfield.pipeline.output.OutputFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mixfield new run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description =
                "Writes a commented configuration to start from, and the JSON Schema that editors read beside it.",
        footerHeading = "%nUses:%n",
        footer = {
            "  quickstart           Hartree and many-body dynamics side by side, 1D, seconds",
            "  hartree-1d           the Hartree system alone, 1D, a second; every key explained",
            "  quench               from the ground state, an interaction that jumps in time, 1D",
            "  separating           two species that do not mix, Hartree alone, 2D, with snapshots",
            "  coulomb-3d           12 + 12 particles with Coulomb interactions, 3D, a minute",
            "  coulomb-3d-coherent  the same from a coherent state, whose particle numbers fluctuate",
            "  coulomb-mixture      1000 + 1000 particles or a million, 3D, co-moving frame",
            "  coulomb-repulsion    charges of one sign, 3D, with the limit of many particles beside",
            "  unequal              100 heavy among 1000 light particles, a screened interaction, 3D",
            "  fixed-or-coherent    fixed particle numbers or fluctuating ones",
            "  k41-rb87             two atomic species in physical units, an interaction switched on",
            "  harmonic-mixture     the many-body ground state of a mixture that is known exactly",
            "  fluctuations         the fluctuations around the condensates, by two methods",
            "  bogoliubov           the limit of infinitely many particles",
            "  study                how the distance falls as the particle numbers grow",
            "  theorem              Theorem 2.3 as a measurement, 10 + 10 to two million particles, 3D",
            "  verify-coulomb       every statement of the theory put to the test, 3D, half a minute",
            "",
            "Examples:",
            "  mixfield new run first.yaml",
            "  mixfield new run clouds.yaml --use hartree-1d"
        })
final class NewRunCommand implements Callable<Integer> {

    private final Streams streams;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "The file to write; what stands before its last dot is the name of the run.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--use",
            paramLabel = "USE",
            defaultValue = "quickstart",
            description = "What it is for, one of those below. Default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private String use;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    NewRunCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Set<String> uses = StartingConfiguration.USES.keySet();
        if (!uses.contains(use)) {
            throw refused("there is no use '" + use + "'; there are " + String.join(", ", uses)
                    + NearestName.hint(use, uses));
        }
        String name = String.valueOf(file.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            throw refused("'" + name + "' cannot be the name of a run; name the file with letters, digits, '.', '_' and"
                    + " '-', at most 64");
        }
        if (Files.exists(file)) {
            throw refused(file + " exists; give another name, or remove it");
        }
        return new Attempt(streams, json).at(() -> write(name));
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void write(String name) {
        Path schema = file.resolveSibling(StartingConfiguration.SCHEMA);
        List<String> files = new ArrayList<>(List.of(file.toString()));
        try (Mixfield mixfield = Mixfield.open()) {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            AtomicFile.write(file, StartingConfiguration.of(use, name));
            if (!Files.exists(schema)) {
                AtomicFile.write(schema, Json.write(mixfield.schema()));
                files.add(schema.toString());
            }
        } catch (IOException e) {
            throw new OutputFailure("cannot write " + file + ": " + IoReason.of(e), e);
        }
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("name", name);
            object.put("use", use);
            object.put("files", files);
            streams.json(object);
        } else {
            streams.out()
                    .println(file + " holds a configuration to start from: " + StartingConfiguration.USES.get(use)
                            + ".");
            streams.out().println("Next:");
            streams.out().println("  mixfield validate " + file);
            streams.out().println("  mixfield " + StartingConfiguration.command(use) + " " + file);
            streams.out().flush();
        }
    }
}
