package org.mixfield.core.grid;

import org.apiguardian.api.API;

/**
 * A complex function on a grid, interleaved: value j is {@code data()[2j] + i data()[2j+1]}. Mutable; the owner of a
 * field is whoever made it. Not thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ComplexField {

    private static final int PART = 1 << 11;

    private final Grid grid;
    private final double[] data;

    private ComplexField(Grid grid, double[] data) {
        this.grid = grid;
        this.data = data;
    }

    /** A field of zeros. */
    public static ComplexField zero(Grid grid) {
        return new ComplexField(grid, new double[2 * grid.size()]);
    }

    /**
     * A field over an array, which is not copied.
     *
     * @param data interleaved, length 2·size
     * @throws IllegalArgumentException for another length
     */
    public static ComplexField over(Grid grid, double[] data) {
        if (data.length != 2 * grid.size()) {
            throw new IllegalArgumentException(
                    "a field on " + grid + " holds " + 2 * grid.size() + " numbers, not " + data.length);
        }
        return new ComplexField(grid, data);
    }

    /** Its grid. */
    public Grid grid() {
        return grid;
    }

    /** Its values, interleaved; the array itself, not a copy. */
    public double[] data() {
        return data;
    }

    /** A copy with memory of its own. */
    public ComplexField copy() {
        return new ComplexField(grid, data.clone());
    }

    /** ∫|ψ|². */
    public double normSquared() {
        // Summed in parts, so that rounding does not grow with the number of points.
        double sum = 0;
        for (int first = 0; first < data.length; first += PART) {
            double part = 0;
            for (int i = first; i < Math.min(first + PART, data.length); i++) {
                part += data[i] * data[i];
            }
            sum += part;
        }
        return sum * grid.cellVolume();
    }

    /** Multiplies by a real number. */
    public void scale(double factor) {
        for (int i = 0; i < data.length; i++) {
            data[i] *= factor;
        }
    }

    /**
     * ⟨this|other⟩ = ∫ conj(this) other, as {re, im}.
     *
     * @throws IllegalArgumentException for a field on another grid
     */
    public double[] inner(ComplexField other) {
        if (!grid.equals(other.grid)) {
            throw new IllegalArgumentException(
                    "fields on " + grid + " and on " + other.grid + " have no inner product");
        }
        double[] sums = new double[2];
        addInner(other, 0, grid.size(), sums);
        double volume = grid.cellVolume();
        return new double[] {sums[0] * volume, sums[1] * volume};
    }

    /**
     * Adds the real and the imaginary part of Σ conj(this) other over some points to the first two of some sums.
     *
     * @param other on the same grid
     * @param from the first of the points
     * @param to the point after the last one
     */
    public void addInner(ComplexField other, int from, int to, double[] sums) {
        double re = 0;
        double im = 0;
        double[] b = other.data;
        for (int i = 2 * from; i < 2 * to; i += 2) {
            re += data[i] * b[i] + data[i + 1] * b[i + 1];
            im += data[i] * b[i + 1] - data[i + 1] * b[i];
        }
        sums[0] += re;
        sums[1] += im;
    }

    /** Writes |ψ|² at every point, length size. */
    public void density(double[] target) {
        density(target, 0, target.length);
    }

    /**
     * Writes |ψ|² at some points.
     *
     * @param from the first of them
     * @param to the point after the last one
     */
    public void density(double[] target, int from, int to) {
        for (int j = from; j < to; j++) {
            target[j] = data[2 * j] * data[2 * j] + data[2 * j + 1] * data[2 * j + 1];
        }
    }
}
