package org.mixfield.fftw;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.spectral.PlaneTransform;
import org.mixfield.fftw.Fftw.Kind;

/**
 * Planes by FFTW, in memory outside the heap as {@link FftwLine}s: a plane goes there and back once, where its lines along two
 * axes would do so one after the other.
 */
final class FftwPlane implements PlaneTransform {

    /** Planes that a core's second-level cache holds. */
    private static final int MOST_POINTS = 1 << 16;

    private final int rows;
    private final int columns;
    private final int size;
    private final int halfSize;
    private final FftwPlans plans;
    private final MemorySegment plane;
    private final @Nullable MemorySegment[] made = new MemorySegment[Kind.values().length];
    private @Nullable MemorySegment values;

    private FftwPlane(int rows, int columns, FftwPlans plans) {
        this.rows = rows;
        this.columns = columns;
        this.size = rows * columns;
        this.halfSize = rows * (columns / 2 + 1);
        this.plans = plans;
        this.plane = FftwLine.numbers(2 * (long) Math.max(size, halfSize));
    }

    /** The transforms of a plane, if it is not so large that lines are better. */
    static Optional<PlaneTransform> of(int rows, int columns, FftwPlans plans) {
        return rows > 1 && columns > 1 && (long) rows * columns <= MOST_POINTS
                ? Optional.of(new FftwPlane(rows, columns, plans))
                : Optional.empty();
    }

    @Override
    public void transform(double[] data, int offset, boolean forward) {
        MemorySegment plan = plan(forward ? Kind.FORWARD : Kind.INVERSE, plane, plane);
        MemorySegment.copy(data, 2 * offset, plane, JAVA_DOUBLE, 0, 2 * size);
        plans.fftw().execute(plan, plane);
        MemorySegment.copy(plane, JAVA_DOUBLE, 0, data, 2 * offset, 2 * size);
    }

    @Override
    public void forwardReal(double[] from, int start, double[] spectra, int offset) {
        MemorySegment reals = values();
        MemorySegment plan = plan(Kind.FORWARD_REAL, reals, plane);
        MemorySegment.copy(from, start, reals, JAVA_DOUBLE, 0, size);
        plans.fftw().executeForwardReal(plan, reals, plane);
        MemorySegment.copy(plane, JAVA_DOUBLE, 0, spectra, 2 * offset, 2 * halfSize);
    }

    @Override
    public void inverseReal(double[] spectra, int offset, double[] to, int start, double factor) {
        MemorySegment reals = values();
        MemorySegment plan = plan(Kind.INVERSE_REAL, plane, reals);
        MemorySegment.copy(spectra, 2 * offset, plane, JAVA_DOUBLE, 0, 2 * halfSize);
        plans.fftw().executeInverseReal(plan, plane, reals);
        MemorySegment.copy(reals, JAVA_DOUBLE, 0, to, start, size);
        for (int i = start; i < start + size; i++) {
            to[i] *= factor;
        }
    }

    private MemorySegment values() {
        MemorySegment known = values;
        if (known == null) {
            known = FftwLine.numbers(size);
            values = known;
        }
        return known;
    }

    private MemorySegment plan(Kind kind, MemorySegment from, MemorySegment to) {
        MemorySegment known = made[kind.ordinal()];
        if (known == null) {
            known = plans.plane(kind, rows, columns, from, to);
            made[kind.ordinal()] = known;
        }
        return known;
    }
}
