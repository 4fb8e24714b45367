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

/**
 * {@code schmidt}: the largest weights of ψ = Σ_k √p_k |A_k⟩⊗|B_k⟩ between all particles of one species and all of the other,
 * and their entropy; of starts with fixed particle numbers.
 */
@AutoService(ObservableProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class SchmidtObservableProvider implements ObservableProvider {

    private static final int WEIGHTS = 3;
    private static final String PREFIX = "schmidt.";

    @Override
    public String name() {
        return "schmidt";
    }

    @Override
    public Observable create(Settings settings) {
        return new SchmidtObservable();
    }

    private static final class SchmidtObservable implements Observable {

        @Override
        public List<Column> columns(Discretization discretization, Set<Class<? extends State>> states) {
            List<Column> columns = new ArrayList<>();
            if (!states.contains(FixedNumberState.class)) {
                return columns;
            }
            for (int k = 1; k <= WEIGHTS; k++) {
                columns.add(new Column(
                        PREFIX + k,
                        "1",
                        "weight " + k + " of the Schmidt decomposition between the species, descending, of sum 1"));
            }
            columns.add(new Column(
                    PREFIX + "entropy",
                    "1",
                    "-sum p ln p of all Schmidt weights p: the entanglement of the two species; 0 for a product"));
            return columns;
        }

        @Override
        public void measure(Snapshot snapshot, Measurement row) {
            Correlations correlations = snapshot.state(FixedNumberState.class)
                    .correlations()
                    .orElseThrow(() -> new IllegalStateException("this start has no fixed particle numbers"));
            double[] weights = correlations.schmidt();
            for (int k = 1; k <= WEIGHTS; k++) {
                row.put(PREFIX + k, k <= weights.length ? weights[k - 1] : 0);
            }
            row.put(PREFIX + "entropy", correlations.entropy());
        }
    }
}
