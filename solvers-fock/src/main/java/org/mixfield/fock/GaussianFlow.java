package org.mixfield.fock;

/** Moves the state of a {@link GaussianLayout} by a scheme of known order. One call at a time. */
interface GaussianFlow {

    /** The layout of the whole transformation. */
    GaussianLayout layout();

    /** The state at time 0, without fluctuations. */
    double[] start();

    /** p: the error of a step falls as its length to the power p + 1. */
    int order();

    /** Moves a state by a time h in one step; its number of columns is as its length says. */
    void step(double[] state, double h);
}
