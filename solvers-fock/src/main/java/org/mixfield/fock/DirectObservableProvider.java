package org.mixfield.fock;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.observable.Measurement;
import org.mixfield.core.observable.Observable;
import org.mixfield.core.observable.ObservableProvider;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.Column;

/** {@code direct}: what the frame {@code fluctuation} measures of ω_t and of the truncated dynamics, with errors. */
@AutoService(ObservableProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class DirectObservableProvider implements ObservableProvider {

    private static final String ERROR = ".error";

    @Override
    public String name() {
        return "direct";
    }

    @Override
    public Observable create(Settings settings) {
        return new DirectObservable();
    }

    private static final class DirectObservable implements Observable {

        @Override
        public List<Column> columns(Discretization discretization, Set<Class<? extends State>> states) {
            List<Column> columns = new ArrayList<>();
            if (states.contains(DirectState.class)) {
                add("direct.number.u", "<N x I> in the fluctuation state, integrated directly", columns);
                add("direct.number.v", "<I x N> in the fluctuation state, integrated directly", columns);
                add("direct.number.uv", "<N x N> in the fluctuation state, integrated directly", columns);
                add("direct.trace-distance", "Tr|gamma - P| from the fluctuation state", columns);
            }
            if (states.contains(TruncatedState.class)) {
                add("truncated.number.u", "<N x I> in the truncated fluctuation dynamics U^c", columns);
                add("truncated.number.v", "<I x N> in the truncated fluctuation dynamics U^c", columns);
                add("truncated.distance", "norm of the difference between U and U^c on the vacuum", columns);
            }
            return columns;
        }

        private static void add(String name, String meaning, List<Column> columns) {
            columns.add(new Column(name, "1", meaning));
            columns.add(new Column(name + ERROR, "1", "upper estimate of its numerical error"));
        }

        @Override
        public void measure(Snapshot snapshot, Measurement row) {
            DirectState direct = snapshot.state(DirectState.class);
            put(row, "direct.number.u", direct.numberU());
            put(row, "direct.number.v", direct.numberV());
            put(row, "direct.number.uv", direct.numberUV());
            put(row, "direct.trace-distance", direct.traceDistance());
            direct.truncated().ifPresent(truncated -> {
                put(row, "truncated.number.u", truncated.numberU());
                put(row, "truncated.number.v", truncated.numberV());
                put(row, "truncated.distance", truncated.distance());
            });
        }

        private static void put(Measurement row, String name, Estimate estimate) {
            row.put(name, estimate.value());
            row.put(name + ERROR, estimate.error());
        }
    }
}
