package org.mixfield.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.config.Problem;
import org.mixfield.core.run.InsufficientMemoryException;

/** Does what a command does, and turns whatever goes wrong into lines for the user and an exit code. */
final class Attempt {

    private final Streams streams;
    private final boolean json;

    /** @param json whether a failure, too, is told as one JSON object on the standard output */
    Attempt(Streams streams, boolean json) {
        this.streams = streams;
        this.json = json;
    }

    int at(Runnable task) {
        try {
            task.run();
            return ExitCode.DONE;
        } catch (RuntimeException | Error e) {
            return tell(e);
        }
    }

    private int tell(Throwable failure) {
        int code = ExitCode.of(failure);
        List<String> lines = lines(failure, code);
        lines.forEach(streams::error);
        if (code == ExitCode.BUG || streams.verbose().get()) {
            failure.printStackTrace(streams.err());
        }
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("status", code == ExitCode.INTERRUPTED ? "interrupted" : "failed");
            object.put("exit-code", code);
            object.put("problems", problems(failure, lines));
            streams.json(object);
        }
        return code;
    }

    private static List<String> lines(Throwable failure, int code) {
        if (failure instanceof ConfigurationException configuration) {
            return configuration.problems().stream().map(Problem::toString).toList();
        }
        if (failure instanceof OutOfMemoryError) {
            return List.of("out of memory: more than the "
                    + InsufficientMemoryException.words(
                            (double) Runtime.getRuntime().maxMemory())
                    + " there are were needed; give it more (MIXFIELD_OPTS=-Xmx...), or take fewer grid points, modes"
                    + " or particles");
        }
        if (code == ExitCode.BUG) {
            return List.of("this is a bug in Mixfield or in a plugin, please report it with what follows: " + failure);
        }
        return List.of(String.valueOf(failure.getMessage()));
    }

    private static List<Map<String, Object>> problems(Throwable failure, List<String> lines) {
        List<Map<String, Object>> entries = new ArrayList<>();
        if (failure instanceof ConfigurationException configuration) {
            for (Problem problem : configuration.problems()) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("source", problem.where().source());
                if (problem.where().line() > 0) {
                    entry.put("line", problem.where().line());
                    entry.put("column", problem.where().column());
                }
                entry.put("path", problem.path());
                entry.put("message", problem.message());
                entries.add(entry);
            }
        } else {
            lines.forEach(line -> entries.add(Map.of("message", line)));
        }
        return entries;
    }
}
