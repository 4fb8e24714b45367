package org.mixfield.pipeline;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Description;
import org.mixfield.core.plugin.ProviderListing;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.potential.PotentialProvider;

/**
 * A pair potential as {@code mixfield potential list} shows it.
 *
 * @param provider its name and where it comes from, with the reason where it cannot be used
 * @param formula V(r) in the words of its settings; empty where the provider does not say
 * @param description its settings, as far as the provider could be asked
 * @param units the unit of each setting that the provider gives one for
 */
@API(status = API.Status.EXPERIMENTAL)
public record PotentialListing(
        ProviderListing provider, String formula, Description description, Map<String, String> units) {

    /** What providers say of themselves: each is asked for a potential, with a view that notes what it reads. */
    static List<PotentialListing> of(ProviderRegistry<PotentialProvider> potentials) {
        return potentials.listings().stream()
                .map(listing -> listing.failure().isPresent()
                        ? silent(listing)
                        : potentials
                                .find(listing.name())
                                .map(provider -> of(listing, provider))
                                .orElseGet(() -> silent(listing)))
                .toList();
    }

    private static PotentialListing of(ProviderListing listing, PotentialProvider provider) {
        Description description = Description.of(provider::create);
        try {
            return new PotentialListing(listing, provider.formula(), description, Map.copyOf(provider.units()));
        } catch (RuntimeException | LinkageError e) {
            return new PotentialListing(listing, "", description.failedWith(e), Map.of());
        }
    }

    private static PotentialListing silent(ProviderListing listing) {
        return new PotentialListing(listing, "", Description.NONE, Map.of());
    }
}
