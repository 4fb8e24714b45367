/**
 * What a sweep over particle numbers says of the law it obeys: exponents, limits and growth rates with intervals, from values
 * that are computed and not drawn at random.
 *
 * <p>T(N) = a N^{−p} (1 + b₁ N^{−½} + b₂ N^{−1} + …) is fitted in logarithms, with as many corrections as the values bear:
 *
 * <pre>{@code
 * Interval exponent = PowerLaw.of(particles, distances, errors).exponent();
 * Form form = Form.of(exponent);
 * }</pre>
 */
@NullMarked
package org.mixfield.pipeline.study;

import org.jspecify.annotations.NullMarked;
