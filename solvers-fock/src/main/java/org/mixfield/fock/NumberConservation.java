package org.mixfield.fock;

import java.util.List;
import org.mixfield.core.run.Workers;
import org.mixfield.core.statement.Finding;

/**
 * [H, 𝒩⊗I] = [H, I⊗𝒩] = 0 and H = H* for the second-quantised H, and that on each number sector it is the operator by which the
 * many-body state is moved.
 */
final class NumberConservation {

    /** Of sums of products, relative to the largest of them. */
    private static final double ROUNDING = 1e-12;

    private static final String SOURCE = "section 2";

    static final List<Statement> STATEMENTS = List.of(
            new Statement("number-conservation.u", SOURCE, "‖[H, 𝒩⊗I]ψ‖ = 0"),
            new Statement("number-conservation.v", SOURCE, "‖[H, I⊗𝒩]ψ‖ = 0"),
            new Statement("hamiltonian.hermitian", SOURCE, "⟨φ, Hψ⟩ = ⟨Hφ, ψ⟩"),
            new Statement(
                    "hamiltonian.sectors",
                    SOURCE,
                    "‖(H − H^(n₁,n₂))ψ‖ = 0 on n₁ and n₂ particles, where pairs of a species have the couplings 1/N₁ and"
                            + " 1/N₂ in H^(n₁,n₂), and pairs of both 1/(N₁+N₂)"));

    private final LadderOperators ladder;
    private final LadderHamiltonian hamiltonian;
    private final MixtureHamiltonian sectors;
    private final Workers workers;

    /**
     * A Hamiltonian.
     *
     * @param hamiltonian made of the ladder operators
     * @param sectors what moves the many-body state
     */
    NumberConservation(
            LadderOperators ladder, LadderHamiltonian hamiltonian, MixtureHamiltonian sectors, Workers workers) {
        this.ladder = ladder;
        this.hamiltonian = hamiltonian;
        this.sectors = sectors;
        this.workers = workers;
    }

    /** What is found on some vectors. */
    List<Finding> of(List<double[]> vectors) {
        List<double[]> images = vectors.stream().map(hamiltonian::apply).toList();
        return List.of(
                conserved(0, vectors, images),
                conserved(1, vectors, images),
                hermitian(vectors, images),
                onSectors(vectors, images));
    }

    private Finding conserved(int species, List<double[]> vectors, List<double[]> images) {
        Worst worst = new Worst();
        for (int i = 0; i < vectors.size(); i++) {
            double[] first = ladder.ofNumber(species, n -> n, images.get(i));
            double[] last = hamiltonian.apply(ladder.ofNumber(species, n -> n, vectors.get(i)));
            worst.take(FockVectors.distance(first, last), 0, ROUNDING * FockVectors.norm(last), "vector " + (i + 1));
        }
        return worst.finding(STATEMENTS.get(species));
    }

    private Finding hermitian(List<double[]> vectors, List<double[]> images) {
        Worst worst = new Worst();
        for (int i = 0; i < vectors.size(); i++) {
            for (int j = 0; j <= i; j++) {
                double[] left = FockVectors.inner(vectors.get(i), images.get(j));
                double[] right = FockVectors.inner(images.get(i), vectors.get(j));
                double size = FockVectors.norm(images.get(i)) + FockVectors.norm(images.get(j));
                worst.take(
                        Math.hypot(left[0] - right[0], left[1] - right[1]),
                        0,
                        ROUNDING * size,
                        "vectors " + (i + 1) + " and " + (j + 1));
            }
        }
        return worst.finding(STATEMENTS.get(2));
    }

    private Finding onSectors(List<double[]> vectors, List<double[]> images) {
        Worst worst = new Worst();
        FluctuationSpace space = ladder.space();
        for (int n1 = 0; n1 <= space.u().cutoff(); n1++) {
            for (int n2 = 0; n2 <= space.v().cutoff(); n2++) {
                HermitianOperator sector = sectors.sector(n1, n2, workers);
                for (int i = 0; i < vectors.size(); i++) {
                    double[] psi = part(vectors.get(i), n1, n2);
                    double[] image = part(images.get(i), n1, n2);
                    double[] applied = new double[psi.length];
                    sector.apply(psi, applied);
                    worst.take(
                            FockVectors.distance(applied, image),
                            0,
                            ROUNDING * (FockVectors.norm(image) + FockVectors.norm(applied)),
                            "sector (" + n1 + ", " + n2 + ")");
                }
            }
        }
        return worst.finding(STATEMENTS.get(3));
    }

    /** The amplitudes with n₁ and n₂ particles: those of one number stand together and in the order of {@link OccupationBasis}. */
    private double[] part(double[] psi, int n1, int n2) {
        FluctuationSpace space = ladder.space();
        int top = space.u().below(space.u().cutoff() - n1);
        int row = n1 == 0 ? 0 : space.u().below(space.u().cutoff() - n1 + 1);
        int right = space.v().below(space.v().cutoff() - n2);
        int column = n2 == 0 ? 0 : space.v().below(space.v().cutoff() - n2 + 1);
        int width = right - column;
        double[] part = new double[2 * (top - row) * width];
        for (int i = row; i < top; i++) {
            System.arraycopy(psi, 2 * (i * space.v().dimension() + column), part, 2 * (i - row) * width, 2 * width);
        }
        return part;
    }
}
