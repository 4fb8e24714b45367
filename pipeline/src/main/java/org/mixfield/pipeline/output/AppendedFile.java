package org.mixfield.pipeline.output;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apiguardian.api.API;

/** A text file in ASCII to whose end whole pieces are added, each synced. A piece that does not fit the disk leaves none of it. */
@API(status = API.Status.EXPERIMENTAL)
public final class AppendedFile implements AutoCloseable {

    private final RandomAccessFile file;

    private AppendedFile(RandomAccessFile file) {
        this.file = file;
    }

    /** The first bytes of a file, of which nothing else is kept; 0 for an empty one, which is made where it is missing. */
    public static AppendedFile after(Path path, long length) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            file.setLength(length);
            file.seek(length);
        } catch (IOException e) {
            file.close();
            throw e;
        }
        return new AppendedFile(file);
    }

    /** Adds a piece; its bytes. */
    public byte[] append(String piece) throws IOException {
        long whole = file.getFilePointer();
        byte[] bytes = piece.getBytes(StandardCharsets.US_ASCII);
        try {
            file.write(bytes);
            file.getFD().sync();
        } catch (IOException e) {
            // A full disk takes part of a piece; those before it shall stay readable.
            file.setLength(whole);
            file.seek(whole);
            throw e;
        }
        return bytes;
    }

    /** Bytes so far. */
    public long length() throws IOException {
        return file.getFilePointer();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
