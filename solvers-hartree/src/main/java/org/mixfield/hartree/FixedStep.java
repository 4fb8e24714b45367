package org.mixfield.hartree;

import java.util.Map;

/** Equal strides, as few as keep each step at or below a largest one. */
final class FixedStep implements StepControl {

    /** A step longer by rounding is not longer. */
    private static final double ROUNDING = 1e-9;

    private final Splitting scheme;
    private final double largestStep;
    private final int stepsPerStride;
    private long strides;
    private double smallest = Double.POSITIVE_INFINITY;

    FixedStep(Splitting scheme, double largestStep, int stepsPerStride) {
        this.scheme = scheme;
        this.largestStep = largestStep;
        this.stepsPerStride = stepsPerStride;
    }

    @Override
    public Splitting scheme() {
        return scheme;
    }

    @Override
    public double errorRatio() {
        return Math.pow(2, scheme.order());
    }

    @Override
    public double next(double time, double start, double end) {
        double count = Math.max(1, Math.ceil((end - start) / (largestStep * stepsPerStride) - ROUNDING));
        double done = Math.rint((time - start) / (end - start) * count) + 1;
        return done >= count ? end : start + (end - start) * (done / count);
    }

    @Override
    public boolean wantsCheck(double duration) {
        return false;
    }

    @Override
    public boolean accepts(double localError, double time, double duration) {
        return true;
    }

    @Override
    public void taken(double duration) {
        strides++;
        smallest = Math.min(smallest, duration / stepsPerStride);
    }

    @Override
    public void kink() {}

    @Override
    public void report(Map<String, Object> report) {
        report.put("scheme", scheme.name());
        report.put("order", scheme.order());
        report.put("steps", strides * stepsPerStride);
        if (strides > 0) {
            report.put("smallest-step", smallest);
        }
    }

    @Override
    public double[] save() {
        return new double[] {strides, smallest};
    }

    @Override
    public void restore(double[] saved) {
        strides = (long) saved[0];
        smallest = saved[1];
    }
}
