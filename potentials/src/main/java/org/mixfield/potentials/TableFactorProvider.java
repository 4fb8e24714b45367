package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.Modulation;
import org.mixfield.core.potential.ModulationProvider;

/**
 * {@code table}: linear between {@code points} [time, value], times ascending; constant before the first and after the last.
 * Instead of points, a CSV {@code file} with the columns t, f in the units of the run.
 */
@AutoService(ModulationProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class TableFactorProvider implements ModulationProvider {

    @Override
    public String name() {
        return "table";
    }

    @Override
    public Modulation create(Settings settings) {
        settings.means(Map.of(
                "points", "times and values, with a straight line between",
                "file", "instead of points: lines of time and value; relative to the configuration"));
        int before = settings.problemCount();
        String key = settings.has("file") ? "file" : "points";
        double[][] points = key.equals("file")
                ? settings.path("file")
                        .map(path -> NumberRows.read(path, List.of("t", "f"), settings, "file"))
                        .orElse(new double[0][])
                : settings.rows("points", 2, 1, "a list of points [time, value]");
        if (key.equals("file") && settings.has("points")) {
            settings.rows("points", 2, 1, "a list of points [time, value]");
            settings.problem("file", "is given together with points; give one of them");
        }
        if (settings.problemCount() == before && points.length == 0) {
            settings.problem(key, "holds no points; accepted: at least one point [time, value]");
        }
        for (int i = 1; i < points.length && settings.problemCount() == before; i++) {
            if (!(points[i][0] > points[i - 1][0])) {
                settings.problem(
                        key,
                        "the time " + points[i][0] + " comes after " + points[i - 1][0] + "; times ascend, each once");
            }
        }
        return settings.problemCount() > before || points.length == 0 ? Modulation.NONE : modulation(points);
    }

    private static Modulation modulation(double[][] points) {
        double[] times = Arrays.stream(points).mapToDouble(p -> p[0]).toArray();
        double[] values = Arrays.stream(points).mapToDouble(p -> p[1]).toArray();
        return Arrays.stream(values).allMatch(f -> f == values[0])
                ? Modulation.constant(values[0])
                : new Polyline(times, values);
    }

    @Override
    public Map<String, String> units() {
        return Map.of("points", "time, 1", "file", "-");
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Polyline(double[] times, double[] values) implements Modulation {

        @Override
        public double at(double time) {
            int found = Arrays.binarySearch(times, time);
            if (found >= 0) {
                return values[found];
            }
            int right = -found - 1;
            if (right == 0 || right == times.length) {
                return values[right == 0 ? 0 : right - 1];
            }
            double s = (time - times[right - 1]) / (times[right] - times[right - 1]);
            return values[right - 1] + s * (values[right] - values[right - 1]);
        }

        @Override
        public List<Double> kinks() {
            return Arrays.stream(times).boxed().toList();
        }

        /** At a point of the table, or at an end. */
        @Override
        public double largest(double end) {
            double largest = Math.max(Math.abs(at(0)), Math.abs(at(end)));
            for (int i = 0; i < times.length; i++) {
                if (times[i] >= 0 && times[i] <= end) {
                    largest = Math.max(largest, Math.abs(values[i]));
                }
            }
            return largest;
        }
    }
}
