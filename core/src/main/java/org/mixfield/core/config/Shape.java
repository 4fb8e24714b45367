package org.mixfield.core.config;

import java.util.List;
import org.apiguardian.api.API;

/** What a single value or a list may look like, in a form that a program understands. */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface Shape {

    /**
     * What the numbers in it measure, in words as in {@link org.mixfield.core.plugin.Provider#units}; empty where that is a
     * plain number, or where there is none.
     */
    default String measures() {
        if (this instanceof Numeric numeric) {
            return numeric.unit().matches("-|1") ? "" : numeric.unit();
        }
        List<Shape> inner = this instanceof Items items
                ? items.items()
                : this instanceof Either either ? either.alternatives() : List.of();
        return inner.stream()
                .map(Shape::measures)
                .filter(unit -> !unit.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * A number.
     *
     * @param range which ones
     * @param unit what it measures, in words as in {@link org.mixfield.core.plugin.Provider#units}; empty where it is a
     *     plain number, which cannot be written as a quantity
     */
    record Numeric(Range range, String unit) implements Shape {}

    /**
     * A text.
     *
     * @param pattern a regular expression of the whole of it; empty for any text
     */
    record Text(String pattern) implements Shape {}

    /**
     * One of a few words.
     *
     * @param choices all of them
     */
    record Word(List<String> choices) implements Shape {
        public Word {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A list.
     *
     * @param items what each entry is
     * @param least the least number of entries
     * @param most the greatest; {@link Integer#MAX_VALUE} for any
     */
    record Items(List<Shape> items, int least, int most) implements Shape {
        /** Every entry of the same shape. */
        static Items of(Shape item, int least, int most) {
            return new Items(List.of(item), least, most);
        }

        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A mapping from names to values of one shape.
     *
     * @param names the names, all of them needed; none where they are of the reader's choice
     * @param value what each value is
     */
    record Named(List<String> names, Shape value) implements Shape {
        public Named {
            names = List.copyOf(names);
        }
    }

    /**
     * Either of several.
     *
     * @param alternatives at least two
     */
    record Either(List<Shape> alternatives) implements Shape {
        public Either {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** A mapping, or a list of mappings, whose keys are told elsewhere. */
    record Keyed() implements Shape {}
}
