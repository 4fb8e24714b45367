package org.mixfield.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class WorkersTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1",
        "1, 17, 4",
        "2, 0, 8",
        "2, 1, 1",
        "2, 1, 100",
        "2, 1000, 1",
        "2, 1000, 7",
        "4, 3, 1",
        "4, 12345, 64",
        "8, 100, 99",
        "3, 100, 100",
        "3, 101, 100"
    })
    void everyItemIsDoneExactlyOnceByAWorkerWithinTheCount(int count, int items, int block) {
        AtomicIntegerArray done = new AtomicIntegerArray(Math.max(items, 1));
        try (Workers workers = Workers.of(count)) {
            assertThat(workers.count()).isEqualTo(count);
            workers.run(items, block, (worker, from, to) -> {
                assertThat(worker).isBetween(0, count - 1);
                assertThat(to - from).isBetween(1, block);
                for (int i = from; i < to; i++) {
                    done.incrementAndGet(i);
                }
            });
        }
        for (int i = 0; i < items; i++) {
            assertThat(done.get(i)).as("item %s", i).isEqualTo(1);
        }
    }

    @Test
    void noTwoBlocksRunOnTheSameWorkerAtATime() {
        int count = 4;
        AtomicIntegerArray busy = new AtomicIntegerArray(count);
        AtomicBoolean shared = new AtomicBoolean();
        try (Workers workers = Workers.of(count)) {
            for (int repeat = 0; repeat < 50; repeat++) {
                workers.run(100, 1, (worker, from, to) -> {
                    if (busy.incrementAndGet(worker) != 1) {
                        shared.set(true);
                    }
                    Thread.onSpinWait();
                    busy.decrementAndGet(worker);
                });
            }
        }
        assertThat(shared).isFalse();
    }

    @Test
    void everythingWrittenIsSeenByTheCaller() {
        double[] values = new double[100_000];
        try (Workers workers = Workers.of(3)) {
            workers.run(values.length, 10, (worker, from, to) -> {
                for (int i = from; i < to; i++) {
                    values[i] = i;
                }
            });
        }
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 99", "2, 0", "2, 50", "2, 99", "4, 3"})
    void aFailureReachesTheCallerAndTheWorkersStayUsable(int count, int bad) {
        try (Workers workers = Workers.of(count)) {
            assertThatThrownBy(() -> workers.run(100, 1, (worker, from, to) -> {
                        if (from == bad) {
                            throw new NumericalException("item " + from);
                        }
                    }))
                    .isInstanceOf(NumericalException.class)
                    .hasMessage("item " + bad);
            AtomicInteger done = new AtomicInteger();
            workers.run(100, 1, (worker, from, to) -> done.incrementAndGet());
            assertThat(done).hasValue(100);
        }
    }

    @Test
    void aFailureStopsTheHandingOutOfBlocks() {
        AtomicInteger done = new AtomicInteger();
        try (Workers workers = Workers.of(2)) {
            assertThatThrownBy(() -> workers.run(1_000_000, 1, (worker, from, to) -> {
                        done.incrementAndGet();
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(done.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void anErrorReachesTheCallerOnlyWhenNobodyWorksAnyMore() throws InterruptedException {
        try (Workers workers = Workers.of(2)) {
            for (boolean callerFails : new boolean[] {true, false}) {
                CountDownLatch bothStarted = new CountDownLatch(2);
                AtomicBoolean otherDone = new AtomicBoolean();
                Thread caller = Thread.currentThread();
                assertThatThrownBy(() -> workers.run(2, 1, (worker, from, to) -> {
                            meet(bothStarted);
                            if ((Thread.currentThread() == caller) == callerFails) {
                                throw new AssertionError("out of something");
                            }
                            pause();
                            otherDone.set(true);
                        }))
                        .isInstanceOf(AssertionError.class)
                        .hasMessage("out of something");
                assertThat(otherDone).as("caller fails: %s", callerFails).isTrue();
            }
        }
    }

    @Test
    void nestedWorkIsDoneInlineOnTheSameWorker() {
        AtomicInteger inner = new AtomicInteger();
        try (Workers workers = Workers.of(3)) {
            workers.run(30, 1, (worker, from, to) -> {
                Thread outer = Thread.currentThread();
                workers.run(10, 3, (nestedWorker, nestedFrom, nestedTo) -> {
                    assertThat(Thread.currentThread()).isSameAs(outer);
                    assertThat(nestedWorker).isEqualTo(worker);
                    inner.addAndGet(nestedTo - nestedFrom);
                });
            });
        }
        assertThat(inner).hasValue(300);
    }

    @Test
    void workAfterNestedWorkIsParallelAgain() {
        List<String> threads = new ArrayList<>();
        try (Workers workers = Workers.of(2)) {
            workers.run(1, 1, (worker, from, to) -> workers.run(4, 1, (w, f, t) -> {}));
            CountDownLatch bothStarted = new CountDownLatch(2);
            workers.run(2, 1, (worker, from, to) -> {
                meet(bothStarted);
                synchronized (threads) {
                    threads.add(Thread.currentThread().getName());
                }
            });
        }
        assertThat(threads).doesNotHaveDuplicates().hasSize(2).anyMatch(name -> name.startsWith("mixfield-worker-"));
    }

    @Test
    void closingEndsTheThreadsAndRefusesMoreParallelWork() throws InterruptedException {
        Workers workers = Workers.of(2);
        AtomicReference<Thread> other = new AtomicReference<>();
        CountDownLatch bothStarted = new CountDownLatch(2);
        Thread caller = Thread.currentThread();
        workers.run(2, 1, (worker, from, to) -> {
            meet(bothStarted);
            if (Thread.currentThread() != caller) {
                other.set(Thread.currentThread());
            }
        });
        assertThat(other.get().isDaemon()).isTrue();
        workers.close();
        workers.close();
        other.get().join(10_000);
        assertThat(other.get().isAlive()).isFalse();
        assertThatThrownBy(() -> workers.run(2, 1, (worker, from, to) -> {}))
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void closingWhileCallersWaitForAThreadDoesNotHangThem() throws InterruptedException {
        Workers workers = Workers.of(2);
        CountDownLatch occupied = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        // The first caller keeps the only other thread busy, so that the second one's share waits in the queue.
        Thread first = new Thread(() -> workers.run(2, 1, (worker, from, to) -> {
            occupied.countDown();
            awaitQuietly(release);
        }));
        first.start();
        assertThat(occupied.await(10, TimeUnit.SECONDS)).isTrue();
        CountDownLatch inSecond = new CountDownLatch(1);
        Thread second = new Thread(() -> {
            try {
                workers.run(2, 1, (worker, from, to) -> inSecond.countDown());
            } catch (java.util.concurrent.CancellationException e) {
                // What a closed pool left undone; the blocks were all done by the caller.
            }
        });
        second.start();
        assertThat(inSecond.await(10, TimeUnit.SECONDS)).isTrue();
        pause();
        workers.close();
        release.countDown();
        second.join(10_000);
        first.join(10_000);
        assertThat(second.isAlive()).isFalse();
        assertThat(first.isAlive()).isFalse();
    }

    @Test
    void anInterruptedCallerStillWaitsAndStaysInterrupted() {
        AtomicBoolean otherDone = new AtomicBoolean();
        CountDownLatch bothStarted = new CountDownLatch(2);
        Thread caller = Thread.currentThread();
        try (Workers workers = Workers.of(2)) {
            workers.run(2, 1, (worker, from, to) -> {
                meet(bothStarted);
                if (Thread.currentThread() == caller) {
                    caller.interrupt();
                } else {
                    pause();
                    otherDone.set(true);
                }
            });
        }
        assertThat(otherDone).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void numbersOfWorkersBelowOneAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Workers.of(0)).withMessageContaining("not 0");
        try (Workers all = Workers.all()) {
            assertThat(all.count()).isEqualTo(Runtime.getRuntime().availableProcessors());
        }
    }

    private static void meet(CountDownLatch all) {
        all.countDown();
        awaitQuietly(all);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        long end = System.nanoTime() + 100_000_000L;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
