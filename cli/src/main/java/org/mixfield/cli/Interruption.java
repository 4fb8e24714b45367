package org.mixfield.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a signal (Ctrl-C, a kill) end the work of a thread in an orderly way: the thread is interrupted and given some
 * time to write what it has before the virtual machine goes.
 */
final class Interruption implements AutoCloseable {

    private static final int SECONDS_OF_PATIENCE = 20;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Thread worker, Streams streams) {
        hook = new Thread(() -> end(worker, streams), "mixfield-interruption");
    }

    /** Interrupts this thread when a signal comes, until closed. */
    static Interruption ofThisThread(Streams streams) {
        Interruption interruption = new Interruption(Thread.currentThread(), streams);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void end(Thread worker, Streams streams) {
        worker.interrupt();
        try {
            if (!done.await(SECONDS_OF_PATIENCE, TimeUnit.SECONDS)) {
                streams.error("interrupted within a row; the rows before it are kept");
            }
        } catch (InterruptedException e) {
            streams.error("interrupted");
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // it is running, and will end the virtual machine
        }
    }
}
