package org.mixfield.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mixfield.pipeline.output.IoReason;
import org.mixfield.pipeline.output.OutputFailure;
import org.mixfield.pipeline.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mixfield report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description = {
            "Makes report.html, one page that opens offline, and its figures as pictures, figures/*.png, of what a run, a"
                    + " study or a verification has left. May be repeated."
        },
        footer = {"", "Example:", "  mixfield report runs/coulomb-mixture"})
final class ReportCommand implements Callable<Integer> {

    private final Streams streams;

    @Parameters(paramLabel = "DIR", description = "The output directory of a run, a study or a verification.")
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Option(names = "--json", description = "Print the files as one JSON object.")
    private boolean json;

    ReportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return new Attempt(streams, json).at(this::write);
    }

    private void write() {
        List<Path> files;
        try {
            files = Report.write(directory);
        } catch (IOException e) {
            throw new OutputFailure("cannot make a report of " + directory + ": " + IoReason.of(e), e);
        }
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("status", "complete");
            object.put("directory", directory.toString());
            object.put("report", files.get(0).toString());
            object.put(
                    "figures",
                    files.subList(1, files.size()).stream().map(Path::toString).toList());
            streams.json(object);
        } else {
            streams.out().println("report   " + files.get(0));
            if (files.size() > 1) {
                streams.out()
                        .println("figures  " + files.get(1).resolveSibling("*.png") + ", " + (files.size() - 1)
                                + " pictures");
            }
        }
    }
}
