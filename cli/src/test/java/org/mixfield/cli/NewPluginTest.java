package org.mixfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.pipeline.Mixfield;

class NewPluginTest {

    private static final Path SAMPLE = Path.of("").toAbsolutePath().resolveSibling("docs/sample-plugin");

    @TempDir
    private Path folder;

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(file -> !file.startsWith("target"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theSamplePluginIsTheTemplate() throws IOException {
        assertThat(files(SAMPLE)).containsExactlyElementsOf(PluginProject.FILES);
        Path project = folder.resolve("screened");
        assertThat(Outcome.of("new", "plugin", "acme/screened", "--output", project)
                        .code())
                .isZero();
        for (String file : PluginProject.FILES) {
            List<String> expected = Files.readAllLines(SAMPLE.resolve(file)).stream()
                    .filter(line -> !line.matches(".*(//|<!--|#) (tag|end)::.*"))
                    .toList();
            assertThat(Files.readAllLines(project.resolve(file))).as(file).isEqualTo(expected);
        }
    }

    @Test
    void theSamplePluginIsBuiltForThisVersionAndIsSmall() throws IOException {
        if (!Mixfield.version().equals("development")) {
            assertThat(Files.readString(SAMPLE.resolve("pom.xml")))
                    .contains("<mixfield.version>" + Mixfield.version() + "</mixfield.version>");
        }
        assertThat(Files.readString(SAMPLE.resolve("pom.xml")))
                .contains("<mixfield.version>" + parentVersion() + "</mixfield.version>");
        long lines = 0;
        for (String file : PluginProject.FILES) {
            if (file.endsWith(".java")) {
                lines += Files.readAllLines(SAMPLE.resolve(file)).stream()
                        .filter(line -> !line.isBlank() && !line.strip().startsWith("//"))
                        .count();
            }
        }
        assertThat(lines).as("lines of Java, the test included").isLessThan(40);
    }

    private static String parentVersion() throws IOException {
        return Files.readString(Path.of("pom.xml")).replaceAll("(?s).*?<parent>.*?<version>(.*?)</version>.*", "$1");
    }

    @ParameterizedTest
    @CsvSource({
        "acme/screened, acme.screened, ScreenedProvider",
        "acme/screened-2, acme.screened2, Screened2Provider",
        "My-Lab/soft-core.v2, mylab.softcore.v2, SoftCoreV2Provider",
        "com.acme/new, com.acme.new_, NewProvider",
        "3m/3body, _3m._3body, Potential3bodyProvider",
        "x/potential, x.potential, XPotentialProvider",
        "java/x, java_.x, XProvider",
        "x/acme-screened, x.acmescreened, AcmeScreenedProvider"
    })
    void everyNameGivesAProjectThatCompiles(String name, String packageName, String className) throws IOException {
        Path project = folder.resolve("project");
        Outcome outcome = Outcome.of("new", "plugin", name, "--output", project);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        Path source = project.resolve("src/main/java/" + packageName.replace('.', '/') + "/" + className + ".java");
        Path test = project.resolve("src/test/java/" + packageName.replace('.', '/') + "/" + className + "Test.java");
        assertThat(source).content().contains("package " + packageName + ";", "\"" + name + "\"");
        assertThat(project.resolve("pom.xml"))
                .content()
                .contains("<artifactId>" + name.replace('/', '-') + "</artifactId>")
                .contains("<groupId>" + name.replaceAll("/.*", "") + "</groupId>");
        assertThat(project.resolve("example.yaml")).content().contains("type: " + name + ",");
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.resolve("classes") + ""));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), source + "", test + ""));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    @Test
    void theNextStepsAreTold() throws IOException {
        Path project = folder.resolve("deep/soft");
        Outcome outcome = Outcome.of("new", "plugin", "acme/soft", "--output", project);
        assertThat(outcome.out())
                .contains("SoftProvider.java", "cd " + project, "mvn package", "plugins/acme-soft", "mixfield plugins");
        Outcome json = Outcome.of("new", "plugin", "acme/hard", "--output", folder.resolve("hard"), "--json");
        assertThat(new ObjectMapper().readTree(json.out()).get("files")).hasSize(PluginProject.FILES.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"screened", "acme/", "/screened", "acme/../x", "acme/scr eened", "a/b/c", "../x", ""})
    void otherNamesAreRefused(String name) {
        Outcome outcome = Outcome.of("new", "plugin", name, "--output", folder.resolve("project"));
        assertThat(outcome.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err()).startsWith("mixfield: error: ").contains("vendor/name");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anOccupiedFolderIsRefusedAndLeftAlone() throws IOException {
        Path project = Files.createDirectories(folder.resolve("project"));
        assertThat(Outcome.of("new", "plugin", "acme/a", "--output", project).code())
                .isZero();
        List<String> before = files(project);
        Outcome outcome = Outcome.of("new", "plugin", "acme/b", "--output", project);
        assertThat(outcome.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err()).contains("is not empty", "--output");
        assertThat(files(project)).isEqualTo(before);
        Path file = Files.writeString(folder.resolve("file"), "kept");
        assertThat(Outcome.of("new", "plugin", "acme/b", "--output", file).code())
                .isEqualTo(ExitCode.CONFIGURATION);
        assertThat(file).hasContent("kept");
        Outcome below = Outcome.of("new", "plugin", "acme/b", "--output", file.resolve("below"));
        assertThat(below.code()).isEqualTo(ExitCode.RESOURCES);
    }
}
