package org.mixfield.pipeline;

import org.apiguardian.api.API;

/** Hears how far a run has come. Called on the run's thread. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL)
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = (done, total, message) -> {};

    /**
     * Something was done.
     *
     * @param done rows written
     * @param total rows in all
     * @param message what is done next, or was done last, in a few words
     */
    void at(int done, int total, String message);
}
