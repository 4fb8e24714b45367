package org.mixfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Somebody who builds a Maven project of their own away from this checkout, against the artifacts that this build made.
 *
 * @param outside a folder of theirs
 */
record Outsider(Path outside) {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** A program that has ended. */
    record Ended(int code, String out, String err) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(out);
        }
    }

    /**
     * Copies a project of this checkout and builds it, its tests included.
     *
     * @param modules what it needs of ours
     * @return its folder
     */
    Path builds(String project, List<String> modules) throws IOException, InterruptedException {
        Path repository = repositoryWithOurs(modules);
        Path folder = outside.resolve(Path.of(project).getFileName());
        copy(ROOT.resolve(project), folder);
        List<String> command = new ArrayList<>(List.of(maven(), "-B", "-q", "-Dmaven.repo.local=" + repository));
        if (System.getProperty("maven.offline", "").endsWith("true")) {
            command.add("-o");
        }
        command.add("package");
        Ended ended = start(folder, command);
        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        return folder;
    }

    /**
     * A local repository with everything that the one of this build has, by links, and with the artifacts of this build in
     * place of those somebody may have installed there. Nothing of ours is left in the one of this build.
     */
    private Path repositoryWithOurs(List<String> modules) throws IOException {
        Path usual = Path.of(Optional.ofNullable(System.getProperty("localRepository"))
                .orElse(System.getProperty("user.home") + "/.m2/repository"));
        Path repository = Files.createDirectories(outside.resolve("repository"));
        link(usual, repository, "org");
        link(usual.resolve("org"), Files.createDirectories(repository.resolve("org")), "mixfield");
        Path group = Files.createDirectories(repository.resolve("org/mixfield"));
        install(group, "mixfield-parent", ROOT.resolve("pom.xml"), Optional.empty());
        install(group, "mixfield-bom", ROOT.resolve("bom/pom.xml"), Optional.empty());
        for (String module : modules) {
            try (Stream<Path> built = Files.list(ROOT.resolve(module).resolve("target"))) {
                Path made = built.filter(file -> file.getFileName()
                                .toString()
                                .matches("mixfield-" + module + "-[0-9].*(?<!sources|javadoc|tests)\\.jar"))
                        .findFirst()
                        .orElseThrow();
                install(group, "mixfield-" + module, ROOT.resolve(module).resolve("pom.xml"), Optional.of(made));
            }
        }
        return repository;
    }

    static void link(Path from, Path to, String except) throws IOException {
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : children.toList()) {
                if (!child.getFileName().toString().equals(except)) {
                    Files.createSymbolicLink(to.resolve(child.getFileName()), child.toRealPath());
                }
            }
        }
    }

    private static void install(Path group, String artifact, Path pom, Optional<Path> made) throws IOException {
        String version = Files.readString(ROOT.resolve("pom.xml"))
                .replaceAll("(?s).*?<artifactId>mixfield-parent</artifactId>\\s*<version>(.*?)</version>.*", "$1");
        Path folder = Files.createDirectories(group.resolve(artifact).resolve(version));
        Files.copy(pom, folder.resolve(artifact + "-" + version + ".pom"));
        if (made.isPresent()) {
            Files.copy(made.get(), folder.resolve(artifact + "-" + version + ".jar"));
        }
    }

    private static String maven() {
        return Optional.ofNullable(System.getProperty("maven.home"))
                .map(home -> home + "/bin/mvn")
                .orElse("mvn");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(from.resolve("target")))
                    .toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    static Ended start(Path folder, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("stdout", "");
        Path err = Files.createTempFile("stderr", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("MIXFIELD_PLUGINS");
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return ended;
    }
}
