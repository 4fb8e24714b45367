package org.mixfield.pipeline.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;

/**
 * Curves over one axis.
 *
 * @param name a short name that does not change, also of its picture: {@code trace-distance}
 * @param chapter the chapter of the page it stands in
 * @param title its title
 * @param x the axis
 * @param points the points of the axis, ascending
 * @param y what the curves show
 * @param curves the curves
 * @param scales how it can be looked at, the first unless asked otherwise
 * @param size its width on the page
 * @param limits what bounds the vertical axis
 * @param note what to know when reading it; may be empty
 */
@API(status = API.Status.EXPERIMENTAL)
@SuppressWarnings("ArrayRecordComponent")
public record Figure(
        String name,
        String chapter,
        String title,
        Axis x,
        double[] points,
        Axis y,
        List<Curve> curves,
        List<Scale> scales,
        Size size,
        Limits limits,
        String note) {

    public Figure {
        curves = List.copyOf(curves);
        scales = List.copyOf(scales);
    }

    /** Width on the page. */
    public enum Size {
        WHOLE,
        HALF,
        THIRD
    }

    /**
     * What bounds the vertical axis where it is linear.
     *
     * @param zero whether 0 is on it
     * @param most the largest value that is possible
     * @param floor the least span
     * @param alike values of figures beside it, which shall have the same axis
     * @param digits significant ones of a value that is read
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Limits(boolean zero, OptionalDouble most, double floor, double[] alike, int digits) {
        static final Limits NONE = new Limits(false, OptionalDouble.empty(), 0, new double[0], 4);
    }

    /** A figure to be built. */
    public static Builder named(String name, String chapter, String title) {
        return new Builder(name, chapter, title);
    }

    /** Collects the parts of a figure. */
    public static final class Builder {

        private final String name;
        private final String chapter;
        private final String title;
        private final List<Curve> curves = new ArrayList<>();
        private Axis x = Axis.of("", "");
        private Axis y = Axis.of("", "");
        private double[] points = {};
        private List<Scale> scales = List.of(Scale.LINEAR);
        private Size size = Size.HALF;
        private Limits limits = Limits.NONE;
        private String note = "";

        private Builder(String name, String chapter, String title) {
            this.name = name;
            this.chapter = chapter;
            this.title = title;
        }

        /** Its axis and the points of it. */
        public Builder over(Axis axis, double[] at) {
            x = axis;
            points = at;
            return this;
        }

        /** What the curves show. */
        public Builder quantity(String label, String unit) {
            y = Axis.of(label, unit);
            return this;
        }

        /** One curve more. */
        public Builder curve(Curve curve) {
            curves.add(curve);
            return this;
        }

        /** One curve more, where there is one. */
        public Builder curve(Optional<Curve> curve) {
            curve.ifPresent(curves::add);
            return this;
        }

        /** How it can be looked at. */
        public Builder scales(Scale... all) {
            scales = List.of(all);
            return this;
        }

        /** Its width on the page. */
        public Builder size(Size width) {
            size = width;
            return this;
        }

        /** 0 is on the vertical axis. */
        public Builder fromZero() {
            limits = new Limits(true, limits.most, limits.floor, limits.alike, limits.digits);
            return this;
        }

        /** The largest value that is possible. */
        public Builder atMost(double most) {
            limits = new Limits(limits.zero, OptionalDouble.of(most), limits.floor, limits.alike, limits.digits);
            return this;
        }

        /** The vertical axis is that of these values, too, and spans a length at least. */
        public Builder alike(double[] values, double floor) {
            limits = new Limits(limits.zero, limits.most, floor, values, limits.digits);
            return this;
        }

        /** Significant digits of a value that is read. */
        public Builder digits(int digits) {
            limits = new Limits(limits.zero, limits.most, limits.floor, limits.alike, digits);
            return this;
        }

        /** What to know when reading it. */
        public Builder note(String words) {
            note = words;
            return this;
        }

        /** The figure; none where it has no curve. */
        public Optional<Figure> build() {
            return curves.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Figure(name, chapter, title, x, points, y, curves, scales, size, limits, note));
        }
    }
}
