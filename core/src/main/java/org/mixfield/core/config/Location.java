package org.mixfield.core.config;

import org.apiguardian.api.API;

/**
 * A place in a configuration.
 *
 * @param source file name as the user gave it, or a word such as {@code --set} for a value without a file
 * @param line line, counted from 1; 0 where there are no lines
 * @param column column, counted from 1; 0 where there are no columns
 */
@API(status = API.Status.EXPERIMENTAL)
public record Location(String source, int line, int column) {

    /** A place known by its source alone. */
    public static Location of(String source) {
        return new Location(source, 0, 0);
    }

    /** {@code source:line:column}, or the source alone. */
    @Override
    public String toString() {
        return line > 0 ? source + ":" + line + ":" + column : source;
    }
}
