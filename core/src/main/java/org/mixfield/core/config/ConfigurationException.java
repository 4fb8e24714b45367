package org.mixfield.core.config;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** A configuration that cannot be used, with every problem found in it. */
@API(status = API.Status.EXPERIMENTAL)
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** All problems of one configuration. */
    public ConfigurationException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** A single problem without a place. */
    public ConfigurationException(String source, String message) {
        this(List.of(new Problem(Location.of(source), "", message)));
    }

    /** The problems, in the order of lines. */
    public List<Problem> problems() {
        return problems;
    }
}
