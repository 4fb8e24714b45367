package org.mixfield.fock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arrays by which a {@link LaboratoryPropagator} is saved and restored:
 *
 * <ul>
 *   <li>{@code clock}: the time of the row in work or done, and how many sectors have contributed to it
 *   <li>{@code contributions}: for each of those ‖ψ‖², energy, error and the pair density
 *   <li>{@code projected}, {@code projected.clock}: the mode-projected orbitals, their time, and evaluations so far
 *   <li>of many sectors: {@code states.0}, {@code states.1}, … the states one after another, and {@code sectors}, four
 *       numbers for each
 *   <li>of a single sector that has moved: {@code krylov}, {@code krylov.first}: where its Krylov space begins, from which
 *       the state at any time it covers follows
 * </ul>
 */
final class SavedLaboratory {

    /** Numbers of an array in which states of several sectors stand together. */
    private static final int MOST_TOGETHER = 1 << 26;

    private static final int BEFORE_PAIRS = 3;

    private static final int SECTOR_NUMBERS = 4;

    private final List<LaboratorySector> sectors;
    private final int pairNumbers;

    /**
     * For these sectors.
     *
     * @param pairs modes of u times modes of v
     */
    SavedLaboratory(List<LaboratorySector> sectors, int pairs) {
        this.sectors = sectors;
        this.pairNumbers = 2 * pairs * pairs;
    }

    // ---- saving

    /** Everything; arrays of sectors are their own where they are not put together. */
    Map<String, double[]> save(double time, List<LaboratorySector.Contribution> done, ProjectedHartree hartree) {
        Map<String, double[]> saved = new LinkedHashMap<>();
        saved.put("clock", new double[] {time, done.size()});
        if (!done.isEmpty()) {
            saved.put("contributions", contributions(done));
        }
        hartree.save(saved);
        if (sectors.size() == 1) {
            sectors.get(0).space().ifPresent(space -> {
                saved.put("krylov", space.save());
                saved.put("krylov.first", space.firstVector());
            });
        } else {
            double[] numbers = new double[SECTOR_NUMBERS * sectors.size()];
            for (int i = 0; i < sectors.size(); i++) {
                System.arraycopy(sectors.get(i).save(), 0, numbers, SECTOR_NUMBERS * i, SECTOR_NUMBERS);
            }
            saved.put("sectors", numbers);
            saveStates(saved);
        }
        return saved;
    }

    private double[] contributions(List<LaboratorySector.Contribution> done) {
        int width = BEFORE_PAIRS + pairNumbers;
        double[] numbers = new double[width * done.size()];
        for (int i = 0; i < done.size(); i++) {
            LaboratorySector.Contribution part = done.get(i);
            int at = i * width;
            numbers[at] = part.normSquared();
            numbers[at + 1] = part.energy();
            numbers[at + 2] = part.error();
            part.pairs().ifPresent(pairs -> System.arraycopy(pairs, 0, numbers, at + BEFORE_PAIRS, pairNumbers));
        }
        return numbers;
    }

    private void saveStates(Map<String, double[]> saved) {
        for (List<LaboratorySector> together : groups()) {
            double[] states = together.get(0).state();
            if (together.size() > 1) {
                states = new double
                        [together.stream()
                                .mapToInt(sector -> sector.state().length)
                                .sum()];
                int at = 0;
                for (LaboratorySector sector : together) {
                    System.arraycopy(sector.state(), 0, states, at, sector.state().length);
                    at += sector.state().length;
                }
            }
            saved.put(
                    "states."
                            + saved.keySet().stream()
                                    .filter(name -> name.startsWith("states."))
                                    .count(),
                    states);
        }
    }

    /** Neighbouring sectors whose states together are not too long for one array. */
    private List<List<LaboratorySector>> groups() {
        List<List<LaboratorySector>> groups = new ArrayList<>();
        long length = MOST_TOGETHER;
        for (LaboratorySector sector : sectors) {
            length += sector.state().length;
            if (length > MOST_TOGETHER) {
                groups.add(new ArrayList<>());
                length = sector.state().length;
            }
            groups.get(groups.size() - 1).add(sector);
        }
        return groups;
    }

    // ---- restoring

    /** Fills the sectors, where there are many. */
    void restoreSectors(Map<String, double[]> saved) {
        if (sectors.size() == 1) {
            return;
        }
        double[] numbers = array(saved, "sectors", SECTOR_NUMBERS * sectors.size());
        for (int i = 0; i < sectors.size(); i++) {
            sectors.get(i).restore(Arrays.copyOfRange(numbers, SECTOR_NUMBERS * i, SECTOR_NUMBERS * (i + 1)));
        }
        List<List<LaboratorySector>> groups = groups();
        for (int k = 0; k < groups.size(); k++) {
            int length = groups.get(k).stream()
                    .mapToInt(sector -> sector.state().length)
                    .sum();
            double[] states = array(saved, "states." + k, length);
            int at = 0;
            for (LaboratorySector sector : groups.get(k)) {
                System.arraycopy(states, at, sector.state(), 0, sector.state().length);
                at += sector.state().length;
            }
        }
    }

    /** The contributions of those sectors that have moved to the time of the clock. */
    List<LaboratorySector.Contribution> contributions(Map<String, double[]> saved) {
        int done = (int) clock(saved)[1];
        List<LaboratorySector.Contribution> contributions = new ArrayList<>();
        if (done < 0 || done > sectors.size()) {
            throw new IllegalArgumentException("the saved clock counts " + done + " of " + sectors.size() + " sectors");
        }
        int width = BEFORE_PAIRS + pairNumbers;
        double[] numbers = done == 0 ? new double[0] : array(saved, "contributions", width * done);
        for (int i = 0; i < done; i++) {
            int at = i * width;
            Optional<double[]> pairs = sectors.get(i).hasPairs()
                    ? Optional.of(Arrays.copyOfRange(numbers, at + BEFORE_PAIRS, at + width))
                    : Optional.empty();
            contributions.add(new LaboratorySector.Contribution(numbers[at], numbers[at + 1], pairs, numbers[at + 2]));
        }
        return contributions;
    }

    /** Time and number of contributions. */
    double[] clock(Map<String, double[]> saved) {
        return array(saved, "clock", 2);
    }

    /** An array of a length that must be right. */
    static double[] array(Map<String, double[]> saved, String name, int length) {
        double[] array = saved.get(name);
        if (array == null || array.length != length) {
            throw new IllegalArgumentException("the saved array " + name + " has "
                    + (array == null ? "gone" : array.length + " numbers") + "; " + length + " are expected");
        }
        return array;
    }
}
