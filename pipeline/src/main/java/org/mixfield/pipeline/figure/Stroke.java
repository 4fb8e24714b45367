package org.mixfield.pipeline.figure;

import org.apiguardian.api.API;

/** How a curve is drawn. */
@API(status = API.Status.EXPERIMENTAL)
public enum Stroke {
    /** Without gaps. */
    SOLID,
    /** Long dashes. */
    DASHED(7, 4),
    /** Dots. */
    DOTTED(2, 3),
    /** Dashes and dots. */
    DASH_DOT(9, 3, 2, 3);

    @SuppressWarnings("ImmutableEnumChecker") // given away as a copy only
    private final float[] dashes;

    Stroke(float... dashes) {
        this.dashes = dashes;
    }

    /** Lengths of dashes and gaps in turn; empty for a line without gaps. */
    public float[] dashes() {
        return dashes.clone();
    }
}
