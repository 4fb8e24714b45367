package org.mixfield.pipeline.output;

import java.io.IOException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A directory or file that could not be written. */
@API(status = API.Status.EXPERIMENTAL)
public final class OutputFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure in words. */
    public OutputFailure(String message, @Nullable IOException cause) {
        super(message, cause);
    }
}
