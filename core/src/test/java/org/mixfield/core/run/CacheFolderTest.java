package org.mixfield.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {

    @Test
    void theFolderIsThatOfThePropertyThenOfTheEnvironmentThenOfTheHome(@TempDir Path folder) {
        Path home = folder.toAbsolutePath();
        Properties properties = new Properties();
        properties.setProperty("user.home", home.toString());
        Map<String, String> shared =
                Map.of("XDG_CACHE_HOME", home.resolve("shared").toString());
        Map<String, String> named = Map.of("MIXFIELD_CACHE", "named", "XDG_CACHE_HOME", "/shared");
        assertThat(CacheFolder.of(properties, Map.of())).contains(home.resolve(".cache/mixfield"));
        assertThat(CacheFolder.of(properties, shared)).contains(home.resolve("shared/mixfield"));
        assertThat(CacheFolder.of(properties, Map.of("XDG_CACHE_HOME", "relative")))
                .contains(home.resolve(".cache/mixfield"));
        assertThat(CacheFolder.of(properties, named)).contains(Path.of("named"));
        assertThat(CacheFolder.of(properties, Map.of("MIXFIELD_CACHE", "none"))).isEmpty();
        properties.setProperty("mixfield.cache", "mine");
        assertThat(CacheFolder.of(properties, named)).contains(Path.of("mine"));
        properties.setProperty("mixfield.cache", "none");
        assertThat(CacheFolder.of(properties, named)).isEmpty();
        assertThat(CacheFolder.of(new Properties(), Map.of())).isEmpty();
    }
}
