package org.mixfield.fock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.run.NumericalException;
import org.mixfield.core.run.Workers;

/**
 * Moments of the fluctuation state ω_t from the number sectors of the laboratory frame: inner products of
 * {@link DisplacedSector} rows, summed over the sectors whose neighbours were kept as well. They are differences of numbers
 * of size 1, so that ⟨𝒩⟩ is good to N times the error of the states.
 */
final class LaboratoryMoments {

    /** Terms are added up in this many parts, a fixed number, so that the sum does not depend on the workers. */
    private static final int PARTS = 16;

    private final List<DisplacedSector.Neighbours> points = new ArrayList<>();
    private final double leftOut;

    /** For the sectors of a coherent start. */
    LaboratoryMoments(NumberSectors numbers, List<LaboratorySector> sectors) {
        Map<Numbers, LaboratorySector> kept = new HashMap<>();
        for (LaboratorySector sector : sectors) {
            kept.put(new Numbers(sector.sector().n1(), sector.sector().n2()), sector);
        }
        double out = 0;
        for (LaboratorySector sector : sectors) {
            DisplacedSector.Neighbours around = around(sector, kept);
            if (around == null) {
                out += sector.sector().probability();
            } else {
                points.add(around);
            }
        }
        this.leftOut = numbers.leftOut() + out;
    }

    private record Numbers(int n1, int n2) {}

    private static DisplacedSector.@Nullable Neighbours around(
            LaboratorySector sector, Map<Numbers, LaboratorySector> kept) {
        int n1 = sector.sector().n1();
        int n2 = sector.sector().n2();
        LaboratorySector x10 = kept.get(new Numbers(n1 + 1, n2));
        LaboratorySector x01 = kept.get(new Numbers(n1, n2 + 1));
        LaboratorySector x11 = kept.get(new Numbers(n1 + 1, n2 + 1));
        LaboratorySector x20 = kept.get(new Numbers(n1 + 2, n2));
        LaboratorySector x02 = kept.get(new Numbers(n1, n2 + 2));
        return x10 == null || x01 == null || x11 == null || x20 == null || x02 == null
                ? null
                : new DisplacedSector.Neighbours(sector, x10, x01, x11, x20, x02);
    }

    /** Probability of the sectors that no term of the sum stands for. */
    double leftOut() {
        return leftOut;
    }

    /** Bytes that each worker needs beside the sectors, the largest of which has so many states of each species. */
    static double bytes(double statesU, int modesU, double statesV, int modesV) {
        return 16 * FluctuationVectors.count(modesU, modesV) * statesV
                + 2 * CreationTable.bytes(statesU, modesU)
                + 2 * CreationTable.bytes(statesV, modesV);
    }

    /**
     * The moments, all sectors being at the time of the orbitals.
     *
     * @param u Hartree orbital of species u in its modes, interleaved
     * @param v Hartree orbital of species v
     * @throws NumericalException when the tail left so few sectors that there is no term
     */
    CoherentMoments of(MixtureHamiltonian hamiltonian, double[] u, double[] v, int n1, int n2, Workers workers) {
        if (points.isEmpty()) {
            throw new NumericalException(
                    "no number sector was kept together with those of one and two more particles, which moments of the"
                            + " fluctuations need; give solvers.fock.tail a smaller value");
        }
        int mu = u.length / 2;
        int mv = v.length / 2;
        int count = FluctuationVectors.count(mu, mv);
        int parts = Math.min(PARTS, points.size());
        int width = points.stream()
                .mapToInt(point -> hamiltonian.basisV(point.x00().sector().n2()).dimension())
                .max()
                .orElseThrow();
        double[][] gram = new double[parts][2 * count * count];
        double[][] pairs = new double[parts][2];
        workers.run(parts, 1, (worker, first, last) -> {
            MomentVectors vectors = new MomentVectors(count, width);
            for (int part = first; part < last; part++) {
                // Sectors stand in the order of their size; every part gets some of each.
                for (int i = part; i < points.size(); i += parts) {
                    add(
                            new DisplacedSector(points.get(i), hamiltonian, u, v),
                            points.get(i),
                            vectors,
                            gram[part],
                            pairs[part]);
                }
            }
        });
        for (int part = 1; part < parts; part++) {
            for (int i = 0; i < gram[0].length; i++) {
                gram[0][i] += gram[part][i];
            }
            pairs[0][0] += pairs[part][0];
            pairs[0][1] += pairs[part][1];
        }
        MomentVectors.mirror(gram[0], count);
        double[] moving = MovingMatrices.inModes(gram[0], toMoving(u), toMoving(v), 1 + mu, 1 + mv);
        return new CoherentMoments(mu, mv, n1, n2, moving, pairs[0][0], pairs[0][1]);
    }

    private static void add(
            DisplacedSector sector,
            DisplacedSector.Neighbours point,
            MomentVectors vectors,
            double[] gram,
            double[] pairs) {
        double weight = point.x00().sector().probability();
        for (int row = 0; row < sector.rows(); row++) {
            sector.fill(row, vectors);
            vectors.addGram(weight, gram);
            pairs[0] += weight * sector.pairsU(row, vectors);
            pairs[1] += weight * sector.pairsV(row, vectors);
        }
    }

    /**
     * Tr|γ − P − Σr_j|, γ from the pair densities of the sectors (m₁+1, m₂+1) that the terms of the sum stand for.
     *
     * @param moments as {@link #of} gave them
     * @param parts what each sector contributes
     */
    double remainderSum(
            CoherentMoments moments,
            Map<LaboratorySector, LaboratorySector.Contribution> parts,
            double[] u,
            double[] v) {
        int mu = moments.modesU();
        int mv = moments.modesV();
        double[] gamma = new double[2 * mu * mv * mu * mv];
        double weight = 0;
        for (DisplacedSector.Neighbours point : points) {
            NumberSectors.Sector numbers = point.x11().sector();
            double[] pairs =
                    Objects.requireNonNull(parts.get(point.x11())).pairs().orElseThrow();
            double probability = point.x00().sector().probability();
            double share = probability / ((double) numbers.n1() * numbers.n2());
            weight += probability;
            for (int i = 0; i < gamma.length; i++) {
                gamma[i] += share * pairs[i];
            }
        }
        double[] moving = MovingMatrices.inModes(
                gamma, adjoint(MovingBases.completed(u)), adjoint(MovingBases.completed(v)), mu, mv);
        return Remainders.EXPANSION.defect(moving, weight * square(u) * square(v), moments);
    }

    /** ‖f‖². */
    private static double square(double[] f) {
        return Arrays.stream(f).map(x -> x * x).sum();
    }

    /** 1 ⊕ R⁺, R any unitary matrix whose column 0 is the orbital: it turns the modes into a basis where that is e₀. */
    private static double[] toMoving(double[] orbital) {
        int m = orbital.length / 2;
        double[] adjoint = adjoint(MovingBases.completed(orbital));
        double[] bordered = new double[2 * (1 + m) * (1 + m)];
        bordered[0] = 1;
        for (int p = 0; p < m; p++) {
            System.arraycopy(adjoint, 2 * p * m, bordered, 2 * ((1 + p) * (1 + m) + 1), 2 * m);
        }
        return bordered;
    }

    /** R⁺, columns one after another as those of R. */
    private static double[] adjoint(double[] basis) {
        int m = (int) Math.rint(Math.sqrt(0.5 * basis.length));
        double[] adjoint = new double[basis.length];
        for (int p = 0; p < m; p++) {
            for (int a = 0; a < m; a++) {
                adjoint[2 * (p * m + a)] = basis[2 * (a * m + p)];
                adjoint[2 * (p * m + a) + 1] = -basis[2 * (a * m + p) + 1];
            }
        }
        return adjoint;
    }
}
