package org.mixfield.fock;

import java.util.Map;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.mixfield.core.model.Weights;

/**
 * The Hartree system projected on the modes,
 *
 * <pre>
 *   i du_p/dt = Σ_r (h_pr + Σ_qs V₁₁[pr,qs] ū_q u_s + c₂ Σ_qs V₁₂[pr,qs] v̄_q v_s) u_r     and likewise v,
 * </pre>
 *
 * integrated by an embedded Runge–Kutta method of order 8.
 */
final class ProjectedHartree implements OrdinaryDifferentialEquation {

    /** The local tolerance, a little above rounding. */
    private static final double TOLERANCE = 1e-13;

    private final ModeTensors tensors;
    private final Weights weights;
    private final int mu;
    private final int mv;
    private double[] state;
    private double time;
    private long evaluations;

    /**
     * The system at time 0.
     *
     * @param u orbital of species u in its modes, interleaved, of norm 1
     * @param v orbital of species v
     */
    ProjectedHartree(ModeTensors tensors, Weights weights, double[] u, double[] v) {
        this.tensors = tensors;
        this.weights = weights;
        this.mu = tensors.modesU();
        this.mv = tensors.modesV();
        this.state = new double[2 * (mu + mv)];
        System.arraycopy(u, 0, state, 0, 2 * mu);
        System.arraycopy(v, 0, state, 2 * mu, 2 * mv);
    }

    void advanceTo(double target) {
        if (target > time) {
            DormandPrince853Integrator integrator =
                    new DormandPrince853Integrator(0, target - time, TOLERANCE, TOLERANCE);
            ODEStateAndDerivative end = integrator.integrate(this, new ODEState(time, state), target);
            state = end.getPrimaryState();
            time = target;
            evaluations += integrator.getEvaluations();
        }
    }

    /** Adds the arrays {@code projected} and {@code projected.clock}. The integrator is made anew for every advance. */
    void save(Map<String, double[]> saved) {
        saved.put("projected", state);
        saved.put("projected.clock", new double[] {time, evaluations});
    }

    /** Takes up what {@link #save} added. */
    void restore(Map<String, double[]> saved) {
        state = SavedLaboratory.array(saved, "projected", state.length).clone();
        double[] clock = SavedLaboratory.array(saved, "projected.clock", 2);
        time = clock[0];
        evaluations = (long) clock[1];
    }

    /** Upper estimate of ‖error‖ of the two orbitals: the local tolerance once for every step of 12 evaluations. */
    double error() {
        return TOLERANCE * (1 + evaluations / 12.0) * Math.sqrt(state.length);
    }

    double[] u() {
        return java.util.Arrays.copyOf(state, 2 * mu);
    }

    double[] v() {
        return java.util.Arrays.copyOfRange(state, 2 * mu, 2 * (mu + mv));
    }

    @Override
    public int getDimension() {
        return state.length;
    }

    @Override
    public double[] computeDerivatives(double t, double[] y) {
        double[] derivative = new double[y.length];
        double[][] h = ModeMeanField.of(
                tensors,
                ModeMeanField.density(y, 0, mu),
                ModeMeanField.density(y, 2 * mu, mv),
                1,
                weights.c2(),
                1,
                weights.c1());
        ModeMeanField.derivative(h[0], y, derivative, 0, mu);
        ModeMeanField.derivative(h[1], y, derivative, 2 * mu, mv);
        return derivative;
    }

    /** Energy per particle E of the present orbitals. */
    double energy() {
        double[] densityU = ModeMeanField.density(state, 0, mu);
        double[] densityV = ModeMeanField.density(state, 2 * mu, mv);
        double energy = weights.c1() * own(0, densityU) + weights.c2() * own(1, densityV);
        for (int a = 0; a < densityU.length; a++) {
            for (int b = 0; b < densityV.length; b++) {
                energy += weights.c1()
                        * weights.c2()
                        * tensors.between()[a * densityV.length + b]
                        * densityU[a]
                        * densityV[b];
            }
        }
        return energy;
    }

    private double own(int species, double[] density) {
        double sum = 0;
        for (int a = 0; a < density.length; a++) {
            sum += tensors.oneBody()[species][a] * density[a];
            for (int b = 0; b < density.length; b++) {
                sum += 0.5 * tensors.own()[species][a * density.length + b] * density[a] * density[b];
            }
        }
        return sum;
    }
}
