package org.mixfield.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.run.ResultSink;
import org.mixfield.core.run.ResultSinkProvider;
import org.mixfield.core.run.RunRecord;
import org.mixfield.testkit.ResultSinkContract;

class ReportSinkTest {

    @TempDir
    private Path folder;

    @Nested
    class Html extends ResultSinkContract {
        @Override
        protected ResultSinkProvider provider() {
            return new HtmlProvider();
        }
    }

    @Test
    void picturesAreAskedForByAFormatOfTheirOwn() throws IOException {
        Grid grid = Grid.of(new int[] {8}, new double[] {4});
        ComplexField field = ComplexField.zero(grid);
        field.data()[8] = 1;
        Files.writeString(folder.resolve("observables.csv"), "time,acme.value\n0.0,1.0\n0.5,2.0\n");
        ResultSink sink = new PngProvider().create(Settings.of(Map.of(), new Problems()));

        sink.open(new RunRecord("made-up", folder, grid, List.of(), Map.of()));
        sink.fields(0, 0, Map.of("u", field, "v", field), Map.of());
        sink.close(Map.of("status", "complete"));

        assertThat(folder.resolve("figures").toFile().list())
                .containsExactlyInAnyOrder("density-mean.png", "other-acme.png");
        assertThat(folder.resolve("report.html")).doesNotExist();
    }
}
