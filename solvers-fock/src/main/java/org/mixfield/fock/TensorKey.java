package org.mixfield.fock;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.SpeciesName;

/** SHA-256 over everything that two-body matrix elements are made from, by content: a name or a setting is no part of it. */
final class TensorKey {

    /** To be raised with every change of what the numbers mean, of their order, or of what they are hashed from. */
    private static final int VERSION = 1;

    /** Points of the grid times convolutions from which on a file is read faster than the numbers are computed. */
    private static final double MOST_RECOMPUTED = 1 << 22;

    private TensorKey() {}

    /** False where the numbers are computed in a moment. */
    static boolean worthKeeping(Discretization discretization) {
        double convolutions = discretization
                .modesChoice()
                .map(modes -> 2.0 * SpeciesTables.pairs(modes.countU()) + SpeciesTables.pairs(modes.countV()))
                .orElse(0.0);
        return convolutions * discretization.grid().size() > MOST_RECOMPUTED;
    }

    /** The key: version, grid, boundary, the values of all modes, and the kernels that densities are convolved with. */
    static byte[] of(Discretization discretization) {
        MessageDigest digest = sha256();
        Grid grid = discretization.grid();
        ByteBuffer head = ByteBuffer.allocate(256);
        head.putInt(VERSION).putInt(grid.dimension());
        for (int axis = 0; axis < grid.dimension(); axis++) {
            head.putInt(grid.points(axis)).putDouble(grid.length(axis));
        }
        head.put((byte) discretization.boundary().name().charAt(0));
        digest.update(head.flip());
        for (SpeciesName species : SpeciesName.values()) {
            add(discretization.modes(species), digest);
        }
        discretization.meanField().addTo(digest);
        return digest.digest();
    }

    private static void add(ModeFunctions modes, MessageDigest digest) {
        digest.update(ByteBuffer.allocate(4).putInt(modes.count()).flip());
        ByteBuffer bytes = ByteBuffer.allocate(8 << 12);
        for (int mode = 0; mode < modes.count(); mode++) {
            double[] values = modes.values(mode);
            for (int from = 0; from < values.length; from += 1 << 12) {
                int count = Math.min(1 << 12, values.length - from);
                bytes.clear();
                bytes.asDoubleBuffer().put(values, from, count);
                digest.update(bytes.limit(8 * count));
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
