package org.mixfield.pipeline.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;

/** A function at some points, ascending; those are left out where it has no finite value. Immutable. */
final class Values {

    /** One point and the value there. */
    record Point(double x, double y) {}

    private final List<Point> points;

    private Values(List<Point> points) {
        this.points = List.copyOf(points);
    }

    static Values of(List<Point> points) {
        return new Values(points);
    }

    /** At points that are equidistant. */
    static Values linear(double from, double to, int count, DoubleUnaryOperator function) {
        return at(count, i -> from + (to - from) * i / (count - 1), function);
    }

    /** At points the logarithms of which are equidistant. */
    static Values logarithmic(double from, double to, int count, DoubleUnaryOperator function) {
        return at(count, i -> from * Math.pow(to / from, i / (count - 1)), function);
    }

    private static Values at(int count, DoubleUnaryOperator place, DoubleUnaryOperator function) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = place.applyAsDouble(i);
            double y = valueOf(function, x);
            if (Double.isFinite(y)) {
                points.add(new Point(x, y));
            }
        }
        return new Values(points);
    }

    /** The value, or NaN where there is none: a table, for example, refuses to be asked beyond its end. */
    private static double valueOf(DoubleUnaryOperator function, double x) {
        try {
            return function.applyAsDouble(x);
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }

    /** Those that pass a test. */
    Values where(Predicate<Point> test) {
        return new Values(points.stream().filter(test).toList());
    }

    /** NaN in place of those that fail a test, at which a curve is broken. */
    Values gapped(Predicate<Point> test) {
        return new Values(points.stream()
                .map(point -> test.test(point) ? point : new Point(point.x(), Double.NaN))
                .toList());
    }

    /** Those from one index to before another. */
    Values part(int from, int to) {
        return new Values(points.subList(from, to));
    }

    /** The values with the other sign. */
    Values negated() {
        return new Values(
                points.stream().map(point -> new Point(point.x(), -point.y())).toList());
    }

    double[] x() {
        return points.stream().mapToDouble(Point::x).toArray();
    }

    double[] y() {
        return points.stream().mapToDouble(Point::y).toArray();
    }

    int count() {
        return points.size();
    }

    Point get(int index) {
        return points.get(index);
    }

    /** The largest |value|. */
    double peak() {
        return points.stream().mapToDouble(point -> Math.abs(point.y())).max().orElse(0);
    }

    /** The largest value. */
    double highest() {
        return points.stream().mapToDouble(Point::y).max().orElse(Double.NEGATIVE_INFINITY);
    }

    /** The lowest value. */
    double lowest() {
        return points.stream().mapToDouble(Point::y).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** The last x at which |value| is above a threshold; 0 where there is none. */
    double lastAbove(double threshold) {
        for (int i = points.size() - 1; i >= 0; i--) {
            if (Math.abs(points.get(i).y()) > threshold) {
                return points.get(i).x();
            }
        }
        return 0;
    }

    /** The first x. */
    double first() {
        return points.get(0).x();
    }

    /** The last x. */
    double last() {
        return points.get(points.size() - 1).x();
    }

    boolean isEmpty() {
        return points.isEmpty();
    }
}
