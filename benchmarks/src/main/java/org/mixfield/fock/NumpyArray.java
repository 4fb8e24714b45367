package org.mixfield.fock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One-dimensional arrays as {@code .npy} files, which {@code numpy.load} reads. */
final class NumpyArray {

    private static final int ALIGNMENT = 64;
    private static final int PIECE = 1 << 16;

    private NumpyArray() {}

    static void write(Path file, double[] values) throws IOException {
        write(file, "<f8", values.length, Double.BYTES, (buffer, i) -> buffer.putDouble(values[i]));
    }

    static void write(Path file, int[] values) throws IOException {
        write(file, "<i4", values.length, Integer.BYTES, (buffer, i) -> buffer.putInt(values[i]));
    }

    /** Puts element i. */
    private interface Elements {
        void put(ByteBuffer buffer, int i);
    }

    private static void write(Path file, String type, int length, int size, Elements elements) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(header(type, length)));
            ByteBuffer buffer = ByteBuffer.allocate(PIECE * size).order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from < length; from += PIECE) {
                buffer.clear();
                for (int i = from; i < Math.min(length, from + PIECE); i++) {
                    elements.put(buffer, i);
                }
                buffer.flip();
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
        }
    }

    /** Magic number, version 1.0, the length of what follows, and a Python dictionary padded with blanks. */
    private static byte[] header(String type, int length) {
        String dictionary = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + length + ",), }";
        int fixed = 10;
        int total = (fixed + dictionary.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        String padded = dictionary + " ".repeat(total - fixed - dictionary.length() - 1) + "\n";
        ByteBuffer header = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        header.put((byte) 1).put((byte) 0).putShort((short) padded.length());
        header.put(padded.getBytes(StandardCharsets.US_ASCII));
        return header.array();
    }
}
