package org.mixfield.core.potential;

import java.util.Arrays;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Σ k<sub>i</sub> (x<sub>i</sub> − c<sub>i</sub>)². A splitting can move a particle in it exactly, together with its kinetic
 * energy.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class HarmonicTrap implements Trap {

    private final double[] stiffness;
    private final double[] center;

    /**
     * A trap of given stiffnesses.
     *
     * @param stiffness k for each of three axes; copied
     * @param center c for each of three axes; copied
     */
    public HarmonicTrap(double[] stiffness, double[] center) {
        if (stiffness.length != 3 || center.length != 3) {
            throw new IllegalArgumentException("three axes are wanted");
        }
        this.stiffness = stiffness.clone();
        this.center = center.clone();
    }

    /** With every k times a factor. */
    HarmonicTrap scaled(double factor) {
        return new HarmonicTrap(Arrays.stream(stiffness).map(k -> factor * k).toArray(), center);
    }

    /** k along an axis, from 0. */
    public double stiffness(int axis) {
        return stiffness[axis];
    }

    /** c along an axis, from 0. */
    public double center(int axis) {
        return center[axis];
    }

    @Override
    public double value(double x, double y, double z) {
        return along(0, x) + along(1, y) + along(2, z);
    }

    /** The term of one axis. */
    public double along(int axis, double x) {
        return stiffness[axis] * (x - center[axis]) * (x - center[axis]);
    }

    @Override
    public Optional<HarmonicTrap> harmonicPart() {
        return Optional.of(this);
    }
}
