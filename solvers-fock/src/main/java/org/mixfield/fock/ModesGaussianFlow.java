package org.mixfield.fock;

/**
 * The Gaussian dynamics in a few modes: the Hartree system projected on them, the Bogoliubov transformation of H + Q, and the
 * response to C + R, as one system of differential equations,
 *
 * <pre>
 *   i du/dt = W_u u,   i dv/dt = W_v v,     i dU/dt = A U + B V̄,   i dV̄/dt = −B̄ U − Ā V̄,     i dβ/dt = A β + B β̄ + S.
 * </pre>
 */
final class ModesGaussianFlow implements GaussianFlow {

    private final GaussianLayout layout;
    private final double[] start;
    private final CondensateElements elements;
    private final QuadraticHamiltonian quadratic;
    private final CubicSource source;
    private final double[] density;
    private final double[] pairs;
    private final EighthOrderStep scheme;

    /** The dynamics from orbitals u and v of norm 1 in their modes. */
    ModesGaussianFlow(ModeTensors tensors, ParticleRatio ratio, double[] u, double[] v) {
        this.layout = new GaussianLayout(tensors.modesU(), tensors.modesV());
        this.start = layout.vacuum(u, v);
        this.elements = new CondensateElements(tensors, ratio);
        this.quadratic = QuadraticHamiltonian.zero(layout.modes());
        this.source = new CubicSource(elements, ratio, layout.modesU(), layout.modesV());
        this.density = new double[2 * layout.modes() * layout.modes()];
        this.pairs = new double[2 * layout.modes() * layout.modes()];
        this.scheme = new EighthOrderStep(this::derivative, layout.length());
    }

    @Override
    public GaussianLayout layout() {
        return layout;
    }

    @Override
    public double[] start() {
        return start.clone();
    }

    @Override
    public int order() {
        return EighthOrderStep.ORDER;
    }

    @Override
    public void step(double[] state, double h) {
        scheme.step(state, h);
    }

    private void derivative(double[] state, double[] derivative) {
        int mu = layout.modesU();
        int m = layout.modes();
        elements.take(state);
        elements.quadratic(state, quadratic);
        ModeMeanField.derivative(elements.field(0), state, derivative, 0, mu);
        ModeMeanField.derivative(elements.field(1), state, derivative, 2 * mu, m - mu);
        for (int k = 0; k < m; k++) {
            quadratic.moveColumn(state, derivative, layout.particle(k), layout.hole(k));
        }
        GaussianProducts.density(layout, state, 0, m, 0, m, density);
        GaussianProducts.pairs(layout, state, 0, m, 0, m, pairs);
        quadratic.moveResponse(state, source.of(state, density, pairs), derivative, layout.response());
    }
}
