package org.mixfield.core.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.FourierTransform;

/** The orbitals that the species of a discretization start from, each sampled, and each ground state found, once. */
final class InitialOrbitals {

    /** Where {@link Discretization#report} has the ground state. */
    private static final String GROUND_STATE = "ground-state";

    /** A sampled norm this far from the exact one is reported. */
    private static final double SUSPECT_NORM = 1e-8;

    /** A sampled norm this far from the exact one is refused. */
    private static final double WRONG_NORM = 1e-2;

    private final Discretization discretization;
    private final Map<SpeciesName, ComplexField> orbitals = new EnumMap<>(SpeciesName.class);
    private final Map<SpeciesName, ComplexField> groundStates = new EnumMap<>(SpeciesName.class);
    private final Map<String, Object> report = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable FourierTransform transform;

    InitialOrbitals(Discretization discretization) {
        this.discretization = discretization;
    }

    /** Takes orbitals that need not be sampled, and what is to be said of them. */
    void given(Map<SpeciesName, ComplexField> known, Map<String, Object> about) {
        orbitals.putAll(known);
        report.putAll(about);
    }

    Map<String, Object> report() {
        return new LinkedHashMap<>(report);
    }

    List<String> warnings() {
        return warnings;
    }

    /** The orbital of a species, of norm 1; not to be written to. */
    ComplexField of(SpeciesName species) {
        @Nullable ComplexField known = orbitals.get(species);
        if (known == null) {
            // Not by computeIfAbsent: an orbital may ask for that of the other species.
            known = sample(species);
            orbitals.put(species, known);
        }
        return known;
    }

    private ComplexField sample(SpeciesName species) {
        Grid grid = discretization.grid();
        InitialOrbital orbital = discretization.mixture().species(species).initial();
        ComplexField field = orbital.on(new Site(species));
        if (!field.grid().equals(grid)) {
            throw new IllegalArgumentException("the initial orbital of species " + species.key()
                    + " came on another grid, " + field.grid() + " and not " + grid);
        }
        double norm = field.normSquared();
        if (!(norm > 0) || !Double.isFinite(norm)) {
            throw new IllegalArgumentException("the initial orbital of species " + species.key() + " has the norm "
                    + norm + " on this grid; a finer grid or a larger box is needed");
        }
        orbital.exactNormSquared(grid.dimension()).ifPresent(exact -> compare(species, norm, exact));
        field.scale(1 / Math.sqrt(norm));
        return field;
    }

    private void compare(SpeciesName species, double norm, double exact) {
        double off = Math.abs(norm / exact - 1);
        if (off <= SUSPECT_NORM) {
            return;
        }
        String words = "the initial orbital of species " + species.key() + " has a norm squared that is off by "
                + String.format(Locale.ROOT, "%.1e", off)
                + " on this grid: the box is too small or the points too few for it";
        if (off > WRONG_NORM) {
            throw new IllegalArgumentException(words);
        }
        warnings.add(words);
    }

    private ComplexField groundState(SpeciesName species) {
        if (!groundStates.containsKey(species)) {
            solve(species);
        }
        return Optional.ofNullable(groundStates.get(species))
                .orElseThrow(() -> new IllegalStateException("no ground state of species " + species.key()
                        + " was found by " + asked(species).getClass().getName()));
    }

    /** Solves for both species together where both orbitals are made from a ground state. */
    private void solve(SpeciesName species) {
        GroundState way = asked(species);
        Set<SpeciesName> jointly = EnumSet.of(species);
        SpeciesName other = species == SpeciesName.U ? SpeciesName.V : SpeciesName.U;
        Optional<GroundState> ofOther =
                discretization.mixture().species(other).initial().groundState();
        if (ofOther.isPresent() && !orbitals.containsKey(other)) {
            jointly.add(other);
            if (!ofOther.get().equals(way)) {
                way = species == SpeciesName.U
                        ? way.jointlyWith(ofOther.get())
                        : ofOther.get().jointlyWith(way);
            }
        }
        StationaryState found = way.solve(discretization, jointly);
        groundStates.putAll(found.orbitals());
        report.put(GROUND_STATE, found.report());
    }

    private GroundState asked(SpeciesName species) {
        InitialOrbital orbital = discretization.mixture().species(species).initial();
        return orbital.groundState()
                .orElseThrow(() -> new IllegalStateException("the initial orbital of species " + species.key() + " ("
                        + orbital.getClass().getName()
                        + ") asks for the ground state, but its groundState() is empty"));
    }

    /** The discretization as an orbital sees it. */
    final class Site implements OrbitalSite {

        private final SpeciesName species;

        Site(SpeciesName species) {
            this.species = species;
        }

        @Override
        public Grid grid() {
            return discretization.grid();
        }

        @Override
        public Boundary boundary() {
            return discretization.boundary();
        }

        @Override
        public SpeciesName species() {
            return species;
        }

        @Override
        public Optional<ModeFunctions> modes() {
            return discretization.modesChoice().map(unused -> discretization.modes(species));
        }

        @Override
        public FourierTransform transform() {
            @Nullable FourierTransform known = transform;
            if (known == null) {
                known = discretization.backend().complex(discretization.workers(), grid().shape());
                transform = known;
            }
            return known;
        }

        @Override
        public ComplexField groundState() {
            return InitialOrbitals.this.groundState(species).copy();
        }
    }
}
