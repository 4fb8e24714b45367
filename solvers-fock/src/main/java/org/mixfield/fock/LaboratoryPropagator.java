package org.mixfield.fock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.Propagator;
import org.mixfield.core.run.Workers;

/**
 * The many-body state in the laboratory frame: every number sector by itself, the largest first, and the mode-projected
 * Hartree system beside them. Each worker carries one sector at a time and has Krylov vectors for one; a single sector
 * keeps them, and with them its Krylov space, from one output to the next.
 */
final class LaboratoryPropagator implements Propagator {

    private final Workers workers;
    private final int n1;
    private final int n2;
    private final ModeTensors tensors;
    private final ProjectedHartree hartree;
    private final boolean fixedNumbers;
    private final NumberSectors numbers;
    private final MixtureHamiltonian hamiltonian;
    private final List<LaboratorySector> sectors;
    private final Optional<LaboratoryMoments> moments;
    private final KrylovMemory[] memories;
    private final double endTime;
    private final double errorRate;
    private final Map<String, Object> lostNorm = new LinkedHashMap<>();
    private final SavedLaboratory saved;
    private final Optional<GroundStateStart> groundState;
    private final List<LaboratorySector.Contribution> contributions = new ArrayList<>();
    private double time;
    private @Nullable LaboratoryState state;

    LaboratoryPropagator(
            Discretization discretization,
            InitialState initial,
            double tail,
            double tolerance,
            double endTime,
            LanczosPasses passes) {
        this(
                ModeTensors.of(discretization),
                discretization.mixture(),
                InitialModes.of(discretization, SpeciesName.U),
                InitialModes.of(discretization, SpeciesName.V),
                initial,
                tail,
                tolerance,
                endTime,
                passes,
                discretization.workers());
        lostNorm.putAll(InitialModes.lostNorm(discretization));
    }

    /** The same from matrix elements alone, in one pass. */
    LaboratoryPropagator(
            ModeTensors tensors,
            Mixture mixture,
            double[] u,
            double[] v,
            InitialState initial,
            double tail,
            double tolerance,
            double endTime,
            Workers workers) {
        this(tensors, mixture, u, v, initial, tail, tolerance, endTime, LanczosPasses.ONE, workers);
    }

    /**
     * The same from matrix elements alone.
     *
     * @param mixture its particle numbers and weights; traps, masses and potentials are in the tensors
     * @param u initial orbital of species u in its modes, interleaved, of norm 1
     * @param v initial orbital of species v
     * @param passes whether Krylov vectors are kept
     */
    LaboratoryPropagator(
            ModeTensors tensors,
            Mixture mixture,
            double[] u,
            double[] v,
            InitialState initial,
            double tail,
            double tolerance,
            double endTime,
            LanczosPasses passes,
            Workers workers) {
        this.workers = workers;
        this.n1 = mixture.u().particles();
        this.n2 = mixture.v().particles();
        this.tensors = tensors;
        this.hartree = new ProjectedHartree(tensors, mixture.weights(), u, v);
        this.fixedNumbers = initial.hasFixedNumbers();
        this.numbers = fixedNumbers ? NumberSectors.factorised(n1, n2) : NumberSectors.coherent(n1, n2, tail);
        this.hamiltonian = new MixtureHamiltonian(tensors, n1, n2);
        this.sectors = sectors(u, v);
        this.moments = fixedNumbers ? Optional.empty() : Optional.of(new LaboratoryMoments(numbers, sectors));
        this.saved = new SavedLaboratory(sectors, tensors.modesU() * tensors.modesV());
        this.endTime = endTime;
        this.errorRate = endTime > 0 ? tolerance / endTime : tolerance;
        this.memories = new KrylovMemory[Math.min(workers.count(), sectors.size())];
        for (int i = 0; i < memories.length; i++) {
            memories[i] = new KrylovMemory(sectors.get(0).dimension(), passes);
        }
        this.groundState = initial == InitialState.GROUND_STATE
                ? Optional.of(new GroundStateStart(sectors.get(0), hamiltonian, tolerance, workers))
                : Optional.empty();
    }

    private List<LaboratorySector> sectors(double[] u, double[] v) {
        List<NumberSectors.Sector> order = new ArrayList<>(numbers.sectors());
        order.sort(Comparator.comparingDouble(
                sector -> -(double) hamiltonian.basisU(sector.n1()).dimension()
                        * hamiltonian.basisV(sector.n2()).dimension()));
        return order.stream()
                .map(sector -> new LaboratorySector(
                        sector,
                        hamiltonian,
                        MeanFieldDistance.product(
                                FactorisedAmplitudes.of(u, hamiltonian.basisU(sector.n1())),
                                FactorisedAmplitudes.of(v, hamiltonian.basisV(sector.n2()))),
                        workers))
                .toList();
    }

    /**
     * A step is a Krylov space of a single sector, or the whole way of a few sectors of many; before that, a restart of the
     * search for the ground state.
     */
    @Override
    public boolean stepTowards(double target) {
        if (target < time) {
            throw new IllegalArgumentException("time runs forward: " + target + " is before " + time);
        }
        if (groundState.isPresent() && !groundState.get().step(memories[0])) {
            return false;
        }
        if (target > time) {
            time = target;
            contributions.clear();
            state = null;
            hartree.advanceTo(target);
        }
        if (contributions.size() < sectors.size()) {
            if (sectors.size() == 1) {
                stepOfTheOnlySector();
            } else {
                moveNextSectors();
            }
        }
        return contributions.size() == sectors.size();
    }

    private void stepOfTheOnlySector() {
        LaboratorySector sector = sectors.get(0);
        if (sector.stepTowards(time, endTime, errorRate, memories[0])) {
            contributions.add(sector.measureAt(time, memories[0]));
        }
    }

    private void moveNextSectors() {
        int from = contributions.size();
        LaboratorySector.Contribution[] next =
                new LaboratorySector.Contribution[Math.min(sectorsInStep(workers), sectors.size() - from)];
        workers.run(next.length, 1, (worker, first, last) -> {
            for (int i = first; i < last; i++) {
                next[i] = sectors.get(from + i).moveTo(time, errorRate, memories[worker]);
            }
        });
        contributions.addAll(List.of(next));
    }

    /** How many of many sectors move in one step: enough that no worker waits long for the last of them. */
    static int sectorsInStep(Workers workers) {
        return 4 * workers.count();
    }

    @Override
    public Map<String, double[]> save() {
        Map<String, double[]> arrays = saved.save(time, contributions, hartree);
        groundState.ifPresent(start -> start.save(arrays));
        return arrays;
    }

    @Override
    public void restore(Map<String, double[]> arrays) {
        time = saved.clock(arrays)[0];
        state = null;
        hartree.restore(arrays);
        saved.restoreSectors(arrays);
        groundState.ifPresent(start -> start.restore(arrays));
        contributions.clear();
        contributions.addAll(saved.contributions(arrays));
        boolean moved = !contributions.isEmpty() || arrays.containsKey("krylov") || arrays.containsKey("krylov.first");
        if (sectors.size() == 1 && moved) {
            LaboratorySector only = sectors.get(0);
            only.restoreSpace(
                    SavedLaboratory.array(arrays, "krylov.first", 2 * only.dimension()),
                    SavedLaboratory.array(arrays, "krylov", 6),
                    endTime,
                    errorRate,
                    memories[0]);
            if (!contributions.isEmpty()) {
                only.space().ifPresent(space -> space.stateAt(time, only.state()));
            }
        }
    }

    @Override
    public ManyBodyState state() {
        LaboratoryState present = state;
        if (present == null) {
            advanceTo(time);
            Optional<CoherentMoments> fluctuations =
                    moments.map(sum -> sum.of(hamiltonian, hartree.u(), hartree.v(), n1, n2, workers));
            present = LaboratoryState.of(
                    numbers,
                    sectors,
                    contributions,
                    tensors,
                    hartree,
                    n1,
                    n2,
                    fluctuations,
                    fluctuations.map(this::remainderSum));
            if (fixedNumbers) {
                present = present.with(sectors.get(0).correlations(present.reducedDensity()));
            }
            state = present;
        }
        return present;
    }

    private double remainderSum(CoherentMoments fluctuations) {
        Map<LaboratorySector, LaboratorySector.Contribution> parts = new HashMap<>();
        for (int i = 0; i < sectors.size(); i++) {
            parts.put(sectors.get(i), contributions.get(i));
        }
        return moments.orElseThrow().remainderSum(fluctuations, parts, hartree.u(), hartree.v());
    }

    @Override
    public Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("frame", "laboratory");
        report.put("sectors", sectors.size());
        report.put(
                "states",
                sectors.stream().mapToLong(LaboratorySector::dimension).sum());
        report.put(
                "largest-sector",
                sectors.stream().mapToInt(LaboratorySector::dimension).max().orElse(0));
        groundState.ifPresent(start -> report.put("ground-state", start.report()));
        report.put("probability-left-out", numbers.leftOut());
        moments.ifPresent(sum -> report.put("moments-probability-left-out", sum.leftOut()));
        report.put("inter-species-rank", hamiltonian.between().rank());
        report.put("inter-species-neglected", hamiltonian.between().neglected());
        report.put(
                "hamiltonian-applications",
                sectors.stream().mapToLong(LaboratorySector::applications).sum());
        report.put(
                "krylov-spaces",
                sectors.stream().mapToInt(LaboratorySector::krylovSpaces).sum());
        if (sectors.size() == 1) {
            report.put(
                    "time",
                    sectors.get(0)
                            .space()
                            .map(space -> Math.min(space.covered(), endTime))
                            .orElse(0.0));
        }
        report.put("krylov-passes", memories[0].passes() == LanczosPasses.ONE ? 1 : 2);
        report.put("projected-hartree-error", hartree.error());
        if (!lostNorm.isEmpty()) {
            report.put("initial-norm-lost", lostNorm);
        }
        return report;
    }
}
