package org.mixfield.core.potential;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A sum of pair potentials that is not a function of the distance, because one of its terms is not.
 *
 * @param terms two or more; none vanishes, and none is such a sum itself
 */
@API(status = API.Status.EXPERIMENTAL)
public record PotentialSum(List<PairPotential> terms) implements PairPotential {

    public PotentialSum {
        terms = List.copyOf(terms);
    }

    /**
     * The sum of some potentials: {@link RadialPotential#none} of none, one itself, a {@link RadialPotential} where all are,
     * and a {@code PotentialSum} otherwise.
     */
    public static PairPotential of(List<? extends PairPotential> terms) {
        List<PairPotential> flat = new ArrayList<>();
        terms.forEach(term -> flatten(term, flat));
        if (flat.size() < 2) {
            return flat.isEmpty() ? RadialPotential.none() : flat.get(0);
        }
        List<RadialPotential> radial = flat.stream()
                .filter(RadialPotential.class::isInstance)
                .map(RadialPotential.class::cast)
                .toList();
        return radial.size() == flat.size() ? new RadialSum(radial) : new PotentialSum(flat);
    }

    private static void flatten(PairPotential term, List<PairPotential> flat) {
        if (term instanceof PotentialSum sum) {
            sum.terms().forEach(inner -> flatten(inner, flat));
        } else if (term instanceof RadialSum sum) {
            sum.terms().forEach(inner -> flatten(inner, flat));
        } else if (!term.vanishes()) {
            flat.add(term);
        }
    }

    @Override
    public KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
        return new TransformSum(terms.stream()
                .map(term -> term.truncatedTransform(dimension, radius, largestWaveNumber))
                .toList());
    }

    @Override
    public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
        return new TransformSum(terms.stream()
                .map(term -> term.transform(dimension, scale, largestWaveNumber))
                .toList());
    }
}
