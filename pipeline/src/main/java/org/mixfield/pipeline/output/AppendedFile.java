package org.mixfield.pipeline.output;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * A text file in ASCII to whose end whole pieces are added. A piece that does not fit the disk leaves none of it.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class AppendedFile implements AutoCloseable {

    /** Nanoseconds within which one sync does for all pieces. */
    private static final long TOGETHER = 100_000_000;

    private final RandomAccessFile file;
    private long synced;
    private long syncedAt;

    private AppendedFile(RandomAccessFile file, long length) {
        this.file = file;
        this.synced = length;
        this.syncedAt = System.nanoTime() - TOGETHER;
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
        return new AppendedFile(file, length);
    }

    /** Adds a piece and syncs it; its bytes. */
    public byte[] append(String piece) throws IOException {
        byte[] bytes = write(piece);
        sync();
        return bytes;
    }

    /** Adds a piece; its bytes. It is synced with the first that comes a tenth of a second after the last sync, or by {@link #sync}. */
    public byte[] appendWithOthers(String piece) throws IOException {
        byte[] bytes = write(piece);
        if (System.nanoTime() - syncedAt >= TOGETHER) {
            sync();
        }
        return bytes;
    }

    private byte[] write(String piece) throws IOException {
        byte[] bytes = piece.getBytes(StandardCharsets.US_ASCII);
        long whole = file.getFilePointer();
        try {
            file.write(bytes);
        } catch (IOException e) {
            // A full disk takes part of a piece; those before it shall stay readable.
            cut(whole);
            throw e;
        }
        return bytes;
    }

    private void cut(long length) throws IOException {
        file.setLength(length);
        file.seek(length);
    }

    /** Returns when all is on the disk. */
    public void sync() throws IOException {
        if (file.getFilePointer() == synced) {
            return;
        }
        try {
            file.getFD().sync();
        } catch (IOException e) {
            cut(synced);
            throw e;
        }
        synced = file.getFilePointer();
        syncedAt = System.nanoTime();
    }

    /** Bytes so far. */
    public long length() throws IOException {
        return file.getFilePointer();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            sync();
        }
    }
}
