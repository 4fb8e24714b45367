package org.mixfield.fock;

import java.util.List;
import org.mixfield.core.run.Workers;

/**
 * γ^(1,1) in the moving bases from the states of number sectors alone: with Φ_ij = a_i d_j ψ the matrix ⟨Φ_pq|Φ_ij⟩/(n₁n₂) of a
 * sector, where a_0 = √(n₁−k₁) and d_0 = √(n₂−k₂) on the excitations. A coherent start has the sum over its sectors with weights
 * P(n₁−1)P(n₂−1), that is P(n₁)P(n₂)n₁n₂/(N₁N₂).
 */
final class SectorDensity {

    /** Sectors are added up in this many parts, a fixed number, so that the sum does not depend on the workers. */
    private static final int PARTS = 16;

    private final ExcitationBasis basis;
    private final MomentVectors vectors;

    private SectorDensity(ExcitationBasis basis) {
        this.basis = basis;
        this.vectors = new MomentVectors(basis.modesU() * basis.modesV(), basis.dimension());
    }

    /** The matrix, row (i,j) and column (p,q), interleaved. */
    static double[] of(SectorLevel level, Workers workers) {
        int size = level.basis().modesU() * level.basis().modesV();
        List<NumberPoints.Point> points = level.points().points();
        int parts = Math.min(PARTS, points.size());
        double[][] gamma = new double[parts][2 * size * size];
        workers.run(parts, 1, (worker, first, last) -> {
            SectorDensity density = new SectorDensity(level.basis());
            for (int part = first; part < last; part++) {
                int end = (int) ((long) points.size() * (part + 1) / parts);
                for (int i = (int) ((long) points.size() * part / parts); i < end; i++) {
                    density.add(level, points.get(i), gamma[part]);
                }
            }
        });
        for (int part = 1; part < parts; part++) {
            for (int i = 0; i < gamma[0].length; i++) {
                gamma[0][i] += gamma[part][i];
            }
        }
        MomentVectors.mirror(gamma[0], size);
        return gamma[0];
    }

    /** Adds the sector that a term of the sum stands for: (m₁+1, m₂+1), or the only one. */
    private void add(SectorLevel level, NumberPoints.Point point, double[] gamma) {
        int number = point.x11() >= 0 ? point.x11() : point.x00();
        NumberPoints.Sector sector = level.points().sectors().get(number);
        fill(
                level.state(number),
                level.weights().n1() + sector.aboveU(),
                level.weights().n2() + sector.aboveV());
        vectors.addGram(point.weight(), gamma);
    }

    /** Φ_ij/√(n₁n₂) of a sector with n₁ and n₂ particles. */
    private void fill(double[] psi, double n1, double n2) {
        int mu = basis.modesU();
        int mv = basis.modesV();
        for (int i = 0; i < mu; i++) {
            for (int j = 0; j < mv; j++) {
                int support = i > 0 && j > 0 ? basis.below(2) : i > 0 || j > 0 ? basis.below(1) : basis.dimension();
                double[] target = vectors.filling(i * mv + j, support);
                if (i > 0 && j > 0) {
                    basis.pair().annihilate(psi, SpeciesTables.pairIndex(i - 1, mu - 1 + j - 1), target);
                } else if (i > 0 || j > 0) {
                    basis.single().annihilate(psi, i > 0 ? i - 1 : mu - 1 + j - 1, target);
                } else {
                    System.arraycopy(psi, 0, target, 0, psi.length);
                }
                for (int c = 0; c < support; c++) {
                    double factor = (i > 0 ? 1 / Math.sqrt(n1) : Math.sqrt(Math.max(0, n1 - basis.particlesU(c)) / n1))
                            * (j > 0 ? 1 / Math.sqrt(n2) : Math.sqrt(Math.max(0, n2 - basis.particlesV(c)) / n2));
                    target[2 * c] *= factor;
                    target[2 * c + 1] *= factor;
                }
            }
        }
    }
}
