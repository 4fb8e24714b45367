package org.mixfield.core.potential;

import java.util.List;
import java.util.Optional;

/** The sum of traps. */
record TrapSum(List<Trap> terms) implements Trap {

    @Override
    public double value(double x, double y, double z) {
        double sum = 0;
        for (Trap term : terms) {
            sum += term.value(x, y, z);
        }
        return sum;
    }

    @Override
    public Trap at(double time) {
        return changes() ? new TrapSum(terms.stream().map(term -> term.at(time)).toList()) : this;
    }

    @Override
    public boolean changes() {
        return terms.stream().anyMatch(Trap::changes);
    }

    @Override
    public Optional<HarmonicTrap> harmonicPart() {
        return terms.stream().flatMap(term -> term.harmonicPart().stream()).findFirst();
    }

    @Override
    public List<Double> kinks() {
        return terms.stream()
                .flatMap(term -> term.kinks().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
