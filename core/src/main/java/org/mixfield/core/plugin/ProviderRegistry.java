package org.mixfield.core.plugin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.config.NearestName;
import org.mixfield.core.config.Settings;

/**
 * The providers of one kind, by name. Immutable once loaded; thread-safe.
 *
 * <p>A provider that cannot be loaded, has a bad name, or shares its name with another is kept out and listed with the
 * reason; the others work.
 *
 * @param <P> the provider interface
 */
@API(status = API.Status.EXPERIMENTAL)
public final class ProviderRegistry<P extends Provider> {

    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");
    private static final Pattern VENDOR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*/[A-Za-z0-9][A-Za-z0-9.-]*");

    /** How {@link ServiceLoader} names a class it cannot use. */
    private static final Pattern NAMED = Pattern.compile("Provider (\\S+) not ");

    /** A service file that fails this often in a row is given up, so that a broken iterator cannot loop for ever. */
    private static final int MOST_FAILURES = 1000;

    private final String kind;
    private final Map<String, P> usable;
    private final Map<String, String> unusable;
    private final List<ProviderListing> nameless;
    private final List<ProviderListing> listings;

    /** @param nameless what failed before it could say its name, whole plugins included */
    private ProviderRegistry(
            String kind,
            Map<String, P> usable,
            Map<String, String> unusable,
            List<ProviderListing> nameless,
            List<ProviderListing> listings) {
        this.kind = kind;
        this.usable = usable;
        this.unusable = unusable;
        this.nameless = List.copyOf(nameless);
        this.listings = List.copyOf(listings);
    }

    /**
     * Loads every provider that the class loader's service files name.
     *
     * @param kind the word for it in messages, for example {@code potential}
     */
    public static <P extends Provider> ProviderRegistry<P> load(String kind, Class<P> type, ClassLoader loader) {
        return load(kind, type, loader, Plugins.none());
    }

    /** As {@link #load(String, Class, ClassLoader)}, with the plugins that were found in folders. */
    public static <P extends Provider> ProviderRegistry<P> load(
            String kind, Class<P> type, ClassLoader loader, Plugins plugins) {
        List<P> found = new ArrayList<>();
        List<ProviderListing> failed = new ArrayList<>();
        Iterator<ServiceLoader.Provider<P>> services =
                ServiceLoader.load(type, loader).stream().iterator();
        for (int failures = 0; failures < MOST_FAILURES; ) {
            ServiceLoader.@Nullable Provider<P> service = null;
            try {
                if (!services.hasNext()) {
                    break;
                }
                service = services.next();
                found.add(service.get());
            } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                failures++;
                failed.add(failure(kind, service, e));
            }
        }
        plugins.find(kind, type, found, failed);
        return of(kind, found, failed, plugins.failures());
    }

    /** A registry of given providers, for use without service files. */
    public static <P extends Provider> ProviderRegistry<P> of(String kind, Collection<? extends P> providers) {
        return of(kind, providers, List.of(), List.of());
    }

    private static <P extends Provider> ProviderRegistry<P> of(
            String kind,
            Collection<? extends P> found,
            List<ProviderListing> failed,
            List<ProviderListing> failedPlugins) {
        List<ProviderListing> nameless = new ArrayList<>(failed);
        List<ProviderListing> listings = new ArrayList<>();
        Map<String, String> unusable = new TreeMap<>();
        Map<String, List<P>> byName = new LinkedHashMap<>();
        for (P provider : found) {
            Origin origin = Origin.of(provider.getClass());
            String name;
            try {
                name = provider.name();
            } catch (RuntimeException | LinkageError e) {
                nameless.add(new ProviderListing(
                        kind,
                        provider.getClass().getName(),
                        origin,
                        Optional.of("name() failed: " + LoadFailure.reason(e))));
                continue;
            }
            Optional<String> badName = badName(name, provider.getClass());
            if (badName.isPresent()) {
                listings.add(new ProviderListing(kind, String.valueOf(name), origin, badName));
                unusable.put(String.valueOf(name), badName.get() + " (" + origin.place() + ")");
                continue;
            }
            Optional<String> unavailable = unavailable(provider);
            if (unavailable.isPresent()) {
                listings.add(new ProviderListing(kind, name, origin, unavailable));
                unusable.put(name, unavailable.get());
            } else {
                byName.computeIfAbsent(name, unused -> new ArrayList<>()).add(provider);
            }
        }
        Map<String, P> usable = new TreeMap<>();
        byName.forEach((name, providers) -> {
            Optional<String> clash = Optional.empty();
            if (providers.size() == 1) {
                usable.put(name, providers.get(0));
            } else {
                clash = Optional.of("the name is provided more than once, by "
                        + String.join(
                                " and ",
                                providers.stream()
                                        .map(p -> p.getClass().getName() + " in "
                                                + Origin.of(p.getClass()).place())
                                        .toList())
                        + "; remove all but one");
                unusable.put(name, clash.get());
            }
            for (P provider : providers) {
                listings.add(new ProviderListing(kind, name, Origin.of(provider.getClass()), clash));
            }
        });
        listings.addAll(nameless);
        listings.sort(Comparator.comparing(
                        (ProviderListing listing) -> listing.failure().isPresent())
                .thenComparing(listing -> listing.name().contains("/"))
                .thenComparing(ProviderListing::name));
        nameless.addAll(failedPlugins);
        return new ProviderRegistry<>(kind, usable, unusable, nameless, listings);
    }

    /** Every provider found: Mixfield's own, then others', then those that cannot be used, with the reason. */
    public List<ProviderListing> listings() {
        return listings;
    }

    /** The usable names, sorted. */
    public List<String> names() {
        return List.copyOf(usable.keySet());
    }

    /** The usable providers, by name. */
    public List<P> providers() {
        return List.copyOf(usable.values());
    }

    /**
     * Those that fit somewhere.
     *
     * @param word what they are in messages, for example {@code many-body solver}
     */
    public ProviderRegistry<P> fitting(String word, Predicate<P> test) {
        Map<String, P> fit = new TreeMap<>(usable);
        fit.values().removeIf(test.negate());
        return new ProviderRegistry<>(word, fit, unusable, nameless, listings);
    }

    /** The provider of a name, where it is usable. */
    public Optional<P> find(String name) {
        return Optional.ofNullable(usable.get(name));
    }

    /** Why a name has no usable provider, and which names have one. */
    public String explain(String name) {
        String available = "; available: " + String.join(", ", usable.keySet());
        String reason = unusable.get(name);
        if (reason != null) {
            return kind + " '" + name + "' is not available: " + reason + available;
        }
        String broken = Stream.concat(
                        nameless.stream()
                                .map(listing -> listing.name() + ": "
                                        + listing.failure().orElseThrow()),
                        unusable.entrySet().stream()
                                .filter(entry -> lastPart(entry.getKey()).equals(lastPart(name)))
                                .map(entry -> entry.getKey() + ": " + entry.getValue()))
                .collect(Collectors.joining("; "));
        return "unknown " + kind + " '" + name + "'" + available + NearestName.hint(name, usable.keySet())
                + (broken.isEmpty() ? "" : "; providers that could not be loaded: " + broken);
    }

    /**
     * Creates what the mapping's {@code type} names and checks that every key was read. Problems, an unknown name and a
     * provider that throws included, are recorded in the settings' {@code Problems}.
     *
     * @return what the provider made, or empty where a problem was recorded
     */
    public <T> Optional<T> create(Settings settings, BiFunction<P, Settings, T> factory) {
        return create(settings, null, factory);
    }

    /** As {@link #create(Settings, BiFunction)} with a default for {@code type}. */
    public <T> Optional<T> create(Settings settings, @Nullable String defaultType, BiFunction<P, Settings, T> factory) {
        Map<String, Consumer<Settings>> members = new LinkedHashMap<>();
        usable.forEach((name, provider) -> members.put(name, view -> read(provider, view, defaultType, factory)));
        if (settings.describes(kind, defaultType, members)) {
            return Optional.empty();
        }
        int before = settings.problemCount();
        String name = settings.text("type", defaultType);
        if (settings.problemCount() > before) {
            return Optional.empty();
        }
        P provider = usable.get(name);
        if (provider == null) {
            settings.problem("type", explain(name));
            return Optional.empty();
        }
        try {
            T made = read(provider, settings, defaultType, factory);
            settings.finish();
            return settings.problemCount() > before ? Optional.empty() : Optional.of(made);
        } catch (IllegalArgumentException e) {
            settings.problem("type", String.valueOf(e.getMessage()));
        } catch (RuntimeException | LinkageError e) {
            settings.problem(
                    "type",
                    kind + " '" + name + "' failed: " + LoadFailure.reason(e) + " ("
                            + Origin.of(provider.getClass()).place() + ")");
        }
        return Optional.empty();
    }

    private <T> T read(
            P provider, Settings settings, @Nullable String defaultType, BiFunction<P, Settings, T> factory) {
        settings.partsMadeBy(part -> create(part, defaultType, factory));
        settings.units(provider.units());
        return factory.apply(provider, settings);
    }

    private static <P extends Provider> ProviderListing failure(
            String kind, ServiceLoader.@Nullable Provider<P> service, Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String reason = deepest != cause
                ? cause.getMessage() + " (" + deepest + ")"
                : cause instanceof LinkageError ? LoadFailure.reason(cause) : String.valueOf(cause.getMessage());
        if (service == null) {
            Matcher named = NAMED.matcher(reason);
            return new ProviderListing(
                    kind, named.find() ? named.group(1) : "(unknown)", Origin.UNKNOWN, Optional.of(reason));
        }
        return new ProviderListing(kind, service.type().getName(), Origin.of(service.type()), Optional.of(reason));
    }

    private static Optional<String> unavailable(Provider provider) {
        try {
            return provider.unavailable();
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("unavailable() failed: " + LoadFailure.reason(e));
        }
    }

    /** What stands behind the vendor. */
    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static Optional<String> badName(@Nullable String name, Class<?> type) {
        if (name != null && VENDOR.matcher(name).matches()) {
            return Optional.empty();
        }
        if (name == null || !BARE.matcher(name).matches()) {
            return Optional.of("the name must be vendor/name in letters, digits, '-' and '.'");
        }
        return type.getName().startsWith("org.mixfield.")
                ? Optional.empty()
                : Optional.of("bare names are Mixfield's own; name it vendor/" + name);
    }
}
