package org.mixfield.pipeline.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mixfield.pipeline.figure.Axis;
import org.mixfield.pipeline.figure.Curve;
import org.mixfield.pipeline.figure.DensityMaps;
import org.mixfield.pipeline.figure.Figure;
import org.mixfield.pipeline.figure.Stroke;

/**
 * Pictures of densities at the first and the last time, one for each view: curves in one dimension, maps in more.
 *
 * @param curves in one dimension
 * @param maps in two and three
 */
record DensityPictures(List<Figure> curves, List<DensityMaps> maps) {

    static DensityPictures of(Map<String, Object> densities, ShownUnits units) {
        List<Figure> curves = new ArrayList<>();
        List<DensityMaps> maps = new ArrayList<>();
        for (Map<?, ?> view : Rows.maps(densities.get("views"))) {
            View read = new View(view, units);
            if (read.axes.size() == 1) {
                read.figure().ifPresent(curves::add);
            } else if (read.axes.size() == 2) {
                read.maps().ifPresent(maps::add);
            }
        }
        return new DensityPictures(curves, maps);
    }

    /** One view, read from plain values. */
    private static final class View {

        private final Map<?, ?> view;
        private final ShownUnits.Shown length;
        private final ShownUnits.Shown density;
        private final ShownUnits units;
        private final List<Map<?, ?>> axes;
        private final List<Map<?, ?>> ends;

        View(Map<?, ?> view, ShownUnits units) {
            this.view = view;
            this.length = units.of("length");
            this.units = units;
            this.density = units.of(Rows.text(view, "unit"));
            this.axes = Rows.maps(view.get("axes"));
            List<Map<?, ?>> all = Rows.maps(view.get("snapshots"));
            this.ends = all.size() < 2 ? all : List.of(all.get(0), all.get(all.size() - 1));
        }

        private String name() {
            String plane =
                    axes.size() == 1 ? "" : "-" + Rows.text(axes.get(0), "name") + Rows.text(axes.get(1), "name");
            boolean slice = Rows.text(view, "quantity").contains(" at ");
            return "density-" + Rows.text(view, "kind") + plane + (slice ? "-plane" : "");
        }

        private String quantity(String species) {
            return Rows.text(view, "quantity").replace("ρ", "ρ" + (species.equals("u") ? "ᵤ" : "ᵥ"));
        }

        private String title() {
            return "Densities: " + Rows.text(view, "title");
        }

        private String at(Map<?, ?> snapshot) {
            double t = snapshot.get("time") instanceof Number number ? number.doubleValue() : 0;
            return units.time(t);
        }

        private Optional<Figure> figure() {
            double[] points = coordinates(0);
            Figure.Builder figure = Figure.named(name(), "densities", title())
                    .over(Axis.of(Rows.text(axes.get(0), "name"), length.text()), points)
                    .quantity("density", density.text())
                    .size(Figure.Size.WHOLE)
                    .fromZero();
            for (int k = 0; k < ends.size(); k++) {
                Map<?, ?> snapshot = ends.get(k);
                for (String species : List.of("u", "v")) {
                    double[] values = DensityDigest.numbers(snapshot.get(species));
                    if (values != null && values.length == points.length) {
                        figure.curve(Curve.of(
                                        quantity(species) + ", " + at(snapshot),
                                        species.equals("u") ? 0 : 1,
                                        scaled(values, density.factor()))
                                .with(k == ends.size() - 1 ? Stroke.SOLID : Stroke.DOTTED)
                                .asLine());
                    }
                }
            }
            return figure.build();
        }

        private Optional<DensityMaps> maps() {
            double[] x = coordinates(0);
            double[] y = coordinates(1);
            List<List<DensityMaps.Panel>> rows = new ArrayList<>();
            for (String species : List.of("u", "v")) {
                List<DensityMaps.Panel> row = new ArrayList<>();
                for (Map<?, ?> snapshot : ends) {
                    double[] values = DensityDigest.numbers(snapshot.get(species));
                    if (values != null && values.length == x.length * y.length) {
                        row.add(new DensityMaps.Panel(
                                quantity(species) + ", " + at(snapshot), x, y, scaled(values, density.factor())));
                    }
                }
                if (!row.isEmpty()) {
                    rows.add(row);
                }
            }
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DensityMaps(
                            name(),
                            title(),
                            Axis.of(Rows.text(axes.get(0), "name"), length.text()),
                            Axis.of(Rows.text(axes.get(1), "name"), length.text()),
                            density.text(),
                            rows));
        }

        private double[] coordinates(int axis) {
            double[] points = DensityDigest.numbers(axes.get(axis).get("coordinates"));
            return points == null ? new double[0] : scaled(points, length.factor());
        }

        private static double[] scaled(double[] values, double factor) {
            return Arrays.stream(values).map(value -> value * factor).toArray();
        }
    }
}
