package org.mixfield.fock;

/** How large co-moving expansions are, and how large automatic choices may make them. */
final class CoMovingSize {

    private static final int FIRST_CUTOFF = 4;
    private static final int FIRST_NODES = 3;

    private static final int MOST_NODES = 12;
    private static final int MOST_CUTOFF = 60;

    /** An error this many times too large takes two nodes more. */
    private static final double MUCH = 100;

    /** (m₁+a, m₂+b) with a + b ≤ 2. */
    private static final double SECTORS_PER_POINT = 6;

    /** The smallest node must leave room for excitations. */
    private static final double LEAST_PARTICLES = 4;

    private final CoMovingChoice choice;
    private final int modesU;
    private final int modesV;
    private final int workers;
    private final CoMovingLevels.Sizes sizes;

    CoMovingSize(CoMovingChoice choice, int n1, int n2, int modesU, int modesV, int workers) {
        this.choice = choice;
        this.modesU = modesU;
        this.modesV = modesV;
        this.workers = workers;
        this.sizes = new CoMovingLevels.Sizes(
                n1,
                n2,
                choice.initial() == InitialState.COHERENT,
                choice.sectors().isGauss(n1),
                choice.sectors().isGauss(n2),
                choice.tail());
    }

    CoMovingLevels.Sizes sizes() {
        return sizes;
    }

    /** The cutoff given, or the one to begin with; never more than there are particles. */
    int firstCutoff() {
        int k = choice.cutoff().orElse(FIRST_CUTOFF);
        return sizes.coherent() ? k : (int) Math.min(k, (long) sizes.n1() + sizes.n2());
    }

    /** The nodes given, or those to begin with; 0 without quadrature. */
    int firstNodes() {
        return sizes.gauss() ? choice.nodes().orElse(FIRST_NODES) : 0;
    }

    /**
     * The next larger cutoff, by two or as far as the errors' fall says it takes, but half as much again at most; −1 where it
     * takes more than half of the memory there can be.
     */
    int nextCutoff(int cutoff, int nodes, CoMovingErrors errors, double allowed) {
        int pairs = 1;
        if (errors.cutoffRatio() < 1) {
            double missing = Math.log(errors.cutoff() / allowed) / -Math.log(errors.cutoffRatio());
            pairs = (int) Math.max(1, Math.min(Math.ceil(missing), cutoff / 4.0));
        }
        for (int more = pairs; more >= 1; more--) {
            int next = cutoff + 2 * more;
            if (!sizes.coherent()) {
                next = (int) Math.min(next, (long) sizes.n1() + sizes.n2());
            }
            if (next <= MOST_CUTOFF
                    && bytes(next, nodes) <= 0.5 * Runtime.getRuntime().maxMemory()) {
                return next;
            }
        }
        return -1;
    }

    /** One node more, or two where much is missing; −1 where the smallest node comes too near to 0. */
    int nextNodes(int nodes, CoMovingErrors errors, double allowed) {
        int more = errors.nodes() > MUCH * allowed ? 2 : 1;
        for (int next = nodes + more; next > nodes; next--) {
            if (next <= MOST_NODES && leastParticles(next) >= LEAST_PARTICLES) {
                return next;
            }
        }
        return -1;
    }

    private double leastParticles(int nodes) {
        double least = Double.POSITIVE_INFINITY;
        if (sizes.gaussU()) {
            least = sizes.n1() + GaussCharlier.of(sizes.n1(), nodes).above()[0];
        }
        if (sizes.gaussV()) {
            least = Math.min(
                    least, sizes.n2() + GaussCharlier.of(sizes.n2(), nodes).above()[0]);
        }
        return least;
    }

    /** States of one sector. */
    double states(int cutoff) {
        return ExcitationBasis.dimension(modesU, modesV, cutoff);
    }

    /** About how many sectors the expansion that is measured has. */
    double sectors(int nodes) {
        if (!sizes.coherent()) {
            return 1;
        }
        if (!sizes.gaussU() && !sizes.gaussV()) {
            return NumberSectors.coherentSectors(sizes.n1(), sizes.n2(), sizes.tail())
                    .orElseGet(() -> NumberSectors.particlesBelow(sizes.n1(), sizes.tail())
                            * NumberSectors.particlesBelow(sizes.n2(), sizes.tail()));
        }
        double u = sizes.gaussU() ? nodes : NumberSectors.particlesBelow(sizes.n1(), sizes.tail());
        double v = sizes.gaussV() ? nodes : NumberSectors.particlesBelow(sizes.n2(), sizes.tail());
        return SECTORS_PER_POINT * u * v;
    }

    /** Bytes of all levels and the transitions between states: the smaller ones together are smaller than the largest. */
    double bytes(int cutoff, int nodes) {
        double excited = modesU + modesV - 2.0;
        double transitions = 2 * 12 * (cutoff < 1 ? 0 : states(cutoff - 1) * excited)
                + 2 * 12 * (cutoff < 2 ? 0 : states(cutoff - 2) * excited * (excited + 1) / 2);
        return 2 * (SectorLevel.bytes(modesU, modesV, cutoff, sectors(nodes)) + transitions)
                + CoMovingWork.bytes(modesU, modesV, cutoff, sectors(nodes), workers)
                + 12 * CoMovingCouplings.bytes(modesU, modesV);
    }
}
