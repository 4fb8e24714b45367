package org.mixfield.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.mixfield.core.propagator.Workload;
import org.mixfield.core.run.InsufficientMemoryException;
import org.mixfield.core.run.MemoryNeed;

/**
 * What a run will take, found out before it is started.
 *
 * @param memory what it needs of the memory, part by part
 * @param available bytes of memory that it may take
 * @param solvers the work of each solver
 * @param files about how many bytes its files take, by name
 * @param seconds about how long it takes on this machine, from a few steps taken; empty where they tell nothing, or where
 *     it does not fit the memory and none was taken
 */
@API(status = API.Status.EXPERIMENTAL)
public record RunPlan(
        List<MemoryNeed> memory,
        double available,
        List<SolverPlan> solvers,
        Map<String, Double> files,
        OptionalDouble seconds) {

    public RunPlan {
        memory = List.copyOf(memory);
        solvers = List.copyOf(solvers);
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /**
     * The work of one solver.
     *
     * @param name {@code hartree} or {@code fock}
     * @param workload what it knows beforehand
     * @param steps how many steps it takes, known or estimated
     * @param seconds about how long they take together
     */
    public record SolverPlan(String name, Workload workload, OptionalDouble steps, OptionalDouble seconds) {

        private Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("solver", name);
            map.put("method", workload.method());
            steps.ifPresent(count -> map.put("steps", Math.round(count)));
            workload.transforms().ifPresent(count -> map.put("transforms-per-step", Math.round(count)));
            workload.sizes().forEach((what, size) -> map.put(what, Math.round(size)));
            seconds.ifPresent(time -> map.put("seconds", time));
            return map;
        }
    }

    /** Bytes of memory needed in all. */
    public double needed() {
        return memory.stream().mapToDouble(MemoryNeed::bytes).sum();
    }

    /** Whether it fits the memory. */
    public boolean fits() {
        return needed() <= available;
    }

    /** @throws InsufficientMemoryException where it does not fit the memory */
    public void require() {
        InsufficientMemoryException.check(memory, available);
    }

    /** Plain values. */
    public Map<String, Object> toMap() {
        List<Map<String, Object>> needs = new ArrayList<>();
        for (MemoryNeed need : memory) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("what", need.what());
            entry.put("bytes", Math.round(need.bytes()));
            needs.add(entry);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("memory-bytes", Math.round(needed()));
        map.put("available-bytes", Math.round(available));
        map.put("memory", needs);
        map.put("solvers", solvers.stream().map(SolverPlan::toMap).toList());
        Map<String, Object> sizes = new LinkedHashMap<>();
        files.forEach((name, bytes) -> sizes.put(name, Math.round(bytes)));
        map.put("file-bytes", sizes);
        seconds.ifPresent(time -> map.put("seconds", time));
        return map;
    }
}
