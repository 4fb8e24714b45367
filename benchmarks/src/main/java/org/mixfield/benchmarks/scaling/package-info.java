/** Cost against size, with the law that it should follow. */
@NullMarked
package org.mixfield.benchmarks.scaling;

import org.jspecify.annotations.NullMarked;
