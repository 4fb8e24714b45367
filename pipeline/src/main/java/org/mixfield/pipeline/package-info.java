/**
 * The composition root: from a configuration to a run and what it leaves.
 *
 * <p>Data flows one way. YAML becomes a located node tree, the tree a {@link org.mixfield.pipeline.RunConfiguration} in
 * which everything is valid; a {@link org.mixfield.pipeline.Run} puts the mixture on its grid, lets the solvers carry it
 * through time, measures it at each output time, and hands the rows to the sinks. Nothing downstream validates again;
 * nothing upstream is changed. Guice and YAML are known here and nowhere else.
 *
 * <pre>{@code
 * try (Mixfield mixfield = Mixfield.open()) {
 *     Run run = mixfield.load(Path.of("coulomb-mixture.yaml"));
 *     RunResult result = run.execute(run.directory(), false, Progress.SILENT);
 *     double distance = result.last("gamma.trace-distance").orElseThrow();
 * }
 * }</pre>
 */
@NullMarked
package org.mixfield.pipeline;

import org.jspecify.annotations.NullMarked;
