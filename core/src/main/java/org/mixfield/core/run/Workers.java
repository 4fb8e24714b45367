package org.mixfield.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a run, owned in this one place.
 *
 * <p>Work is a range of independent items, handed out in blocks; each call of the task is told which worker it runs on,
 * so that scratch memory can be kept per worker. Results must not depend on who did what: every item writes its own part
 * of the output. A failure in any block is thrown to the caller. A task that asks for parallel work again gets it
 * inline, on its own thread.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Workers implements AutoCloseable {

    /** Does items {@code from} (inclusive) to {@code to} (exclusive) on worker number {@code worker}. */
    @FunctionalInterface
    public interface BlockTask {
        void run(int worker, int from, int to);
    }

    /** Does one item on worker number {@code worker}. */
    @FunctionalInterface
    public interface ItemTask {
        void run(int worker, int item);
    }

    private final int count;
    private final ExecutorService pool;
    private final ThreadLocal<Integer> busyAs = ThreadLocal.withInitial(() -> -1);

    private Workers(int count) {
        this.count = count;
        AtomicInteger number = new AtomicInteger();
        this.pool = Executors.newFixedThreadPool(Math.max(1, count - 1), task -> {
            Thread thread = new Thread(task, "mixfield-worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** This many workers, the calling thread included. */
    public static Workers of(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("at least one worker is needed, not " + count);
        }
        return new Workers(count);
    }

    /** A worker for each processor. */
    public static Workers all() {
        return of(Runtime.getRuntime().availableProcessors());
    }

    /** Number of workers; worker numbers are below it. */
    public int count() {
        return count;
    }

    /**
     * Runs a task over the items 0 to {@code items}, in blocks of {@code block}; returns when all are done.
     *
     * @throws RuntimeException the first failure of the task; thrown when no block is worked on any more
     */
    public void run(int items, int block, BlockTask task) {
        int blocks = (items + block - 1) / block;
        int here = busyAs.get();
        if (here >= 0 || count == 1 || blocks <= 1) {
            int worker = Math.max(here, 0);
            for (int from = 0; from < items; from += block) {
                task.run(worker, from, Math.min(items, from + block));
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> others = new ArrayList<>(count - 1);
        for (int worker = 1; worker < Math.min(count, blocks); worker++) {
            int number = worker;
            others.add(pool.submit(() -> drain(number, next, blocks, block, items, task)));
        }
        Throwable failure = null;
        try {
            drain(0, next, blocks, block, items, task);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        for (Future<?> other : others) {
            failure = await(other, failure);
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    /** Runs a task over the items 0 to {@code items}, each a block of its own, like {@link #run}. */
    public void over(int items, ItemTask task) {
        run(items, 1, (worker, from, to) -> task.run(worker, from));
    }

    private void drain(int worker, AtomicInteger next, int blocks, int block, int items, BlockTask task) {
        busyAs.set(worker);
        try {
            for (int i = next.getAndIncrement(); i < blocks; i = next.getAndIncrement()) {
                task.run(worker, i * block, Math.min(items, (i + 1) * block));
            }
        } catch (RuntimeException | Error e) {
            next.set(blocks);
            throw e;
        } finally {
            busyAs.set(-1);
        }
    }

    /** Waits, interrupted or not, until the block is no longer worked on; an earlier failure goes before its own. */
    private static @Nullable Throwable await(Future<?> other, @Nullable Throwable earlier) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    other.get();
                    return earlier;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            return earlier != null ? earlier : e.getCause();
        } catch (CancellationException e) {
            return earlier != null ? earlier : e;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        for (Runnable waiting : pool.shutdownNow()) {
            ((Future<?>) waiting).cancel(false);
        }
    }
}
