/**
 * Puts the statements of the theory to the test on one problem: each is an inequality left ≤ right between numbers that a run, or a
 * sweep of it over particle numbers, has measured.
 *
 * <p>Statements with explicit constants must hold on every row. Statements with constants that the theory leaves open and that
 * must not depend on the particle numbers are tested by {@link org.mixfield.pipeline.verify.UniformBound}: the smaller particle
 * numbers say what the constants are, the larger ones must keep to them.
 *
 * <pre>{@code
 * VerificationResult result = Verification.of(run).execute(directory, false, Progress.SILENT);
 * boolean holds = result.holds();
 * }</pre>
 */
@NullMarked
package org.mixfield.pipeline.verify;

import org.jspecify.annotations.NullMarked;
