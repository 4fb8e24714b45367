/**
 * The commands, thin over the pipeline: arguments in, exit codes, a line for each problem and a short result out.
 *
 * <pre>{@code
 * mixfield run coulomb-mixture.yaml --set species.u.particles=40 --output runs/forty
 * }</pre>
 *
 * <p>Results go to the standard output, everything else to the standard error.
 */
@NullMarked
package org.mixfield.cli;

import org.jspecify.annotations.NullMarked;
