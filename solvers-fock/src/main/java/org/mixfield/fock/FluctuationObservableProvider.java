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

/** {@code fluctuation}: moments of the fluctuations of a coherent start, trace norms of r₁…r₁₅, and p₁…p₉. */
@AutoService(ObservableProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class FluctuationObservableProvider implements ObservableProvider {

    private static final int REMAINDERS = 15;
    private static final int BOUNDS = 9;

    @Override
    public String name() {
        return "fluctuation";
    }

    @Override
    public Observable create(Settings settings) {
        return new FluctuationObservable();
    }

    private static final class FluctuationObservable implements Observable {

        @Override
        public List<Column> columns(Discretization discretization, Set<Class<? extends State>> states) {
            List<Column> columns = new ArrayList<>();
            if (!states.contains(FluctuationState.class)) {
                return columns;
            }
            columns.add(new Column("fluctuation.number.u", "1", "<N x I> in the fluctuation state"));
            columns.add(new Column("fluctuation.number.v", "1", "<I x N> in the fluctuation state"));
            columns.add(new Column("fluctuation.number.uv", "1", "<N x N> in the fluctuation state"));
            columns.add(new Column("fluctuation.number-squared.u", "1", "<N^2 x I> in the fluctuation state"));
            columns.add(new Column("fluctuation.number-squared.v", "1", "<I x N^2> in the fluctuation state"));
            for (int j = 1; j <= REMAINDERS; j++) {
                columns.add(new Column("fluctuation.remainder." + j, "1", "trace norm of r_" + j));
            }
            columns.add(new Column(
                    "fluctuation.remainder-sum",
                    "1",
                    "trace norm of gamma - P - (r_1 + ... + r_15), gamma by itself; 0 but for rounding"));
            for (int j = 1; j <= BOUNDS; j++) {
                columns.add(new Column("fluctuation.bound." + j, "1", "p_" + j + " of Proposition 3.1"));
            }
            return columns;
        }

        @Override
        public void measure(Snapshot snapshot, Measurement row) {
            FluctuationState state = snapshot.state(FluctuationState.class);
            CoherentMoments moments = state.moments()
                    .orElseThrow(() -> new IllegalStateException("a factorised start has no fluctuation state"));
            row.put("fluctuation.number.u", moments.numberU());
            row.put("fluctuation.number.v", moments.numberV());
            row.put("fluctuation.number.uv", moments.numberUV());
            row.put("fluctuation.number-squared.u", moments.numberSquaredU());
            row.put("fluctuation.number-squared.v", moments.numberSquaredV());
            double[] remainders = moments.remainders();
            for (int j = 1; j <= REMAINDERS; j++) {
                row.put("fluctuation.remainder." + j, remainders[j - 1]);
            }
            row.put("fluctuation.remainder-sum", state.remainderSum().orElseThrow());
            double[] bounds = moments.bounds();
            for (int j = 1; j <= BOUNDS; j++) {
                row.put("fluctuation.bound." + j, bounds[j - 1]);
            }
        }
    }
}
