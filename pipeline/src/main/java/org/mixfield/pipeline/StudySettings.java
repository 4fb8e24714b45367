package org.mixfield.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mixfield.core.config.Settings;
import org.mixfield.core.model.Mixture;

/** The section {@code study}: what both particle numbers are multiplied by. */
final class StudySettings {

    private static final int MOST_SCALES = 10_000;

    private StudySettings() {}

    /** The scales, ascending; none where the section is missing. */
    static List<Integer> read(Settings root, Optional<Mixture> mixture) {
        return root.optionalSection("study")
                .map(section -> scales(section, mixture))
                .orElse(List.of());
    }

    private static List<Integer> scales(Settings study, Optional<Mixture> mixture) {
        study.means(Map.of("scale", "what both particle numbers are multiplied by, one run for each"));
        int before = study.problemCount();
        double[] given = study.numbers(
                "scale",
                1,
                MOST_SCALES,
                x -> x >= 1 && x <= Integer.MAX_VALUE && x == Math.rint(x),
                "whole numbers not below 1");
        study.finish();
        if (study.problemCount() > before) {
            return List.of();
        }
        List<Integer> scales =
                Arrays.stream(given).sorted().mapToObj(scale -> (int) scale).toList();
        for (int i = 1; i < scales.size(); i++) {
            if (scales.get(i).equals(scales.get(i - 1))) {
                study.problem("scale", "names the scale " + scales.get(i) + " twice");
            }
        }
        int particles = mixture.map(
                        known -> Math.max(known.u().particles(), known.v().particles()))
                .orElse(1);
        long most = (long) particles * scales.get(scales.size() - 1);
        if (most > Integer.MAX_VALUE) {
            study.problem(
                    "scale",
                    "makes " + most + " particles of " + particles + "; accepted: up to " + Integer.MAX_VALUE
                            + " particles of a species");
        }
        return scales;
    }
}
