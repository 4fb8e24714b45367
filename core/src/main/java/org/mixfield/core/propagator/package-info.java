/**
 * Solvers and the states they carry through time.
 *
 * <p>A {@link org.mixfield.core.propagator.Solver} is a description, made from the configuration; {@code start} makes a
 * {@link org.mixfield.core.propagator.Propagator}, the one mutable thing, which holds the state at its time.
 *
 * <pre>{@code
 * Propagator propagator = solver.start(discretization, endTime);
 * propagator.advanceTo(0.25);
 * State state = propagator.state();
 * }</pre>
 */
@NullMarked
package org.mixfield.core.propagator;

import org.jspecify.annotations.NullMarked;
