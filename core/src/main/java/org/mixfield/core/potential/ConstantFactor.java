package org.mixfield.core.potential;

/** f = c at all times. */
record ConstantFactor(double c) implements Modulation {

    @Override
    public double at(double time) {
        return c;
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public double largest(double end) {
        return Math.abs(c);
    }
}
