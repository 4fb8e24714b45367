package org.mixfield.core.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.config.Description.Accepted;
import org.mixfield.core.config.Description.Kind;
import org.mixfield.core.units.Quantity;
import org.mixfield.core.units.UnitSystem;

/**
 * A strict view of one mapping of a configuration.
 *
 * <p>Reading a key that is missing or holds a wrong value records a {@link Problem} and returns a harmless stand-in, so
 * that one reading finds all problems; the caller throws them once with {@link Problems#throwIfAny()}. Keys that were
 * never read are problems as well, recorded by {@link #finish()}. Every value read, defaults included, is remembered:
 * {@link #effective()} is the configuration as it was understood. {@link Description} runs the same code without a
 * configuration, to find out what it reads.
 *
 * <p>Not thread-safe. A provider uses the view inside {@code create} and does not keep it.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Settings {

    private static final double STAND_IN = 1.0;

    private final ConfigNode.Mapping mapping;
    private final String path;
    private final Problems problems;
    private final Set<String> read = new LinkedHashSet<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, Object> effective = new LinkedHashMap<>();
    private final @Nullable Recording recording;
    private int axes;
    private Path base = Path.of("");
    private Quantities quantities = Quantities.none();
    private @Nullable Double mass;
    private @Nullable Pair pair;
    private @Nullable Function<Settings, ? extends Optional<?>> partMaker;
    private boolean isPart;

    private Settings(ConfigNode.Mapping mapping, String path, Problems problems) {
        this(mapping, path, problems, null);
    }

    private Settings(ConfigNode.Mapping mapping, String path, Problems problems, @Nullable Recording recording) {
        this.mapping = mapping;
        this.path = path;
        this.problems = problems;
        this.recording = recording;
    }

    /** A view of a mapping node; {@code path} is its key path, empty for the root. */
    public static Settings of(ConfigNode.Mapping mapping, String path, Problems problems) {
        return new Settings(mapping, path, problems);
    }

    /** A view of plain Java values, for use without a file. */
    public static Settings of(Map<String, ?> values, Problems problems) {
        return new Settings((ConfigNode.Mapping) ConfigNode.of(values, Location.of("settings")), "", problems);
    }

    /** A view of nothing, which records what is read from it and finds no problems. */
    static Settings describing(Recording recording) {
        ConfigNode.Mapping nothing = new ConfigNode.Mapping(Map.of(), Map.of(), Location.of("description"));
        return new Settings(nothing, "", new Problems(), recording);
    }

    // ---- numbers

    /** A required finite number. */
    public double number(String key) {
        return number(key, null, Double::isFinite, "a finite number");
    }

    /**
     * A required number.
     *
     * @param accepted which ones, in words such as {@code a number greater than 0}
     */
    public double number(String key, DoublePredicate test, String accepted) {
        return number(key, null, test, accepted);
    }

    /** A finite number, or the default where the key is absent. */
    public double number(String key, double otherwise) {
        return number(key, otherwise, Double::isFinite, "a finite number");
    }

    /** A required number greater than 0. */
    public double positive(String key) {
        return number(key, null, x -> x > 0 && Double.isFinite(x), "a finite number greater than 0");
    }

    /** A number greater than 0, or the default where the key is absent. */
    public double positive(String key, double otherwise) {
        return number(key, otherwise, x -> x > 0 && Double.isFinite(x), "a finite number greater than 0");
    }

    /** A required number not below 0. */
    public double nonNegative(String key) {
        return number(key, null, x -> x >= 0 && Double.isFinite(x), "a finite number not below 0");
    }

    /** A number not below 0, or the default where the key is absent. */
    public double nonNegative(String key, double otherwise) {
        return number(key, otherwise, x -> x >= 0 && Double.isFinite(x), "a finite number not below 0");
    }

    /** A required whole number from {@code least} to {@code most}. */
    public int integer(String key, int least, int most) {
        return whole(key, null, least, most);
    }

    /** A whole number from {@code least} to {@code most}, or the default where the key is absent. */
    public int integer(String key, int least, int most, int otherwise) {
        return whole(key, otherwise, least, most);
    }

    /**
     * A number, or the word {@code auto}, which gives an empty answer and is the default.
     *
     * @param accepted what to accept, in words such as {@code a number greater than 0}
     */
    public Optional<Double> numberOrAuto(String key, DoublePredicate test, String accepted) {
        Shape auto = new Shape.Either(List.of(new Shape.Word(List.of("auto")), numeric(key, test)));
        note(key, Kind.ANY, accepted + " or auto", auto, "auto");
        ConfigNode node = take(key);
        if (node == null
                || node instanceof ConfigNode.Scalar scalar && scalar.text().equals("auto")) {
            effective.put(key, "auto");
            return Optional.empty();
        }
        double value = numberOf(node, key, test, accepted + " or auto");
        effective.put(key, plain(value));
        return Optional.of(value);
    }

    /**
     * A vector with a number for each axis of the run's grid, or the default for every axis where the key is absent. A
     * default of {@code null} makes the key required.
     */
    public double[] perAxis(String key, @Nullable Double otherwise) {
        return perAxis(key, otherwise, Double::isFinite, "finite numbers");
    }

    /** As {@link #perAxis(String, Double)}, for numbers not below 0. */
    public double[] nonNegativePerAxis(String key, @Nullable Double otherwise) {
        return perAxis(key, otherwise, x -> x >= 0 && Double.isFinite(x), "numbers not below 0");
    }

    /** As {@link #perAxis(String, Double)}, for numbers greater than 0. */
    public double[] positivePerAxis(String key, @Nullable Double otherwise) {
        return perAxis(key, otherwise, x -> x > 0 && Double.isFinite(x), "numbers greater than 0");
    }

    /** A required list of numbers of any length from {@code least} to {@code most}. */
    public double[] numbers(String key, int least, int most, DoublePredicate test, String accepted) {
        note(
                key,
                Kind.LIST,
                "a list of " + count(least, most) + accepted,
                Shape.Items.of(numeric(key, test), least, most),
                null);
        ConfigNode node = take(key);
        if (node == null) {
            missing(key, "a list of " + accepted);
            return standIn(least);
        }
        double[] values = listOf(node, key, least, most, test, accepted);
        effective.put(key, Arrays.stream(values).mapToObj(Settings::plain).toList());
        return values;
    }

    /** As many numbers as the default has, which is taken where the key is absent. */
    public double[] numbers(String key, double[] otherwise, DoublePredicate test, String accepted) {
        int count = otherwise.length;
        List<Object> plain = Arrays.stream(otherwise).mapToObj(Settings::plain).toList();
        note(
                key,
                Kind.LIST,
                "a list of " + count(count, count) + accepted,
                Shape.Items.of(numeric(key, test), count, count),
                plain);
        if (!has(key)) {
            effective.put(key, plain);
            return otherwise.clone();
        }
        return numbers(key, count, count, test, accepted);
    }

    /**
     * A required list of at least {@code least} rows of {@code columns} finite numbers each. The unit of such a key is that
     * of each column, for example {@code time, 1}.
     *
     * @return row by row
     */
    public double[][] rows(String key, int columns, int least, String accepted) {
        String[] units = quantities.unit(key).split(",", -1);
        note(key, Kind.LIST, accepted, rows(units, columns, least), null);
        ConfigNode node = take(key);
        double[][] standIn = new double[Math.max(least, 1)][columns];
        Arrays.setAll(standIn, row -> {
            double[] values = new double[columns];
            Arrays.fill(values, row + 1.0);
            return values;
        });
        if (node == null) {
            missing(key, accepted);
            return standIn;
        }
        if (!(node instanceof ConfigNode.Sequence sequence) || sequence.items().size() < least) {
            wrong(key, node, accepted);
            return standIn;
        }
        int before = problems.count();
        List<double[]> rows = new ArrayList<>();
        for (ConfigNode item : sequence.items()) {
            if (item instanceof ConfigNode.Sequence row && row.items().size() == columns) {
                double[] values = new double[columns];
                for (int i = 0; i < columns; i++) {
                    String unit = units.length == columns ? units[i].strip() : "";
                    values[i] = numberOf(row.items().get(i), key, unit, Double::isFinite, "a finite number");
                }
                rows.add(values);
            } else {
                wrong(key, item, columns + " numbers; the whole is " + accepted);
            }
        }
        effective.put(
                key,
                rows.stream()
                        .map(row -> Arrays.stream(row).mapToObj(Settings::plain).toList())
                        .toList());
        return problems.count() > before ? standIn : rows.toArray(double[][]::new);
    }

    /** A mapping from names of the reader's choice to finite numbers; empty where the key is absent. */
    public Map<String, Double> namedNumbers(String key) {
        if (recording != null) {
            Shape numbers = new Shape.Named(List.of(), numeric(key, Double::isFinite));
            note(key, Kind.MAPPING, "a mapping from names to numbers", numbers, Map.of());
            return Map.of();
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        effective.put(key, Map.of());
        optionalSection(key).ifPresent(inner -> {
            for (String name : inner.mapping.entries().keySet()) {
                inner.units(Map.of(name, quantities.unit(key)));
                numbers.put(name, inner.number(name));
            }
        });
        return numbers;
    }

    // ---- words

    /** A required text. */
    public String text(String key) {
        return text(key, null);
    }

    /** A text, or the default where the key is absent. */
    public String text(String key, @Nullable String otherwise) {
        note(key, Kind.TEXT, "a text", new Shape.Text(""), otherwise);
        ConfigNode node = take(key);
        if (node == null) {
            if (otherwise == null) {
                missing(key, "a text");
                return "";
            }
            effective.put(key, otherwise);
            return otherwise;
        }
        if (node instanceof ConfigNode.Scalar scalar && !scalar.text().isEmpty()) {
            effective.put(key, scalar.text());
            return scalar.text();
        }
        wrong(key, node, "a text");
        return otherwise == null ? "" : otherwise;
    }

    /**
     * A required text of a form.
     *
     * @param accepted which texts, in words such as {@code 1 to 64 letters}
     */
    public String text(String key, Pattern form, String accepted) {
        note(key, Kind.TEXT, accepted, new Shape.Text("^" + form.pattern() + "$"), null);
        int before = problems.count();
        String text = text(key);
        if (problems.count() == before && !form.matcher(text).matches()) {
            problem(key, "found " + text + "; accepted: " + accepted);
        }
        return text;
    }

    /**
     * A required path of a file or folder; one that is relative starts from the {@link #base}.
     *
     * @return the absolute path, which is also what {@link #effective()} says; empty where a problem was recorded
     */
    public Optional<Path> path(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path path = base.resolve(text).toAbsolutePath().normalize();
            effective.put(key, path.toString());
            return Optional.of(path);
        } catch (InvalidPathException e) {
            problem(key, "is no path: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** One of the words of {@code accepted}; the default where the key is absent. */
    public String choice(String key, String otherwise, List<String> accepted) {
        return choice(
                key,
                otherwise,
                accepted,
                word -> "found " + word + "; accepted: " + String.join(", ", accepted)
                        + NearestName.hint(word, accepted));
    }

    /**
     * As {@link #choice(String, String, List)}.
     *
     * @param explanation what is wrong with a word that is not accepted
     */
    public String choice(String key, String otherwise, List<String> accepted, UnaryOperator<String> explanation) {
        if (recording != null) {
            recording.value(
                    key,
                    Kind.CHOICE,
                    new Accepted(String.join(", ", accepted), accepted, new Shape.Word(accepted)),
                    otherwise);
            return recording.answer(key, otherwise, accepted);
        }
        String word = text(key, otherwise);
        if (!accepted.contains(word)) {
            problem(key, explanation.apply(word));
            effective.put(key, otherwise);
            return otherwise;
        }
        return word;
    }

    /** A list of different words, at least one, each one of {@code accepted}; the default where the key is absent. */
    public List<String> choices(String key, List<String> otherwise, List<String> accepted) {
        if (recording != null) {
            Shape words = Shape.Items.of(new Shape.Word(accepted), 1, Integer.MAX_VALUE);
            String any = "a list with any of " + String.join(", ", accepted);
            recording.value(key, Kind.LIST, new Accepted(any, accepted, words), otherwise);
        }
        ConfigNode node = take(key);
        if (node == null) {
            effective.put(key, otherwise);
            return otherwise;
        }
        List<String> words = new ArrayList<>();
        if (node instanceof ConfigNode.Sequence sequence && !sequence.items().isEmpty()) {
            for (ConfigNode item : sequence.items()) {
                if (item instanceof ConfigNode.Scalar scalar && accepted.contains(scalar.text())) {
                    if (!words.contains(scalar.text())) {
                        words.add(scalar.text());
                    }
                } else {
                    String word = item instanceof ConfigNode.Scalar scalar ? scalar.text() : item.describe();
                    problems.add(
                            item.where(),
                            pathOf(key),
                            "found " + word + "; accepted: " + String.join(", ", accepted)
                                    + NearestName.hint(word, accepted));
                }
            }
        } else {
            wrong(key, node, "a list with any of " + String.join(", ", accepted));
        }
        effective.put(key, List.copyOf(words));
        return words.isEmpty() ? otherwise : Collections.unmodifiableList(words);
    }

    // ---- structure

    /** True when the mapping has this key. Does not count as reading it, but makes it one of the keys accepted here. */
    public boolean has(String key) {
        known.add(key);
        return recording != null ? recording.has(key) : mapping.entries().containsKey(key);
    }

    /** True when the key is present and holds a mapping. As {@link #has}, it does not count as reading it. */
    public boolean isMapping(String key) {
        if (recording != null) {
            return has(key)
                    && recording
                            .answer(key, "a mapping", List.of("a mapping", "no mapping"))
                            .equals("a mapping");
        }
        return has(key) && mapping.entries().get(key) instanceof ConfigNode.Mapping;
    }

    /** A required mapping. */
    public Settings section(String key) {
        if (recording != null) {
            return describing(key, recording.inner(key, Kind.MAPPING, "a mapping", true));
        }
        ConfigNode node = take(key);
        if (node == null) {
            missing(key, "a mapping");
        } else if (node instanceof ConfigNode.Mapping inner) {
            return child(key, inner);
        } else {
            wrong(key, node, "a mapping");
        }
        // Nothing is read from the stand-in that could be a second problem: its problems go nowhere.
        Settings standIn =
                new Settings(new ConfigNode.Mapping(Map.of(), Map.of(), whereIs(key)), pathOf(key), new Problems());
        return inherit(standIn);
    }

    /** A mapping, or an empty one where the key is absent. */
    public Settings sectionOrEmpty(String key) {
        if (recording != null) {
            return describing(key, recording.inner(key, Kind.MAPPING, "a mapping", false));
        }
        if (has(key)) {
            return section(key);
        }
        return child(key, new ConfigNode.Mapping(Map.of(), Map.of(), mapping.where()));
    }

    /** A mapping, where the key is present. */
    public Optional<Settings> optionalSection(String key) {
        read.add(key);
        return has(key) ? Optional.of(section(key)) : Optional.empty();
    }

    /** A required list of mappings. */
    public List<Settings> sections(String key) {
        if (recording != null) {
            return List.of(describing(key + "[0]", recording.inner(key, Kind.LIST, "a list of mappings", true)));
        }
        ConfigNode node = take(key);
        List<Settings> views = new ArrayList<>();
        if (node instanceof ConfigNode.Sequence sequence) {
            List<Object> inner = new ArrayList<>();
            for (int i = 0; i < sequence.items().size(); i++) {
                if (sequence.items().get(i) instanceof ConfigNode.Mapping item) {
                    Settings view = inherit(new Settings(item, pathOf(key) + "[" + i + "]", problems));
                    views.add(view);
                    inner.add(view.effective);
                } else {
                    wrong(key, sequence.items().get(i), "a list of mappings");
                }
            }
            effective.put(key, inner);
        } else if (node == null) {
            missing(key, "a list of mappings");
        } else {
            wrong(key, node, "a list of mappings");
        }
        return views;
    }

    /**
     * A required list of mappings, each of which describes a thing of the provider's own kind: a sum its terms. They are
     * made by the registry that this view was handed out by.
     *
     * @param otherwise makes them where the view was handed out by none, for use without a configuration
     * @return those without problems
     */
    public <T> List<T> parts(String key, Class<T> type, Function<Settings, Optional<? extends T>> otherwise) {
        Function<Settings, ? extends Optional<?>> maker = partMaker == null ? otherwise : partMaker;
        List<T> made = new ArrayList<>();
        for (Settings view : sections(key)) {
            view.isPart = true;
            maker.apply(view).ifPresent(part -> made.add(type.cast(part)));
        }
        return made;
    }

    /** As {@link #parts}, for a required mapping that describes one such thing; empty where it has problems. */
    public <T> Optional<T> part(String key, Class<T> type, Function<Settings, Optional<? extends T>> otherwise) {
        Function<Settings, ? extends Optional<?>> maker = partMaker == null ? otherwise : partMaker;
        int before = problems.count();
        Settings view = section(key);
        view.isPart = true;
        // A mapping that is missing was told; its stand-in would run into the same again.
        return problems.count() > before ? Optional.empty() : maker.apply(view).map(type::cast);
    }

    /** True where this view describes a part of another thing of the same kind: a term of a sum, say. */
    public boolean isPart() {
        return isPart;
    }

    /** Tells this view who makes the {@link #parts} that it describes. */
    public void partsMadeBy(Function<Settings, ? extends Optional<?>> maker) {
        partMaker = maker;
    }

    /**
     * Where this view describes, notes that {@code type} chooses among the members of a family, each of which reads its own
     * keys; they are described as well. Anywhere else it does nothing.
     *
     * @param kind what they are, for example {@code potential}
     * @param otherwise what is chosen where {@code type} is left out; {@code null} where it may not be
     * @param members what reads the keys of each, by its name
     * @return whether this view describes
     */
    public boolean describes(String kind, @Nullable String otherwise, Map<String, Consumer<Settings>> members) {
        if (recording == null) {
            return false;
        }
        String name = isPart ? kind + " part" : kind;
        recording.family(name);
        Map<String, Description.Family> families = recording.reading().families();
        if (!families.containsKey(name)) {
            Map<String, Description> described = new LinkedHashMap<>();
            families.put(name, new Description.Family(Optional.ofNullable(otherwise), described));
            members.forEach((member, reader) -> described.put(
                    member,
                    Description.of(inner -> inherit(new Settings(mapping, path, problems, inner)), reader, families)));
        }
        return true;
    }

    /**
     * A required list of complex numbers, each written {@code [re, im]} or as a real number; interleaved (re, im) in the
     * answer.
     */
    public double[] complexNumbers(String key) {
        String accepted = "a list of complex numbers, each written [re, im]";
        Shape number = numeric("", Double::isFinite);
        Shape complex = new Shape.Either(List.of(number, Shape.Items.of(number, 2, 2)));
        note(key, Kind.LIST, accepted, Shape.Items.of(complex, 1, Integer.MAX_VALUE), null);
        ConfigNode node = take(key);
        if (node == null) {
            missing(key, accepted);
            return new double[] {1, 0};
        }
        if (!(node instanceof ConfigNode.Sequence sequence) || sequence.items().isEmpty()) {
            wrong(key, node, accepted);
            return new double[] {1, 0};
        }
        double[] values = new double[2 * sequence.items().size()];
        List<Object> plain = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            ConfigNode item = sequence.items().get(i);
            if (item instanceof ConfigNode.Scalar) {
                values[2 * i] = numberOf(item, key, Double::isFinite, "a complex number [re, im]");
            } else {
                double[] pair = listOf(item, key, 2, 2, Double::isFinite, "finite numbers");
                values[2 * i] = pair[0];
                values[2 * i + 1] = pair[1];
            }
            plain.add(List.of(plain(values[2 * i]), plain(values[2 * i + 1])));
        }
        effective.put(key, plain);
        return values;
    }

    /**
     * A value given once for both species or as a mapping with {@code u} and {@code v}; the default where the key is
     * absent, a problem where there is no default.
     *
     * @return the values for u and v
     */
    public double[] perSpecies(String key, @Nullable Double otherwise, DoublePredicate test, String accepted) {
        Shape number = numeric(key, test);
        note(
                key,
                Kind.ANY,
                accepted + ", or {u: ..., v: ...}",
                new Shape.Either(List.of(number, new Shape.Named(List.of("u", "v"), number))),
                otherwise == null ? null : plain(otherwise));
        ConfigNode node = take(key);
        if (node == null) {
            if (otherwise == null) {
                missing(key, accepted + ", or {u: ..., v: ...}");
                return new double[] {STAND_IN, STAND_IN};
            }
            effective.put(key, plain(otherwise));
            return new double[] {otherwise, otherwise};
        }
        if (node instanceof ConfigNode.Mapping inner) {
            Settings view = child(key, inner);
            view.units(Map.of("u", quantities.unit(key), "v", quantities.unit(key)));
            double[] values = {view.number("u", null, test, accepted), view.number("v", null, test, accepted)};
            view.finish();
            return values;
        }
        double value = numberOf(node, key, test, accepted + ", or {u: ..., v: ...}");
        effective.put(key, plain(value));
        return new double[] {value, value};
    }

    /**
     * Tells this view and those made from it later how many axes the run's grid has; 0, the default, is not known and
     * lets {@link #perAxis} accept one to three numbers.
     */
    public void axes(int count) {
        axes = recording == null ? count : 0;
    }

    /** How many axes the run's grid has; 0 where that is not known. */
    public int axes() {
        return axes;
    }

    /** Tells this view and those made from it later which folder relative paths start from; the working directory else. */
    public void base(Path folder) {
        base = folder;
    }

    /**
     * Tells this view and all that share its configuration the units of the run. From then on a number may be written as a
     * quantity, such as {@code 50 Hz}, wherever {@link #units(Map) the unit of its key} is known. It is converted when it is
     * read: whoever reads it, and {@link #effective()}, gets the number in the units of the run.
     */
    public void units(UnitSystem system) {
        quantities.system(system);
    }

    /** The units of the run, where it has any. */
    public Optional<UnitSystem> units() {
        return quantities.system();
    }

    /**
     * Tells this view what the numbers of some keys measure, in the words of {@link org.mixfield.core.plugin.Provider#units};
     * {@code any} accepts whatever is measured. A key that is not named here accepts plain numbers only.
     */
    public void units(Map<String, String> units) {
        quantities.units(units);
    }

    /** Tells this view and those made from it later the mass of the species that they describe. */
    public void mass(double species) {
        mass = species;
    }

    /** The mass of the species that this view describes a part of, where it is one. */
    public Optional<Double> mass() {
        return Optional.ofNullable(mass);
    }

    /** Tells this view and those made from it later which two particles the pair potential acts between. */
    public void pair(Pair particles) {
        pair = particles;
    }

    /** The particles that a pair potential acts between, where they are known. */
    public Optional<Pair> pair() {
        return Optional.ofNullable(pair);
    }

    /** Tells whoever has this view describe what some keys are for, each in a few words. */
    public void means(Map<String, String> words) {
        if (recording != null) {
            recording.means(words);
        }
    }

    /** Adds something worth knowing of a key to the comments of {@code run.yaml}. */
    public void remark(String key, String text) {
        if (recording == null) {
            quantities.remark(pathOf(key), text);
        }
    }

    /** What is worth knowing of the whole configuration so far: quantities with their units, and remarks. */
    public List<String> remarks() {
        return quantities.remarks();
    }

    /** Records a problem with something that a key of this mapping refers to, such as a line of a file. */
    public void problem(Location where, String key, String message) {
        if (recording == null) {
            problems.add(where, pathOf(key), message);
        }
    }

    /** Records a problem with a key of this mapping. */
    public void problem(String key, String message) {
        if (recording == null) {
            problems.add(whereIs(key), pathOf(key), message);
        }
    }

    /** Number of problems recorded so far in the whole configuration. */
    public int problemCount() {
        return problems.count();
    }

    /** The key path of this mapping; empty for the root. */
    public String path() {
        return path;
    }

    /** Replaces what {@link #effective()} says of a key, for defaults that are known only later. */
    public void understood(String key, Object value) {
        effective.put(key, value);
    }

    /** Records every key that was not read, with the nearest one that is accepted. */
    public void finish() {
        for (String key : mapping.entries().keySet()) {
            if (!read.contains(key)) {
                problem(
                        key,
                        "unknown key; accepted here: " + (known.isEmpty() ? "none" : String.join(", ", known))
                                + NearestName.hint(key, known));
            }
        }
    }

    /** The values as understood, defaults filled in, in the order of reading; nested maps and lists of plain values. */
    public Map<String, Object> effective() {
        return Collections.unmodifiableMap(effective);
    }

    // ---- internals

    private @Nullable ConfigNode take(String key) {
        read.add(key);
        known.add(key);
        return mapping.entries().get(key);
    }

    private Settings child(String key, ConfigNode.Mapping inner) {
        read.add(key);
        known.add(key);
        Settings view = inherit(new Settings(inner, pathOf(key), problems));
        effective.put(key, view.effective);
        return view;
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private Location whereIs(String key) {
        ConfigNode node = mapping.entries().get(key);
        return read.contains(key) && node != null ? node.where() : mapping.whereIs(key);
    }

    private void missing(String key, String accepted) {
        if (recording == null) {
            problems.add(mapping.where(), pathOf(key), "is missing; give " + accepted);
        }
    }

    private void wrong(String key, ConfigNode node, String accepted) {
        problems.add(node.where(), pathOf(key), "found " + node.describe() + "; accepted: " + accepted);
    }

    private Settings describing(String key, Recording inner) {
        return inherit(new Settings(mapping, pathOf(key), problems, inner));
    }

    private Settings inherit(Settings view) {
        view.axes = axes;
        view.base = base;
        view.quantities = quantities.inner();
        view.mass = mass;
        view.pair = pair;
        return view;
    }

    private void note(String key, Kind kind, String accepted, Shape shape, @Nullable Object otherwise) {
        if (recording != null) {
            recording.value(key, kind, new Accepted(accepted, List.of(), shape), otherwise);
        }
    }

    /** A number of a key; found out only where it is told to somebody. */
    private Shape numeric(String key, DoublePredicate test) {
        return recording == null ? new Shape.Text("") : new Shape.Numeric(Range.of(test), quantities.unit(key));
    }

    private static Shape rows(String[] units, int columns, int least) {
        Range any = Range.of(Double::isFinite);
        List<Shape> row = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            row.add(new Shape.Numeric(any, units.length == columns ? units[i].strip() : ""));
        }
        return Shape.Items.of(new Shape.Items(row, columns, columns), least, Integer.MAX_VALUE);
    }

    private int whole(String key, @Nullable Integer otherwise, int least, int most) {
        String accepted = wholeWords(least, most);
        note(
                key,
                Kind.INTEGER,
                accepted,
                numeric(key, wholeBetween(least, most)),
                otherwise == null ? null : plain(otherwise));
        double value = number(key, otherwise == null ? null : (double) otherwise, wholeBetween(least, most), accepted);
        return recording == null ? (int) value : Math.max(least, Math.min(most, (int) value));
    }

    private double number(String key, @Nullable Double otherwise, DoublePredicate test, String accepted) {
        note(key, Kind.NUMBER, accepted, numeric(key, test), otherwise == null ? null : plain(otherwise));
        ConfigNode node = take(key);
        if (node == null) {
            if (otherwise == null) {
                missing(key, accepted);
                return STAND_IN;
            }
            effective.put(key, plain(otherwise));
            return otherwise;
        }
        double value = numberOf(node, key, test, accepted);
        effective.put(key, plain(value));
        return value;
    }

    private double numberOf(ConfigNode node, String key, DoublePredicate test, String accepted) {
        return numberOf(node, key, quantities.unit(key), test, accepted);
    }

    /** @param unit what the number measures, in words; empty where that is not known */
    private double numberOf(ConfigNode node, String key, String unit, DoublePredicate test, String accepted) {
        if (node instanceof ConfigNode.Scalar scalar) {
            Optional<Double> plain = scalar.plain() ? parse(scalar.text()) : Optional.empty();
            Optional<Quantity> quantity = plain.isPresent()
                    ? Optional.empty()
                    : Quantity.parse(scalar.text()).filter(Quantities::isUnit);
            if (quantity.isEmpty() && plain.isEmpty() && !unit.isEmpty()) {
                quantity = Quantity.parse(scalar.text());
            }
            try {
                double value = quantity.isPresent()
                        ? quantities.number(scalar.text(), quantity.get(), unit, axes, accepted)
                        : plain.orElse(Double.NaN);
                if ((plain.isPresent() || quantity.isPresent()) && test.test(value)) {
                    quantities.note(node, pathOf(key), scalar.text(), value, unit, axes);
                    return value;
                }
            } catch (IllegalArgumentException e) {
                problems.add(node.where(), pathOf(key), "found " + e.getMessage());
                return STAND_IN;
            }
        }
        wrong(key, node, accepted);
        return STAND_IN;
    }

    private double[] listOf(ConfigNode node, String key, int least, int most, DoublePredicate test, String accepted) {
        if (!(node instanceof ConfigNode.Sequence sequence)
                || sequence.items().size() < least
                || sequence.items().size() > most) {
            wrong(key, node, "a list of " + count(least, most) + accepted);
            return standIn(least);
        }
        return sequence.items().stream()
                .mapToDouble(item -> numberOf(item, key, test, accepted))
                .toArray();
    }

    private double[] perAxis(String key, @Nullable Double otherwise, DoublePredicate test, String accepted) {
        String each = accepted + ", one for each axis of the grid";
        note(
                key,
                Kind.VECTOR,
                "a list of " + each,
                Shape.Items.of(numeric(key, test), 1, 3),
                otherwise == null ? null : plain(otherwise));
        ConfigNode node = take(key);
        double[] values;
        if (node != null) {
            values = axes > 0 ? listOf(node, key, axes, axes, test, each) : listOf(node, key, 1, 3, test, each);
        } else {
            values = standIn(axes > 0 ? axes : 1);
            if (otherwise == null) {
                missing(key, "a list of " + each);
            } else {
                Arrays.fill(values, otherwise);
            }
        }
        effective.put(key, Arrays.stream(values).mapToObj(Settings::plain).toList());
        return values;
    }

    private static String count(int least, int most) {
        return least == most ? least + " " : most == Integer.MAX_VALUE ? "" : least + " to " + most + " ";
    }

    private static double[] standIn(int count) {
        double[] values = new double[count];
        Arrays.fill(values, STAND_IN);
        return values;
    }

    private static DoublePredicate wholeBetween(int least, int most) {
        return x -> x >= least && x <= most && x == Math.rint(x);
    }

    private static String wholeWords(int least, int most) {
        return most == Integer.MAX_VALUE
                ? "a whole number not below " + least
                : "a whole number from " + least + " to " + most;
    }

    /** Whole values as integers, so that {@code 4} is not echoed as {@code 4.0}. */
    private static Object plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : (Object) value;
    }

    private static Optional<Double> parse(String text) {
        String word = text.trim().toLowerCase(Locale.ROOT);
        if (!word.matches("[-+]?(\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(e[-+]?\\d+)?")) {
            return Optional.empty();
        }
        return Optional.of(Double.parseDouble(word.replace("_", ""))).filter(Double::isFinite);
    }
}
