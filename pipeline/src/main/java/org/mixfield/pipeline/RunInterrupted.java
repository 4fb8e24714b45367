package org.mixfield.pipeline;

import org.apiguardian.api.API;

/** A run that stopped between two steps, or before the first, because its thread was interrupted. */
@API(status = API.Status.EXPERIMENTAL)
public final class RunInterrupted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** An interruption in words. */
    public RunInterrupted(String message) {
        super(message);
    }
}
