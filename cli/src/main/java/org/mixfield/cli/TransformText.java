package org.mixfield.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import org.mixfield.pipeline.Progress;
import org.mixfield.pipeline.RunConfiguration;

/** What a person is told of the Fourier transforms of a run. */
final class TransformText {

    private TransformText() {}

    /**
     * Where the transforms are not those of the fastest library that Mixfield knows, says so and why in one line, when the
     * run has begun.
     *
     * @param silent whether to say nothing
     */
    static Progress telling(Streams streams, RunConfiguration configuration, boolean silent, Progress progress) {
        RunConfiguration.Transform transform = configuration.domain().transform();
        if (silent || transform.instead().isEmpty()) {
            return progress;
        }
        AtomicBoolean told = new AtomicBoolean();
        return (done, total, message) -> {
            if (told.compareAndSet(false, true)) {
                streams.info("transforms by " + transform.name() + ", not by the faster FFTW: " + transform.instead());
            }
            progress.at(done, total, message);
        };
    }
}
