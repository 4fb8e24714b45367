package org.mixfield.hartree;

import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.model.ModeFunctions;

/** The space that an orbital is sought in. */
@FunctionalInterface
interface Span {

    /** All functions on the grid. */
    Span GRID = field -> {};

    /** Projects a field on it, in place. */
    void project(double[] field);

    /** The span of modes. */
    static Span of(ModeFunctions modes) {
        return field -> {
            double[] projected = modes.expand(modes.project(ComplexField.over(modes.grid(), field)))
                    .data();
            System.arraycopy(projected, 0, field, 0, field.length);
        };
    }
}
