/**
 * Finding providers and keeping the broken ones from harming the others.
 *
 * <p>Every extension of Mixfield is a {@link org.mixfield.core.plugin.Provider} found by {@link java.util.ServiceLoader}.
 * A {@link org.mixfield.core.plugin.ProviderRegistry} holds those of one kind by name; one that fails to load, breaks the
 * naming rule or clashes with another is listed with the reason, and only a run that names it fails.
 *
 * <p>Jars on the class path are one source; {@link org.mixfield.core.plugin.Plugins}, folders of jars with a class loader
 * for each, are the other.
 *
 * <pre>{@code
 * Plugins plugins = Plugins.in(List.of(Path.of("plugins")), loader);
 * ProviderRegistry<PotentialProvider> potentials =
 *         ProviderRegistry.load("potential", PotentialProvider.class, loader, plugins);
 * PairPotential coulomb = potentials.create(settings, PotentialProvider::create);
 * }</pre>
 */
@NullMarked
package org.mixfield.core.plugin;

import org.jspecify.annotations.NullMarked;
