package org.mixfield.fock;

import java.util.Arrays;

/**
 * Where the Gaussian dynamics keeps what it moves, in one array of complex numbers, interleaved, all of them over the
 * M = M_u + M_v modes or points of both species, u first:
 *
 * <ul>
 *   <li>the orbitals u and v;
 *   <li>the response √N⟨b⟩ and √N⟨c⟩;
 *   <li>the M columns of the Bogoliubov transformation a(t) = U a(0) + V a(0)*, a = (b, c): the column of U, then that of V̄.
 * </ul>
 *
 * @param modesU M_u
 * @param modesV M_v
 */
record GaussianLayout(int modesU, int modesV) {

    /** M. */
    int modes() {
        return modesU + modesV;
    }

    /** Length of the array. */
    int length() {
        return 4 * modes() * (1 + modes());
    }

    /** The same where it may exceed an array. */
    static double length(double modes) {
        return 4 * modes * (1 + modes);
    }

    /** Where the response begins. */
    int response() {
        return 2 * modes();
    }

    /** Where column k of U begins. */
    int particle(int k) {
        return 4 * modes() * (1 + k);
    }

    /** Where column k of V̄ begins. */
    int hole(int k) {
        return particle(k) + 2 * modes();
    }

    /** The vacuum around two orbitals of norm 1, U = 1 and V = 0. */
    double[] vacuum(double[] u, double[] v) {
        double[] state = Arrays.copyOf(u, length());
        System.arraycopy(v, 0, state, 2 * modesU, 2 * modesV);
        for (int k = 0; k < modes(); k++) {
            state[particle(k) + 2 * k] = 1;
        }
        return state;
    }
}
