package org.mixfield.pipeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.run.NumericalException;
import org.mixfield.pipeline.output.AtomicFile;
import org.mixfield.pipeline.output.IoReason;
import org.mixfield.pipeline.output.Json;
import org.mixfield.pipeline.output.OutputDirectory;
import org.mixfield.pipeline.output.OutputFailure;
import org.mixfield.pipeline.report.Report;

/** Shards of a study, put together to what it would have been in one piece. */
final class StudyMerge {

    private static final String REMEDY = "merge shards of one study";

    private final List<Path> directories;
    private final Function<Path, Study> load;

    /**
     * Of some directories.
     *
     * @param load the study that a {@code run.yaml} describes
     */
    StudyMerge(List<Path> directories, Function<Path, Study> load) {
        this.directories = List.copyOf(directories);
        this.load = load;
    }

    /**
     * Writes the study to a directory, which may be the one that the shards stand in.
     *
     * @param force whether an earlier study may be overwritten, and shards taken that other plugins computed
     * @throws ConfigurationException unless every scale is in one shard and all shards have the same configuration
     * @throws NumericalException where a scale failed; everything is written then
     */
    RunResult into(Path directory, boolean force) {
        for (Path shard : directories) {
            if (!StudyFiles.isIn(shard)) {
                throw new ConfigurationException(
                        shard.toString(), "holds no study: there is no scales.json in it; give directories of shards");
            }
        }
        Study study = load.apply(directories.get(0).resolve("run.yaml"));
        Map<Integer, StudyFiles> owners = new TreeMap<>();
        for (Path shard : directories) {
            study.refuseChanges(shard, force, REMEDY);
            StudyFiles files = StudyFiles.read(shard);
            files.verify(study.header());
            files.scales().forEach(scale -> claim(scale, files, owners));
        }
        List<Integer> missing = study.scales().stream()
                .filter(scale -> !owners.containsKey(scale))
                .toList();
        if (!missing.isEmpty()) {
            throw new ConfigurationException(
                    directories.get(directories.size() - 1).toString(),
                    "and the other shards lack the scales " + missing
                            + "; compute these shards, or go on with those that"
                            + " stopped, and give all their directories");
        }
        OutputDirectory.refuseOccupied(directory, force || holdsTheShardsAlone(directory));
        OutputDirectory.claim(directory, true);
        return write(study, owners, directory);
    }

    private static void claim(ScaleRecord scale, StudyFiles files, Map<Integer, StudyFiles> owners) {
        StudyFiles other = owners.putIfAbsent(scale.scale(), files);
        if (other != null) {
            throw new ConfigurationException(
                    files.directory().toString(),
                    "has the scale " + scale.scale() + ", and so has " + other.directory() + "; give every shard once");
        }
    }

    private boolean holdsTheShardsAlone(Path directory) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        List<Path> shards = directories.stream()
                .map(Path::toAbsolutePath)
                .map(Path::normalize)
                .toList();
        try (Stream<Path> entries = Files.list(directory.toAbsolutePath().normalize())) {
            return entries.allMatch(shards::contains);
        } catch (IOException e) {
            return false;
        }
    }

    private RunResult write(Study study, Map<Integer, StudyFiles> owners, Path directory) {
        List<ScaleRecord> scales = new ArrayList<>();
        owners.forEach((scale, files) -> scales.add(files.find(scale).orElseThrow()));
        scales.sort(Comparator.comparingInt(ScaleRecord::scale));
        StudyFiles merged = new StudyFiles(directory, Shard.WHOLE, scales);
        Ending ending = study.ending(merged);
        RunResult result;
        try {
            byte[] table = table(study, owners, merged);
            AtomicFile.replace(merged.table(), path -> Files.write(path, table));
            AtomicFile.write(directory.resolve("run.yaml"), study.document());
            AtomicFile.write(directory.resolve("manifest.json"), Json.write(manifest(study)));
            merged.write();
            result = new RunResult(directory, study.summary(merged, ending));
            AtomicFile.write(directory.resolve("summary.json"), Json.write(result.summary()));
        } catch (IOException e) {
            throw new OutputFailure("cannot write to " + directory + ": " + IoReason.of(e), e);
        }
        Report.complete(directory);
        if (!ending.equals(Ending.COMPLETE)) {
            throw new NumericalException(ending.reason().orElse("") + "; the other scales are in " + directory);
        }
        return result;
    }

    /** {@code study.csv}: the rows of each scale as they stand in its shard. */
    private static byte[] table(Study study, Map<Integer, StudyFiles> owners, StudyFiles merged) throws IOException {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.writeBytes(study.header().getBytes(StandardCharsets.US_ASCII));
        for (ScaleRecord scale : merged.complete()) {
            StudyFiles files = java.util.Objects.requireNonNull(owners.get(scale.scale()));
            long before = study.header().length();
            for (ScaleRecord earlier : files.complete()) {
                if (earlier.scale() == scale.scale()) {
                    break;
                }
                before += earlier.bytes();
            }
            try (InputStream in = Files.newInputStream(files.table())) {
                in.skipNBytes(before);
                table.writeBytes(in.readNBytes((int) scale.bytes()));
            }
        }
        return table.toByteArray();
    }

    private Map<String, Object> manifest(Study study) {
        Map<String, Object> manifest = new LinkedHashMap<>(study.manifest(Shard.WHOLE, Instant.now()));
        manifest.put("merged", directories.stream().map(Path::toString).toList());
        return manifest;
    }
}
