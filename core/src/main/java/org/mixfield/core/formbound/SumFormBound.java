package org.mixfield.core.formbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mixfield.core.potential.AnisotropicPotential;
import org.mixfield.core.potential.ContactPotential;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.QuadrupolePotential;
import org.mixfield.core.potential.RadialPotential;

/**
 * The form bound of a sum from those of its terms, by the triangle inequality for the norms √K of V(1−Δ)<sup>−½</sup>: with
 * terms of the norms aᵢ that of the sum is at most Σ aᵢ, and at least each aᵢ less the others.
 *
 * <p>One term that violates the bound among terms that obey it makes a sum that violates it. Several do, where they cannot
 * cancel: a contact is 0 off x = 0, so that it takes nothing from ⟨V²⟩ there; and on trial functions of the distance a
 * function of the distance and a quadrupole, which the directions average to 0, have no product, so that their ⟨V²⟩ add.
 */
final class SumFormBound {

    private record Term(PairPotential potential, FormBound bound) {

        boolean isViolated() {
            return bound instanceof FormBound.Violated;
        }

        double least() {
            return bound instanceof FormBound.Computed computed ? Math.sqrt(computed.lower()) : most();
        }

        double most() {
            return Math.sqrt(
                    bound instanceof FormBound.Computed computed ? computed.upper() : ((FormBound.Proven) bound).k());
        }
    }

    private final List<Term> violated = new ArrayList<>();
    private final List<Term> bounded = new ArrayList<>();

    private SumFormBound(List<PairPotential> terms, int dimension) {
        for (PairPotential potential : terms) {
            Term term = new Term(potential, FormBoundCheck.of(potential, dimension));
            (term.isViolated() ? violated : bounded).add(term);
        }
    }

    /**
     * What is known of the sum.
     *
     * @param terms of a {@link org.mixfield.core.potential.PotentialSum}, like ones joined
     * @throws IllegalArgumentException where several violate the bound and may cancel
     */
    static FormBound of(List<PairPotential> terms, int dimension) {
        SumFormBound sum = new SumFormBound(terms, dimension);
        if (!sum.violated.isEmpty()) {
            return new FormBound.Violated(sum.witness());
        }
        FormBound.Computed bound = sum.triangle();
        return FieldSum.of(terms)
                .map(field -> narrowed(bound, GridFormBound.of(field, "sum", dimension)))
                .orElse(bound);
    }

    private FormBound.Computed triangle() {
        double most = bounded.stream().mapToDouble(Term::most).sum();
        double least = 0;
        for (Term term : bounded) {
            least = Math.max(least, term.least() - (most - term.most()));
        }
        return new FormBound.Computed(
                least * least,
                most * most,
                "triangle inequality for ||V (1-Laplacian)^-1/2||, from the " + bounded.size() + " terms of the sum");
    }

    /** What both say. */
    private static FormBound narrowed(FormBound.Computed bound, FormBound.Computed grid) {
        double lower = Math.max(bound.lower(), grid.lower());
        double upper = Math.min(bound.upper(), grid.upper());
        return lower <= upper ? new FormBound.Computed(lower, upper, grid.method()) : bound;
    }

    /** ‖V₁ψ‖ − ‖V₂ψ‖ ≤ ‖(V₁ + V₂)ψ‖, V₂ the bounded terms: what they can take away is taken off every trial. */
    private FormBound.Witness witness() {
        FormBound.Witness own = ((FormBound.Violated) decisive().bound()).witness();
        if (bounded.isEmpty()) {
            return own;
        }
        double rest = bounded.stream().mapToDouble(Term::most).sum();
        List<FormBound.Trial> trials = own.trials().stream()
                .filter(trial -> Math.sqrt(trial.ratio()) > rest)
                .map(trial -> new FormBound.Trial(trial.parameter(), Math.pow(Math.sqrt(trial.ratio()) - rest, 2)))
                .toList();
        return trials.size() > 1
                ? new FormBound.Witness(
                        "one term violates the bound, and the ratios are less what the bounded ones can take away: "
                                + own.family(),
                        trials)
                : new FormBound.Witness(
                        "one term violates the bound, and bounded ones cannot make up for it; the ratios are those of"
                                + " that term: " + own.family(),
                        own.trials());
    }

    /** The violated term whose trial functions show that the sum is violated too. */
    private Term decisive() {
        if (violated.size() == 1) {
            return violated.get(0);
        }
        List<Term> quadrupoles = ofKind(QuadrupolePotential.class);
        List<Term> radial = ofKind(RadialPotential.class);
        int contacts = ofKind(ContactPotential.class).size();
        if (violated.size() == contacts + radial.size() + quadrupoles.size()) {
            Optional<Term> decisive = radial.stream().findFirst();
            if (decisive.isPresent()) {
                return decisive.get();
            }
            if (quadrupoles.size() == 1) {
                return quadrupoles.get(0);
            }
        }
        throw new IllegalArgumentException(violated.size()
                + " terms of the sum violate V^2 <= K(1-Laplacian) each, and it is not known whether they cancel");
    }

    private List<Term> ofKind(Class<? extends PairPotential> kind) {
        return violated.stream()
                .filter(term -> kind.isInstance(term.potential()))
                .toList();
    }

    /** A sum that has values everywhere, V(0) included. */
    private record FieldSum(List<AnisotropicPotential> fields, List<CheckedValues> radial)
            implements GridFormBound.Field {

        /** Empty where a term has no values, or diverges at 0. */
        static Optional<GridFormBound.Field> of(List<PairPotential> terms) {
            List<AnisotropicPotential> fields = new ArrayList<>();
            List<CheckedValues> radial = new ArrayList<>();
            for (PairPotential term : terms) {
                if (term instanceof AnisotropicPotential field) {
                    fields.add(field);
                } else if (term instanceof RadialPotential function) {
                    radial.add(new CheckedValues(function));
                } else {
                    return Optional.empty();
                }
            }
            return radial.stream().allMatch(values -> values.exponent() <= 0)
                    ? Optional.of(new FieldSum(fields, radial))
                    : Optional.empty();
        }

        @Override
        public double value(double x, double y, double z) {
            double sum = 0;
            for (AnisotropicPotential field : fields) {
                sum += field.value(x, y, z);
            }
            double r = Math.max(Math.sqrt(x * x + y * y + z * z), CheckedValues.SMALLER);
            for (CheckedValues values : radial) {
                sum += values.at(r);
            }
            return sum;
        }
    }
}
