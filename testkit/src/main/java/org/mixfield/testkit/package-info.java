/**
 * Contract tests for extensions: abstract JUnit classes whose subclasses get a whole suite by naming what they test.
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
