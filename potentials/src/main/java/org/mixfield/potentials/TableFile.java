package org.mixfield.potentials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mixfield.core.config.Location;
import org.mixfield.core.config.Settings;

/** Reads a CSV file of points (r, V), or says all that is wrong with it, line by line. */
final class TableFile {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final int MOST_POINTS = 1_000_000;
    private static final int MOST_PROBLEMS = 20;
    private static final String ACCEPTED = "accepted: two numbers r,V";

    private final Path file;
    private final Settings settings;
    private final String key;
    private double[] r = new double[256];
    private double[] v = new double[256];
    private int count;
    private int line;
    private int problems;
    private boolean headerSeen;

    private TableFile(Path file, Settings settings, String key) {
        this.file = file;
        this.settings = settings;
        this.key = key;
    }

    /** The points of a file; empty where problems were recorded with the settings' key. */
    static Optional<MonotoneCubic> read(Path file, Settings settings, String key) {
        return new TableFile(file, settings, key).read();
    }

    private Optional<MonotoneCubic> read() {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            for (Iterator<String> each = lines.iterator(); each.hasNext() && count <= MOST_POINTS; ) {
                line++;
                String text = each.next();
                accept(line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
            }
        } catch (NoSuchFileException e) {
            settings.problem(key, "there is no file " + file);
            return Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
            settings.problem(
                    key,
                    Files.isDirectory(file)
                            ? file + " is a folder; give a CSV file with the columns r, V"
                            : file + " cannot be read: "
                                    + (cause instanceof CharacterCodingException
                                            ? "it is not text in UTF-8"
                                            : String.valueOf(cause.getMessage())));
            return Optional.empty();
        }
        if (count > MOST_POINTS) {
            settings.problem(key, file + " has more than " + MOST_POINTS + " points");
            return Optional.empty();
        }
        if (problems > MOST_PROBLEMS) {
            settings.problem(
                    key,
                    file + " has " + problems + " lines that are wrong; the first " + MOST_PROBLEMS + " are listed");
        }
        if (problems == 0 && count < 2) {
            settings.problem(
                    key, file + " has " + (count == 1 ? "one point" : "no points") + "; a table has two or more");
            return Optional.empty();
        }
        return problems > 0
                ? Optional.empty()
                : Optional.of(new MonotoneCubic(Arrays.copyOf(r, count), Arrays.copyOf(v, count)));
    }

    private void accept(String text) {
        String content = text.strip();
        if (content.isEmpty() || content.startsWith("#")) {
            return;
        }
        String[] cells = content.split(",", -1);
        boolean first = count == 0 && problems == 0 && !headerSeen;
        if (first && Arrays.stream(cells).noneMatch(cell -> number(cell).isPresent())) {
            headerSeen = true;
            if (cells.length != 2) {
                wrong(text, 0, "found " + cells.length + " columns; " + ACCEPTED);
            }
            return;
        }
        if (cells.length != 2) {
            wrong(text, 0, "found " + cells.length + (cells.length == 1 ? " column; " : " columns; ") + ACCEPTED);
            return;
        }
        Optional<Double> distance = number(cells[0]);
        Optional<Double> value = number(cells[1]);
        if (distance.isEmpty()) {
            wrong(text, 0, "found " + shown(cells[0]) + " for r; " + ACCEPTED);
        }
        if (value.isEmpty()) {
            wrong(text, text.indexOf(',') + 1, "found " + shown(cells[1]) + " for V; " + ACCEPTED);
        }
        if (distance.isPresent() && value.isPresent()) {
            add(text, distance.get(), value.get());
        }
    }

    private void add(String text, double distance, double value) {
        if (distance < 0) {
            wrong(text, 0, "found r = " + distance + "; a distance is not below 0");
        } else if (count > 0 && distance <= r[count - 1]) {
            wrong(text, 0, "found r = " + distance + " after r = " + r[count - 1] + "; distances ascend, each once");
        } else {
            if (count == r.length) {
                r = Arrays.copyOf(r, 2 * count);
                v = Arrays.copyOf(v, 2 * count);
            }
            r[count] = distance;
            v[count++] = value;
        }
    }

    private void wrong(String text, int from, String message) {
        if (problems++ < MOST_PROBLEMS) {
            int column = from;
            while (column < text.length() && Character.isWhitespace(text.charAt(column))) {
                column++;
            }
            settings.problem(new Location(file.toString(), line, column + 1), key, message);
        }
    }

    private static Optional<Double> number(String cell) {
        String word = cell.strip();
        return NUMBER.matcher(word).matches()
                ? Optional.of(Double.parseDouble(word)).filter(Double::isFinite)
                : Optional.empty();
    }

    private static String shown(String cell) {
        String word = cell.strip();
        return word.isEmpty() ? "nothing" : word.length() > 40 ? word.substring(0, 40) + "…" : word;
    }
}
