package org.mixfield.core.run;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** A run that does not fit, said before any of its memory is taken. */
@API(status = API.Status.EXPERIMENTAL)
public final class InsufficientMemoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The needs that together exceed what there is. */
    public InsufficientMemoryException(List<MemoryNeed> needs, double available) {
        super(describe(needs, available));
    }

    /** Throws when the needs exceed the available bytes. */
    public static void check(List<MemoryNeed> needs, double available) {
        if (needs.stream().mapToDouble(MemoryNeed::bytes).sum() > available) {
            throw new InsufficientMemoryException(needs, available);
        }
    }

    /** Bytes in words, for example {@code 3.2 GiB}. */
    public static String words(double bytes) {
        if (bytes < 1 << 20) {
            return String.format(Locale.ROOT, "%.1f KiB", bytes / (1 << 10));
        }
        if (bytes < 1 << 30) {
            return String.format(Locale.ROOT, "%.1f MiB", bytes / (1 << 20));
        }
        double gib = bytes / (1 << 30);
        return gib < 1e6 ? String.format(Locale.ROOT, "%.1f GiB", gib) : String.format(Locale.ROOT, "%.1e GiB", gib);
    }

    private static String describe(List<MemoryNeed> needs, double available) {
        double total = needs.stream().mapToDouble(MemoryNeed::bytes).sum();
        MemoryNeed largest = needs.stream()
                .max(Comparator.comparingDouble(MemoryNeed::bytes))
                .orElseThrow();
        return "the run needs " + words(total) + " of memory and " + words(available) + " are available: "
                + needs.stream()
                        .sorted(Comparator.comparingDouble(MemoryNeed::bytes).reversed())
                        .map(need -> need.what() + " " + words(need.bytes()))
                        .collect(Collectors.joining(", "))
                + "; give it more (MIXFIELD_OPTS=-Xmx...) or take " + largest.remedy();
    }
}
