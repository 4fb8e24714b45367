/**
 * Uniform grids in one to three dimensions and the fields on them.
 *
 * <p>A box of lengths L<sub>i</sub> centred at 0 with n<sub>i</sub> points an axis: x<sub>j</sub> = −L/2 + jL/n, j = 0 …
 * n−1, so that for even n the origin is a point. Arrays are row-major, the last axis contiguous; complex fields are
 * interleaved (re, im). Integrals are sums over points times the cell volume, which is spectrally accurate for smooth
 * fields that vanish at the boundary or are periodic.
 *
 * <pre>{@code
 * Grid grid = Grid.of(new int[] {48, 48, 48}, new double[] {16, 16, 16});
 * ComplexField u = ComplexField.zero(grid);
 * }</pre>
 */
@NullMarked
package org.mixfield.core.grid;

import org.jspecify.annotations.NullMarked;
