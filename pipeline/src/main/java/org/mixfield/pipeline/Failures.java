package org.mixfield.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.mixfield.core.run.NumericalException;
import org.mixfield.pipeline.output.IoReason;
import org.mixfield.pipeline.output.OutputFailure;

/** How a failure is told to whoever asked for the results: what happened, and what is left of them. */
final class Failures {

    private Failures() {}

    /**
     * The failure as the caller gets it.
     *
     * @param directory where the results are
     * @param kept what is left, as the end of a sentence; said where nothing goes on, as a tolerance that is out of reach stays so
     * @param goOn what is left and how to go on, said otherwise
     */
    static RuntimeException told(Exception failure, Path directory, String kept, String goOn) {
        RuntimeException told;
        if (failure instanceof IOException io) {
            return new OutputFailure("cannot write to " + directory + ": " + IoReason.of(io) + goOn, io);
        } else if (failure instanceof UncheckedIOException io) {
            return told(new IOException(io.getMessage(), io), directory, kept, goOn);
        } else if (failure instanceof NumericalException) {
            told = new NumericalException(failure.getMessage() + kept);
        } else if (failure instanceof RunInterrupted) {
            told = new RunInterrupted(failure.getMessage() + goOn);
        } else {
            return (RuntimeException) failure;
        }
        told.addSuppressed(failure);
        return told;
    }
}
