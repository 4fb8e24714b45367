package org.mixfield.pipeline.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.mixfield.pipeline.figure.Axis;
import org.mixfield.pipeline.figure.Curve;
import org.mixfield.pipeline.figure.Figure;
import org.mixfield.pipeline.figure.Scale;

/** A figure as the scripts of the page read it. */
final class FigureView {

    private FigureView() {}

    /** Of a curve that shows a column its name stands for the values, which are among the rows. */
    static Map<String, Object> toMap(Figure figure) {
        boolean ofRows =
                figure.curves().stream().anyMatch(curve -> curve.column().isPresent());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", figure.name());
        map.put("chapter", figure.chapter());
        map.put("title", figure.title());
        map.put("x", axis(figure.x()));
        map.put("y", axis(figure.y()));
        if (figure.x().label().equals("time t") && ofRows) {
            map.put("overRows", true);
        } else {
            map.put("points", figure.points());
        }
        map.put("scales", figure.scales().stream().map(Scale::key).toList());
        map.put("size", figure.size().name().toLowerCase(Locale.ROOT));
        map.put("zero", figure.limits().zero());
        figure.limits().most().ifPresent(most -> map.put("most", most));
        map.put("floor", figure.limits().floor());
        map.put("alike", figure.limits().alike());
        map.put("digits", figure.limits().digits());
        map.put("note", figure.note());
        map.put("curves", figure.curves().stream().map(FigureView::curve).toList());
        return map;
    }

    private static Map<String, Object> axis(Axis axis) {
        return Map.of("label", axis.label(), "unit", axis.unit(), "log", axis.logarithmic());
    }

    private static Map<String, Object> curve(Curve curve) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("label", curve.label());
        map.put("color", curve.colour());
        map.put("dash", dash(curve.stroke().dashes()));
        map.put("hint", curve.hint());
        map.put("line", curve.line());
        if (curve.column().isPresent()) {
            map.put("column", curve.column().get());
            map.put("banded", curve.errors() != null);
        } else {
            map.put("values", curve.values());
            if (curve.errors() != null) {
                map.put("error", curve.errors());
            }
        }
        return map;
    }

    private static String dash(float[] dashes) {
        StringBuilder text = new StringBuilder();
        for (float length : dashes) {
            text.append(text.isEmpty() ? "" : " ").append((int) length);
        }
        return text.toString();
    }
}
