/**
 * Contract tests for extensions: abstract JUnit classes whose subclasses get a whole suite by naming what they test. There
 * is one for every extension interface: {@link org.mixfield.testkit.PotentialContract},
 * {@link org.mixfield.testkit.TrapContract}, {@link org.mixfield.testkit.OrbitalContract},
 * {@link org.mixfield.testkit.ModesContract}, {@link org.mixfield.testkit.SolverContract},
 * {@link org.mixfield.testkit.ObservableContract}, {@link org.mixfield.testkit.FourierTransformContract} and
 * {@link org.mixfield.testkit.ResultSinkContract}.
 *
 * <pre>{@code
 * class ScreenedTest extends PotentialContract {
 *     @Override protected PotentialProvider provider() { return new ScreenedProvider(); }
 *     @Override protected Map<String, Object> settings() { return Map.of("strength", 1.0, "screening", 0.5); }
 * }
 * }</pre>
 */
@NullMarked
package org.mixfield.testkit;

import org.jspecify.annotations.NullMarked;
