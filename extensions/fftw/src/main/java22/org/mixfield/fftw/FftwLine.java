package org.mixfield.fftw;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.spectral.LineTransform;
import org.mixfield.fftw.Fftw.Kind;

/**
 * Lines by FFTW. They are copied to memory outside the heap and back: it is aligned as the processor's vector instructions
 * want it, which arrays of the heap are not, and a bundle of lines stays in the first-level cache meanwhile.
 */
final class FftwLine implements LineTransform {

    private static final long ALIGNMENT = 64;

    /** Columns are transformed in multiples of this, so that there are few plans. */
    private static final int GROUP = 8;

    private final int length;
    private final int half;
    private final FftwPlans plans;
    private final MemorySegment lines;
    private final MemorySegment[][] made = new MemorySegment[Kind.values().length][2 + WIDTH / GROUP];
    private @Nullable MemorySegment values;

    FftwLine(int length, FftwPlans plans) {
        this.length = length;
        this.half = length / 2 + 1;
        this.plans = plans;
        this.lines = numbers(2 * WIDTH * (long) length);
    }

    /** Given back when nothing refers to it any more. */
    static MemorySegment numbers(long count) {
        return Arena.ofAuto().allocate(count * Double.BYTES, ALIGNMENT);
    }

    @Override
    public boolean takesColumns() {
        return true;
    }

    @Override
    public void columns(double[] bundle, int columns, boolean forward) {
        int howMany = (columns + GROUP - 1) / GROUP * GROUP;
        MemorySegment plan = plan(forward ? Kind.FORWARD : Kind.INVERSE, howMany, WIDTH);
        run(plan, bundle, 0, 2 * WIDTH * length);
    }

    @Override
    public void rows(double[] data, int offset, int count, boolean forward) {
        Kind kind = forward ? Kind.FORWARD : Kind.INVERSE;
        if (count == WIDTH) {
            run(plan(kind, WIDTH, 1), data, 2 * offset, 2 * WIDTH * length);
            return;
        }
        MemorySegment single = plan(kind, 1, 1);
        for (int line = 0; line < count; line++) {
            run(single, data, 2 * (offset + line * length), 2 * length);
        }
    }

    private void run(MemorySegment plan, double[] data, int start, int count) {
        MemorySegment.copy(data, start, lines, JAVA_DOUBLE, 0, count);
        plans.fftw().execute(plan, lines);
        MemorySegment.copy(lines, JAVA_DOUBLE, 0, data, start, count);
    }

    @Override
    public void forwardReal(double[] from, int count, double[] spectra, int offset) {
        int step = count == WIDTH ? WIDTH : 1;
        MemorySegment reals = values();
        MemorySegment plan = plan(Kind.FORWARD_REAL, step, 1);
        for (int line = 0; line < count; line += step) {
            MemorySegment.copy(from, line * length, reals, JAVA_DOUBLE, 0, step * length);
            plans.fftw().executeForwardReal(plan, reals, lines);
            MemorySegment.copy(lines, JAVA_DOUBLE, 0, spectra, 2 * (offset + line * half), 2 * step * half);
        }
    }

    @Override
    public void inverseReal(double[] spectra, int offset, int count, double[] to) {
        int step = count == WIDTH ? WIDTH : 1;
        MemorySegment reals = values();
        MemorySegment plan = plan(Kind.INVERSE_REAL, step, 1);
        for (int line = 0; line < count; line += step) {
            MemorySegment.copy(spectra, 2 * (offset + line * half), lines, JAVA_DOUBLE, 0, 2 * step * half);
            plans.fftw().executeInverseReal(plan, lines, reals);
            MemorySegment.copy(reals, JAVA_DOUBLE, 0, to, line * length, step * length);
        }
    }

    private MemorySegment values() {
        MemorySegment known = values;
        if (known == null) {
            known = numbers(WIDTH * (long) length);
            values = known;
        }
        return known;
    }

    /** A plan, remembered beside those of the other shapes of a kind: one row, rows, and groups of columns. */
    private MemorySegment plan(Kind kind, int howMany, int stride) {
        MemorySegment[] shapes = made[kind.ordinal()];
        int shape = stride > 1 ? 1 + howMany / GROUP : howMany > 1 ? 1 : 0;
        if (shapes[shape] == null) {
            boolean real = kind == Kind.FORWARD_REAL || kind == Kind.INVERSE_REAL;
            MemorySegment from = kind == Kind.FORWARD_REAL ? values() : lines;
            MemorySegment to = !real || kind == Kind.FORWARD_REAL ? lines : values();
            shapes[shape] = plans.plan(kind, length, howMany, stride, from, to);
        }
        return shapes[shape];
    }
}
