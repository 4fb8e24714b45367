package org.mixfield.fftw;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mixfield.fftw.Fftw.Effort;
import org.mixfield.fftw.Fftw.Kind;

/**
 * Plans for lines and planes, each made when it is first asked for and kept as long as the program runs. The planner of FFTW serves one
 * thread at a time.
 *
 * <p>With a place for wisdom plans are measured once and then remembered, so that later runs use the same ones; without one
 * they are estimated, which gives the same ones every time as well. Either way a run can be repeated bit by bit.
 */
final class FftwPlans {

    /** Of one plan, in seconds; those of lengths in use take a tenth of it. */
    private static final double LONGEST_MEASUREMENT = 0.5;

    /**
     * A plan.
     *
     * @param rows of a plane; 1 for lines
     * @param howMany lines, or planes
     * @param stride from one point of a line to the next
     */
    private record Key(Kind kind, int rows, int length, int howMany, int stride) {}

    private static final Object PLANNER = new Object();

    private final Fftw fftw;
    private final Wisdom wisdom;
    private final Map<Key, MemorySegment> plans = new ConcurrentHashMap<>();

    FftwPlans(Fftw fftw, Wisdom wisdom) {
        this.fftw = fftw;
        this.wisdom = wisdom;
    }

    Fftw fftw() {
        return fftw;
    }

    /**
     * The plan for some lines: rows where {@code stride} is 1, columns where it is the number of lines.
     *
     * @param from an array as aligned as those it will be executed on; overwritten
     * @param to the same, or {@code from} itself
     */
    MemorySegment plan(Kind kind, int length, int howMany, int stride, MemorySegment from, MemorySegment to) {
        return plan(new Key(kind, 1, length, howMany, stride), from, to);
    }

    /** The plan for a plane; arrays as above. */
    MemorySegment plane(Kind kind, int rows, int columns, MemorySegment from, MemorySegment to) {
        return plan(new Key(kind, rows, columns, 1, 1), from, to);
    }

    private MemorySegment plan(Key key, MemorySegment from, MemorySegment to) {
        MemorySegment known = plans.get(key);
        return known != null
                ? known
                : plans.computeIfAbsent(key, unused -> {
                    synchronized (PLANNER) {
                        return make(key, from, to);
                    }
                });
    }

    private MemorySegment make(Key key, MemorySegment from, MemorySegment to) {
        wisdom.recall();
        MemorySegment plan = plan(key, from, to, Effort.FROM_WISDOM);
        if (plan.equals(MemorySegment.NULL) && wisdom.isKept()) {
            fftw.limit(LONGEST_MEASUREMENT);
            plan = plan(key, from, to, Effort.MEASURE);
            wisdom.keep();
        } else if (plan.equals(MemorySegment.NULL)) {
            plan = plan(key, from, to, Effort.ESTIMATE);
        }
        if (plan.equals(MemorySegment.NULL)) {
            throw new IllegalStateException("FFTW has no plan for " + key);
        }
        return plan;
    }

    private MemorySegment plan(Key key, MemorySegment from, MemorySegment to, Effort effort) {
        return fftw.plan(key.kind(), key.rows(), key.length(), key.howMany(), key.stride(), from, to, effort);
    }
}
