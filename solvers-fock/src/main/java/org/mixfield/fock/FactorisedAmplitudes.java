package org.mixfield.fock;

/** The amplitudes of u^{⊗n} in an occupation basis: √(n!/∏ n_i!) ∏ u_i^{n_i}. */
final class FactorisedAmplitudes {

    private FactorisedAmplitudes() {}

    /**
     * Amplitudes.
     *
     * @param orbital u in the modes, interleaved, of norm 1
     * @return interleaved, length 2d
     */
    static double[] of(double[] orbital, OccupationBasis basis) {
        int modes = basis.modes();
        double[] size = new double[modes];
        double[] angle = new double[modes];
        for (int i = 0; i < modes; i++) {
            size[i] = Math.hypot(orbital[2 * i], orbital[2 * i + 1]);
            angle[i] = Math.atan2(orbital[2 * i + 1], orbital[2 * i]);
        }
        double[] amplitudes = new double[2 * basis.dimension()];
        for (int state = 0; state < basis.dimension(); state++) {
            double phase = 0;
            double product = 1;
            int left = basis.particles();
            for (int i = 0; i < modes; i++) {
                int n = basis.occupation(state, i);
                // √C(left, n) |u_i|ⁿ, factor by factor, so that neither of the two can overflow alone
                for (int k = 1; k <= n; k++) {
                    product *= size[i] * Math.sqrt((double) (left - n + k) / k);
                }
                phase += n * angle[i];
                left -= n;
            }
            amplitudes[2 * state] = product * Math.cos(phase);
            amplitudes[2 * state + 1] = product * Math.sin(phase);
        }
        return amplitudes;
    }
}
