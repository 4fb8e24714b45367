package org.mixfield.pipeline.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.model.OrbitalProvider;
import org.mixfield.core.run.RunRecord;
import org.mixfield.testkit.OrbitalContract;

class FileOrbitalContractTest extends OrbitalContract {

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        ComplexField field = ComplexField.zero(grid());
        for (int i = 0; i < field.data().length; i++) {
            field.data()[i] = Math.sin(i);
        }
        Hdf5Sink sink = new Hdf5Sink();
        sink.open(new RunRecord("made-up", folder, grid(), List.of(), Map.of()));
        sink.fields(0, 0.5, Map.of("u", field, "v", field), Map.of());
        sink.close(Map.of());
    }

    @Override
    protected OrbitalProvider provider() {
        return new FileOrbitalProvider();
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("file", folder.resolve("fields/0000.h5").toString(), "orbital", "v");
    }
}
