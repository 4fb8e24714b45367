package org.mixfield.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.Convolver;
import org.mixfield.core.spectral.FourierBackend;
import org.mixfield.core.spectral.Padding;

/**
 * A mixture on its grid. Everything large is made when it is first asked for, so that a run can be planned from it before
 * any memory is taken. Used by one thread.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Discretization {

    /** Modes that are not orthonormal by more than this are reported. */
    private static final double SUSPECT_MODES = 1e-10;

    /** Modes that are not orthonormal by more than this are refused. */
    private static final double WRONG_MODES = 1e-4;

    private final Mixture mixture;
    private final Grid grid;
    private final Boundary boundary;
    private final Padding padding;
    private final FourierBackend backend;
    private final Workers workers;
    private final Optional<ModesChoice> modesChoice;
    private final boolean orbitalsInModes;
    private final Optional<HartreeOrbit> orbit;
    private final Parts parts;

    private Discretization(
            Mixture mixture,
            Grid grid,
            Boundary boundary,
            Padding padding,
            FourierBackend backend,
            Workers workers,
            Optional<ModesChoice> modesChoice,
            boolean orbitalsInModes,
            Optional<HartreeOrbit> orbit,
            Optional<Parts> parts) {
        this.mixture = mixture;
        this.grid = grid;
        this.boundary = boundary;
        this.padding = padding;
        this.backend = backend;
        this.workers = workers;
        this.modesChoice = modesChoice;
        this.orbitalsInModes = orbitalsInModes;
        this.orbit = orbit;
        this.parts = parts.orElseGet(() -> new Parts(this));
    }

    /** What is made when it is first asked for. */
    private static final class Parts {

        private final Map<SpeciesName, ModeFunctions> modes = new EnumMap<>(SpeciesName.class);
        private final Map<SpeciesName, double[]> traps = new EnumMap<>(SpeciesName.class);
        private final Set<SpeciesName> modesInWork = EnumSet.noneOf(SpeciesName.class);
        private final Map<String, Map<String, Object>> modesReport = new TreeMap<>();
        private final List<String> warnings = new ArrayList<>();
        private final Map<Class<?>, Object> derived = new HashMap<>();
        private final InitialOrbitals initial;
        private @Nullable MeanField meanField;

        Parts(Discretization discretization) {
            initial = new InitialOrbitals(discretization);
        }
    }

    /** A mixture on a grid, without modes. */
    public static Discretization of(
            Mixture mixture, Grid grid, Boundary boundary, FourierBackend backend, Workers workers) {
        return new Discretization(
                mixture,
                grid,
                boundary,
                Padding.AUTO,
                backend,
                workers,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** The same with convolutions in free space padded in another way; {@link Padding#AUTO} is what a new one has. */
    public Discretization withPadding(Padding way) {
        return new Discretization(
                mixture, grid, boundary, way, backend, workers, modesChoice, orbitalsInModes, orbit, Optional.empty());
    }

    /** The same with one-particle modes. */
    public Discretization withModes(ModesChoice choice) {
        return new Discretization(
                mixture,
                grid,
                boundary,
                padding,
                backend,
                workers,
                Optional.of(choice),
                orbitalsInModes,
                orbit,
                Optional.empty());
    }

    /** The same, used in its modes alone: nothing runs on the grid, and the ground state is sought in their span. */
    public Discretization withOrbitalsInModes() {
        return new Discretization(
                mixture, grid, boundary, padding, backend, workers, modesChoice, true, orbit, Optional.empty());
    }

    /** The same with a way to its Hartree orbit, for modes that are made from that. */
    public Discretization withOrbit(HartreeOrbit way) {
        return new Discretization(
                mixture,
                grid,
                boundary,
                padding,
                backend,
                workers,
                modesChoice,
                orbitalsInModes,
                Optional.of(way),
                Optional.empty());
    }

    /**
     * The same with other particle numbers and the same weights. Orbitals, modes, traps and kernels do not depend on the
     * numbers: the two share them, and whichever makes one first has made it for both.
     *
     * @throws IllegalArgumentException for a number below 1
     */
    public Discretization withParticles(int u, int v) {
        return new Discretization(
                mixture.withParticles(u, v),
                grid,
                boundary,
                padding,
                backend,
                workers,
                modesChoice,
                orbitalsInModes,
                orbit,
                Optional.of(parts));
    }

    /**
     * Starts from initial orbitals that are known, in a run that is taken up again: they are not sampled, and no ground state
     * is sought for them.
     *
     * @param orbitals of norm 1 on this grid; not written to, and not to be written to later
     * @param report what {@link #report()} said in the run that they are from
     * @return this discretization
     * @throws IllegalArgumentException for an orbital on another grid
     */
    public Discretization startingFrom(Map<SpeciesName, ComplexField> orbitals, Map<String, Object> report) {
        orbitals.forEach((species, field) -> {
            if (!field.grid().equals(grid)) {
                throw new IllegalArgumentException("the orbital that species " + species.key()
                        + " is to start from is on another grid, " + field.grid() + " and not " + grid);
            }
        });
        parts.initial.given(orbitals, report);
        return this;
    }

    public Mixture mixture() {
        return mixture;
    }

    public Grid grid() {
        return grid;
    }

    public Boundary boundary() {
        return boundary;
    }

    public Padding padding() {
        return padding;
    }

    public FourierBackend backend() {
        return backend;
    }

    public Workers workers() {
        return workers;
    }

    /** The choice of modes, where the run has modes. */
    public Optional<ModesChoice> modesChoice() {
        return modesChoice;
    }

    /** True where the orbitals are used in the modes alone: their span is where the ground state is sought. */
    public boolean orbitalsInModes() {
        return orbitalsInModes;
    }

    /** What a user should know about the discretisation, in sentences. Grows as parts are made. */
    public List<String> warnings() {
        return Stream.concat(parts.warnings.stream(), parts.initial.warnings().stream())
                .toList();
    }

    /**
     * How parts of it were found, for {@code summary.json}: {@code ground-state} where an initial orbital is made from one,
     * {@code modes} where a family of modes has something to report. Plain values; grows as parts are made.
     */
    public Map<String, Object> report() {
        Map<String, Object> report = parts.initial.report();
        if (!parts.modesReport.isEmpty()) {
            report.put("modes", Map.copyOf(parts.modesReport));
        }
        return report;
    }

    /**
     * The modes of a species.
     *
     * @throws IllegalStateException where the run has none
     * @throws IllegalArgumentException where the family does not fit the run
     */
    public ModeFunctions modes(SpeciesName species) {
        ModesChoice choice =
                modesChoice.orElseThrow(() -> new IllegalStateException("this run has no one-particle modes"));
        @Nullable ModeFunctions known = parts.modes.get(species);
        if (known == null) {
            // Not by computeIfAbsent: modes may ask for the initial orbitals.
            if (!parts.modesInWork.add(species)) {
                throw new IllegalArgumentException("the modes of species " + species.key()
                        + " are made from the Hartree orbit, which begins with an orbital that is given in these modes;"
                        + " give the initial orbitals on the grid, or modes of another type");
            }
            try {
                known = checked(species, choice.family().sample(new SpeciesSite(species), choice.count(species)));
            } finally {
                parts.modesInWork.remove(species);
            }
            parts.modes.put(species, known);
        }
        return known;
    }

    private ModeFunctions checked(SpeciesName species, ModeFunctions functions) {
        double defect = functions.orthonormalityDefect();
        String words = "the modes of species " + species.key() + " are orthonormal on this grid only to "
                + String.format(java.util.Locale.ROOT, "%.1e", defect)
                + ": the box is too small or the points too few for all " + functions.count() + " of them";
        if (!(defect <= WRONG_MODES)) {
            throw new IllegalArgumentException(words);
        }
        if (defect > SUSPECT_MODES) {
            parts.warnings.add(words);
        }
        return functions;
    }

    /** The trap of a species at the grid's points at time 0, length size; not to be written to. */
    public double[] trap(SpeciesName species) {
        return parts.traps.computeIfAbsent(species, name -> {
            double[] values = new double[grid.size()];
            sampleTrap(name, 0, values);
            return values;
        });
    }

    /** The trap of a species at the grid's points at a time, length size; not to be written to. */
    public double[] trap(SpeciesName species, double time) {
        if (!mixture.species(species).trap().changes()) {
            return trap(species);
        }
        double[] values = new double[grid.size()];
        sampleTrap(species, time, values);
        return values;
    }

    /** Adds the trap of a species at a time to the values of a potential at the grid's points. */
    public void addTrap(SpeciesName species, double time, double[] potential) {
        prepareTrap(species);
        workers.run(potential.length, 1 << 12, (worker, from, to) -> addTrap(species, time, potential, from, to));
    }

    /** Samples the trap of a species, unless it changes and is sampled each time. */
    public void prepareTrap(SpeciesName species) {
        Trap trap = mixture.species(species).trap();
        if (trap != Trap.NONE && !trap.changes()) {
            trap(species);
        }
    }

    /**
     * Adds the trap of a species at a time to the values of a potential at some of the grid's points. Several threads may do so
     * at once for points of their own, after {@link #prepareTrap}.
     *
     * @param potential length size
     * @param from the first of the points
     * @param to the point after the last one
     */
    public void addTrap(SpeciesName species, double time, double[] potential, int from, int to) {
        Trap trap = mixture.species(species).trap();
        if (trap == Trap.NONE) {
            return;
        }
        if (trap.changes()) {
            sampleTrap(species, trap.at(time), time, potential, from, to);
            return;
        }
        double[] values = trap(species);
        for (int j = from; j < to; j++) {
            potential[j] += values[j];
        }
    }

    /** Adds the values of a trap to an array. */
    private void sampleTrap(SpeciesName species, double time, double[] values) {
        Trap trap = mixture.species(species).trap().at(time);
        if (trap != Trap.NONE) {
            workers.run(grid.size(), 1 << 10, (worker, from, to) -> sampleTrap(species, trap, time, values, from, to));
        }
    }

    private void sampleTrap(SpeciesName species, Trap trap, double time, double[] values, int from, int to) {
        grid.forEachPoint(from, to, (index, x, y, z) -> {
            double value = trap.value(x, y, z);
            if (!Double.isFinite(value)) {
                double[] at = Arrays.copyOf(new double[] {x, y, z}, grid.dimension());
                throw new NumericalException("the trap of species " + species.key() + " ("
                        + trap.getClass().getName() + ") is " + value + " at " + Arrays.toString(at) + " and time "
                        + time
                        + "; a trap is finite everywhere in the box");
            }
            values[index] += value;
        });
    }

    /**
     * A copy of the initial orbital of a species, of norm 1 on the grid.
     *
     * @throws IllegalArgumentException where the orbital does not fit the grid or the modes
     * @throws NumericalException where it is made from a ground state that was not found
     */
    public ComplexField initial(SpeciesName species) {
        return sharedInitial(species).copy();
    }

    /** The initial orbital of a species, as {@link #initial}, but not a copy: not to be written to. */
    public ComplexField sharedInitial(SpeciesName species) {
        return parts.initial.of(species);
    }

    /** What the initial orbital of a species is put on. */
    public OrbitalSite site(SpeciesName species) {
        return parts.initial.new Site(species);
    }

    /** The interaction potentials of any densities in the box; shared by all who work on this discretisation, one at a time. */
    public MeanField meanField() {
        @Nullable MeanField known = parts.meanField;
        if (known == null) {
            Convolver convolver = Convolver.create(grid, boundary, backend, workers);
            known = new MeanField(convolver, mixture.interactions(), mixture.weights());
            parts.meanField = known;
        }
        return known;
    }

    /**
     * Something that follows from this discretisation and does not depend on the particle numbers, such as matrix elements: made
     * when it is first asked for, and kept for all who share parts with this one.
     *
     * @param type what it is; one is kept of each type
     * @param make makes it
     */
    public <T> T derived(Class<T> type, Supplier<T> make) {
        @Nullable Object known = parts.derived.get(type);
        if (known == null) {
            known = make.get();
            parts.derived.put(type, known);
        }
        return type.cast(known);
    }

    /** The discretization as a family of modes sees it. */
    private final class SpeciesSite implements ModesSite {

        private final SpeciesName species;

        SpeciesSite(SpeciesName species) {
            this.species = species;
        }

        @Override
        public Grid grid() {
            return grid;
        }

        @Override
        public Boundary boundary() {
            return boundary;
        }

        @Override
        public SpeciesName species() {
            return species;
        }

        @Override
        public Discretization discretization() {
            return Discretization.this;
        }

        @Override
        public List<HartreeOrbit.Point> orbit(int steps) {
            return orbit.orElseThrow(() -> new IllegalArgumentException("the modes of species " + species.key()
                            + " are made from the Hartree orbit on the grid, which this run does not compute; add"
                            + " solvers.hartree, or choose modes of another type"))
                    .sample(Discretization.this, steps);
        }

        @Override
        public void warn(String words) {
            parts.warnings.add(words);
        }

        @Override
        public void report(String name, Object value) {
            parts.modesReport
                    .computeIfAbsent(species.key(), key -> new LinkedHashMap<>())
                    .put(name, value);
        }
    }
}
