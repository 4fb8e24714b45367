/**
 * What a run finds of statements of the theory: the two sides of an inequality on one problem, and what was measured for it.
 *
 * <p>The theory is that of G. de Oliveira and A. Michelangeli, <em>Mean-field dynamics for mixture condensates via Fock space
 * methods</em>; statements are named as there.
 */
@NullMarked
package org.mixfield.core.statement;

import org.jspecify.annotations.NullMarked;
