package org.mixfield.core.potential;

import java.util.List;
import org.mixfield.core.run.Workers;

/** A sum of transforms. */
record TransformSum(List<KernelTransform> terms) implements KernelTransform {

    @Override
    public double at(double kx, double ky, double kz) {
        double sum = 0;
        for (KernelTransform term : terms) {
            sum += term.at(kx, ky, kz);
        }
        return sum;
    }

    @Override
    public void prepare(Workers workers) {
        terms.forEach(term -> term.prepare(workers));
    }
}
