package org.mixfield.pipeline.plot;

import java.io.IOException;
import org.apiguardian.api.API;

/** This Java cannot draw text, as on a machine without fonts. */
@API(status = API.Status.EXPERIMENTAL)
public final class NoFontsException extends IOException {

    private static final long serialVersionUID = 1L;

    NoFontsException(Throwable cause) {
        super("this Java cannot draw text; install fontconfig and a font (" + cause + ")", cause);
    }
}
