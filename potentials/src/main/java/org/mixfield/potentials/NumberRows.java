package org.mixfield.potentials;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.mixfield.core.config.Location;
import org.mixfield.core.config.Settings;

/** Reads a CSV file with a number in each of several columns, or says all that is wrong with it, line by line. */
final class NumberRows {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final long MOST_BYTES = 200L << 20;
    private static final int MOST_PROBLEMS = 20;

    private NumberRows() {}

    /**
     * The rows of a file. A header and lines that begin with {@code #} are skipped.
     *
     * @param columns their names, for messages
     * @return empty where problems were recorded with the settings' key
     */
    static double[][] read(Path file, List<String> columns, Settings settings, String key) {
        List<String> lines;
        try {
            if (Files.size(file) > MOST_BYTES) {
                settings.problem(key, file + " is larger than " + (MOST_BYTES >> 20) + " MiB");
                return new double[0][];
            }
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            settings.problem(key, "there is no file " + file);
            return new double[0][];
        } catch (CharacterCodingException e) {
            settings.problem(key, file + " cannot be read: it is not text in UTF-8");
            return new double[0][];
        } catch (IOException e) {
            settings.problem(
                    key,
                    Files.isDirectory(file)
                            ? file + " is a folder; give a CSV file with the columns " + String.join(", ", columns)
                            : file + " cannot be read: " + e.getMessage());
            return new double[0][];
        }
        return rows(file, lines, columns, settings, key);
    }

    private static double[][] rows(Path file, List<String> lines, List<String> columns, Settings settings, String key) {
        List<double[]> rows = new ArrayList<>();
        int problems = 0;
        boolean first = true;
        for (int line = 0; line < lines.size(); line++) {
            String content = lines.get(line).replace("\uFEFF", "").strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            String[] cells = content.split(",", -1);
            double[] row = Arrays.stream(cells).mapToDouble(NumberRows::number).toArray();
            boolean header = first && Arrays.stream(row).allMatch(Double::isNaN);
            first = false;
            if (row.length == columns.size() && Arrays.stream(row).allMatch(Double::isFinite)) {
                rows.add(row);
            } else if (!header && problems++ < MOST_PROBLEMS) {
                settings.problem(
                        new Location(file.toString(), line + 1, 1),
                        key,
                        "found " + (content.length() > 60 ? content.substring(0, 60) + "…" : content) + "; accepted: "
                                + columns.size() + " numbers " + String.join(",", columns));
            }
        }
        if (problems > MOST_PROBLEMS) {
            settings.problem(
                    key,
                    file + " has " + problems + " lines that are wrong; the first " + MOST_PROBLEMS + " are listed");
        }
        return problems > 0 ? new double[0][] : rows.toArray(double[][]::new);
    }

    private static double number(String cell) {
        String word = cell.strip();
        return NUMBER.matcher(word).matches() ? Double.parseDouble(word) : Double.NaN;
    }
}
