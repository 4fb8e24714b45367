package org.mixfield.fock;

/** b*_j on the states of n particles of one species: the state of n+1 particles it leads to, and √(n_j+1). Immutable. */
final class CreationTable {

    private final int states;
    private final int[] target;
    private final double[] factor;

    /**
     * A table.
     *
     * @param from n particles
     * @param to n+1 particles in the same modes
     */
    CreationTable(OccupationBasis from, OccupationBasis to) {
        this.states = from.dimension();
        this.target = new int[from.modes() * states];
        this.factor = new double[from.modes() * states];
        int[] n = new int[from.modes()];
        for (int state = 0; state < states; state++) {
            from.occupations(state, n);
            for (int j = 0; j < n.length; j++) {
                n[j]++;
                target[j * states + state] = to.rank(n);
                factor[j * states + state] = Math.sqrt(n[j]);
                n[j]--;
            }
        }
    }

    /** Bytes for so many states. */
    static double bytes(double states, int modes) {
        return 12 * states * modes;
    }

    /** Number of states with n particles. */
    int states() {
        return states;
    }

    /** The state with one particle more in a mode. */
    int target(int mode, int state) {
        return target[mode * states + state];
    }

    /** √(n_j+1), n_j being the particles of the state in that mode. */
    double factor(int mode, int state) {
        return factor[mode * states + state];
    }
}
