package org.mixfield.fock;

/**
 * The states with at most K particles outside the two condensate modes: occupations of modes 1…M_u−1 of species u, then
 * 1…M_v−1 of species v, L modes together. Numbered by the combinatorial ranking of {@link OccupationBasis}, with the
 * particles that K leaves over as its first mode, so that states with fewer particles come first: a smaller K is the front
 * part of a larger one. Dimension C(L+K, K), whatever the particle numbers.
 *
 * <p>Holds the transitions that one and two annihilation operators make: applying an operator needs no search. Immutable.
 */
final class ExcitationBasis {

    private final int modesU;
    private final int modesV;
    private final int cutoff;
    private final int excited;
    private final int dimension;
    private final int[] particlesU;
    private final int[] particlesV;
    private final Transitions single;
    private final Transitions pair;

    /**
     * A basis.
     *
     * @param modesU modes of species u, its condensate included
     * @param modesV modes of species v
     * @param cutoff K
     */
    ExcitationBasis(int modesU, int modesV, int cutoff) {
        this.modesU = modesU;
        this.modesV = modesV;
        this.cutoff = cutoff;
        this.excited = modesU - 1 + modesV - 1;
        OccupationBasis states = new OccupationBasis(cutoff, excited + 1);
        this.dimension = states.dimension();
        this.particlesU = new int[dimension];
        this.particlesV = new int[dimension];
        for (int state = 0; state < dimension; state++) {
            for (int x = 0; x < excited; x++) {
                (x < modesU - 1 ? particlesU : particlesV)[state] += states.occupation(state, x + 1);
            }
        }
        this.single = Transitions.single(states, below(1));
        this.pair = Transitions.pair(states, below(2));
    }

    /** C(L+K, K), in floating point because it may be huge. */
    static double dimension(int modesU, int modesV, int cutoff) {
        return OccupationBasis.dimension(cutoff, modesU + modesV - 1);
    }

    int modesU() {
        return modesU;
    }

    int modesV() {
        return modesV;
    }

    int cutoff() {
        return cutoff;
    }

    /** L: modes other than the condensates, of both species. */
    int excited() {
        return excited;
    }

    /** L(L+1)/2 unordered pairs of such modes; x ≤ y has the number y(y+1)/2 + x. */
    int pairs() {
        return excited * (excited + 1) / 2;
    }

    int dimension() {
        return dimension;
    }

    /** How many states, the first ones, have at most K − {@code fewer} particles. */
    int below(int fewer) {
        return fewer > cutoff ? 0 : (int) Math.rint(OccupationBasis.dimension((double) cutoff - fewer, excited + 1));
    }

    /** k_u of a state. */
    int particlesU(int state) {
        return particlesU[state];
    }

    /** k_v of a state. */
    int particlesV(int state) {
        return particlesV[state];
    }

    /** What a_x does, for the L modes x. */
    Transitions single() {
        return single;
    }

    /** What a_x a_y does, for the pairs x ≤ y. */
    Transitions pair() {
        return pair;
    }
}
