package org.mixfield.hartree;

import java.util.ArrayList;
import java.util.List;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.run.Column;

/** The columns that {@link HartreeValues} fills, in order, with their units and meanings. */
final class HartreeColumns {

    /** Modes whose occupations are shown, at most. */
    static final int MOST_MODES = 6;

    private final List<Column> columns = new ArrayList<>();
    private final Grid grid;

    private HartreeColumns(Grid grid) {
        this.grid = grid;
    }

    static List<Column> of(Discretization discretization) {
        HartreeColumns made = new HartreeColumns(discretization.grid());
        made.perSpecies("norm", "1", "norm of the orbital");
        made.add("energy", "energy", "energy per particle of the Hartree system");
        made.perSpecies("energy.kinetic", "energy", "<-Laplacian/(2m)>");
        made.perSpecies("energy.trap", "energy", "<trap>");
        made.add("energy.uu", "energy", "<|u|^2, V11 * |u|^2>/2");
        made.add("energy.vv", "energy", "<|v|^2, V22 * |v|^2>/2");
        made.add("energy.uv", "energy", "<|u|^2, V12 * |v|^2>");
        made.perAxis("mean", "length", "<%s>");
        made.perAxis("square", "length^2", "<%s^2>");
        made.perAxis("momentum", "1/length", "<p_%s>");
        made.perAxis("momentum-square", "1/length^2", "<p_%s^2>");
        made.perSpecies("overlap", "1", "|<orbital at time 0|orbital>|");
        made.add("overlap.uv", "1", "|<u|v>|");
        made.add("density-overlap", "1", "int |u|^2 |v|^2 / sqrt(int |u|^4 int |v|^4), 1 where both densities agree");
        for (int axis = 0; axis < made.grid.dimension(); axis++) {
            String x = Grid.axisName(axis);
            made.add("center." + x, "length", "(c1 m1 <" + x + ">_u + c2 m2 <" + x + ">_v)/(c1 m1 + c2 m2)");
        }
        made.perSpecies("chemical-potential", "energy", "<orbital|Hartree operator|orbital>");
        made.add(
                "virial",
                "energy",
                "c1 (2<kinetic>_u - <x.grad W_u>) + c2 (same of v), W all that acts; 0 in a stationary state");
        made.angularMomenta();
        discretization.modesChoice().ifPresent(choice -> {
            for (SpeciesName s : SpeciesName.values()) {
                for (int p = 1; p <= Math.min(MOST_MODES, choice.count(s)); p++) {
                    made.add(
                            "mode-occupation." + s.key() + "." + p,
                            "1",
                            "|<mode " + p + "|orbital>|^2, species " + s.key());
                }
            }
        });
        return made.columns;
    }

    private void add(String name, String unit, String meaning) {
        columns.add(new Column("hartree." + name, unit, meaning));
    }

    private void perSpecies(String name, String unit, String meaning) {
        for (SpeciesName s : SpeciesName.values()) {
            add(name + "." + s.key(), unit, meaning + ", species " + s.key());
        }
    }

    private void perAxis(String name, String unit, String meaning) {
        for (SpeciesName s : SpeciesName.values()) {
            for (int axis = 0; axis < grid.dimension(); axis++) {
                String x = Grid.axisName(axis);
                add(name + "." + s.key() + "." + x, unit, meaning.replace("%s", x) + ", species " + s.key());
            }
        }
    }

    /** About z in two dimensions, about every axis in three. */
    private void angularMomenta() {
        int d = grid.dimension();
        for (SpeciesName s : SpeciesName.values()) {
            for (int axis = d == 3 ? 0 : 2; d >= 2 && axis < 3; axis++) {
                String x = Grid.axisName(axis);
                add("angular-momentum." + s.key() + "." + x, "1", "<L_" + x + ">, species " + s.key());
            }
        }
    }
}
