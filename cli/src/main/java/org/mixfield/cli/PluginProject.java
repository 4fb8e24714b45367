package org.mixfield.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * The project of a plugin: {@code docs/sample-plugin} under another name.
 *
 * @param vendor what stands before the slash of the potential's name
 * @param simpleName what stands behind it
 */
record PluginProject(String vendor, String simpleName) {

    /** Where the build puts {@code docs/sample-plugin}. */
    private static final String TEMPLATE = "sample-plugin/";

    /** Its files; a test compares them with the folder. */
    static final List<String> FILES = List.of(
            "README.md",
            "example.yaml",
            "pom.xml",
            "src/main/java/acme/screened/ScreenedProvider.java",
            "src/test/java/acme/screened/ScreenedProviderTest.java");

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

    /** The forms in which the sample's name is in its files. */
    private static final Pattern SAMPLE_NAME =
            Pattern.compile("acme[/.-]screened|ScreenedProvider|(?<=<groupId>)acme(?=</groupId>)");

    /** Marks what the guide quotes. */
    private static final Pattern TAG_LINE = Pattern.compile("(?m)^.*(//|<!--|#) (tag|end)::.*\\R");

    /** The project for a name {@code vendor/name}; empty for any other name. */
    static Optional<PluginProject> named(String name) {
        String[] parts = name.split("/", -1);
        return parts.length == 2
                        && Arrays.stream(parts)
                                .allMatch(part -> PART.matcher(part).matches())
                        && !Arrays.asList(parts).contains("..")
                ? Optional.of(new PluginProject(parts[0], parts[1]))
                : Optional.empty();
    }

    String name() {
        return vendor + "/" + simpleName;
    }

    String artifact() {
        return vendor + "-" + simpleName;
    }

    /** The vendor and the name in lower case, without what a package name cannot hold. */
    String packageName() {
        String words = (vendor + "." + simpleName).toLowerCase(Locale.ROOT).replace("-", "");
        return Arrays.stream(words.split("\\."))
                .filter(word -> !word.isEmpty())
                .map(PluginProject::identifier)
                .collect(Collectors.joining("."));
    }

    private static String identifier(String word) {
        // Nobody may define classes in java.*.
        boolean reserved = SourceVersion.isKeyword(word) || word.equals("java");
        return Character.isDigit(word.charAt(0)) ? "_" + word : reserved ? word + "_" : word;
    }

    /** The name in camel case and the word {@code Provider}. */
    String className() {
        String words = camelCase(simpleName);
        boolean taken = words.equals("Potential"); // PotentialProvider is the interface
        return (taken ? camelCase(vendor) + words : Character.isDigit(words.charAt(0)) ? "Potential" + words : words)
                + "Provider";
    }

    private static String camelCase(String text) {
        return Arrays.stream(text.split("[.-]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** Writes the files into a folder, which is made; their paths in it are the answer. */
    List<Path> write(Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        for (String file : FILES) {
            Path relative = Path.of(file.replace("acme/screened", packageName().replace('.', '/'))
                    .replace("ScreenedProvider", className()));
            Path target = folder.resolve(relative);
            Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(folder));
            Files.writeString(target, content(file));
            written.add(relative);
        }
        return written;
    }

    private String content(String file) throws IOException {
        try (InputStream in = PluginProject.class.getResourceAsStream(TEMPLATE + file)) {
            if (in == null) {
                throw new FileNotFoundException(TEMPLATE + file);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return renamed(TAG_LINE.matcher(text).replaceAll(""));
        }
    }

    private String renamed(String text) {
        return SAMPLE_NAME
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group()) {
                            case "acme/screened" -> name();
                            case "acme-screened" -> artifact();
                            case "acme.screened" -> packageName();
                            case "ScreenedProvider" -> className();
                            default -> vendor; // the group
                        }));
    }

    /** What there is now and what to do next. */
    String welcome(Path folder) {
        String home = System.getProperty("mixfield.home", "MIXFIELD");
        String plugin = home + "/plugins/" + artifact();
        List<String> lines = new ArrayList<>();
        lines.add(folder + " holds a plugin that provides the potential " + name() + ". Its formula is in");
        lines.add("  "
                + folder.resolve("src/main/java/" + packageName().replace('.', '/') + "/" + className() + ".java"));
        lines.add("Next:");
        if (Files.exists(Path.of(home, "pom.xml"))) {
            lines.add("  mvn -q -f " + home
                    + " install -DskipTests -pl core,testkit -am    # once: what it is built with");
        }
        lines.add("  cd " + folder);
        lines.add("  mvn package");
        lines.add("  mkdir -p " + plugin + " && cp target/" + artifact() + "-1.0.0.jar " + plugin);
        lines.add("  mixfield plugins");
        lines.add("  mixfield run example.yaml");
        return String.join(System.lineSeparator(), lines);
    }
}
