package org.mixfield.core.statement;

import java.util.Locale;
import org.apiguardian.api.API;

/** What became of a statement. */
@API(status = API.Status.EXPERIMENTAL)
public enum Verdict {
    /** The left side does not exceed the right one by more than the numerical error of the two. */
    HOLDS,
    /** The left side exceeds the right one by more than the numerical error of the two. */
    VIOLATED,
    /** The problem does not have what the statement speaks of, or nothing that it runs measures it. */
    NOT_TESTED;

    /** As in files and tables: {@code holds}, {@code violated}, {@code not-tested}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
