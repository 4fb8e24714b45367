package org.mixfield.potentials;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.potential.LeadingPower;

/**
 * A function of r at r → 0: a sum of terms c r<sup>a</sup> L<sup>b</sup>, L = ln(1/r), from the largest on, and the order of
 * what is left out. Immutable.
 *
 * <p>Enough terms are carried that a few cancellations at the front leave one. What has no such form, and what cancels to
 * rounding, is {@link Undetermined}: never a guess.
 */
final class Germ {

    /** c r^a L^b. */
    record Term(double c, double a, double b) {

        /** Largest at r → 0 first. */
        static final Comparator<Term> LARGEST_FIRST = Comparator.comparingDouble(Term::a)
                .thenComparing(Comparator.comparingDouble(Term::b).reversed());

        boolean sameOrder(Term other) {
            return a == other.a
                    ? Math.abs(b - other.b) <= SAME
                    : Math.abs(a - other.a) <= SAME * (1 + Math.abs(a)) && Math.abs(b - other.b) <= SAME;
        }

        boolean largerThan(Term other) {
            return !sameOrder(other) && LARGEST_FIRST.compare(this, other) < 0;
        }

        Term times(Term other) {
            return new Term(c * other.c, a + other.a, b + other.b);
        }
    }

    /** The behaviour at 0 is not that of a power, or cannot be told. */
    static final class Undetermined extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Undetermined() {
            super("undetermined", null, false, false);
        }
    }

    /** Exponents are sums of numbers as written: 0.1 + 0.2 is 0.3. */
    private static final double SAME = 1e-12;

    /** A coefficient this small against what cancelled may be rounding. */
    private static final double ROUNDING = 1e-13;

    static final int MOST_TERMS = 24;
    static final int POWERS = 14;

    /** r. */
    static final Germ R = new Germ(List.of(new Term(1, 1, 0)), null);

    /** L = ln(1/r). */
    static final Germ LOGARITHM = new Germ(List.of(new Term(1, 0, 1)), null);

    /** Smaller than every power of r, but perhaps not 0. */
    static final Germ FLAT = new Germ(List.of(), new Term(1, Double.MAX_VALUE, 0));

    private final List<Term> terms;

    /** Everything left out is O of it; {@code null} where nothing is left out. */
    private final @Nullable Term rest;

    private Germ(List<Term> terms, @Nullable Term rest) {
        this.terms = terms;
        this.rest = rest;
    }

    static Germ constant(double c) {
        return monomial(c, 0, 0);
    }

    static Germ monomial(double c, double a, double b) {
        return collected(List.of(new Term(c, a, b)), null);
    }

    /** Adds what is of the same order, drops what is not larger than the rest, and keeps the largest. */
    private static Germ collected(List<Term> all, @Nullable Term given) {
        Term rest = given;
        List<Term> sorted = new ArrayList<>(all);
        sorted.sort(Term.LARGEST_FIRST);
        List<Term> kept = new ArrayList<>();
        for (int i = 0; i < sorted.size(); ) {
            Term first = sorted.get(i);
            double sum = 0;
            double size = 0;
            for (; i < sorted.size() && first.sameOrder(sorted.get(i)); i++) {
                sum += sorted.get(i).c();
                size += Math.abs(sorted.get(i).c());
            }
            if (!Double.isFinite(size + first.a() + first.b())) {
                throw new Undetermined();
            }
            if (rest != null && !first.largerThan(rest)) {
                break;
            }
            if (sum != 0 && Math.abs(sum) <= ROUNDING * size || kept.size() == MOST_TERMS) {
                rest = first;
                break;
            }
            if (sum != 0) {
                kept.add(new Term(sum, snapped(first.a()), snapped(first.b())));
            }
        }
        return new Germ(List.copyOf(kept), rest);
    }

    private static double snapped(double exponent) {
        double whole = Math.rint(exponent);
        return Math.abs(exponent - whole) <= SAME ? whole + 0.0 : exponent;
    }

    private static @Nullable Term larger(@Nullable Term one, @Nullable Term other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.largerThan(other) ? one : other;
    }

    /** V's behaviour; empty where it is not that of a power. */
    Optional<LeadingPower> leading() {
        if (terms.isEmpty()) {
            return rest == null ? Optional.of(new LeadingPower(0, 0)) : Optional.empty();
        }
        Term first = terms.get(0);
        return first.b() == 0 ? Optional.of(new LeadingPower(first.c(), -first.a())) : Optional.empty();
    }

    /** Where it is a number, with nothing left out. */
    Optional<Double> number() {
        if (rest != null || terms.size() > 1) {
            return Optional.empty();
        }
        if (terms.isEmpty()) {
            return Optional.of(0.0);
        }
        Term only = terms.get(0);
        return only.a() == 0 && only.b() == 0 ? Optional.of(only.c()) : Optional.empty();
    }

    boolean isZero() {
        return terms.isEmpty() && rest == null;
    }

    Term first() {
        if (terms.isEmpty()) {
            throw new Undetermined();
        }
        return terms.get(0);
    }

    /** Its terms that do not vanish at 0, the constant aside. */
    Germ diverging() {
        return new Germ(terms.stream().filter(Germ::diverges).toList(), null);
    }

    private static boolean diverges(Term term) {
        return term.a() < 0 || term.a() == 0 && term.b() > 0;
    }

    /** Its limit, the diverging terms aside. */
    double constantPart() {
        if (rest != null && !new Term(1, 0, 0).largerThan(rest)) {
            throw new Undetermined();
        }
        return terms.stream()
                .filter(term -> term.a() == 0 && term.b() == 0)
                .mapToDouble(Term::c)
                .sum();
    }

    /** What vanishes at 0. */
    Germ vanishing() {
        return new Germ(
                terms.stream()
                        .filter(term -> !diverges(term) && !(term.a() == 0 && term.b() == 0))
                        .toList(),
                rest);
    }

    Germ plus(Germ other) {
        List<Term> all = new ArrayList<>(terms);
        all.addAll(other.terms);
        return collected(all, larger(rest, other.rest));
    }

    Germ times(double factor) {
        return times(constant(factor));
    }

    Germ times(Germ other) {
        if (isZero() || other.isZero()) {
            return constant(0);
        }
        List<Term> all = new ArrayList<>();
        for (Term one : terms) {
            for (Term two : other.terms) {
                all.add(one.times(two));
            }
        }
        Term left = null;
        if (rest != null) {
            left = rest.times(other.terms.isEmpty() ? rest(other) : other.terms.get(0));
        }
        if (other.rest != null) {
            left = larger(left, other.rest.times(terms.isEmpty() ? rest(this) : terms.get(0)));
        }
        return collected(all, left == null ? null : new Term(1, Math.min(left.a(), Double.MAX_VALUE), left.b()));
    }

    private static Term rest(Germ germ) {
        if (germ.rest == null) {
            throw new Undetermined();
        }
        return germ.rest;
    }

    Germ reciprocal() {
        return raised(-1);
    }

    /** To a power that does not depend on r. */
    private Germ raised(double p) {
        if (p == 0) {
            return constant(1);
        }
        if (isZero()) {
            if (p > 0) {
                return this;
            }
            throw new Undetermined();
        }
        Term front = first();
        if (front.c() < 0 && p != Math.rint(p)) {
            throw new Undetermined();
        }
        Germ factor = monomial(Math.pow(front.c(), p), p * front.a(), p * front.b());
        double[] binomial = new double[POWERS];
        binomial[0] = 1;
        for (int n = 1; n < POWERS; n++) {
            binomial[n] = binomial[n - 1] * (p - n + 1) / n;
        }
        return factor.times(relativeRest().series(binomial));
    }

    /** x in first (1 + x). */
    Germ relativeRest() {
        Term front = first();
        return new Germ(terms.subList(1, terms.size()), rest).times(monomial(1 / front.c(), -front.a(), -front.b()));
    }

    /** Σ coefficients[n] thisⁿ and what follows, where this vanishes at 0. */
    Germ series(double... coefficients) {
        Germ sum = constant(coefficients[0]);
        if (isZero()) {
            return sum;
        }
        if (!diverging().terms.isEmpty() || constantPart() != 0) {
            throw new Undetermined();
        }
        Germ power = constant(1);
        for (int n = 1; n < coefficients.length; n++) {
            power = power.times(this);
            sum = sum.plus(power.times(coefficients[n]));
        }
        if (coefficients[coefficients.length - 1] == 0 && endsInZeros(coefficients)) {
            return sum;
        }
        Germ next = power.times(this);
        Term order = next.terms.isEmpty() ? next.rest : next.terms.get(0);
        return collected(sum.terms, larger(sum.rest, order));
    }

    /** A polynomial has nothing that follows: two zeros at the end tell it from a series of even or odd powers. */
    private static boolean endsInZeros(double[] coefficients) {
        return coefficients[coefficients.length - 2] == 0;
    }

    Germ pow(Germ exponent) {
        Optional<Double> p = exponent.number();
        return p.isPresent() ? raised(p.get()) : GermFunctions.exp(exponent.times(GermFunctions.log(this)));
    }

    /** Java's remainder, of numbers only. */
    Germ remainder(Germ other) {
        Optional<Double> a = number();
        Optional<Double> b = other.number();
        if (a.isEmpty() || b.isEmpty() || b.get() == 0) {
            throw new Undetermined();
        }
        return constant(a.get() % b.get());
    }
}
