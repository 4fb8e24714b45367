package org.mixfield.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.mixfield.core.config.Settings;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.observable.Measurement;
import org.mixfield.core.observable.Observable;
import org.mixfield.core.observable.ObservableProvider;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.plugin.Provider;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.Column;
import org.mixfield.core.run.ResultSink;
import org.mixfield.core.run.ResultSinkProvider;
import org.mixfield.core.run.RunRecord;

/** Extensions that behave as a test wants them to. */
final class MadeUp {

    private MadeUp() {}

    /** An observable {@code acme/made-up} with one column, a function of time. */
    record Value(String column, DoubleUnaryOperator value) implements ObservableProvider, Observable {
        @Override
        public String name() {
            return "acme/made-up";
        }

        @Override
        public Observable create(Settings settings) {
            return this;
        }

        @Override
        public List<Column> columns(Discretization discretization, Set<Class<? extends State>> states) {
            return List.of(new Column(column, "1", "made up"));
        }

        @Override
        public void measure(Snapshot snapshot, Measurement row) {
            row.put(column, value.applyAsDouble(snapshot.time()));
        }
    }

    /** A sink {@code acme/full-disk} that fails at a row. */
    record FullDisk(int atRow) implements ResultSinkProvider {
        @Override
        public String name() {
            return "acme/full-disk";
        }

        @Override
        public ResultSink create(Settings settings) {
            return new ResultSink() {
                private int rows;

                @Override
                public void open(RunRecord run) {}

                @Override
                public void row(double[] values) throws IOException {
                    if (rows++ == atRow) {
                        throw new IOException("No space left on device");
                    }
                }

                @Override
                public void close(Map<String, Object> summary) {}
            };
        }
    }

    private static Extensions real() {
        return Extensions.load(MadeUp.class.getClassLoader());
    }

    static Extensions with(ObservableProvider added) {
        Extensions e = real();
        return new Extensions(
                e.potentials(),
                e.traps(),
                e.modulations(),
                e.orbitals(),
                e.modes(),
                e.solvers(),
                with("observable", e.observables(), added),
                e.transforms(),
                e.sinks(),
                e.plugins());
    }

    static Extensions with(ResultSinkProvider added) {
        Extensions e = real();
        return new Extensions(
                e.potentials(),
                e.traps(),
                e.modulations(),
                e.orbitals(),
                e.modes(),
                e.solvers(),
                e.observables(),
                e.transforms(),
                with("sink", e.sinks(), added),
                e.plugins());
    }

    /** With these potentials. */
    static Extensions with(ProviderRegistry<PotentialProvider> potentials) {
        Extensions e = real();
        return new Extensions(
                potentials,
                e.traps(),
                e.modulations(),
                e.orbitals(),
                e.modes(),
                e.solvers(),
                e.observables(),
                e.transforms(),
                e.sinks(),
                e.plugins());
    }

    /** A registry with one provider more. */
    static <P extends Provider> ProviderRegistry<P> with(String kind, ProviderRegistry<P> registry, P added) {
        List<P> all = new ArrayList<>(registry.providers());
        all.add(added);
        return ProviderRegistry.of(kind, all);
    }
}
