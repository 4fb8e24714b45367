package org.mixfield.cli;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.mixfield.pipeline.Progress;

/** Shows progress on the standard error: a bar on a terminal, now and then a line elsewhere. */
interface ProgressDisplay extends Progress, AutoCloseable {

    @Override
    void close();

    /** What suits the place the standard error goes to. */
    static ProgressDisplay choose(Streams streams, boolean quiet, String name) {
        if (quiet) {
            return new Silent();
        }
        return Terminal.present(streams) ? new Bar(name) : new Lines(streams, name);
    }

    /** Shows nothing. */
    final class Silent implements ProgressDisplay {
        @Override
        public void at(int done, int total, String message) {}

        @Override
        public void close() {}
    }

    /** A bar that moves. */
    final class Bar implements ProgressDisplay {

        private final ProgressBar bar;

        Bar(String name) {
            bar = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(250)
                    .build();
        }

        @Override
        public void at(int done, int total, String message) {
            bar.maxHint(total);
            bar.stepTo(done);
            bar.setExtraMessage(" " + message);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** A line at the beginning, at the end, and every few seconds between. */
    final class Lines implements ProgressDisplay {

        private static final double SECONDS_BETWEEN = 5;

        private final Streams streams;
        private final String name;
        private final long start = System.nanoTime();
        private long last;

        Lines(Streams streams, String name) {
            this.streams = streams;
            this.name = name;
        }

        @Override
        public void at(int done, int total, String message) {
            long now = System.nanoTime();
            if (done == 0 || done == total || 1e-9 * (now - last) >= SECONDS_BETWEEN) {
                last = now;
                streams.err()
                        .printf(
                                Locale.ROOT,
                                "mixfield: %s: %d of %d rows, %s, %.1f s%n",
                                name,
                                done,
                                total,
                                message,
                                1e-9 * (now - start));
            }
        }

        @Override
        public void close() {}
    }
}
