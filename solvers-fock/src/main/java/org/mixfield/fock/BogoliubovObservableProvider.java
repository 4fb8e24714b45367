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

/** {@code bogoliubov}: the N → ∞ limit of the numbers of fluctuations and of (N₁+N₂) Tr|γ − P|. */
@AutoService(ObservableProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class BogoliubovObservableProvider implements ObservableProvider {

    private static final String ERROR = ".error";

    @Override
    public String name() {
        return "bogoliubov";
    }

    @Override
    public Observable create(Settings settings) {
        return new BogoliubovObservable();
    }

    private static final class BogoliubovObservable implements Observable {

        @Override
        public List<Column> columns(Discretization discretization, Set<Class<? extends State>> states) {
            List<Column> columns = new ArrayList<>();
            if (states.contains(BogoliubovState.class)) {
                add(columns, "number.u", "<N x I> in the Gaussian limit of the fluctuations");
                add(columns, "number.v", "<I x N> in the Gaussian limit of the fluctuations");
                add(columns, "number.uv", "<N x N> in the Gaussian limit of the fluctuations");
                add(columns, "coefficient", "limit of (N1+N2) Tr|gamma - P| at this ratio of the particle numbers");
            }
            return columns;
        }

        private static void add(List<Column> columns, String name, String meaning) {
            columns.add(new Column("bogoliubov." + name, "1", meaning));
            columns.add(new Column("bogoliubov." + name + ERROR, "1", "upper estimate of its numerical error"));
        }

        @Override
        public void measure(Snapshot snapshot, Measurement row) {
            BogoliubovState state = snapshot.state(BogoliubovState.class);
            put(row, "", state.moments());
            put(row, ERROR, state.errors());
        }

        private static void put(Measurement row, String suffix, GaussianMoments values) {
            row.put("bogoliubov.number.u" + suffix, values.numberU());
            row.put("bogoliubov.number.v" + suffix, values.numberV());
            row.put("bogoliubov.number.uv" + suffix, values.numberUV());
            row.put("bogoliubov.coefficient" + suffix, values.coefficient());
        }
    }
}
