package org.mixfield.core.spectral;

import org.apiguardian.api.API;

/**
 * A row-major array cut across its first axis into slabs, parts that a core's own cache holds: planes in three dimensions,
 * bundles of rows in two, in one dimension the whole array.
 *
 * @param size points of the array
 * @param thickness points of a slab; the last one may have fewer
 */
@API(status = API.Status.EXPERIMENTAL)
public record Slabs(int size, int thickness) {

    /** The slabs of an array of this shape (1 to 3 axes). */
    public static Slabs of(int... shape) {
        int size = 1;
        for (int n : shape) {
            size *= n;
        }
        int plane = size / shape[0];
        return new Slabs(
                size,
                switch (shape.length) {
                    case 1 -> size;
                    case 2 -> Math.min(shape[0], LineTransform.WIDTH) * plane;
                    default -> plane;
                });
    }

    /** Number of slabs. */
    public int count() {
        return (size + thickness - 1) / thickness;
    }

    /** The first point of a slab. */
    public int from(int slab) {
        return slab * thickness;
    }

    /** The point after the last one of a slab. */
    public int to(int slab) {
        return Math.min(size, from(slab) + thickness);
    }
}
