package org.mixfield.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mixfield.core.plugin.Origin;
import org.mixfield.core.plugin.Plugins;
import org.mixfield.core.plugin.ProviderListing;
import org.mixfield.core.run.Column;
import org.mixfield.core.units.Dimension;
import org.mixfield.core.units.UnitSystem;

/** {@code manifest.json}: what made the results, and what their columns mean. */
final class Manifest {

    private Manifest() {}

    static Map<String, Object> of(Run run, Extensions extensions, Observables observables, Instant start) {
        RunConfiguration configuration = run.configuration();
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("name", configuration.name());
        manifest.put("mixfield", Mixfield.version());
        manifest.put("started", start.toString());
        manifest.put("java", machine());
        RunConfiguration.Transform transform = configuration.domain().transform();
        manifest.put("transform", transform.name());
        if (!transform.backend().library().isEmpty()) {
            manifest.put("transform-library", transform.backend().library());
        }
        manifest.put("assumptions", configuration.assumptions().name().toLowerCase(Locale.ROOT));
        manifest.put("theorem-applies", run.formBounds().theoremApplies());
        manifest.put("notices", run.formBounds().notices());
        manifest.put("providers", providers(configuration, extensions, observables));
        manifest.put(
                "columns",
                columns(observables.columns(), configuration.provenance().units()));
        return manifest;
    }

    private static Map<String, Object> machine() {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("version", System.getProperty("java.version"));
        machine.put("vm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("architecture", System.getProperty("os.arch"));
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("max-heap-bytes", Runtime.getRuntime().maxMemory());
        return machine;
    }

    private static List<ProviderListing> used(
            RunConfiguration configuration, Extensions extensions, Observables observables) {
        List<String> measured = observables.names();
        return Stream.concat(
                        configuration.provenance().used().stream(),
                        extensions.observables().listings().stream()
                                .filter(listing -> measured.contains(listing.name())
                                        && listing.failure().isEmpty()))
                .toList();
    }

    /** Every provider in use, with the jar that it and its libraries come from, and what these hold. */
    static List<Map<String, Object>> providers(
            RunConfiguration configuration, Extensions extensions, Observables observables) {
        return providers(used(configuration, extensions, observables), extensions.plugins());
    }

    /** The manifest of a run that is resumed: what it was, and by what it was resumed when. */
    static Map<String, Object> resumed(Map<String, Object> earlier, int rows, Instant now) {
        Map<String, Object> manifest = new LinkedHashMap<>(earlier);
        List<Object> times = new ArrayList<>();
        if (earlier.get("resumed") instanceof List<?> before) {
            times.addAll(before);
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("at", now.toString());
        entry.put("after-rows", rows);
        entry.put("mixfield", Mixfield.version());
        entry.put("java", machine());
        times.add(entry);
        manifest.put("resumed", times);
        return manifest;
    }

    private static List<Map<String, Object>> providers(List<ProviderListing> used, Plugins plugins) {
        Map<Origin, Optional<String>> sums = new HashMap<>();
        List<Map<String, Object>> entries = new ArrayList<>();
        for (ProviderListing listing : used) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("kind", listing.kind());
            entry.put("name", listing.name());
            entry.put("origin", listing.origin().place());
            listing.origin().version().ifPresent(version -> entry.put("version", version));
            sums.computeIfAbsent(listing.origin(), Origin::sha256).ifPresent(sum -> entry.put("sha256", sum));
            List<Map<String, String>> libraries = plugins.jarsWith(listing.origin()).stream()
                    .filter(jar -> !jar.place().equals(listing.origin().place()))
                    .map(jar -> Map.of(
                            "jar",
                            jar.shortName(),
                            "sha256",
                            sums.computeIfAbsent(jar, Origin::sha256).orElse("")))
                    .toList();
            if (!libraries.isEmpty()) {
                entry.put("libraries", libraries);
            }
            entries.add(entry);
        }
        return entries;
    }

    /** What columns mean. */
    static List<Map<String, String>> columns(List<Column> columns, Optional<UnitSystem> units) {
        List<Map<String, String>> entries = new ArrayList<>();
        for (Column column : columns) {
            Map<String, String> entry = new LinkedHashMap<>();
            entry.put("name", column.name());
            entry.put("unit", column.unit());
            units.flatMap(system -> physical(column.unit(), system)).ifPresent(one -> entry.put("physical-unit", one));
            entry.put("meaning", column.meaning());
            entries.add(entry);
        }
        return entries;
    }

    /** What 1 is in physical units; an energy h f is given by its frequency f. */
    private static Optional<String> physical(String unit, UnitSystem system) {
        return Dimension.of(unit)
                .filter(dimension -> !dimension.isPure())
                .map(dimension ->
                        unit + " unit = " + system.show(1, dimension) + (unit.equals("energy") ? " * h" : ""));
    }
}
