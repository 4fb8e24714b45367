package org.mixfield.core.run;

import org.apiguardian.api.API;

/**
 * A computation that could not deliver what was asked: a value that is not finite, or a tolerance that was not reached.
 * The message says which quantity, where, when, what was found and what would do.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class NumericalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure described in full. */
    public NumericalException(String message) {
        super(message);
    }
}
