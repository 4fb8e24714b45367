package org.mixfield.core.potential;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A trap times a factor of time. */
record ModulatedTrap(Trap trap, Modulation factor) implements Trap {

    @Override
    public double value(double x, double y, double z) {
        return at(0).value(x, y, z);
    }

    @Override
    public Trap at(double time) {
        Trap now = trap.at(time);
        double f = factor.at(time);
        return (x, y, z) -> f * now.value(x, y, z);
    }

    @Override
    public boolean changes() {
        return trap.changes() || factor.changes();
    }

    @Override
    public Optional<HarmonicTrap> harmonicPart() {
        return factor.changes() ? Optional.empty() : trap.harmonicPart().map(part -> part.scaled(factor.at(0)));
    }

    @Override
    public List<Double> kinks() {
        return Stream.concat(trap.kinks().stream(), factor.kinks().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
