/**
 * What is measured on the states of a run: every observable declares its columns and fills them at each output time.
 *
 * <pre>{@code
 * List<Column> columns = observable.columns(discretization, Set.of(HartreeState.class));
 * observable.measure(snapshot, measurement);
 * }</pre>
 */
@NullMarked
package org.mixfield.core.observable;

import org.jspecify.annotations.NullMarked;
