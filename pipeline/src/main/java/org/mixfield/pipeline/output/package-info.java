/**
 * What a run leaves: the output directory, files that are whole or absent, and the sinks {@code csv}, {@code hdf5} and
 * {@code html}, registered exactly as a third party would register its own.
 *
 * <pre>{@code
 * OutputDirectory directory = OutputDirectory.claim(Path.of("runs/coulomb-mixture"), false);
 * AtomicFile.write(directory.path().resolve("summary.json"), Json.write(summary));
 * }</pre>
 */
@NullMarked
package org.mixfield.pipeline.output;

import org.jspecify.annotations.NullMarked;
