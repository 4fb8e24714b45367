package org.mixfield.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.mixfield.core.config.ConfigNode;
import org.mixfield.core.config.ConfigurationException;
import org.mixfield.core.config.Location;
import org.mixfield.core.config.NearestName;
import org.mixfield.core.config.Problems;
import org.mixfield.pipeline.output.IoReason;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML, and JSON with it, into a located node tree. No object is ever constructed from a file: only the graph of
 * nodes is composed, and what a scalar stands for is decided by whoever reads it.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class YamlReader {

    /** A configuration is a few kilobytes; a file beyond this is something else. */
    static final int MOST_BYTES = 3 << 20;

    private static final int MOST_LEVELS = 64;

    private static final String WHAT_IT_IS = "a configuration is a mapping that begins with mixfield: 1";

    private YamlReader() {}

    /**
     * The configuration in a file.
     *
     * @param problems receives what is wrong and leaves the rest readable, such as keys given twice
     * @throws ConfigurationException where nothing can be read: no such file, not YAML, not a mapping
     */
    public static ConfigNode.Mapping read(Path file, Problems problems) {
        Location where = Location.of(file.toString());
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw fatal(problems, where, "there is no such file" + neighbour(file));
        } catch (IOException e) {
            throw fatal(problems, where, "cannot be read: " + IoReason.of(e));
        }
        if (bytes.length > MOST_BYTES) {
            throw fatal(problems, where, "is larger than " + (MOST_BYTES >> 20) + " MiB; " + WHAT_IT_IS);
        }
        return read(decode(bytes, file.toString(), problems), file.toString(), problems);
    }

    /** The file beside it that was probably meant. */
    private static String neighbour(Path file) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(path -> String.valueOf(path.getFileName())).toList();
            return NearestName.of(String.valueOf(file.getFileName()), names)
                    .map(near -> "; did you mean '" + folder.resolve(near) + "'?")
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * The configuration in a text.
     *
     * @param source the name for it in messages
     */
    public static ConfigNode.Mapping read(String text, String source, Problems problems) {
        return mapping(text, source, WHAT_IT_IS, problems);
    }

    /**
     * The mapping in a text.
     *
     * @param whatItIs what should be there, for messages
     */
    static ConfigNode.Mapping mapping(String text, String source, String whatItIs, Problems problems) {
        Location whole = Location.of(source);
        Function<Mark, Location> places = mark -> new Location(source, mark.getLine() + 1, mark.getColumn() + 1);
        ConfigNode root = compose(text, places, whole, problems)
                .orElseThrow(() -> fatal(problems, whole, "is empty; " + whatItIs));
        if (root instanceof ConfigNode.Mapping mapping) {
            return mapping;
        }
        throw fatal(problems, root.where(), "found " + abbreviated(root.describe()) + "; " + whatItIs);
    }

    /** A single value, as given on a command line; every part of it is at the same place. */
    static ConfigNode value(String text, Location where, Problems problems) {
        return compose(text, mark -> where, where, problems).orElse(new ConfigNode.Scalar("", true, where));
    }

    private static Optional<ConfigNode> compose(
            String text, Function<Mark, Location> places, Location whole, Problems problems) {
        String printable = checked(text, whole, problems);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        options.setNestingDepthLimit(MOST_LEVELS);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE); // NodeTree counts what they expand to
        options.setTagInspector(tag -> true); // nothing is constructed; NodeTree says which tags are not accepted
        try {
            Composer composer =
                    new Composer(new ParserImpl(new StreamReader(printable), options), new TextResolver(), options);
            if (!composer.checkNode()) {
                return Optional.empty();
            }
            Node root = composer.getNode();
            if (composer.checkNode()) {
                throw fatal(
                        problems,
                        places.apply(composer.getNode().getStartMark()),
                        "a second document begins; a file holds one configuration");
            }
            return Optional.of(new NodeTree(places, problems, MOST_LEVELS).of(root));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
            String context = e.getContext() == null ? "" : " (" + e.getContext() + ")";
            throw fatal(
                    problems,
                    mark == null ? whole : places.apply(mark),
                    "cannot be read as YAML: " + e.getProblem() + context);
        } catch (YAMLException e) {
            throw fatal(problems, whole, "cannot be read as YAML: " + e.getMessage());
        }
    }

    private static String decode(byte[] bytes, String source, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (decoder.decode(in, out, true).isError()) {
            Location where = placeAfter(out.flip().toString(), source);
            throw fatal(problems, where, "is not UTF-8 text; " + WHAT_IT_IS);
        }
        return out.flip().toString();
    }

    /** The text without a byte order mark, once it is known to hold nothing but printable characters. */
    private static String checked(String text, Location whole, Problems problems) {
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (int i = 0; i < bare.length(); i += Character.charCount(bare.codePointAt(i))) {
            if (!StreamReader.isPrintable(bare.codePointAt(i))) {
                Location where = whole.line() == 0 ? placeAfter(bare.substring(0, i), whole.source()) : whole;
                throw fatal(
                        problems,
                        where,
                        String.format("holds the control character U+%04X; ", bare.codePointAt(i)) + WHAT_IT_IS);
            }
        }
        // JSON may be indented with tabs, YAML may not. A JSON text holds no tab inside quotes.
        return bare.stripLeading().startsWith("{") ? bare.replace('\t', ' ') : bare;
    }

    private static Location placeAfter(String text, String source) {
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return new Location(source, line, text.length() - text.lastIndexOf('\n'));
    }

    private static String abbreviated(String words) {
        return words.length() <= 60 ? words : words.substring(0, 60) + "...";
    }

    private static ConfigurationException fatal(Problems problems, Location where, String message) {
        problems.add(where, "", message);
        return new ConfigurationException(problems.list());
    }

    /** Takes every plain scalar for a text, so that any other tag was written by the author. */
    private static final class TextResolver extends Resolver {
        @Override
        public Tag resolve(NodeId kind, String value, boolean implicit) {
            return kind == NodeId.scalar ? Tag.STR : super.resolve(kind, value, implicit);
        }
    }
}
