package lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.model.Interactions;
import org.mixfield.core.model.Mixture;
import org.mixfield.core.model.Species;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.RadialPotential;
import org.mixfield.pipeline.Estimate;
import org.mixfield.pipeline.Mixfield;
import org.mixfield.pipeline.Results;

/** How far a mixture is from its Hartree limit, told by a program that is not Mixfield. */
public final class TraceDistance {

    private TraceDistance() {}

    // tag::file[]
    /** Of the mixture that a file describes. */
    public static Estimate ofFile(Path file) {
        try (Mixfield mixfield = Mixfield.open()) {
            Results results = mixfield.load(file).run(row -> System.out.println("at " + row.time()));
            return results.traceDistance();
        }
    }
    // end::file[]

    // tag::objects[]
    /** Of two clouds of N particles each that repel each other by a potential of our own. */
    public static Estimate ofClouds(int particles) {
        PairPotential soft = RadialPotential.of(r -> 1 / Math.cosh(r));
        try (Mixfield mixfield = Mixfield.open()) {
            Species left = new Species(
                    particles,
                    0.5,
                    (x, y, z) -> x * x,
                    mixfield.orbital(Map.of("type", "gaussian", "center", List.of(-0.3), "width", 1.0)));
            Species right = new Species(
                    particles,
                    0.5,
                    (x, y, z) -> x * x,
                    mixfield.orbital(Map.of("type", "gaussian", "center", List.of(0.3), "width", 1.0)));
            Mixture mixture = new Mixture(left, right, new Interactions(soft, soft, soft));
            return mixfield.setup(mixture, Grid.of(new int[] {64}, new double[] {16}))
                    .until(0.2, 2)
                    .fock(Map.of("modes", Map.of("count", 2), "accuracy", 1e-3))
                    .prepare()
                    .run()
                    .traceDistance();
        }
    }
    // end::objects[]

    /** Prints the distance of as many particles as its argument says. */
    public static void main(String[] arguments) {
        Estimate distance = ofClouds(Integer.parseInt(arguments[0]));
        System.out.println("Tr|gamma - P| = " + distance.value() + " +- " + distance.error());
    }
}
