package org.mixfield.fftw;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** The functions of FFTW that are used. Plans may be executed by several threads at once, all else by one. */
final class Fftw {

    /** What a plan transforms. */
    enum Kind {
        FORWARD("fftw_plan_many_dft", -1),
        INVERSE("fftw_plan_many_dft", 1),
        FORWARD_REAL("fftw_plan_many_dft_r2c", 0),
        INVERSE_REAL("fftw_plan_many_dft_c2r", 0);

        private final String planner;
        private final int sign;

        Kind(String planner, int sign) {
            this.planner = planner;
            this.sign = sign;
        }

        private boolean isReal() {
            return sign == 0;
        }
    }

    /** How carefully a plan is made; flags of fftw3.h. */
    enum Effort {
        MEASURE(0),
        ESTIMATE(1 << 6),
        FROM_WISDOM(1 << 21);

        private final int flag;

        Effort(int flag) {
            this.flag = flag;
        }
    }

    private static final Linker LINKER = Linker.nativeLinker();

    // Static and final, so that the compiler sees through them; the function itself is their first argument.
    private static final MethodHandle EXECUTE = handle(FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS));
    private static final MethodHandle PLAN = handle(planner(true));
    private static final MethodHandle PLAN_REAL = handle(planner(false));
    private static final MethodHandle FILE = handle(FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle LIMIT = handle(FunctionDescriptor.ofVoid(JAVA_DOUBLE));

    private final SymbolLookup symbols;
    private final MemorySegment execute;
    private final MemorySegment executeForwardReal;
    private final MemorySegment executeInverseReal;

    Fftw(SymbolLookup symbols) {
        this.symbols = symbols;
        this.execute = function("fftw_execute_dft");
        this.executeForwardReal = function("fftw_execute_dft_r2c");
        this.executeInverseReal = function("fftw_execute_dft_c2r");
    }

    private static FunctionDescriptor planner(boolean signed) {
        FunctionDescriptor real = FunctionDescriptor.of(
                ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT,
                JAVA_INT, JAVA_INT);
        return signed ? real.appendArgumentLayouts(new MemoryLayout[] {JAVA_INT}) : real;
    }

    @SuppressWarnings("restricted")
    private static MethodHandle handle(FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(descriptor);
    }

    private MemorySegment function(String name) {
        return symbols.find(name).orElseThrow();
    }

    /**
     * Makes a plan; {@link MemorySegment#NULL} where it is to come from wisdom and that has none.
     *
     * @param rows of each transform; 1 for lines
     * @param howMany lines, or planes
     * @param stride from one point of a line to the next
     * @param from an array as aligned as those it will be executed on; overwritten
     * @param to the same, or {@code from} itself
     */
    MemorySegment plan(
            Kind kind,
            int rows,
            int length,
            int howMany,
            int stride,
            MemorySegment from,
            MemorySegment to,
            Effort effort) {
        int rank = rows > 1 ? 2 : 1;
        int half = length / 2 + 1;
        int fromDistance = stride > 1 ? 1 : kind == Kind.INVERSE_REAL ? half : length;
        int toDistance = stride > 1 ? 1 : kind == Kind.FORWARD_REAL ? half : length;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment n =
                    rank > 1 ? arena.allocateFrom(JAVA_INT, rows, length) : arena.allocateFrom(JAVA_INT, length);
            MemorySegment none = MemorySegment.NULL;
            MemorySegment planner = function(kind.planner);
            return kind.isReal()
                    ? (MemorySegment) PLAN_REAL.invokeExact(
                            planner,
                            rank,
                            n,
                            howMany,
                            from,
                            none,
                            stride,
                            fromDistance,
                            to,
                            none,
                            stride,
                            toDistance,
                            effort.flag)
                    : (MemorySegment) PLAN.invokeExact(
                            planner,
                            rank,
                            n,
                            howMany,
                            from,
                            none,
                            stride,
                            fromDistance,
                            to,
                            none,
                            stride,
                            toDistance,
                            kind.sign,
                            effort.flag);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    void execute(MemorySegment plan, MemorySegment data) {
        execute(execute, plan, data, data);
    }

    void executeForwardReal(MemorySegment plan, MemorySegment values, MemorySegment spectra) {
        execute(executeForwardReal, plan, values, spectra);
    }

    /** Leaves the spectra with no meaning. */
    void executeInverseReal(MemorySegment plan, MemorySegment spectra, MemorySegment values) {
        execute(executeInverseReal, plan, spectra, values);
    }

    private static void execute(MemorySegment function, MemorySegment plan, MemorySegment from, MemorySegment to) {
        try {
            EXECUTE.invokeExact(function, plan, from, to);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    /** About how long the making of one plan may take. */
    void limit(double seconds) {
        try {
            LIMIT.invokeExact(function("fftw_set_timelimit"), seconds);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    /** Whether wisdom was read; not that of another machine or version, and not from a damaged file. */
    boolean readWisdom(Path file) {
        return file("fftw_import_wisdom_from_filename", file);
    }

    /** Whether all wisdom was written. */
    boolean writeWisdom(Path file) {
        return file("fftw_export_wisdom_to_filename", file);
    }

    private boolean file(String function, Path file) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) FILE.invokeExact(function(function), arena.allocateFrom(file.toString())) != 0;
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
