/**
 * Fourier transforms and the convolutions V∗ρ built on them.
 *
 * <p>Forward transforms carry e<sup>−ik·x</sup> and no factor, inverse ones the factor 1/n. A transform of a real array
 * may be zero-padded to a larger shape; rows known to be zero, and results nobody asked for, are not transformed.
 *
 * <p>A convolution in free space cuts V at the diagonal R of the box (Vico, Greengard, Ferrando, arXiv:1604.03155): the
 * transform of the cut potential is smooth, so sampling it on a box of length L + R is spectrally accurate. It is brought
 * back to real space once; afterwards every convolution needs transforms of twice the box only.
 *
 * <pre>{@code
 * Convolver convolver = Convolver.create(grid, Boundary.FREE, backend, workers);
 * Kernel kernel = convolver.kernel(coulomb);
 * convolver.convolve(kernel, density, potential);
 * }</pre>
 */
@NullMarked
package org.mixfield.core.spectral;

import org.jspecify.annotations.NullMarked;
