package org.mixfield.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a signal (Ctrl-C, a kill, a terminal that is closed) end the work of a thread in an orderly way: the first one
 * interrupts the thread, which then takes the time that its step in work, a checkpoint and the last files need; a second
 * one ends the program at once. Where a virtual machine does not let signals be handled, the thread has some time between
 * the first and the end.
 */
final class Interruption implements AutoCloseable {

    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

    private static final int SECONDS_OF_PATIENCE = 20;

    private final Thread worker;
    private final Streams streams;
    private final AtomicBoolean told = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::endWithTheMachine, "mixfield-interruption");
    private final List<Signals.Handled> handled = new ArrayList<>();

    private Interruption(Thread worker, Streams streams) {
        this.worker = worker;
        this.streams = streams;
    }

    /** Interrupts this thread when a signal comes, until closed. */
    static Interruption ofThisThread(Streams streams) {
        Interruption interruption = new Interruption(Thread.currentThread(), streams);
        for (String signal : SIGNALS) {
            Signals.handle(signal, interruption::interrupt).ifPresent(interruption.handled::add);
        }
        if (interruption.handled.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(interruption.hook);
        }
        return interruption;
    }

    private void interrupt() {
        if (told.getAndSet(true)) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
        worker.interrupt();
        streams.err()
                .println("mixfield: interrupted: finishing the step in work and writing a checkpoint; once more to quit"
                        + " at once");
    }

    private void endWithTheMachine() {
        worker.interrupt();
        try {
            if (!done.await(SECONDS_OF_PATIENCE, TimeUnit.SECONDS)) {
                streams.error("interrupted within a step; what was written before it is kept");
            }
        } catch (InterruptedException e) {
            streams.error("interrupted");
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }

    @Override
    public void close() {
        done.countDown();
        handled.forEach(Signals.Handled::restore);
        if (handled.isEmpty()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                return; // it is running, and will end the virtual machine
            }
        }
    }
}
