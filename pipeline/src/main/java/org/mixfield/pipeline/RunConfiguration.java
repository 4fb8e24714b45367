package org.mixfield.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.mixfield.core.config.ConfigNode;
import org.mixfield.core.config.Location;
import org.mixfield.core.config.Problem;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.ModesChoice;
import org.mixfield.core.plugin.ProviderListing;
import org.mixfield.core.propagator.Solver;
import org.mixfield.core.spectral.Boundary;
import org.mixfield.core.spectral.FourierBackend;
import org.mixfield.core.spectral.Padding;
import org.mixfield.core.units.UnitSystem;

/**
 * A run, described in full and valid. Immutable; nothing in it is large.
 *
 * @param name the run's name
 * @param domain where the mixture lives
 * @param mixture the mixture
 * @param assumptions what to do with a potential outside the theorem
 * @param times when it is measured
 * @param solvers what carries it through time
 * @param scales what a study multiplies both particle numbers by, ascending; empty where the configuration describes none
 * @param output what is kept, and where
 * @param provenance what it was read from
 */
@API(status = API.Status.EXPERIMENTAL)
public record RunConfiguration(
        String name,
        Domain domain,
        Mixture mixture,
        Assumptions assumptions,
        OutputTimes times,
        Solvers solvers,
        List<Integer> scales,
        Output output,
        Provenance provenance) {

    public RunConfiguration {
        scales = List.copyOf(scales);
    }

    /** The same with other particle numbers and the same weights. */
    RunConfiguration withParticles(int u, int v) {
        return new RunConfiguration(
                name, domain, mixture.withParticles(u, v), assumptions, times, solvers, scales, output, provenance);
    }

    /** The same with another solver of the Hartree system, which has the same results. */
    RunConfiguration withHartree(Solver hartree) {
        Solvers others = new Solvers(Optional.of(hartree), solvers.fock(), solvers.modes());
        return new RunConfiguration(name, domain, mixture, assumptions, times, others, scales, output, provenance);
    }

    /** The same at other times, without the Hartree system on the grid and with what of a many-body solver a sweep takes. */
    RunConfiguration forSweep(OutputTimes rows) {
        Solvers swept = new Solvers(Optional.empty(), solvers.fock().map(Solver::forSweep), solvers.modes());
        Output nothing = new Output(output.directory(), 0, List.of("csv"), 0);
        return new RunConfiguration(name, domain, mixture, assumptions, rows, swept, List.of(), nothing, provenance);
    }

    /** What to do where a pair potential violates V² ≤ K(1−Δ). */
    public enum Assumptions {
        /** Refuse to run. */
        STRICT,
        /** Run, and say with every result that the theorem does not apply. */
        RELAXED
    }

    /**
     * Where the mixture lives.
     *
     * @param grid the grid
     * @param boundary what lies beyond it
     * @param padding how convolutions in free space are padded
     * @param transform the Fourier transform
     */
    public record Domain(Grid grid, Boundary boundary, Padding padding, Transform transform) {}

    /**
     * A Fourier transform.
     *
     * @param name its name, never {@code auto}
     * @param backend what does it
     * @param instead why a faster one was not taken, though it might have been; empty otherwise
     */
    public record Transform(String name, FourierBackend backend, String instead) {}

    /**
     * The solvers, at least one.
     *
     * @param hartree the Hartree system on the grid
     * @param fock the many-body system
     * @param modes the modes of the many-body system, where there is one
     */
    public record Solvers(Optional<Solver> hartree, Optional<Solver> fock, Optional<ModesChoice> modes) {

        /** The solvers there are, Hartree first. */
        public List<Solver> all() {
            return java.util.stream.Stream.of(hartree, fock)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /**
     * What is kept.
     *
     * @param directory where, absolute unless it was given otherwise
     * @param fields how many snapshots of the fields
     * @param formats names of sinks, {@code csv} among them
     * @param checkpoint seconds of wall time between two checkpoints; 0 for none but the one of an interrupted run
     */
    public record Output(Path directory, int fields, List<String> formats, double checkpoint) {
        public Output {
            formats = List.copyOf(formats);
        }
    }

    /**
     * What a configuration was read from.
     *
     * @param source the node tree
     * @param effective the configuration as understood, defaults filled in
     * @param used the providers it names, with the place each came from
     * @param units what its numbers are multiples of, where it says so
     * @param remarks what is worth knowing of its keys, such as physical values, a line for each
     */
    public record Provenance(
            ConfigNode.Mapping source,
            Map<String, Object> effective,
            List<ProviderListing> used,
            Optional<UnitSystem> units,
            List<String> remarks) {
        public Provenance {
            used = List.copyOf(used);
            remarks = List.copyOf(remarks);
        }

        /** Whether the configuration says all of it; it does not where a mixture was given from Java. */
        boolean isWhole() {
            return effective.containsKey("species");
        }

        /** {@code run.yaml}: the effective configuration, with the remarks as comments behind it. */
        String document() {
            String lines = remarks.stream().map(line -> "# " + line + "\n").collect(Collectors.joining());
            return YamlWriter.write(effective) + (lines.isEmpty() ? "" : "\n# Physical values and notes:\n" + lines);
        }

        /**
         * Who made what the section at a key path describes, as an addition to a message about it; empty where that is
         * Mixfield itself.
         */
        String author(String path) {
            Object section = effective;
            for (String key : path.split("\\.")) {
                section = section instanceof Map<?, ?> map ? map.get(key) : null;
            }
            Object type = section instanceof Map<?, ?> map ? map.get("type") : null;
            return used.stream()
                    .filter(listing ->
                            listing.name().contains("/") && listing.name().equals(type))
                    .findFirst()
                    .map(listing -> " (" + listing.kind() + " '" + listing.name() + "' of "
                            + listing.origin().place() + ")")
                    .orElse("");
        }

        /** A problem with a key path, at the place of its innermost key that was written. */
        Problem problem(String path, String message) {
            ConfigNode node = source;
            Location where = source.where();
            for (String key : path.split("\\.")) {
                if (!(node instanceof ConfigNode.Mapping mapping)
                        || !mapping.entries().containsKey(key)) {
                    break;
                }
                where = mapping.whereIs(key);
                node = mapping.entries().get(key);
            }
            return new Problem(where, path, message);
        }
    }
}
