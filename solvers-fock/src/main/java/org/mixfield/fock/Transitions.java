package org.mixfield.fock;

import java.util.Arrays;

/**
 * The matrix elements of a family of annihilation operators A_α, ordered both ways: from the state that is left, where
 * (A_α ψ)[c] = factor·ψ[source] for c below {@link #targets} and every α; and from the state acted on, the few α that leave
 * anything of it. Immutable.
 */
final class Transitions {

    private final int width;
    private final int targets;
    private final int[] source;
    private final double[] factor;
    private final int[] start;
    private final int[] place;
    private final double[] placeFactor;

    private Transitions(int width, int targets, int states, int[] source, double[] factor) {
        this.width = width;
        this.targets = targets;
        this.source = source;
        this.factor = factor;
        this.start = new int[states + 1];
        for (int from : source) {
            start[from + 1]++;
        }
        for (int s = 0; s < states; s++) {
            start[s + 1] += start[s];
        }
        this.place = new int[source.length];
        this.placeFactor = new double[source.length];
        int[] next = Arrays.copyOf(start, states);
        for (int i = 0; i < source.length; i++) {
            int at = next[source[i]]++;
            place[at] = i;
            placeFactor[at] = factor[i];
        }
    }

    /** a_x for each mode but the first of a basis, which holds the particles left over. */
    static Transitions single(OccupationBasis states, int targets) {
        int modes = states.modes() - 1;
        int[] source = new int[targets * modes];
        double[] factor = new double[source.length];
        int[] n = new int[modes + 1];
        for (int c = 0; c < targets; c++) {
            states.occupations(c, n);
            for (int x = 0; x < modes; x++) {
                n[x + 1]++;
                source[c * modes + x] = states.rank(n);
                factor[c * modes + x] = Math.sqrt(n[x + 1]);
                n[x + 1]--;
            }
        }
        return new Transitions(modes, targets, states.dimension(), source, factor);
    }

    /** a_x a_y for each pair x ≤ y, number y(y+1)/2 + x. */
    static Transitions pair(OccupationBasis states, int targets) {
        int modes = states.modes() - 1;
        int width = modes * (modes + 1) / 2;
        int[] source = new int[targets * width];
        double[] factor = new double[source.length];
        int[] n = new int[modes + 1];
        for (int c = 0; c < targets; c++) {
            states.occupations(c, n);
            int at = c * width;
            for (int y = 0; y < modes; y++) {
                double first = Math.sqrt(++n[y + 1]);
                for (int x = 0; x <= y; x++) {
                    double second = Math.sqrt(++n[x + 1]);
                    source[at] = states.rank(n);
                    factor[at++] = first * second;
                    n[x + 1]--;
                }
                n[y + 1]--;
            }
        }
        return new Transitions(width, targets, states.dimension(), source, factor);
    }

    /** Number of operators. */
    int width() {
        return width;
    }

    /** States that can be left: the first ones, this many. */
    int targets() {
        return targets;
    }

    /** The one state of which A_α leaves anything at c. */
    int source(int c, int alpha) {
        return source[c * width + alpha];
    }

    /** What it leaves of it. */
    double factor(int c, int alpha) {
        return factor[c * width + alpha];
    }

    /** Writes (A_α ψ)[c] for all α to rows, one after another, for several sectors at once. */
    void annihilate(double[] psi, int c, LaneRows target, int row, int lane, int sectors) {
        for (int i = 0; i < width; i++) {
            double f = factor[c * width + i];
            int re = 2 * source[c * width + i] * sectors;
            int im = re + sectors;
            double[] toRe = target.re()[row + i];
            double[] toIm = target.im()[row + i];
            for (int k = 0; k < sectors; k++) {
                toRe[lane + k] = f * psi[re + k];
                toIm[lane + k] = f * psi[im + k];
            }
        }
    }

    /** The same for one sector, real and imaginary parts each from their place in the target on. */
    void annihilate(double[] psi, int c, double[] target, int re, int im) {
        int from = c * width;
        for (int i = 0; i < width; i++) {
            target[re + i] = factor[from + i] * psi[2 * source[from + i]];
            target[im + i] = factor[from + i] * psi[2 * source[from + i] + 1];
        }
    }

    /** y[state] += Σ_α (A_α⁺ χ_α)[state], with χ_α[c] at number c·width + α, for several sectors at once. */
    void create(double[] chi, int state, double[] y, int sectors) {
        int to = 2 * state * sectors;
        for (int i = start[state]; i < start[state + 1]; i++) {
            int from = 2 * place[i] * sectors;
            double f = placeFactor[i];
            for (int k = 0; k < 2 * sectors; k++) {
                y[to + k] += f * chi[from + k];
            }
        }
    }

    /** Writes A_α ψ as a vector over the states that can be left, interleaved, and zero beyond. */
    void annihilate(double[] psi, int alpha, double[] target) {
        for (int c = 0; c < targets; c++) {
            double f = factor[c * width + alpha];
            int s = 2 * source[c * width + alpha];
            target[2 * c] = f * psi[s];
            target[2 * c + 1] = f * psi[s + 1];
        }
        Arrays.fill(target, 2 * targets, target.length, 0);
    }
}
