/** How long things take. Each benchmark compares with a floor measured in the same run, since timings are noisy. */
@NullMarked
package org.mixfield.benchmarks;

import org.jspecify.annotations.NullMarked;
