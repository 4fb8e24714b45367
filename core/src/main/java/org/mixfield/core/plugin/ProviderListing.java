package org.mixfield.core.plugin;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One provider as {@code mixfield plugins} shows it.
 *
 * @param kind what it provides, for example {@code potential}
 * @param name its name, or its class name where it failed before it could say
 * @param origin the jar or folder it came from, with its version where the jar tells
 * @param failure why it cannot be used; empty when it can
 */
@API(status = API.Status.EXPERIMENTAL)
public record ProviderListing(String kind, String name, Origin origin, Optional<String> failure) {}
