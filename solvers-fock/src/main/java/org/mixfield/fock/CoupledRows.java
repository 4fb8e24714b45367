package org.mixfield.fock;

/**
 * φ, what annihilations leave of a vector at some states, and χ = Wφ: a row for ∅, for each a_x and each a_x a_y. Scratch of one
 * worker, for any cutoff and any number of sectors.
 */
final class CoupledRows {

    private final int excited;
    private final int pairs;
    private final LaneRows phi;
    private final LaneRows chi;
    private final SinglesCoupling[] singles;
    private final PairsCoupling[] channels;

    CoupledRows(int modesU, int modesV, int lanes) {
        this.excited = modesU - 1 + modesV - 1;
        this.pairs = excited * (excited + 1) / 2;
        this.phi = new LaneRows(1 + excited + pairs, lanes);
        this.chi = new LaneRows(1 + excited + pairs, lanes);
        this.singles = new SinglesCoupling[] {
            new SinglesCoupling(modesU, modesV, 0, phi, chi, lanes),
            new SinglesCoupling(modesU, modesV, 1, phi, chi, lanes)
        };
        this.channels = new PairsCoupling[] {
            PairsCoupling.own(modesU, modesV, 0, phi, chi, lanes),
            PairsCoupling.mixed(modesU, modesV, phi, chi, lanes),
            PairsCoupling.own(modesU, modesV, 1, phi, chi, lanes)
        };
    }

    /** Takes everything that annihilations leave at some states, those of two operators only {@code withPairs}. */
    void annihilate(ExcitationBasis basis, double[] x, int[] states, int sectors, boolean withPairs) {
        for (int i = 0; i < states.length; i++) {
            int from = i * sectors;
            phi.read(0, 1, x, 2 * states[i] * sectors, from, sectors);
            basis.single().annihilate(x, states[i], phi, 1, from, sectors);
            if (withPairs) {
                basis.pair().annihilate(x, states[i], phi, 1 + excited, from, sectors);
            }
        }
        chi.clear(0, withPairs ? 1 + excited + pairs : 1 + excited, states.length * sectors);
    }

    void coupleSingles(CoMovingCouplings couplings, CondensateFactors factors, int lanes) {
        singles[0].add(couplings.singles(0), factors, lanes);
        singles[1].add(couplings.singles(1), factors, lanes);
    }

    void couplePairs(CoMovingCouplings couplings, CondensateFactors factors, int lanes) {
        channels[0].add(couplings.pairs(0), factors.twice()[0], factors.next()[0], factors.next()[0], lanes);
        channels[1].add(couplings.pairs(1), factors.both(), factors.root()[1], factors.root()[0], lanes);
        channels[2].add(couplings.pairs(2), factors.twice()[1], factors.next()[1], factors.next()[1], lanes);
    }

    /** Writes what is to be created from a state. */
    void store(int lane, int sectors, int state, boolean withPairs, CoMovingWork work) {
        chi.write(0, 1, work.none(), 2 * state * sectors, lane, sectors);
        chi.write(1, excited, work.single(), 2 * state * excited * sectors, lane, sectors);
        if (withPairs) {
            chi.write(1 + excited, pairs, work.pair(), 2 * state * pairs * sectors, lane, sectors);
        }
    }
}
