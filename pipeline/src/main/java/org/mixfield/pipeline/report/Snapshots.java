package org.mixfield.pipeline.report;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.run.OneBodyDensity;

/** Densities at some times, as the page shows them: of the mean field, of the many-body state, of its natural orbitals. */
final class Snapshots {

    private static final String TIMES = "times";

    private static final int MOST_OF_MANY_VIEWS = 21;

    /** One time: a density for each kind, view and species, by a key such as {@code mean-xy-u}. */
    private record Snapshot(double time, Map<String, double[]> densities) {}

    /** What is looked at, and in which view. */
    private record Look(String kind, String title, DensityView view) {
        String key(String species) {
            return kind + "-" + view.key() + "-" + species;
        }
    }

    private final Grid grid;
    private final List<Look> looks = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();

    Snapshots(Grid grid) {
        this.grid = grid;
        DensityView.all(grid).forEach(view -> looks.add(new Look("mean", "mean field", view)));
        looks.add(new Look("many-body", "many-body state", DensityView.first(grid)));
        looks.add(new Look("natural-2", "second natural orbital", DensityView.first(grid)));
        looks.add(new Look("natural-3", "third natural orbital", DensityView.first(grid)));
    }

    void add(double time, Map<String, ComplexField> fields, Map<String, OneBodyDensity> states) {
        Map<String, double[]> densities = new LinkedHashMap<>();
        for (Look look : looks) {
            if (look.kind().equals("mean")) {
                fields.forEach((species, field) ->
                        densities.put(look.key(species), look.view().density(field)));
            } else {
                states.forEach((species, state) ->
                        density(look, state).ifPresent(density -> densities.put(look.key(species), density)));
            }
        }
        snapshots.add(new Snapshot(time, densities));
    }

    private static Optional<double[]> density(Look look, OneBodyDensity state) {
        if (look.kind().equals("many-body")) {
            return Optional.of(look.view().density(state.density()));
        }
        int number = look.kind().charAt(look.kind().length() - 1) - '1';
        return number < state.orbitals().size()
                ? Optional.of(look.view().density(state.orbitals().get(number)))
                : Optional.empty();
    }

    /** Everything, as arrays by name: {@code times}, and each density with the number of its time behind a dot. */
    Map<String, double[]> save() {
        Map<String, double[]> saved = new LinkedHashMap<>();
        saved.put(TIMES, snapshots.stream().mapToDouble(Snapshot::time).toArray());
        for (int k = 0; k < snapshots.size(); k++) {
            String number = "." + k;
            snapshots.get(k).densities().forEach((name, density) -> saved.put(name + number, density));
        }
        return saved;
    }

    /** Takes up what was saved. */
    void restore(Map<String, double[]> saved) {
        double[] times = saved.getOrDefault(TIMES, new double[0]);
        for (int k = 0; k < times.length; k++) {
            String number = "." + k;
            Map<String, double[]> densities = new LinkedHashMap<>();
            new TreeMap<>(saved).forEach((name, density) -> {
                if (name.endsWith(number)) {
                    densities.put(name.substring(0, name.length() - number.length()), density);
                }
            });
            snapshots.add(new Snapshot(times[k], densities));
        }
    }

    /** As {@link HtmlReport} takes them. */
    Map<String, Object> toMap() {
        List<Map<String, Object>> views = new ArrayList<>();
        for (Look look : looks) {
            List<Map<String, Object>> shown = new ArrayList<>();
            for (Snapshot snapshot : few()) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("time", snapshot.time());
                for (String species : List.of("u", "v")) {
                    Optional.ofNullable(snapshot.densities().get(look.key(species)))
                            .ifPresent(density -> entry.put(species, density));
                }
                if (entry.size() > 1) {
                    shown.add(entry);
                }
            }
            if (!shown.isEmpty()) {
                Map<String, Object> view = new LinkedHashMap<>();
                view.put("kind", look.kind());
                view.put("title", look.title());
                view.put("quantity", look.view().quantity());
                view.put("unit", look.view().unit());
                view.put("axes", look.view().axes());
                view.put("snapshots", shown);
                views.add(view);
            }
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dimension", grid.dimension());
        map.put("views", views);
        return map;
    }

    /** In three dimensions every second one and the last, where there are many. */
    private List<Snapshot> few() {
        if (grid.dimension() < 3 || snapshots.size() <= MOST_OF_MANY_VIEWS) {
            return snapshots;
        }
        int last = snapshots.size() - 1;
        return IntStream.rangeClosed(0, last)
                .filter(k -> k % 2 == 0 || k == last)
                .mapToObj(snapshots::get)
                .toList();
    }

    /** Those of {@code fields/*.h5}, where there are any. */
    static Optional<Snapshots> in(Path fields) throws IOException {
        if (!Files.isDirectory(fields)) {
            return Optional.empty();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(fields, "*.h5")) {
            found.forEach(files::add);
        }
        files.sort(null);
        Optional<Snapshots> snapshots = Optional.empty();
        for (Path path : files) {
            try (HdfFile file = new HdfFile(path)) {
                Grid grid = Grid.of((int[]) file.getAttribute("points").getData(), (double[])
                        file.getAttribute("length").getData());
                Snapshots all = snapshots.orElseGet(() -> new Snapshots(grid));
                snapshots = Optional.of(all);
                all.add((double) file.getAttribute("time").getData(), fields(file, grid), states(file, grid));
            } catch (HdfException | ClassCastException | NullPointerException | IllegalArgumentException e) {
                throw new IOException(path + " is no snapshot that Mixfield wrote: " + e.getMessage(), e);
            }
        }
        return snapshots;
    }

    private static Map<String, ComplexField> fields(HdfFile file, Grid grid) {
        Map<String, ComplexField> fields = new LinkedHashMap<>();
        for (String species : List.of("u", "v")) {
            fields.put(species, ComplexField.over(grid, numbers(file, species)));
        }
        return fields;
    }

    private static Map<String, OneBodyDensity> states(HdfFile file, Grid grid) {
        Map<String, OneBodyDensity> states = new LinkedHashMap<>();
        if (file.getChild("one-body") instanceof Group bodies) {
            for (String species : bodies.getChildren().keySet()) {
                List<ComplexField> orbitals = new ArrayList<>();
                Group body = (Group) bodies.getChild(species);
                while (body.getChild("natural-" + (orbitals.size() + 1)) != null) {
                    orbitals.add(ComplexField.over(grid, numbers(body, "natural-" + (orbitals.size() + 1))));
                }
                states.put(
                        species,
                        new OneBodyDensity(grid, numbers(body, "density"), numbers(body, "occupations"), orbitals));
            }
        }
        return states;
    }

    private static double[] numbers(Group group, String name) {
        return (double[]) group.getDatasetByPath(name).getDataFlat();
    }
}
