package org.mixfield.pipeline;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The first rows of an {@code observables.csv}, read block by block so that a million of them take no memory.
 *
 * @param file the file
 * @param count how many rows, the header not counted
 */
record EarlierRows(Path file, int count) implements Iterable<double[]> {

    private static final int BLOCK = 1000;

    @Override
    public Iterator<double[]> iterator() {
        return new Rows(file, count);
    }

    /** One reading. The file is open only while a block is read, so that a loop that is left early leaves nothing open. */
    private static final class Rows implements Iterator<double[]> {

        private final Path file;
        private final int count;
        private final List<double[]> block = new ArrayList<>();
        private long position;
        private int given;
        private int next;

        Rows(Path file, int count) {
            this.file = file;
            this.count = count;
        }

        @Override
        public boolean hasNext() {
            return given < count;
        }

        @Override
        public double[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (next == block.size()) {
                readBlock();
            }
            given++;
            return block.get(next++);
        }

        private void readBlock() {
            block.clear();
            next = 0;
            try (FileInputStream in = new FileInputStream(file.toFile())) {
                in.skipNBytes(position);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
                if (position == 0) {
                    line(reader); // the header
                }
                while (block.size() < Math.min(BLOCK, count - given)) {
                    block.add(Arrays.stream(line(reader).split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String line(BufferedReader reader) throws IOException {
            String line = reader.readLine();
            if (line == null) {
                throw new EOFException(file + " has fewer than " + count + " rows");
            }
            position += line.length() + 1L;
            return line;
        }
    }
}
