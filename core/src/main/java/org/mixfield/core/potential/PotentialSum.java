package org.mixfield.core.potential;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A sum of pair potentials that is not a function of the distance, because one of its terms is not.
 *
 * @param terms two or more; none vanishes, none is such a sum itself, and of functions of the distance and of contacts there
 *     is one each at most
 */
@API(status = API.Status.EXPERIMENTAL)
public record PotentialSum(List<PairPotential> terms) implements PairPotential {

    public PotentialSum {
        terms = List.copyOf(terms);
    }

    /**
     * The sum of some potentials: {@link RadialPotential#none} of none, one itself, a {@link RadialPotential} where all are,
     * and a {@code PotentialSum} otherwise. Contacts that cancel to rounding are left out.
     */
    public static PairPotential of(List<? extends PairPotential> terms) {
        List<PairPotential> flat = new ArrayList<>();
        terms.forEach(term -> flatten(term, flat));
        List<PairPotential> joined = LikeTerms.joined(flat);
        return switch (joined.size()) {
            case 0 -> RadialPotential.none();
            case 1 -> joined.get(0);
            default -> new PotentialSum(joined);
        };
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

    @Override
    public List<PairPotential> parts(int dimension) {
        return terms.stream().flatMap(term -> term.parts(dimension).stream()).toList();
    }
}
