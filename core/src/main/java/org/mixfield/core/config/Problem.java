package org.mixfield.core.config;

import org.apiguardian.api.API;

/**
 * One thing wrong with a configuration.
 *
 * @param where its place
 * @param path the key path, for example {@code species.u.mass}; empty for the file as a whole
 * @param message what was found, what is accepted and what to do
 */
@API(status = API.Status.EXPERIMENTAL)
public record Problem(Location where, String path, String message) {

    /** {@code file:line:column: path: message}. */
    @Override
    public String toString() {
        return path.isEmpty() ? where + ": " + message : where + ": " + path + ": " + message;
    }
}
