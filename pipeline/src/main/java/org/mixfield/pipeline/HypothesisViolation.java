package org.mixfield.pipeline;

import org.apiguardian.api.API;

/** A run that was refused because a pair potential is outside the hypothesis of Theorem 2.3. */
@API(status = API.Status.EXPERIMENTAL)
public final class HypothesisViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A violation in words. */
    public HypothesisViolation(String violation) {
        super(violation + "; Theorem 2.3 does not apply. Take another potential, or set assumptions: relaxed to run"
                + " without it");
    }
}
