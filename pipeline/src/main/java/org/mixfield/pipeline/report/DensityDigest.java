package org.mixfield.pipeline.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Densities as a page needs them: five significant digits, and averages over blocks of points when there are more
 * points than a page should carry. What does not have the expected shape is passed on as it is.
 */
final class DensityDigest {

    /** Numbers in all snapshots together: about 15 MB of text. */
    private static final int MOST_NUMBERS = 2_000_000;

    /** Points along an axis: more than a screen resolves. */
    private static final int MOST_ALONG_CURVE = 4096;

    private static final int MOST_ALONG_MAP_AXIS = 512;

    private DensityDigest() {}

    /** Of the {@code densities} of {@link HtmlReport#render}. */
    static Object of(Object densities) {
        if (!(densities instanceof Map<?, ?> given) || !(given.get("views") instanceof Collection<?> views)) {
            return densities;
        }
        Map<String, Object> digest = copy(given);
        digest.put(
                "views",
                views.stream()
                        .map(view -> view(view, MOST_NUMBERS / views.size()))
                        .toList());
        return digest;
    }

    private static Object view(Object view, int mostNumbers) {
        if (!(view instanceof Map<?, ?> given)
                || !(given.get("axes") instanceof Collection<?> axes)
                || !(given.get("snapshots") instanceof Collection<?> snapshots)) {
            return view;
        }
        List<double[]> coordinates = new ArrayList<>();
        for (Object axis : axes) {
            double[] points = axis instanceof Map<?, ?> map ? numbers(map.get("coordinates")) : null;
            if (points == null) {
                return view;
            }
            coordinates.add(points);
        }
        if (coordinates.isEmpty() || coordinates.size() > 2) {
            return view;
        }
        int block = block(coordinates, snapshots.size(), mostNumbers);
        Map<String, Object> digest = copy(given);
        if (block > 1) {
            digest.put("averaged", block);
        }
        digest.put(
                "axes", axes.stream().map(axis -> axis((Map<?, ?>) axis, block)).toList());
        digest.put(
                "snapshots",
                snapshots.stream()
                        .map(snapshot -> snapshot(snapshot, coordinates, block))
                        .toList());
        return digest;
    }

    private static int block(List<double[]> coordinates, int snapshots, int mostNumbers) {
        int most = coordinates.size() == 1 ? MOST_ALONG_CURVE : MOST_ALONG_MAP_AXIS;
        for (int block = 1; ; block++) {
            double total = 2.0 * snapshots;
            int longest = 0;
            for (double[] points : coordinates) {
                int along = blocks(points.length, block);
                total *= along;
                longest = Math.max(longest, along);
            }
            if (longest <= 1 || (total <= mostNumbers && longest <= most)) {
                return block;
            }
        }
    }

    private static int blocks(int points, int block) {
        return (points + block - 1) / block;
    }

    private static Map<String, Object> axis(Map<?, ?> axis, int block) {
        Map<String, Object> digest = copy(axis);
        double[] points = numbers(axis.get("coordinates"));
        if (points != null) {
            digest.put("coordinates", averaged(points, points.length, 1, block, 1));
        }
        return digest;
    }

    private static Object snapshot(Object snapshot, List<double[]> coordinates, int block) {
        if (!(snapshot instanceof Map<?, ?> given)) {
            return snapshot;
        }
        int first = coordinates.get(0).length;
        int second = coordinates.size() > 1 ? coordinates.get(1).length : 1;
        Map<String, Object> digest = copy(given);
        for (String species : List.of("u", "v")) {
            double[] density = numbers(given.get(species));
            if (density != null && density.length == first * second) {
                double[] kept = averaged(density, first, second, block, coordinates.size() > 1 ? block : 1);
                digest.put(
                        species,
                        DoubleStream.of(kept).map(DensityDigest::rounded).toArray());
            }
        }
        return digest;
    }

    /** Means over blocks of a row-major (first × second) array; blocks at the far ends may be smaller. */
    private static double[] averaged(double[] values, int first, int second, int blockFirst, int blockSecond) {
        int rows = blocks(first, blockFirst);
        int columns = blocks(second, blockSecond);
        double[] means = new double[rows * columns];
        int[] counts = new int[rows * columns];
        for (int i = 0; i < first; i++) {
            for (int j = 0; j < second; j++) {
                int target = i / blockFirst * columns + j / blockSecond;
                means[target] += values[i * second + j];
                counts[target]++;
            }
        }
        for (int k = 0; k < means.length; k++) {
            means[k] /= counts[k];
        }
        return means;
    }

    private static double rounded(double value) {
        double size = Math.abs(value);
        if (!(size >= 1e-290 && size < 1e290)) {
            return size < 1e-290 ? 0 : value;
        }
        double scale = Math.pow(10, 4 - Math.floor(Math.log10(size)));
        return Math.rint(value * scale) / scale;
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    static double @Nullable [] numbers(@Nullable Object values) {
        if (values instanceof double[] array) {
            return array;
        }
        if (values instanceof double[][] array) {
            return Arrays.stream(array).flatMapToDouble(Arrays::stream).toArray();
        }
        if (values instanceof Collection<?> collection && collection.stream().allMatch(Number.class::isInstance)) {
            return collection.stream()
                    .mapToDouble(value -> ((Number) value).doubleValue())
                    .toArray();
        }
        return null;
    }
}
