/**
 * What a run leans on and leaves: the threads it may use, the memory it will take, the columns and rows it writes, the
 * sinks that keep them, and the failure that ends it.
 *
 * <p>A sink receives the columns once, then a row per output time, then the summary:
 *
 * <pre>{@code
 * sink.open(new RunRecord(name, directory, grid, columns, configuration));
 * sink.row(values);
 * sink.close(summary);
 * }</pre>
 */
@NullMarked
package org.mixfield.core.run;

import org.jspecify.annotations.NullMarked;
