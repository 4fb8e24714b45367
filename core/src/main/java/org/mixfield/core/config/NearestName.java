package org.mixfield.core.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apiguardian.api.API;

/** The known word that an unknown one was probably meant to be. */
@API(status = API.Status.EXPERIMENTAL)
public final class NearestName {

    private NearestName() {}

    /** The nearest candidate within a third of the word's length in edits, or one edit, that shares a letter with it. */
    public static Optional<String> of(String word, Collection<String> candidates) {
        int allowed = Math.max(1, Math.max(word.length(), 3) / 3);
        return candidates.stream()
                .filter(candidate -> edits(word, candidate)
                        <= Math.min(allowed, Math.max(word.length(), candidate.length()) - 1))
                .min(Comparator.comparingInt((String candidate) -> edits(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code ; did you mean 'x'?} or nothing. */
    public static String hint(String word, Collection<String> candidates) {
        return of(word, candidates)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
    }

    private static int edits(String from, String to) {
        String a = from.toLowerCase(java.util.Locale.ROOT);
        String b = to.toLowerCase(java.util.Locale.ROOT);
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
