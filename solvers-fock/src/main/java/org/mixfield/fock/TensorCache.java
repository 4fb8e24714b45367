package org.mixfield.fock;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.run.CacheFolder;

/**
 * Two-body matrix elements kept on disk from one run to the next, by the content of what they are made from.
 *
 * <p>Nothing that goes wrong with it is an error: the numbers are then computed.
 *
 * @param folder where the files are, made when the first is written; empty for no cache
 */
record TensorCache(Optional<Path> folder) {

    /** Keeps nothing. */
    static final TensorCache NONE = new TensorCache(Optional.empty());

    /** The cache in the folder of all of Mixfield's caches. */
    static TensorCache standard() {
        return new TensorCache(CacheFolder.standard());
    }

    /** The matrix elements of a mixture in its modes, read where they are kept and computed where they are not. */
    PackedTensors tensors(Discretization discretization) {
        if (folder.isEmpty()) {
            return PackedTensors.of(discretization);
        }
        byte[] key = TensorKey.of(discretization);
        TensorFile file = new TensorFile(folder.get(), HexFormat.of().formatHex(key));
        int u = SpeciesTables.pairs(discretization.modes(SpeciesName.U).count());
        int v = SpeciesTables.pairs(discretization.modes(SpeciesName.V).count());
        Optional<PackedTensors> known =
                file.read(key, u * u, v * v, u * v).map(parts -> new PackedTensors(parts[0], parts[1], parts[2]));
        if (known.isPresent()) {
            return known.get();
        }
        PackedTensors made = PackedTensors.of(discretization);
        file.write(key, made.uu(), made.vv(), made.uv());
        return made;
    }
}
