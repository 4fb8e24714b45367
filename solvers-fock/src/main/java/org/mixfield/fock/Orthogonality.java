package org.mixfield.fock;

/**
 * Estimates how far Lanczos vectors are from orthogonal by the recurrence that the inner products ω obey (Simon, Math.
 * Comput. 42 (1984) 115), so that vectors are orthogonalised only when rounding has grown to matter:
 *
 * <pre>
 *   β_{j+1} ω_{j+1,k} = β_{k+1} ω_{j,k+1} + (α_k − α_j) ω_{j,k} + β_k ω_{j,k−1} − β_j ω_{j−1,k} + rounding
 * </pre>
 */
final class Orthogonality {

    private static final double ROUNDING = 1.2e-16;

    /** Inner products above this are removed: far below any tolerance, since they enter the norm of a state. */
    private static final double MOST = 1e-12;

    private double[] before;
    private double[] now;
    private double[] next;
    private boolean again;

    Orthogonality(int most) {
        this.before = new double[most + 1];
        this.now = new double[most + 1];
        this.next = new double[most + 1];
    }

    void reset() {
        java.util.Arrays.fill(before, 0);
        java.util.Arrays.fill(now, 0);
        now[0] = 1;
        again = false;
    }

    /**
     * Whether vector j + 1 has to be orthogonalised against all before it; after one that had to be, the next has to be too.
     *
     * @param length its length before normalisation, β_{j+1}
     */
    boolean isLostAfter(int j, double[] alpha, double[] beta, double length) {
        double largest = 0;
        for (int k = 0; k < j; k++) {
            double sum = beta[k] * now[k + 1] + (alpha[k] - alpha[j]) * now[k];
            if (k > 0) {
                sum += beta[k - 1] * now[k - 1];
            }
            sum -= (j > 0 ? beta[j - 1] : 0) * before[k];
            sum += Math.copySign(ROUNDING * (beta[k] + length), sum);
            next[k] = sum / length;
            largest = Math.max(largest, Math.abs(next[k]));
        }
        next[j] = ROUNDING * Math.max(1, j > 0 ? beta[0] / length : 1);
        next[j + 1] = 1;
        boolean lost = largest > MOST || again;
        again = largest > MOST && !again;
        if (lost) {
            java.util.Arrays.fill(next, 0, j + 1, ROUNDING);
        }
        double[] free = before;
        before = now;
        now = next;
        next = free;
        return lost;
    }
}
