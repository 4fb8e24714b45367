package org.mixfield.pipeline;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.mixfield.core.config.ConfigurationException;

/**
 * A part of a study that is computed by itself: every {@code of}-th scale.
 *
 * @param number from 1 to {@code of}
 * @param of how many parts there are
 */
@API(status = API.Status.EXPERIMENTAL)
public record Shard(int number, int of) {

    /** The whole study. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern WORDS = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /** @throws ConfigurationException unless 1 ≤ number ≤ of */
    public Shard {
        if (number < 1 || number > of) {
            throw new ConfigurationException(
                    "--shard " + number + "/" + of, "is no part of a study; give i/N with i from 1 to N, such as 2/4");
        }
    }

    /** @throws ConfigurationException unless it is i/N with 1 ≤ i ≤ N */
    public static Shard of(String words) {
        Matcher matcher = WORDS.matcher(words.strip());
        if (!matcher.matches()) {
            throw new ConfigurationException(
                    "--shard " + words, "is not understood; give i/N with i from 1 to N, such as 2/4");
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    boolean isWhole() {
        return of == 1;
    }

    /** The name of its directory in that of the study. */
    String directory() {
        return "shard-" + number + "-of-" + of;
    }

    /** Its scales. */
    List<Integer> of(List<Integer> scales) {
        return IntStream.range(0, scales.size())
                .filter(i -> i % of == number - 1)
                .mapToObj(scales::get)
                .toList();
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
