package org.mixfield.core.potential;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.DoubleUnaryOperator;
import org.mixfield.core.run.Workers;

/**
 * A band-limited function g(x) = ∫ e^{ixr} dμ(r), |r| ≤ R, tabulated on [0, X] by Chebyshev polynomials on panels of
 * half-width h/R, which is exact to rounding: the expansion coefficients of e^{ixr} fall like J<sub>n</sub>(h).
 *
 * <p>A panel is expanded when it is first needed, or before that by {@link #prepare}. Thread-safe.
 */
final class ChebyshevTable implements DoubleUnaryOperator {

    /** How a panel is expanded: its half-width h and the n for which J<sub>n</sub>(h) is below rounding. */
    enum Panels {
        /** Few values of g to compute. */
        WIDE(8, 33),
        /** Few terms to sum. */
        NARROW(1, 16);

        private final double halfWidth;
        private final int terms;

        Panels(double halfWidth, int terms) {
            this.halfWidth = halfWidth;
            this.terms = terms;
        }
    }

    private final DoubleUnaryOperator function;
    private final int terms;
    private final double panelWidth;
    private final AtomicReferenceArray<double[]> coefficients;

    /**
     * A table.
     *
     * @param function g
     * @param bandLimit R
     * @param end X
     */
    ChebyshevTable(DoubleUnaryOperator function, double bandLimit, double end, Panels kind) {
        this.function = function;
        this.terms = kind.terms;
        int panels = Math.max(1, (int) Math.ceil(end * bandLimit / (2 * kind.halfWidth)));
        this.panelWidth = end > 0 ? end / panels : 1;
        this.coefficients = new AtomicReferenceArray<>(panels);
    }

    /** Expands every panel. */
    void prepare(Workers workers) {
        workers.run(coefficients.length(), 1, (worker, from, to) -> {
            for (int panel = from; panel < to; panel++) {
                coefficients(panel);
            }
        });
    }

    private double[] coefficients(int panel) {
        double[] c = coefficients.get(panel);
        if (c == null) {
            c = expand(panel * panelWidth);
            coefficients.set(panel, c);
        }
        return c;
    }

    private double[] expand(double start) {
        double[] values = new double[terms];
        for (int i = 0; i < terms; i++) {
            values[i] = function.applyAsDouble(start + 0.5 * panelWidth * (1 + Math.cos(Math.PI * (i + 0.5) / terms)));
        }
        double[] c = new double[terms];
        for (int n = 0; n < terms; n++) {
            double sum = 0;
            for (int i = 0; i < terms; i++) {
                sum += values[i] * Math.cos(Math.PI * n * (i + 0.5) / terms);
            }
            c[n] = (n == 0 ? 1.0 : 2.0) / terms * sum;
        }
        return c;
    }

    @Override
    public double applyAsDouble(double x) {
        int panel = Math.min((int) (x / panelWidth), coefficients.length() - 1);
        double[] c = coefficients(panel);
        double t = 2 * (x - panel * panelWidth) / panelWidth - 1;
        double twice = 2 * t;
        double b1 = 0;
        double b2 = 0;
        for (int n = c.length - 1; n > 0; n--) {
            double b0 = twice * b1 + (c[n] - b2);
            b2 = b1;
            b1 = b0;
        }
        return t * b1 + (c[0] - b2);
    }
}
