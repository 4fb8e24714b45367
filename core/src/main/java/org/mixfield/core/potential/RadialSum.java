package org.mixfield.core.potential;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** A sum of radial potentials, two or more. */
record RadialSum(List<RadialPotential> terms) implements RadialPotential {

    /** A sum this small against its terms may be rounding. */
    private static final double CANCELLED = 1e-14;

    RadialSum {
        terms = List.copyOf(terms);
    }

    @Override
    public double value(double r) {
        double sum = 0;
        for (RadialPotential term : terms) {
            sum += term.value(r);
        }
        return sum;
    }

    @Override
    public double[] breakPoints() {
        return terms.stream()
                .flatMapToDouble(term -> DoubleStream.of(term.breakPoints()))
                .sorted()
                .distinct()
                .toArray();
    }

    /** The term that is largest at r → 0; those with the same exponent added. Not known where they cancel. */
    @Override
    public Optional<LeadingPower> atOrigin() {
        double exponent = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double size = 0;
        for (RadialPotential term : terms) {
            Optional<LeadingPower> leading = term.atOrigin();
            if (leading.isEmpty()) {
                return Optional.empty();
            }
            double coefficient = leading.get().coefficient();
            if (coefficient != 0 && leading.get().exponent() > exponent) {
                exponent = leading.get().exponent();
                sum = coefficient;
                size = Math.abs(coefficient);
            } else if (coefficient != 0 && leading.get().exponent() == exponent) {
                sum += coefficient;
                size += Math.abs(coefficient);
            }
        }
        if (size == 0) {
            return Optional.of(new LeadingPower(0, 0));
        }
        return Math.abs(sum) > CANCELLED * size ? Optional.of(new LeadingPower(sum, exponent)) : Optional.empty();
    }

    @Override
    public double reach() {
        return terms.stream().mapToDouble(RadialPotential::reach).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** Term by term, so that closed forms are used; as a whole where only the whole has a transform. */
    @Override
    public KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
        try {
            return new TransformSum(terms.stream()
                    .map(term -> term.truncatedTransform(dimension, radius, largestWaveNumber))
                    .toList());
        } catch (IllegalArgumentException e) {
            return RadialPotential.super.truncatedTransform(dimension, radius, largestWaveNumber);
        }
    }

    @Override
    public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
        try {
            return new TransformSum(terms.stream()
                    .map(term -> term.transform(dimension, scale, largestWaveNumber))
                    .toList());
        } catch (IllegalArgumentException e) {
            return RadialPotential.super.transform(dimension, scale, largestWaveNumber);
        }
    }
}
