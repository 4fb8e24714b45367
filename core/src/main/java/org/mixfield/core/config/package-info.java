/**
 * Reading a configuration strictly: a located node tree, a {@link org.mixfield.core.config.Settings view} of each of its
 * mappings, and the {@link org.mixfield.core.config.Problems} found on the way.
 *
 * <p>Every problem of a file is collected and reported at once with its line and column; a key that nobody read is a
 * problem too. This package knows nothing of YAML: whoever has a tree of {@link org.mixfield.core.config.ConfigNode}s,
 * or a plain {@code Map}, can use it.
 *
 * <pre>{@code
 * Problems problems = new Problems();
 * Settings settings = Settings.of(Map.of("strength", 2.0), problems);
 * double strength = settings.number("strength");
 * settings.finish();
 * problems.throwIfAny();
 * }</pre>
 */
@NullMarked
package org.mixfield.core.config;

import org.jspecify.annotations.NullMarked;
