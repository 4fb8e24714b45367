package org.mixfield.fock;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.model.SpeciesName;
import org.mixfield.core.model.Weights;
import org.mixfield.core.propagator.ReducedDensity;
import org.mixfield.core.run.Workers;

/** Measures a co-moving expansion at its present time. */
final class CoMovingMeasurement {

    private final ModeTensors tensors;
    private final Weights weights;
    private final CoMovingLevels.Sizes sizes;
    private final Workers workers;

    CoMovingMeasurement(ModeTensors tensors, Weights weights, CoMovingLevels.Sizes sizes, Workers workers) {
        this.tensors = tensors;
        this.weights = weights;
        this.sizes = sizes;
        this.workers = workers;
    }

    /**
     * The state of a run.
     *
     * @param hartree the mode-projected Hartree system at the same time; of a factorised start, whose bases move otherwise
     */
    CoMovingState of(CoMovingRun run, int cutoff, int nodes, @Nullable ProjectedHartree hartree) {
        int mu = tensors.modesU();
        int mv = tensors.modesV();
        int size = mu * mv;
        SectorLevel level = run.levels().measured();
        double[] basisU = run.bases().basis(0);
        double[] basisV = run.bases().basis(1);
        double[] u = hartree == null ? java.util.Arrays.copyOf(basisU, 2 * mu) : hartree.u();
        double[] v = hartree == null ? java.util.Arrays.copyOf(basisV, 2 * mv) : hartree.v();
        ToDoubleFunction<double[]> distance = sizes.coherent()
                ? matrix -> HermitianEigenvalues.traceNorm(matrix, size)
                : matrix -> MeanFieldDistance.of(MovingMatrices.inModes(matrix, basisU, basisV, mu, mv), u, v);
        CoMovingSamples samples = new CoMovingSamples(run, sizes, cutoff, nodes, distance, workers);
        CoMovingSamples.Sample measured = samples.measured();
        Optional<CoherentMoments> moments = measured.moments();
        double[] gamma = MovingMatrices.inModes(measured.matrix(), basisU, basisV, mu, mv);
        if (moments.isPresent()) {
            addProduct(gamma, MeanFieldDistance.product(u, v));
        }
        CoMovingErrors errors = samples.errors(hartree == null ? 0 : hartree.error());
        double[] sums = sums(run, level);
        ReducedDensity density = new ReducedDensity(mu, mv, gamma);
        return new CoMovingState(
                u,
                v,
                hartree == null ? new ProjectedHartree(tensors, weights, u, v).energy() : hartree.energy(),
                Math.sqrt(sums[0]),
                sums[3] / ((double) sizes.n1() + sizes.n2()),
                sums[1],
                sums[2],
                density,
                measured.distance(),
                errors,
                moments,
                moments.map(m -> remainderSum(level, m)),
                sizes.coherent() ? Optional.empty() : Optional.of(correlations(level, density, basisU, basisV)));
    }

    /** Tr|γ − P − Σr_j|, γ from the sectors (m₁+1, m₂+1) of the sum alone. */
    private double remainderSum(SectorLevel level, CoherentMoments moments) {
        double weight = level.points().points().stream()
                .mapToDouble(NumberPoints.Point::weight)
                .sum();
        return Remainders.EXPANSION.defect(SectorDensity.of(level, workers), weight, moments);
    }

    private Correlations correlations(SectorLevel level, ReducedDensity density, double[] basisU, double[] basisV) {
        double[] psi = level.state(0);
        return Correlations.of(
                new ExcitationBipartition(psi, level.basis()),
                density,
                sizes.n1(),
                sizes.n2(),
                (species, orbital) -> ExcitationPairs.of(
                        psi,
                        level.basis(),
                        species,
                        species == SpeciesName.U ? sizes.n1() : sizes.n2(),
                        orbital,
                        species == SpeciesName.U ? basisU : basisV),
                workers);
    }

    private static void addProduct(double[] gamma, double[] w) {
        int n = w.length / 2;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                gamma[2 * (a * n + b)] += w[2 * a] * w[2 * b] + w[2 * a + 1] * w[2 * b + 1];
                gamma[2 * (a * n + b) + 1] += w[2 * a + 1] * w[2 * b] - w[2 * a] * w[2 * b + 1];
            }
        }
    }

    /** ‖ψ‖², ⟨𝒩⊗I⟩, ⟨I⊗𝒩⟩ and ⟨H⟩ of the particles themselves. */
    private double[] sums(CoMovingRun run, SectorLevel level) {
        CoMovingCouplings moving = run.moving();
        double[] energies = level.energies(moving, run.levels().work());
        double[][] fields = run.bases().meanFields();
        double[][] h = {
            MovingMatrices.inBasis(fields[0], run.bases().basis(0), tensors.modesU()),
            MovingMatrices.inBasis(fields[1], run.bases().basis(1), tensors.modesV())
        };
        OneBodyEnergy energyU = new OneBodyEnergy(level.basis(), 0);
        OneBodyEnergy energyV = new OneBodyEnergy(level.basis(), 1);
        ComplexVectors vectors = new ComplexVectors(level.basis().dimension(), workers);
        double dropped = moving.dropped();
        double[] sums = new double[4];
        for (NumberPoints.Point point : level.points().points()) {
            double[] psi = level.state(point.x00());
            double norm = vectors.inner(psi, psi)[0];
            double n1 = sizes.n1() + point.aboveU();
            double n2 = sizes.n2() + point.aboveV();
            sums[0] += point.weight() * norm;
            sums[1] += point.weight() * norm * n1;
            sums[2] += point.weight() * norm * n2;
            sums[3] += point.weight()
                    * (energies[point.x00()] + dropped * norm + energyU.of(psi, h[0], n1) + energyV.of(psi, h[1], n2));
        }
        return sums;
    }
}
