package org.mixfield.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.config.ConfigNode;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.config.Location;
import org.mixfield.core.config.Problem;
import org.mixfield.core.config.Problems;

class YamlReaderTest {

    @TempDir
    Path folder;

    private static ConfigNode.Mapping read(String text) {
        Problems problems = new Problems();
        ConfigNode.Mapping mapping = YamlReader.read(text, "f.yaml", problems);
        problems.throwIfAny();
        return mapping;
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(ConfigurationException.class, () -> read(text)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static ConfigNode.Scalar scalar(ConfigNode.Mapping mapping, String key) {
        return (ConfigNode.Scalar) mapping.entries().get(key);
    }

    @Test
    void everyNodeKnowsItsLineAndColumn() {
        ConfigNode.Mapping root = read("mixfield: 1\ngrid:\n  points: [4, 8]\n");
        ConfigNode.Mapping grid = (ConfigNode.Mapping) root.entries().get("grid");
        ConfigNode.Sequence points = (ConfigNode.Sequence) grid.entries().get("points");

        assertThat(root.whereIs("grid")).isEqualTo(new Location("f.yaml", 2, 1));
        assertThat(grid.whereIs("points")).isEqualTo(new Location("f.yaml", 3, 3));
        assertThat(points.items().get(1).where()).isEqualTo(new Location("f.yaml", 3, 15));
    }

    @Test
    void scalarsStayTextsAndTellWhetherTheyWereQuoted() {
        ConfigNode.Mapping root = read("a: 1e-12\nb: '1e-12'\nc: yes\nd: 2024-01-01\ne: !!float 3\n");

        assertThat(scalar(root, "a").text()).isEqualTo("1e-12");
        assertThat(scalar(root, "a").plain()).isTrue();
        assertThat(scalar(root, "b").plain()).isFalse();
        assertThat(scalar(root, "c").text()).isEqualTo("yes");
        assertThat(scalar(root, "d").text()).isEqualTo("2024-01-01");
        assertThat(scalar(root, "e").text()).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:", "a: ~", "a: null"})
    void whatHasNoValueIsDescribedSo(String text) {
        assertThat(read(text).entries().get("a").describe()).isEqualTo("no value");
    }

    @Test
    void jsonIsReadEvenWhenIndentedWithTabs() {
        assertThat(read("{\n\t\"mixfield\": 1,\n\t\"name\": \"x\"\n}\n").entries())
                .containsOnlyKeys("mixfield", "name");
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(read("\uFEFFmixfield: 1").entries()).containsOnlyKeys("mixfield");
    }

    @Test
    void aliasesAreExpanded() {
        ConfigNode.Mapping root = read("a: &x {b: 1}\nc: *x\n");
        assertThat(root.entries().get("c").describe()).isEqualTo("a mapping with the keys [b]");
    }

    @Test
    void allKeysGivenTwiceAreReportedWithBothPlaces() {
        assertThat(problems("a: 1\nb: {c: 1, c: 2}\na: 3\n"))
                .containsExactly(
                        "f.yaml:2:11: b.c: the key is given twice, first in line 2, column 5; remove one",
                        "f.yaml:3:1: a: the key is given twice, first in line 1, column 1; remove one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ['http://x/']]]]",
                "a: !!java.io.File [/tmp/x]",
                "a: !local 3",
                "a: !!binary aGk=",
                "!!java.util.HashMap {a: 1}"
            })
    void tagsThatWouldConstructObjectsAreProblems(String text) {
        assertThat(problems(text))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem)
                        .startsWith("f.yaml:1:")
                        .contains("tags that construct objects are not accepted"));
    }

    @Test
    void mergeKeysAndKeysThatAreNoWordsAreProblems() {
        assertThat(problems("a: &x {b: 1}\nc: {<<: *x}\n? [1, 2]\n: 3\n"))
                .containsExactly(
                        "f.yaml:2:5: c.<<: merge keys are not accepted; write the keys out",
                        "f.yaml:3:3: a key is a word, not a list or a mapping");
    }

    @Test
    @Timeout(10)
    void anAliasBombOfABillionElementsIsAProblemAndTakesNoTime() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (int level = 1; level < 9; level++) {
            String ten = String.join(", ", java.util.Collections.nCopies(10, "*a" + (level - 1)));
            bomb.append("a%d: &a%d [%s]%n".formatted(level, level, ten));
        }
        assertThat(problems(bomb.toString())).singleElement().asString().contains("more than 100000 values");
    }

    @Test
    @Timeout(10)
    void anAliasBombOfManyLevelsOfTwoIsAProblemToo() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [1]\n");
        for (int level = 1; level <= 40; level++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(level, level, level - 1, level - 1));
        }
        assertThat(problems(bomb.toString())).singleElement().asString().contains("more than 100000 values");
    }

    @Test
    void aChainOfAliasesDeeperThanAnyConfigurationIsAProblem() {
        StringBuilder chain = new StringBuilder("a0: &a0 [1]\n");
        IntStream.rangeClosed(1, 200)
                .forEach(level -> chain.append("a%d: &a%d [*a%d]%n".formatted(level, level, level - 1)));
        assertThat(problems(chain.toString())).singleElement().asString().contains("levels deep");
    }

    @Test
    void anAliasOfItselfIsAProblem() {
        assertThat(problems("a: &a {b: *a}"))
                .containsExactly("f.yaml:1:4: a.b: an alias refers to a value that contains it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                         | f.yaml: is empty",
                "# a comment                | f.yaml: is empty",
                "hello world                | f.yaml:1:1: found hello world; a configuration is a mapping",
                "[1, 2]                     | f.yaml:1:1: found the list [1, 2]; a configuration is a mapping",
                "{a: [1, 2}                 | f.yaml:1:10: cannot be read as YAML: expected ',' or ']', but got }",
                "{a: 1                      | f.yaml:1:6: cannot be read as YAML: expected ',' or '}'",
                "'a: \"never closed'        | f.yaml:1:17: cannot be read as YAML: found unexpected end of stream",
            })
    void whatIsNoMappingIsAProblemAtItsPlace(String text, String problem) {
        assertThat(problems(text)).singleElement().asString().startsWith(problem);
    }

    @Test
    void aSecondDocumentIsAProblem() {
        assertThat(problems("a: 1\n---\nb: 2\n"))
                .singleElement()
                .asString()
                .startsWith("f.yaml:3:1: a second document");
    }

    @Test
    void deepNestingIsAProblemAndNoStackOverflow() {
        assertThat(problems("a: " + "[".repeat(100_000)))
                .singleElement()
                .asString()
                .contains("Nesting Depth");
    }

    @Test
    void aControlCharacterIsAProblemAtItsPlace() {
        assertThat(problems("a: 1\nb: x\u0000y\n"))
                .singleElement()
                .asString()
                .startsWith("f.yaml:2:5: holds the control");
    }

    @Test
    void aBinaryFileIsAProblem() throws IOException {
        Path file = folder.resolve("image.png");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', (byte) 0xff});
        assertThatThrownBy(() -> YamlReader.read(file, new Problems()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(file + ":1:1: is not UTF-8 text");
    }

    @Test
    void missingUnreadableAndHugeFilesAreProblems() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> YamlReader.read(missing, new Problems()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(missing + ": there is no such file");
        assertThatThrownBy(() -> YamlReader.read(folder, new Problems()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(folder + ": cannot be read: ");
        Path huge = Files.write(folder.resolve("huge.yaml"), new byte[YamlReader.MOST_BYTES + 1]);
        assertThatThrownBy(() -> YamlReader.read(huge, new Problems()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is larger than 3 MiB");
    }

    @Test
    @Timeout(value = 20)
    void aFileThatNeverEndsIsAProblem() {
        Path endless = Path.of("/dev/zero");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(endless));
        assertThatThrownBy(() -> YamlReader.read(endless, new Problems())).isInstanceOf(ConfigurationException.class);
    }
}
