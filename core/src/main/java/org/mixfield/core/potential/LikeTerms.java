package org.mixfield.core.potential;

import java.util.ArrayList;
import java.util.List;

/** Terms of one kind joined: functions of the distance, contacts, and quadrupoles along the same axis. */
final class LikeTerms {

    /** A sum this small against its terms is rounding. */
    private static final double CANCELLED = 1e-14;

    private final List<RadialPotential> radial = new ArrayList<>();
    private final List<ContactPotential> contacts = new ArrayList<>();
    private final List<PairPotential> others = new ArrayList<>();

    private LikeTerms() {}

    /** The same sum, with what vanishes left out. */
    static List<PairPotential> joined(List<PairPotential> terms) {
        LikeTerms kinds = new LikeTerms();
        terms.forEach(kinds::add);
        List<PairPotential> joined = new ArrayList<>();
        if (!kinds.radial.isEmpty()) {
            joined.add(sum(kinds.radial));
        }
        joined.add(kinds.contact());
        joined.addAll(kinds.others);
        joined.removeIf(PairPotential::vanishes);
        return joined;
    }

    private void add(PairPotential term) {
        if (term instanceof RadialPotential each) {
            radial.add(each);
        } else if (term instanceof ContactPotential contact) {
            contacts.add(contact);
        } else if (term instanceof QuadrupolePotential quadrupole) {
            add(quadrupole);
        } else {
            others.add(term);
        }
    }

    private void add(QuadrupolePotential term) {
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i) instanceof QuadrupolePotential known && known.isAlong(term)) {
                RadialPotential factor = sum(List.of(known.factor(), term.factor()));
                others.set(i, new QuadrupolePotential(factor, known.ex(), known.ey(), known.ez()));
                return;
            }
        }
        others.add(term);
    }

    private static RadialPotential sum(List<RadialPotential> terms) {
        return terms.size() == 1 ? terms.get(0) : new RadialSum(terms);
    }

    private ContactPotential contact() {
        double sum = contacts.stream().mapToDouble(ContactPotential::strength).sum();
        double size =
                contacts.stream().mapToDouble(each -> Math.abs(each.strength())).sum();
        return new ContactPotential(Math.abs(sum) <= CANCELLED * size ? 0 : sum);
    }
}
