package org.mixfield.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigNodeTest {

    private final Location place = Location.of("--set");

    @Test
    void numbersAndTruthValuesArePlainAndTextsAreNot() {
        assertThat(ConfigNode.of(4, place)).isEqualTo(new ConfigNode.Scalar("4", true, place));
        assertThat(ConfigNode.of(1e-12, place)).isEqualTo(new ConfigNode.Scalar("1.0E-12", true, place));
        assertThat(ConfigNode.of(true, place)).isEqualTo(new ConfigNode.Scalar("true", true, place));
        assertThat(ConfigNode.of("4", place)).isEqualTo(new ConfigNode.Scalar("4", false, place));
    }

    @Test
    void listsAndArraysAreSequences() {
        ConfigNode expected = new ConfigNode.Sequence(
                List.of(new ConfigNode.Scalar("1", true, place), new ConfigNode.Scalar("2", true, place)), place);
        assertThat(ConfigNode.of(List.of(1, 2), place)).isEqualTo(expected);
        assertThat(ConfigNode.of(new int[] {1, 2}, place)).isEqualTo(expected);
        assertThat(ConfigNode.of(new double[] {1.5}, place).describe()).isEqualTo("the list [1.5]");
    }

    @Test
    void mapsKeepTheOrderOfTheirKeys() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", Map.of("k", List.of()));
        map.put("m", "text");
        ConfigNode.Mapping mapping = (ConfigNode.Mapping) ConfigNode.of(map, place);
        assertThat(mapping.entries().keySet()).containsExactly("z", "a", "m");
        assertThat(mapping.whereIs("a")).isEqualTo(place);
        assertThat(mapping.describe()).isEqualTo("a mapping with the keys [z, a, m]");
    }

    @Test
    void nodesPassAsTheyAre() {
        ConfigNode node = new ConfigNode.Scalar("x", true, new Location("run.yaml", 3, 4));
        assertThat(ConfigNode.of(List.of(node), place)).isEqualTo(new ConfigNode.Sequence(List.of(node), place));
    }

    @Test
    void nodesDoNotChangeWithWhatTheyWereMadeFrom() {
        List<ConfigNode> items = new ArrayList<>(List.of(ConfigNode.of(1, place)));
        Map<String, ConfigNode> entries = new LinkedHashMap<>(Map.of("a", ConfigNode.of(1, place)));
        ConfigNode.Sequence sequence = new ConfigNode.Sequence(items, place);
        ConfigNode.Mapping mapping = new ConfigNode.Mapping(entries, Map.of(), place);
        items.clear();
        entries.clear();
        assertThat(sequence.items()).hasSize(1);
        assertThat(mapping.entries()).hasSize(1);
    }

    @Test
    void descriptionsAreShort() {
        assertThat(ConfigNode.of("a b", place).describe()).isEqualTo("\"a b\"");
        assertThat(ConfigNode.of(List.of("a", 2), place).describe()).isEqualTo("the list [\"a\", 2]");
        assertThat(ConfigNode.of(new int[9], place).describe()).isEqualTo("a list of 9 entries");
        assertThat(ConfigNode.of(List.of(List.of()), place).describe()).isEqualTo("a list of 1 entries");
    }

    @Test
    void placesAreWrittenAsCompilersDo() {
        assertThat(new Location("run.yaml", 3, 14)).hasToString("run.yaml:3:14");
        assertThat(place).hasToString("--set");
    }

    @Test
    void otherValuesAreRefusedByTheirClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigNode.of(Map.of("a", new Object()), place))
                .withMessageContaining("java.lang.Object");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigNode.of(Arrays.asList(1, null), place))
                .withMessageContaining("null");
        assertThat(ConfigNode.of(Set.of(1), place)).isInstanceOf(ConfigNode.Sequence.class);
    }
}
