package org.mixfield.pipeline.figure;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Bars on a logarithmic scale, in groups side by side, with levels across them.
 *
 * @param name a short name that does not change, also of its picture
 * @param title its title
 * @param quantity what the bars show
 * @param groups the bars
 * @param levels lines across all of them
 */
@API(status = API.Status.EXPERIMENTAL)
public record Bars(String name, String title, String quantity, List<Group> groups, List<Level> levels) {

    public Bars {
        groups = List.copyOf(groups);
        levels = List.copyOf(levels);
    }

    /**
     * Bars of one kind.
     *
     * @param label what they are
     * @param colour a number of the palette
     * @param names the name below each
     * @param values the height of each
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Group(String label, int colour, List<String> names, double[] values) {
        public Group {
            names = List.copyOf(names);
        }
    }

    /**
     * A line across.
     *
     * @param label what it is
     * @param colour a number of the palette
     * @param value where it is
     */
    public record Level(String label, int colour, double value) {}
}
