package org.mixfield.pipeline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void abandoningRemovesWhatWasMadeAndNothingElse() throws IOException {
        OutputDirectory directory = OutputDirectory.claim(folder.resolve("a/b/c"), false);
        Files.writeString(directory.path().resolve("run.yaml"), "x");
        directory.abandon();
        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(folder).exists();
    }

    @Test
    void abandoningLeavesWhatOthersPutThere() throws IOException {
        OutputDirectory directory = OutputDirectory.claim(folder.resolve("a"), false);
        Files.writeString(directory.path().resolve("notes.txt"), "x");
        Files.writeString(directory.path().resolve("summary.json"), "x");
        directory.abandon();
        assertThat(folder.resolve("a").toFile().list()).containsExactly("notes.txt");
    }

    @Test
    void anExistingEmptyDirectoryIsUsed() {
        OutputDirectory.claim(folder, false);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> OutputDirectory.claim(file, true)).isInstanceOf(OutputFailure.class);
        assertThat(file).hasContent("x");
    }

    @Test
    void moreThanTheDiskHoldsIsRefused() {
        OutputDirectory directory = OutputDirectory.claim(folder.resolve("a"), false);
        directory.requireSpace(1);
        assertThatThrownBy(() -> directory.requireSpace(1e30))
                .isInstanceOf(OutputFailure.class)
                .hasMessageContaining("are free in");
    }

    @Test
    void anAtomicFileIsThereWholeOrAsItWas() throws IOException {
        Path file = folder.resolve("f");
        AtomicFile.write(file, "first");
        assertThatThrownBy(() -> AtomicFile.replace(file, path -> {
                    Files.writeString(path, "half");
                    throw new IOException("full");
                }))
                .hasMessage("full");
        assertThat(file).hasContent("first");
        assertThat(folder.toFile().list()).containsExactly("f");
    }
}
