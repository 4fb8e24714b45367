package org.mixfield.fock;

import java.util.List;

/**
 * One factor e^{−iτH} of a step of the commutator-free Magnus method of order 4,
 *
 * <pre>
 *   e^{−ih(aL₁+bL₂)} e^{−ih(bL₁+aL₂)},     a = (3−2√3)/12,  b = (3+2√3)/12,     L₁, L₂ at t + h(½ ∓ √3/6)
 * </pre>
 *
 * (Blanes, Moan, Appl. Numer. Math. 56 (2006) 1519): τ = h/2 and the matrix elements of H combined with 2a and 2b, of sum 1.
 *
 * @param <C> what H is given by
 * @param couplings of H
 * @param duration τ
 */
record MagnusExponent<C extends MagnusExponent.Combinable<C>>(C couplings, double duration) {

    /** What L or H depends on linearly. */
    interface Combinable<C> {

        /** x·this + y·other. */
        C combined(double x, double y, C other);
    }

    /** The nodes in units of the step. */
    static final double[] NODES = {0.5 - Math.sqrt(3) / 6, 0.5 + Math.sqrt(3) / 6};

    private static final double A = (3 - 2 * Math.sqrt(3)) / 12;
    private static final double B = (3 + 2 * Math.sqrt(3)) / 12;

    /** The factors of a step, the one applied first coming first. */
    static <C extends Combinable<C>> List<MagnusExponent<C>> ofStep(C at1, C at2, double step) {
        return List.of(
                new MagnusExponent<>(at1.combined(2 * B, 2 * A, at2), 0.5 * step),
                new MagnusExponent<>(at1.combined(2 * A, 2 * B, at2), 0.5 * step));
    }
}
