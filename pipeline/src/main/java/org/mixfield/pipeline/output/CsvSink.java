package org.mixfield.pipeline.output;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.run.Column;
import org.mixfield.core.run.ResultSink;
import org.mixfield.core.run.RunRecord;

/**
 * Appends a line per row. Nothing is lost with the process; rows of a tenth of a second are synced together, so that is what may be
 * lost with the machine. Numbers are written with all the digits that tell them apart. Saved as {@code written}: the length of the file and its CRC-32C.
 */
final class CsvSink implements ResultSink {

    private static final String NAME = "observables.csv";

    private final CRC32C sum = new CRC32C();
    private @Nullable AppendedFile file;

    @Override
    public void open(RunRecord run) throws IOException {
        file = AppendedFile.after(run.directory().resolve(NAME), 0);
        append(header(run.columns()));
    }

    @Override
    public void row(double[] values) throws IOException {
        append(Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(",")));
    }

    @Override
    public Map<String, double[]> save() {
        try {
            opened().sync(); // a checkpoint is of no use without its rows
            return Map.of("written", new double[] {opened().length(), sum.getValue()});
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /**
     * Cuts off what came after.
     *
     * @throws ConfigurationException where what came before is no longer as it was, or has other columns
     */
    @Override
    public void resume(RunRecord run, Map<String, double[]> saved, Iterable<double[]> rows) throws IOException {
        Path path = run.directory().resolve(NAME);
        double[] written = saved.getOrDefault("written", new double[0]);
        if (written.length != 2 || !Files.isRegularFile(path) || !isAsWritten(path, (long) written[0], written[1])) {
            throw new ConfigurationException(
                    path.toString(),
                    "is not what the checkpoint found: rows are missing or were changed; bring the file back, or begin"
                            + " anew with mixfield run");
        }
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.US_ASCII)) {
            if (!header(run.columns()).equals(reader.readLine())) {
                throw new ConfigurationException(
                        path.toString(),
                        "has other columns than the run would have now: an observable was added, removed or changed");
            }
        }
        file = AppendedFile.after(path, (long) written[0]);
    }

    private boolean isAsWritten(Path path, long length, double expected) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            byte[] buffer = new byte[1 << 16];
            long left = length;
            while (left > 0) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    return false;
                }
                sum.update(buffer, 0, count);
                left -= count;
            }
        }
        return sum.getValue() == (long) expected;
    }

    @Override
    public void close(Map<String, Object> summary) throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private static String header(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(","));
    }

    private void append(String line) throws IOException {
        sum.update(opened().appendWithOthers(line + "\n"));
    }

    private AppendedFile opened() {
        return java.util.Objects.requireNonNull(file, "the sink is not open");
    }
}
