package org.mixfield.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one scale of a study.
 *
 * @param scale what the particle numbers are multiplied by
 * @param u particles of species u
 * @param v particles of species v
 * @param failure why it has no rows, where it has none
 * @param bytes of its rows in {@code study.csv}
 * @param sum CRC-32C of these bytes
 * @param seconds wall time it took
 * @param solvers what the solvers said of themselves at the last row
 * @param warnings what there was to warn of
 */
record ScaleRecord(
        int scale,
        int u,
        int v,
        Optional<String> failure,
        long bytes,
        long sum,
        double seconds,
        Map<String, Object> solvers,
        List<String> warnings) {

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("scale", scale);
        map.put("N1", u);
        map.put("N2", v);
        map.put("status", failure.isEmpty() ? "complete" : "failed");
        failure.ifPresent(words -> map.put("reason", words));
        map.put("bytes", bytes);
        map.put("crc32c", sum);
        map.put("seconds", seconds);
        map.put("solvers", solvers);
        map.put("warnings", warnings);
        return map;
    }

    /** @throws ClassCastException where it is none; @throws NullPointerException likewise */
    @SuppressWarnings("unchecked")
    static ScaleRecord of(Map<String, Object> map) {
        return new ScaleRecord(
                number(map, "scale").intValue(),
                number(map, "N1").intValue(),
                number(map, "N2").intValue(),
                Optional.ofNullable((String) map.get("reason")),
                number(map, "bytes").longValue(),
                number(map, "crc32c").longValue(),
                number(map, "seconds").doubleValue(),
                (Map<String, Object>) map.getOrDefault("solvers", Map.of()),
                (List<String>) map.getOrDefault("warnings", List.of()));
    }

    private static Number number(Map<String, Object> map, String key) {
        return (Number) java.util.Objects.requireNonNull(map.get(key));
    }

    /** The scale and its particle numbers in words. */
    String words() {
        return "scale " + scale + " (N1 = " + u + ", N2 = " + v + ")";
    }
}
