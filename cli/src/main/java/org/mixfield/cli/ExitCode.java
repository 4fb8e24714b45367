package org.mixfield.cli;

import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.run.InsufficientMemoryException;
import org.mixfield.core.run.NumericalException;
import org.mixfield.pipeline.HypothesisViolation;
import org.mixfield.pipeline.RunInterrupted;
import org.mixfield.pipeline.output.OutputFailure;

/** What the program ends with. */
final class ExitCode {

    static final int DONE = 0;
    static final int BUG = 1;
    static final int CONFIGURATION = 2;
    static final int HYPOTHESIS = 3;
    static final int NUMERICAL = 4;
    static final int RESOURCES = 5;
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** The code of a failure; {@link #BUG} for one that nobody foresaw. */
    static int of(Throwable failure) {
        if (failure instanceof ConfigurationException) {
            return CONFIGURATION;
        }
        if (failure instanceof HypothesisViolation) {
            return HYPOTHESIS;
        }
        if (failure instanceof NumericalException) {
            return NUMERICAL;
        }
        if (failure instanceof InsufficientMemoryException
                || failure instanceof OutputFailure
                || failure instanceof OutOfMemoryError) {
            return RESOURCES;
        }
        return failure instanceof RunInterrupted ? INTERRUPTED : BUG;
    }
}
