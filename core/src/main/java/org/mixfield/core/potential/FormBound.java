package org.mixfield.core.potential;

import org.apiguardian.api.API;

/** What is known of the least K with V² ≤ K(1−Δ). */
@API(status = API.Status.EXPERIMENTAL)
public sealed interface FormBound {

    /**
     * Theory gives a constant.
     *
     * @param k a K for which the bound holds
     * @param source where it is proven
     */
    record Proven(double k, String source) implements FormBound {}

    /**
     * Computed; the least K lies between the two.
     *
     * @param lower a lower bound of the least K
     * @param upper an upper bound of it
     * @param method how they were found
     */
    record Computed(double lower, double upper, String method) implements FormBound {}

    /**
     * There is no such K.
     *
     * @param witness trial functions for which ⟨V²⟩/⟨1−Δ⟩ grows without bound
     */
    record Violated(String witness) implements FormBound {}
}
