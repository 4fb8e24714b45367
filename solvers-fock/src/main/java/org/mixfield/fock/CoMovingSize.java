package org.mixfield.fock;

/** How large co-moving expansions are, and how large automatic choices may make them. */
final class CoMovingSize {

    private static final int FIRST_CUTOFF = 6;
    private static final int FIRST_NODES = 5;

    /** Beyond it the first cutoff is smaller. */
    private static final double MODERATE = 20_000;

    private static final int MOST_NODES = 12;
    private static final int MOST_CUTOFF = 60;

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
        int k = choice.cutoff()
                .orElse(
                        ExcitationBasis.dimension(modesU, modesV, FIRST_CUTOFF) > MODERATE
                                ? FIRST_CUTOFF - 2
                                : FIRST_CUTOFF);
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

    /** One node more, −1 where the smallest node comes too near to 0. */
    int nextNodes(int nodes) {
        int next = nodes + 1;
        double least = LEAST_PARTICLES;
        if (sizes.gaussU()) {
            least = Math.min(
                    least, sizes.n1() + GaussCharlier.of(sizes.n1(), next).above()[0]);
        }
        if (sizes.gaussV()) {
            least = Math.min(
                    least, sizes.n2() + GaussCharlier.of(sizes.n2(), next).above()[0]);
        }
        return next > MOST_NODES || least < LEAST_PARTICLES ? -1 : next;
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
        return 2 * (SectorLevel.bytes(modesU, modesV, cutoff, sectors(nodes), workers) + transitions);
    }
}
