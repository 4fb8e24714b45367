package org.mixfield.core.potential;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.LegendreRuleFactory;
import org.mixfield.core.run.NumericalException;

/**
 * Nodes r<sub>i</sub> and weights w<sub>i</sub> with which ∫ f(r) g(r) dr = Σ w<sub>i</sub> g(r<sub>i</sub>), f(r) =
 * r<sup>d−1</sup> χ(r) V(r) with a smooth window χ, for every g that oscillates no faster than cos(kr), k up to a given
 * one.
 *
 * <p>Panels halve in length towards r = 0, so that a singularity r<sup>−s</sup> is analytic on each. What is left below
 * the last one is the sum of a geometric series, a node at 0. Panels end where the potential says that it has a kink or a
 * jump. A panel is split again until Gauss–Legendre rules on it and on its halves agree, with and without the fastest
 * oscillation, and its values continue to its ends; so jumps that nobody spoke of are resolved to rounding by bisection.
 */
final class RadialQuadrature {

    private static final int ORDER = 20;
    private static final double[] NODE = new double[ORDER];
    private static final double[] WEIGHT = new double[ORDER];

    /** Value at the upper end of a panel of the polynomial through the nodes, as weights of the values there. */
    private static final double[] AT_END = new double[ORDER];

    static {
        GaussIntegrator rule = new GaussIntegrator(new LegendreRuleFactory().getRule(ORDER));
        for (int i = 0; i < ORDER; i++) {
            NODE[i] = rule.getPoint(i);
            WEIGHT[i] = rule.getWeight(i);
        }
        for (int i = 0; i < ORDER; i++) {
            AT_END[i] = 1;
            for (int j = 0; j < ORDER; j++) {
                AT_END[i] *= j == i ? 1 : (1 - NODE[j]) / (NODE[i] - NODE[j]);
            }
        }
    }

    /** Half a panel is at most this many radians of the fastest oscillation: 20 nodes then integrate it to rounding. */
    private static final double RADIANS = 8;

    private static final int LEAST_LEVELS = 60;

    /** Keeps r<sup>−s</sup>, s < 3, finite at the smallest r. */
    private static final int MOST_LEVELS = 300;

    /** So many halvings that each contribute as much as the one before are taken for a divergent integral. */
    private static final int RISING_LEVELS = 48;

    private static final int MOST_DEPTH = 52;
    private static final int MOST_SPLITS = 1 << 17;
    private static final double NEGLIGIBLE = 1e-18;
    private static final double TOLERANCE = 1e-15;

    private static final double[] FEW_NODES = new double[ORDER / 2];
    private static final double[] FEW_WEIGHTS = new double[ORDER / 2];

    static {
        GaussIntegrator rule = new GaussIntegrator(new LegendreRuleFactory().getRule(ORDER / 2));
        for (int i = 0; i < ORDER / 2; i++) {
            FEW_NODES[i] = rule.getPoint(i);
            FEW_WEIGHTS[i] = rule.getWeight(i);
        }
    }

    /** Half a panel that is this many radians of the fastest oscillation may do with half the nodes. */
    private static final double FEW_RADIANS = 1;

    /** What each of thousands of short panels may be off by, of ∫|V|. */
    private static final double FEW_TOLERANCE = 1e-16;

    /** A jump between the last node and the end of a panel hides in 0.4 % of it. */
    private static final double END_TOLERANCE = 1e-12;

    /** The window that is 1 everywhere. */
    static final DoubleUnaryOperator OPEN = r -> 1;

    private final RadialPotential potential;
    private final DoubleUnaryOperator window;
    private final int dimension;
    private final double largestWaveNumber;
    private final double[] breakPoints;
    private double[] nodes = new double[1024];
    private double[] weights = new double[1024];
    private int count;
    private int splits;
    private double scale;

    private RadialQuadrature(
            RadialPotential potential, DoubleUnaryOperator window, int dimension, double largestWaveNumber) {
        this.potential = potential;
        this.window = window;
        this.dimension = dimension;
        this.largestWaveNumber = largestWaveNumber;
        this.breakPoints = potential.breakPoints();
        Arrays.sort(breakPoints);
    }

    /**
     * The rule on [0, R].
     *
     * @throws IllegalArgumentException where r<sup>d−1</sup> V is not integrable at 0
     */
    static RadialQuadrature over(
            RadialPotential potential,
            DoubleUnaryOperator window,
            int dimension,
            double radius,
            double largestWaveNumber) {
        RadialQuadrature rule = new RadialQuadrature(potential, window, dimension, largestWaveNumber);
        int levels = rule.levels(radius);
        double upper = radius;
        for (int level = 0; level < levels; level++) {
            rule.panels(upper / 2, upper);
            upper /= 2;
        }
        return rule.trimmed();
    }

    /** The rule on [a, b], a > 0, exact to rounding of a larger integral ∫ |V| r<sup>d−1</sup>. */
    static RadialQuadrature between(
            RadialPotential potential,
            DoubleUnaryOperator window,
            int dimension,
            double a,
            double b,
            double largestWaveNumber,
            double whole) {
        RadialQuadrature rule = new RadialQuadrature(potential, window, dimension, largestWaveNumber);
        rule.scale = whole;
        rule.panels(a, b);
        return rule.trimmed();
    }

    /** ∫ |V| r<sup>d−1</sup> over [a, b], roughly. */
    static double absoluteIntegral(RadialPotential potential, int dimension, double a, double b) {
        return new RadialQuadrature(potential, OPEN, dimension, 0).absolute(a, b);
    }

    /** ∫ |V| r<sup>d−1</sup> over the whole range, roughly. */
    double absoluteSum() {
        return scale;
    }

    double[] nodes() {
        return nodes;
    }

    double[] weights() {
        return weights;
    }

    private RadialQuadrature trimmed() {
        nodes = Arrays.copyOf(nodes, count);
        weights = Arrays.copyOf(weights, count);
        return this;
    }

    /**
     * How often [0, R] must be halved until what is left is negligible, or until the halves contribute a geometric
     * series, the sum of which becomes a node at 0; sets the scale of the integral.
     */
    private int levels(double radius) {
        double upper = radius;
        double previous = 0;
        int rising = 0;
        for (int level = 1; ; level++) {
            double part = absolute(upper / 2, upper);
            double ratio = previous > 0 ? part / previous : 0;
            rising = ratio > 0.9999 ? rising + 1 : 0;
            if (rising == RISING_LEVELS) {
                throw new IllegalArgumentException("V(r) is not integrable at r = 0 in dimension " + dimension + ": r^"
                        + (dimension - 1) + " |V| contributes " + part + " from every halving of r near " + upper);
            }
            scale += part;
            if (level >= LEAST_LEVELS && part <= NEGLIGIBLE * scale * (1 - ratio)) {
                return level;
            }
            if (level == MOST_LEVELS) {
                double rest = ratio / (1 - ratio);
                scale += part * rest;
                append(0, integral(upper / 2, upper, sample(upper / 2, upper), 0) * rest);
                return level;
            }
            previous = part;
            upper /= 2;
        }
    }

    /** On enough pieces to notice a feature a thousandth as wide as [a, b]. */
    private double absolute(double a, double b) {
        int pieces = 64;
        double sum = 0;
        for (int i = 0; i < pieces; i++) {
            double from = a + (b - a) * i / pieces;
            double to = a + (b - a) * (i + 1) / pieces;
            sum += absolute(from, to, sample(from, to));
        }
        return sum;
    }

    private static double absolute(double a, double b, double[] values) {
        double sum = 0;
        for (int i = 0; i < ORDER; i++) {
            sum += WEIGHT[i] * Math.abs(values[i]);
        }
        return 0.5 * (b - a) * sum;
    }

    /** Panels from break point to break point. */
    private void panels(double a, double b) {
        double from = a;
        int next = Arrays.binarySearch(breakPoints, a);
        for (int i = next < 0 ? -next - 1 : next + 1; i < breakPoints.length && breakPoints[i] < b; i++) {
            panel(from, breakPoints[i]);
            from = breakPoints[i];
        }
        panel(from, b);
    }

    private void panel(double a, double b) {
        int pieces = Math.max(1, (int) Math.ceil(largestWaveNumber * (b - a) / (2 * RADIANS)));
        for (int i = 0; i < pieces; i++) {
            double from = a + (b - a) * i / pieces;
            double to = i + 1 == pieces ? b : a + (b - a) * (i + 1) / pieces;
            split(from, to, sample(from, to), MOST_DEPTH);
        }
    }

    private void split(double a, double b, double[] values, int depth) {
        double middle = 0.5 * (a + b);
        double[] left = sample(a, middle);
        double[] right = sample(middle, b);
        scale = Math.max(scale, absolute(a, middle, left) + absolute(middle, b, right));
        boolean settled = agrees(a, b, values, left, right, 0)
                && agrees(a, b, values, left, right, largestWaveNumber)
                && continues(a, b, values);
        if (settled || depth == 0 || middle <= a || middle >= b) {
            append(a, b, values);
            return;
        }
        if (++splits > MOST_SPLITS) {
            throw new NumericalException(
                    "the pair potential " + potential.getClass().getName() + " is too rough near r = " + middle
                            + ": V(r) must be smooth to double precision up to a few thousand kinks and jumps");
        }
        split(a, middle, left, depth - 1);
        split(middle, b, right, depth - 1);
    }

    private boolean agrees(double a, double b, double[] values, double[] left, double[] right, double waveNumber) {
        double middle = 0.5 * (a + b);
        double halves = integral(a, middle, left, waveNumber) + integral(middle, b, right, waveNumber);
        return Math.abs(integral(a, b, values, waveNumber) - halves) <= TOLERANCE * scale + Double.MIN_NORMAL;
    }

    private boolean continues(double a, double b, double[] values) {
        double atA = 0;
        double atB = 0;
        for (int i = 0; i < ORDER; i++) {
            atA += AT_END[ORDER - 1 - i] * values[i];
            atB += AT_END[i] * values[i];
        }
        // From inside: what V is at the end itself may belong to the next panel.
        double off = Math.max(Math.abs(atA - density(Math.nextUp(a))), Math.abs(atB - density(Math.nextDown(b))));
        return off * (b - a) <= END_TOLERANCE * scale + Double.MIN_NORMAL;
    }

    private double[] sample(double a, double b) {
        double[] values = new double[ORDER];
        for (int i = 0; i < ORDER; i++) {
            values[i] = density(place(a, b, i));
        }
        return values;
    }

    private static double place(double a, double b, int i) {
        return 0.5 * (a + b) + 0.5 * (b - a) * NODE[i];
    }

    private static double integral(double a, double b, double[] values, double waveNumber) {
        double sum = 0;
        for (int i = 0; i < ORDER; i++) {
            sum += WEIGHT[i] * values[i] * (waveNumber > 0 ? Math.cos(waveNumber * place(a, b, i)) : 1);
        }
        return 0.5 * (b - a) * sum;
    }

    private void append(double a, double b, double[] values) {
        if (largestWaveNumber * (b - a) <= 2 * FEW_RADIANS && appendFew(a, b, values)) {
            return;
        }
        for (int i = 0; i < ORDER; i++) {
            append(place(a, b, i), 0.5 * (b - a) * WEIGHT[i] * values[i]);
        }
    }

    /** Half the nodes, where they give the same: between the break points of a table, for one. */
    private boolean appendFew(double a, double b, double[] values) {
        double[] few = new double[FEW_NODES.length];
        double plain = -integral(a, b, values, 0);
        double cosine = -integral(a, b, values, largestWaveNumber);
        for (int i = 0; i < few.length; i++) {
            double r = placeFew(a, b, i);
            few[i] = 0.5 * (b - a) * FEW_WEIGHTS[i] * density(r);
            plain += few[i];
            cosine += few[i] * Math.cos(largestWaveNumber * r);
        }
        if (!(Math.max(Math.abs(plain), Math.abs(cosine)) <= FEW_TOLERANCE * scale)) {
            return false;
        }
        for (int i = 0; i < few.length; i++) {
            append(placeFew(a, b, i), few[i]);
        }
        return true;
    }

    private static double placeFew(double a, double b, int i) {
        return 0.5 * (a + b) + 0.5 * (b - a) * FEW_NODES[i];
    }

    private void append(double node, double weight) {
        if (weight == 0) {
            return;
        }
        if (count == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
        }
        nodes[count] = node;
        weights[count++] = weight;
    }

    private double density(double r) {
        double value = potential.value(r);
        if (!Double.isFinite(value)) {
            throw new NumericalException(
                    "the pair potential " + potential.getClass().getName() + " gives V(" + r + ") = " + value
                            + "; a potential is finite for every r > 0");
        }
        double windowed = value * window.applyAsDouble(r);
        return dimension == 1 ? windowed : dimension == 2 ? r * windowed : r * r * windowed;
    }
}
