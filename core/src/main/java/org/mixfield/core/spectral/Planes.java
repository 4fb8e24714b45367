package org.mixfield.core.spectral;

import java.util.Optional;
import org.mixfield.core.run.Workers;

/** Transforms of the planes of a three-dimensional array as wholes, for each worker its own. */
final class Planes {

    private final PlaneTransform[] transforms;

    private Planes(PlaneTransform[] transforms) {
        this.transforms = transforms;
    }

    /** Those of an array of this shape, where it has three axes and the backend brings them. */
    static Optional<Planes> of(int[] shape, Workers workers, LineTransform.Factory factory) {
        if (shape.length < 3) {
            return Optional.empty();
        }
        PlaneTransform[] transforms = new PlaneTransform[workers.count()];
        for (int worker = 0; worker < transforms.length; worker++) {
            Optional<PlaneTransform> made = factory.plane(shape[1], shape[2]);
            if (made.isEmpty()) {
                return Optional.empty();
            }
            transforms[worker] = made.get();
        }
        return Optional.of(new Planes(transforms));
    }

    void transform(int worker, double[] data, int offset, boolean forward) {
        transforms[worker].transform(data, offset, forward);
        Lines.checkFinite(data, 2 * offset, 0, 1);
    }

    void forwardReal(int worker, double[] values, int from, double[] spectra, int offset) {
        transforms[worker].forwardReal(values, from, spectra, offset);
        Lines.checkFinite(spectra, 2 * offset, 0, 1);
    }

    void inverseReal(int worker, double[] spectra, int offset, double[] values, int to, double factor) {
        transforms[worker].inverseReal(spectra, offset, values, to, factor);
        Lines.checkFinite(values, to, 0, 1);
    }
}
