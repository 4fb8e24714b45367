package org.mixfield.fock;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.grid.ComplexField;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.ModeFunctions;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.observable.Measurement;
import org.mixfield.core.observable.Observable;
import org.mixfield.core.observable.ObservableProvider;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.ProjectedState;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.Column;

/** {@code modes}: Tr|P_modes − P_grid|, how far the mode-projected Hartree product is from the grid's. */
@AutoService(ObservableProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class ModesObservableProvider implements ObservableProvider {

    private static final String COLUMN = "modes.truncation-error";

    @Override
    public String name() {
        return "modes";
    }

    @Override
    public Observable create(Settings settings) {
        return new ModesObservable();
    }

    private static final class ModesObservable implements Observable {

        @Override
        public List<Column> columns(Discretization discretization, Set<Class<? extends State>> states) {
            return states.stream().anyMatch(ProjectedState.class::isAssignableFrom)
                            && states.contains(HartreeState.class)
                    ? List.of(new Column(
                            COLUMN, "1", "trace norm between the Hartree products in the modes and on the grid"))
                    : List.of();
        }

        /** With s² = 1 − |⟨m|g⟩|² for each species, computed as a norm, the trace norm is 2√(s_u² + s_v² − s_u²s_v²). */
        @Override
        public void measure(Snapshot snapshot, Measurement row) {
            HartreeState grid = snapshot.state(HartreeState.class);
            ProjectedState modes = snapshot.state(ProjectedState.class);
            Discretization discretization = snapshot.discretization();
            double su = sineSquared(discretization.modes(SpeciesName.U), modes.projectedU(), grid.u());
            double sv = sineSquared(discretization.modes(SpeciesName.V), modes.projectedV(), grid.v());
            row.put(COLUMN, 2 * Math.sqrt(Math.max(0, su + sv - su * sv)));
        }

        /** ‖g − m⟨m|g⟩‖²: the part of g outside of the modes, and the part inside but not along m. */
        private static double sineSquared(ModeFunctions modes, double[] m, ComplexField g) {
            double outside = modes.residual(g);
            double[] a = modes.project(g);
            double re = 0;
            double im = 0;
            for (int i = 0; i < a.length; i += 2) {
                re += m[i] * a[i] + m[i + 1] * a[i + 1];
                im += m[i] * a[i + 1] - m[i + 1] * a[i];
            }
            double sum = outside * outside;
            for (int i = 0; i < a.length; i += 2) {
                double x = a[i] - (m[i] * re - m[i + 1] * im);
                double y = a[i + 1] - (m[i] * im + m[i + 1] * re);
                sum += x * x + y * y;
            }
            return Math.min(1, sum);
        }
    }
}
