/**
 * Figures of results as data: axes, curves, bars and maps, with the colours and strokes that tell them apart. The page and
 * the pictures beside it draw the same ones.
 *
 * <pre>{@code
 * Optional<Figure> figure = Figure.named("energy", "energies", "Energy per particle")
 *         .over(Axis.of("time t", "ms"), times)
 *         .quantity("E", "Hz")
 *         .curve(Curve.of("Hartree", 0, values))
 *         .build();
 * }</pre>
 */
@NullMarked
package org.mixfield.pipeline.figure;

import org.jspecify.annotations.NullMarked;
