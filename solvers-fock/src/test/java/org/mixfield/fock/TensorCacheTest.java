package org.mixfield.fock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.ModesChoice;
import org.mixfield.core.model.Species;
import org.mixfield.core.model.Weights;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.JTransformsProvider;

class TensorCacheTest {

    private static final Workers WORKERS = Workers.of(2);

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static Discretization discretization(double strength, Boundary boundary, double length, double stiffness) {
        RadialPotential potential = RadialPotential.of(r -> strength * Math.exp(-r * r));
        Species species = new Species(3, 0.5, Trap.NONE, site -> ComplexField.zero(site.grid()));
        Mixture mixture = new Mixture(
                species, species, new Interactions(potential, potential, potential), Weights.ofParticles(3, 3));
        return Discretization.of(
                        mixture,
                        Grid.of(new int[] {64}, new double[] {length}),
                        boundary,
                        JTransformsProvider.backend(),
                        WORKERS)
                .withModes(new ModesChoice((on, name, n) -> HarmonicModesProvider.sample(on, stiffness, n), 3, 2));
    }

    private static Discretization discretization() {
        return discretization(1, Boundary.FREE, 16, 1);
    }

    private TensorCache cache() {
        return new TensorCache(Optional.of(folder));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void assertSame(ModeTensors a, ModeTensors b) {
        assertThat(a.own()).isDeepEqualTo(b.own());
        assertThat(a.between()).containsExactly(b.between());
        assertThat(a.oneBody()).isDeepEqualTo(b.oneBody());
    }

    @Test
    void theNumbersAreTheSameWithAndWithoutIt() throws IOException {
        ModeTensors without = ModeTensors.of(discretization(), TensorCache.NONE);
        assertSame(ModeTensors.of(discretization(), cache()), without);
        assertThat(files()).hasSize(1);
        assertSame(ModeTensors.of(discretization(), cache()), without);
        assertThat(files()).hasSize(1);
    }

    /** Bit for bit the numbers in the file: proof that they are read. */
    @Test
    void whatIsKeptIsRead() throws IOException {
        PackedTensors computed = cache().tensors(discretization());
        byte[] key = TensorKey.of(discretization());
        double[] uu = computed.uu().clone();
        uu[3] = 17;
        Path file = files().get(0);
        String name = file.getFileName().toString();
        new TensorFile(folder, name.substring("tensors-".length(), name.length() - 4))
                .write(key, uu, computed.vv(), computed.uv());
        assertThat(cache().tensors(discretization()).uu()[3]).isEqualTo(17);
    }

    @Test
    void everythingTheNumbersAreMadeFromMakesAnotherFile() throws IOException {
        cache().tensors(discretization());
        cache().tensors(discretization(1 + 1e-15, Boundary.FREE, 16, 1));
        cache().tensors(discretization(1, Boundary.PERIODIC, 16, 1));
        cache().tensors(discretization(1, Boundary.FREE, 16.5, 1));
        cache().tensors(discretization(1, Boundary.FREE, 16, 1 + 1e-15));
        assertThat(files()).hasSize(5);
        cache().tensors(discretization());
        assertThat(files()).hasSize(5);
    }

    @Test
    void aDamagedFileIsComputedAnewAndReplaced() throws IOException {
        ModeTensors right = ModeTensors.of(discretization(), cache());
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        List<byte[]> damaged = new ArrayList<>();
        for (int place : new int[] {0, 20, 100, whole.length - 1}) {
            byte[] bytes = whole.clone();
            bytes[place] ^= 1;
            damaged.add(bytes);
        }
        damaged.add(java.util.Arrays.copyOf(whole, whole.length - 8));
        damaged.add(java.util.Arrays.copyOf(whole, whole.length + 8));
        damaged.add(new byte[whole.length]);
        damaged.add(new byte[0]);
        damaged.add("something else".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (byte[] bytes : damaged) {
            Files.write(file, bytes);
            assertSame(ModeTensors.of(discretization(), cache()), right);
            assertThat(file).hasBinaryContent(whole);
        }
    }

    @Test
    void severalMayWriteAtOnce() throws Exception {
        ModeTensors right = ModeTensors.of(discretization(), TensorCache.NONE);
        byte[] key = TensorKey.of(discretization());
        PackedTensors packed = PackedTensors.of(discretization());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            writers.add(threads.submit(() -> {
                for (int repeat = 0; repeat < 50; repeat++) {
                    TensorFile file = new TensorFile(folder, "shared");
                    file.write(key, packed.uu(), packed.vv(), packed.uv());
                    double[][] read = file.read(key, packed.uu().length, packed.vv().length, packed.uv().length)
                            .orElseThrow();
                    assertThat(read[0]).containsExactly(packed.uu());
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        threads.shutdown();
        assertThat(files()).containsExactly(folder.resolve("tensors-shared.bin"));
        assertSame(ModeTensors.of(discretization(), cache()), right);
    }

    /** A file where the folder should be stands for every folder that cannot be made; a file's own place may be taken, too. */
    @Test
    void aFolderThatCannotBeWrittenFailsNothing() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));
        ModeTensors right = ModeTensors.of(discretization(), TensorCache.NONE);
        assertSame(ModeTensors.of(discretization(), new TensorCache(Optional.of(taken))), right);
        assertSame(ModeTensors.of(discretization(), new TensorCache(Optional.of(taken.resolve("below")))), right);
        cache().tensors(discretization());
        Path place = files().stream()
                .filter(file -> file.toString().endsWith(".bin"))
                .findFirst()
                .orElseThrow();
        Files.delete(place);
        Files.createDirectories(place.resolve("full"));
        assertSame(ModeTensors.of(discretization(), cache()), right);
        assertThat(files()).containsExactly(taken, place);
    }

    @Test
    void whatWasNotUsedForLongestGoesFirstAndWhatIsNotOursStays() throws IOException {
        Instant now = Instant.now();
        for (int age = 0; age < 4; age++) {
            Path file = Files.write(folder.resolve("tensors-" + age + ".bin"), new byte[100]);
            Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofDays(age))));
        }
        Path unfinished = Files.write(folder.resolve("tensors-9.tmp"), new byte[10]);
        Path forgotten = Files.write(folder.resolve("tensors-8.tmp"), new byte[10]);
        Files.setLastModifiedTime(forgotten, FileTime.from(now.minus(Duration.ofDays(3))));
        Path foreign = Files.write(folder.resolve("letters.txt"), new byte[1000]);
        TensorFile.tidy(folder, 250);
        assertThat(files())
                .containsExactly(foreign, folder.resolve("tensors-0.bin"), folder.resolve("tensors-1.bin"), unfinished);
    }

    @Test
    void allParticleNumbersShareWhatWasComputedForOneOfThem() {
        Discretization discretization = discretization();
        ModeTensors first = ModeTensors.of(discretization.withParticles(70, 90));
        PackedTensors shared = discretization.derived(PackedTensors.class, () -> {
            throw new AssertionError("computed once more");
        });
        assertThat(shared.uv()).isNotEmpty();
        assertSame(ModeTensors.of(discretization), first);
    }
}
