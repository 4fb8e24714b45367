package org.mixfield.fock;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.model.Discretization;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.observable.Measurement;
import org.mixfield.core.observable.Observable;
import org.mixfield.core.observable.ObservableProvider;
import org.mixfield.core.observable.Snapshot;
import org.mixfield.core.propagator.HartreeState;
import org.mixfield.core.propagator.ManyBodyState;
import org.mixfield.core.propagator.ReducedDensity;
import org.mixfield.core.propagator.State;
import org.mixfield.core.run.Column;
import org.mixfield.core.run.Workers;

/**
 * {@code gamma}: γ^(1,1) against the Hartree product, its fidelity, purity and largest eigenvalues, those of the one-body
 * states that it leaves to each species, and what these know of each other; with fixed particle numbers the second-order
 * coherences of the condensates, see {@link Correlations}.
 */
@AutoService(ObservableProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class ReducedDensityObservableProvider implements ObservableProvider {

    private static final int OCCUPATIONS = 3;
    private static final String PAIR_CORRELATION = "gamma.pair-correlation.";

    @Override
    public String name() {
        return "gamma";
    }

    @Override
    public Observable create(Settings settings) {
        return new ReducedDensityObservable();
    }

    private static final class ReducedDensityObservable implements Observable {

        @Override
        public List<Column> columns(Discretization discretization, Set<Class<? extends State>> states) {
            List<Column> columns = new ArrayList<>();
            if (!states.contains(ManyBodyState.class)) {
                return columns;
            }
            columns.add(new Column(
                    "gamma.trace-distance",
                    "1",
                    "Tr|gamma - P|, P the product of the mode-projected Hartree orbitals; from 0 to 2"));
            columns.add(new Column("gamma.trace-distance.error", "1", "upper estimate of its numerical error"));
            if (states.contains(HartreeState.class)) {
                columns.add(new Column(
                        "gamma.trace-distance.grid", "1", "the same against the product of the grid's orbitals"));
            }
            columns.add(new Column("gamma.fidelity", "1", "<u x v|gamma|u x v>, orbitals in the modes"));
            columns.add(new Column("gamma.purity", "1", "Tr gamma^2"));
            for (int i = 1; i <= OCCUPATIONS; i++) {
                columns.add(new Column("gamma.occupation." + i, "1", "eigenvalue " + i + " of gamma, descending"));
            }
            for (SpeciesName species : SpeciesName.values()) {
                for (int i = 1; i <= OCCUPATIONS; i++) {
                    columns.add(new Column(
                            oneBody(species, i),
                            "1",
                            "eigenvalue " + i + " of the partial trace of gamma on species " + species.key()
                                    + ", descending"));
                }
            }
            columns.add(new Column(
                    "gamma.mutual-information",
                    "1",
                    "S(gamma_u) + S(gamma_v) - S(gamma), S = -Tr gamma ln gamma; 0 for a product"));
            if (states.contains(FixedNumberState.class)) {
                addPairCorrelations(columns);
            }
            return columns;
        }

        private static void addPairCorrelations(List<Column> columns) {
            for (SpeciesName species : SpeciesName.values()) {
                columns.add(new Column(
                        PAIR_CORRELATION + species.key(),
                        "1",
                        "<a*a*aa>/<a*a>^2 of the most occupied natural orbital of species " + species.key()
                                + "; 1 - 1/n for a product of n particles, 1 for a coherent state"));
            }
            columns.add(new Column(
                    PAIR_CORRELATION + "uv",
                    "1",
                    "<a*a c*c>/(<a*a><c*c>) of the most occupied natural orbitals of both species; 1 where these"
                            + " fluctuate independently"));
        }

        @Override
        public void measure(Snapshot snapshot, Measurement row) {
            ManyBodyState state = snapshot.state(ManyBodyState.class);
            ReducedDensity density = state.reducedDensity();
            double[] gamma = density.matrix();
            double[] product = MeanFieldDistance.product(state.projectedU(), state.projectedV());
            row.put("gamma.trace-distance", MeanFieldDistance.of(gamma, state.projectedU(), state.projectedV()));
            row.put("gamma.trace-distance.error", state.traceDistanceError());
            if (snapshot.states().stream().anyMatch(HartreeState.class::isInstance)) {
                row.put("gamma.trace-distance.grid", gridDistance(snapshot, gamma));
            }
            row.put("gamma.fidelity", MeanFieldDistance.fidelity(gamma, product));
            row.put("gamma.purity", MeanFieldDistance.purity(gamma));
            Workers workers = snapshot.discretization().workers();
            double[] eigenvalues = HermitianEigenvalues.of(gamma, density.size(), workers);
            for (int i = 1; i <= OCCUPATIONS; i++) {
                row.put("gamma.occupation." + i, largest(eigenvalues, i));
            }
            double information = -VonNeumannEntropy.of(eigenvalues);
            for (SpeciesName species : SpeciesName.values()) {
                double[] own = HermitianEigenvalues.of(density.oneBody(species), density.modes(species), workers);
                for (int i = 1; i <= OCCUPATIONS; i++) {
                    row.put(oneBody(species, i), largest(own, i));
                }
                information += VonNeumannEntropy.of(own);
            }
            row.put("gamma.mutual-information", information);
            if (state instanceof FixedNumberState fixed) {
                fixed.correlations().ifPresent(correlations -> {
                    row.put(PAIR_CORRELATION + "u", correlations.pairU());
                    row.put(PAIR_CORRELATION + "v", correlations.pairV());
                    row.put(PAIR_CORRELATION + "uv", correlations.pairUV());
                });
            }
        }

        private static String oneBody(SpeciesName species, int number) {
            return "gamma.one-body." + species.key() + "." + number;
        }

        /** The eigenvalue with this number from the top, counted from 1; 0 beyond the last. */
        private static double largest(double[] ascending, int number) {
            return number <= ascending.length ? ascending[ascending.length - number] : 0;
        }

        private static double gridDistance(Snapshot snapshot, double[] gamma) {
            HartreeState grid = snapshot.state(HartreeState.class);
            Discretization discretization = snapshot.discretization();
            double[] inside = MeanFieldDistance.product(
                    discretization.modes(SpeciesName.U).project(grid.u()),
                    discretization.modes(SpeciesName.V).project(grid.v()));
            double ru = discretization.modes(SpeciesName.U).residual(grid.u());
            double rv = discretization.modes(SpeciesName.V).residual(grid.v());
            // ‖u⊗v‖² outside = 1 − (1−r_u²)(1−r_v²)
            double outside = Math.sqrt(Math.max(0, ru * ru + rv * rv - ru * ru * rv * rv));
            return MeanFieldDistance.ofVectorBeyond(gamma, inside, outside);
        }
    }
}
