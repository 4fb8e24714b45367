package org.mixfield.pipeline.study;

import org.apiguardian.api.API;

/** Which of the two laws that theory speaks of an exponent belongs to. */
@API(status = API.Status.EXPERIMENTAL)
public enum Form {
    /** The rate that is expected. */
    INVERSE("1/N", 1),
    /** The rate of Theorem 2.3. */
    INVERSE_ROOT("1/sqrt(N)", 0.5),
    /** The values do not tell, or they obey another law. */
    UNDECIDED("undecided", Double.NaN);

    /** Exponents that differ by less are not told apart. */
    private static final double RESOLUTION = 0.02;

    /** Half the distance between the two laws. */
    private static final double REACH = 0.25;

    private final String key;
    private final double exponent;

    Form(String key, double exponent) {
        this.key = key;
        this.exponent = exponent;
    }

    /** As in files. */
    public String key() {
        return key;
    }

    /**
     * The law whose exponent the interval contains, give or take 0.02, while all of the interval is nearer to it than to the other.
     */
    public static Form of(Interval exponent) {
        for (Form form : new Form[] {INVERSE, INVERSE_ROOT}) {
            boolean within = exponent.lower() > form.exponent - REACH && exponent.upper() < form.exponent + REACH;
            boolean around =
                    exponent.lower() <= form.exponent + RESOLUTION && exponent.upper() >= form.exponent - RESOLUTION;
            if (within && around) {
                return form;
            }
        }
        return UNDECIDED;
    }
}
