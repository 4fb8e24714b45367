package org.mixfield.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mixfield.core.grid.Grid;
import org.mixfield.pipeline.Mixfield;
import org.mixfield.pipeline.Run;
import org.mixfield.pipeline.RunPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mixfield plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        versionProvider = MixfieldCommand.Version.class,
        description = {
            "Says what a run will take before it is started: memory part by part, steps and transforms, sectors and states,"
                    + " files, and about how much time on this machine, from a few seconds of its first steps. Writes"
                    + " nothing."
        },
        footer = {
            "",
            "Example:",
            "  mixfield plan coulomb-mixture.yaml --set grid.points='[64, 64, 64]'",
            "",
            "A run that does not fit the memory is told with exit code 5, before any of it is taken."
        })
final class PlanCommand implements Callable<Integer> {

    private final Streams streams;

    @Mixin
    private final ConfigurationArguments configuration = new ConfigurationArguments();

    @Option(names = "--json", description = "Print the plan as one JSON object.")
    private boolean json;

    PlanCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return new Attempt(streams, json).at(this::plan);
    }

    private void plan() {
        try (Mixfield mixfield = Mixfield.open()) {
            Run run = configuration.load(mixfield);
            RunPlan plan = run.plan();
            if (json) {
                plan.require();
                streams.json(object(run, plan));
            } else {
                streams.text(PlanText.of(run.configuration(), plan));
                plan.require();
            }
        }
    }

    private static Map<String, Object> object(Run run, RunPlan plan) {
        Grid grid = run.configuration().domain().grid();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("status", "planned");
        object.put("name", run.configuration().name());
        object.put("dimension", grid.dimension());
        object.put("points", grid.shape());
        object.put("rows", run.configuration().times().count());
        if (!run.configuration().scales().isEmpty()) {
            object.put("study-scales", run.configuration().scales());
        }
        object.putAll(plan.toMap());
        return object;
    }
}
