package org.mixfield.pipeline.output;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.Column;
import org.mixfield.core.run.ResultSink;
import org.mixfield.core.run.RunRecord;

/**
 * Appends a line per row and syncs it, so that what is lost with the machine is at most the row in work. Numbers are
 * written with all the digits that tell them apart.
 */
final class CsvSink implements ResultSink {

    private @Nullable RandomAccessFile file;

    @Override
    public void open(RunRecord run) throws IOException {
        file = new RandomAccessFile(run.directory().resolve("observables.csv").toFile(), "rw");
        file.setLength(0);
        append(run.columns().stream().map(Column::name).collect(Collectors.joining(",")));
    }

    @Override
    public void row(double[] values) throws IOException {
        append(Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(",")));
    }

    @Override
    public void close(Map<String, Object> summary) throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void append(String line) throws IOException {
        RandomAccessFile open = java.util.Objects.requireNonNull(file, "the sink is not open");
        long whole = open.getFilePointer();
        try {
            open.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            open.getFD().sync();
        } catch (IOException e) {
            // A full disk takes part of a line; the lines before it shall stay readable.
            open.setLength(whole);
            throw e;
        }
    }
}
