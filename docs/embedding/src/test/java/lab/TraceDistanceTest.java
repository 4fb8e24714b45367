package lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixfield.pipeline.Estimate;

class TraceDistanceTest {

    @TempDir
    private Path folder;

    /** The rate of the theorem: 1/N. */
    @Test
    void tenTimesTheParticlesAreTenTimesNearer() {
        Estimate few = TraceDistance.ofClouds(100);
        Estimate many = TraceDistance.ofClouds(1000);
        assertTrue(few.error() < 1e-2 * few.value(), few.toString());
        assertEquals(10, few.value() / many.value(), 0.5);
    }

    @Test
    void particlesThatDoNotInteractStayAProduct() throws Exception {
        Path file = Files.writeString(folder.resolve("free.yaml"), """
                mixfield: 1
                name: free
                grid: {points: [64], length: [16]}
                species:
                  u: {particles: 3, initial: {type: gaussian, width: 1.0}}
                  v: {particles: 2, initial: {type: gaussian, width: 1.0}}
                interactions: {uu: {type: none}, vv: {type: none}, uv: {type: none}}
                time: {end: 0.1, outputs: 1}
                solvers: {fock: {modes: {count: 2}, state: factorised, frames: [laboratory]}}
                """);
        assertEquals(0, TraceDistance.ofFile(file).value(), 1e-9);
    }
}
