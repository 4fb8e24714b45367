package org.mixfield.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.NumericalException;

/**
 * How a run ended, as {@code summary.json} says it.
 *
 * @param status {@code complete}, {@code failed} or {@code interrupted}
 * @param reason why it is not complete
 * @param failure the kind of a failure
 */
record Ending(String status, Optional<String> reason, Optional<Failure> failure) {

    static final Ending COMPLETE = new Ending("complete", Optional.empty(), Optional.empty());

    /** Kinds of failures, told apart by whether trying once more may help. */
    enum Failure {
        /** A tolerance that was not reached, or a value that is not finite: it would happen again. */
        NUMERICAL(false),
        /** A file that could not be written: there may be space now. */
        OUTPUT(true),
        /** Not enough memory: there may be more now. */
        MEMORY(true),
        /** A bug, of Mixfield or of a plugin. */
        UNFORESEEN(false);

        private final boolean curable;

        Failure(boolean curable) {
            this.curable = curable;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Failure of(Throwable failure) {
            if (failure instanceof NumericalException) {
                return NUMERICAL;
            }
            if (failure instanceof IOException || failure instanceof UncheckedIOException) {
                return OUTPUT;
            }
            return failure instanceof OutOfMemoryError ? MEMORY : UNFORESEEN;
        }

        /** Whether a run that failed in the way {@code summary.json} says may succeed when it is resumed. */
        static boolean isCurable(@Nullable Object key) {
            for (Failure failure : values()) {
                if (failure.key().equals(key)) {
                    return failure.curable;
                }
            }
            return false;
        }
    }

    /** An ending by this. */
    static Ending of(Throwable failure) {
        String words = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return failure instanceof RunInterrupted
                ? new Ending("interrupted", Optional.of(words), Optional.empty())
                : new Ending("failed", Optional.of(words), Optional.of(Failure.of(failure)));
    }
}
