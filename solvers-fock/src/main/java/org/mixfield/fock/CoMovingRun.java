package org.mixfield.fock;

import java.util.List;
import java.util.Map;
import org.mixfield.core.run.Workers;

/**
 * A co-moving expansion with a fixed cutoff and fixed nodes on its way through time. All sectors share the moving bases and so
 * the matrix elements at the nodes of each step. They take steps whole; one sector of the pilot tries halves beforehand, and the
 * error of the whole is 16/15 of the difference.
 */
final class CoMovingRun implements MagnusStepping.Moved<CoMovingCouplings> {

    /** Sums over sectors take differences of √(N₁N₂) times a state: what varies from sector to sector counts as often. */
    private static final double SHARE_OF_DIFFERENCES = 0.1;

    private final ModeTensors tensors;
    private final MagnusStepping<CoMovingCouplings> stepping;
    private final CoMovingLevels levels;
    private final SectorLevel trial;

    CoMovingRun(
            ModeTensors tensors,
            FrameWeights weights,
            double[] u,
            double[] v,
            CoMovingLevels.Sizes sizes,
            int cutoff,
            int nodes,
            double tolerance,
            double endTime,
            Workers workers) {
        this.tensors = tensors;
        this.stepping = new MagnusStepping<>(
                "co-moving",
                tensors,
                weights,
                u,
                v,
                moving -> CoMovingCouplings.of(moving, weights),
                Math.min(
                        MagnusStepping.SHARE_OF_KRYLOV,
                        SHARE_OF_DIFFERENCES / Math.sqrt((double) sizes.n1() * sizes.n2())),
                tolerance,
                endTime);
        this.levels = new CoMovingLevels(
                sizes, cutoff, nodes, tensors.modesU(), tensors.modesV(), weights, moving(), workers);
        SectorLevel pilot = levels.pilot();
        this.trial = pilot.alone(pilot.points().central(), moving(), workers);
    }

    /** Matrix elements in the present bases. */
    CoMovingCouplings moving() {
        return stepping.moving();
    }

    /** Takes one step towards a time; true when it is there. */
    boolean stepTowards(double target) {
        return stepping.stepTowards(target, this);
    }

    @Override
    public double error(
            List<MagnusExponent<CoMovingCouplings>> halves,
            List<MagnusExponent<CoMovingCouplings>> whole,
            double errorRate) {
        double[] fine = trial(halves, errorRate);
        double[] rough = trial(whole, errorRate);
        double square = 0;
        for (int i = 0; i < fine.length; i++) {
            square += (fine[i] - rough[i]) * (fine[i] - rough[i]);
        }
        return richardson() * Math.sqrt(square);
    }

    private double[] trial(List<MagnusExponent<CoMovingCouplings>> exponents, double errorRate) {
        trial.takeFrom(levels.pilot(), levels.pilot().points().central());
        trial.advance(0, exponents, errorRate, levels.work());
        return trial.state(0);
    }

    @Override
    public void advance(
            List<MagnusExponent<CoMovingCouplings>> halves,
            List<MagnusExponent<CoMovingCouplings>> whole,
            double errorRate) {
        levels.advance(whole, halves, errorRate);
    }

    /** How much the error of a whole step exceeds its difference from two half ones. */
    static double richardson() {
        return (MagnusStepping.RICHARDSON + 1) / MagnusStepping.RICHARDSON;
    }

    /** Starts from the ground states of the expansions; called at time 0. */
    LowestState settle(double tolerance) {
        double[][] fields = bases().meanFields();
        double[][] h = {
            MovingMatrices.inBasis(fields[0], bases().basis(0), tensors.modesU()),
            MovingMatrices.inBasis(fields[1], bases().basis(1), tensors.modesV())
        };
        return levels.settle(moving(), h, tolerance);
    }

    double time() {
        return stepping.time();
    }

    long steps() {
        return stepping.steps();
    }

    long rejected() {
        return stepping.rejected();
    }

    MovingBases bases() {
        return stepping.bases();
    }

    CoMovingLevels levels() {
        return levels;
    }

    void save(Map<String, double[]> saved) {
        stepping.save(saved);
        levels.save(saved);
    }

    void restore(Map<String, double[]> saved) {
        stepping.restore(saved);
        levels.restore(saved);
    }
}
