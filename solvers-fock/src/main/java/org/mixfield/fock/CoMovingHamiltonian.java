package org.mixfield.fock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mixfield.core.run.Workers;

/**
 * H_t on the excitations of several sectors at once, any number of particles whole or not. A product of operators is applied complete
 * and then projected: first everything that one or two operators annihilate, then the small matrices of {@link CoMovingCouplings}, then
 * everything that is created. The states left by two annihilations are few, so that most of the work is linear in the dimension.
 *
 * <p>Vectors hold Re and Im of each state for all sectors: Re ψ_s of sector i at 2s·S + i, Im at (2s+1)·S + i; of one sector that is the
 * usual interleaved vector. States between annihilation and creation that have the same k_u, k_v are coupled together, so that the
 * matrices always meet many lanes. One thread applies it at a time, and states are shared among the workers.
 */
final class CoMovingHamiltonian {

    private static final int BLOCK = 64;

    private final ExcitationBasis basis;
    private final FrameWeights weights;
    private final Workers workers;
    private final double[] aboveU;
    private final double[] aboveV;
    private final int sectors;
    private final List<Block> blocks = new ArrayList<>();
    private final double[] energies;
    private CoMovingCouplings couplings;

    /** States c with the same k_u, k_v. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Block(int[] states, boolean pairs, CondensateFactors factors) {}

    CoMovingHamiltonian(
            ExcitationBasis basis,
            FrameWeights weights,
            CoMovingCouplings couplings,
            double[] aboveU,
            double[] aboveV,
            Workers workers) {
        this.basis = basis;
        this.weights = weights;
        this.couplings = couplings;
        this.aboveU = aboveU;
        this.aboveV = aboveV;
        this.sectors = aboveU.length;
        this.workers = workers;
        int together = together(sectors);
        for (int k = 0; k < basis.cutoff(); k++) {
            for (int ku = 0; ku <= k; ku++) {
                addBlocks(ku, k - ku, together);
            }
        }
        this.energies = new double[(basis.cutoff() + 1) * (basis.cutoff() + 1) * sectors];
        use(couplings);
    }

    private static int together(int sectors) {
        return Math.max(1, CoMovingWork.LANES / sectors);
    }

    private void addBlocks(int ku, int kv, int together) {
        int[] states = new int[basis.below(1)];
        int count = 0;
        for (int c = 0; c < states.length; c++) {
            if (basis.particlesU(c) == ku && basis.particlesV(c) == kv) {
                states[count++] = c;
            }
        }
        CondensateFactors factors = CondensateFactors.of(weights, aboveU, aboveV, ku, kv, together);
        for (int from = 0; from < count; from += together) {
            blocks.add(new Block(
                    Arrays.copyOfRange(states, from, Math.min(count, from + together)),
                    ku + kv <= basis.cutoff() - 2,
                    factors));
        }
    }

    /** Goes on with other couplings. */
    void use(CoMovingCouplings present) {
        couplings = present;
        int side = basis.cutoff() + 1;
        for (int ku = 0; ku < side; ku++) {
            for (int kv = 0; ku + kv < side; kv++) {
                for (int i = 0; i < sectors; i++) {
                    energies[(ku * side + kv) * sectors + i] =
                            CondensateFactors.energy(present, weights, aboveU[i] - ku, aboveV[i] - kv);
                }
            }
        }
    }

    int dimension() {
        return basis.dimension();
    }

    /** How many sectors it acts on. */
    int sectors() {
        return sectors;
    }

    /** y = Hx. */
    void apply(double[] x, double[] y, CoMovingWork work) {
        work.reserve(basis, sectors);
        workers.run(blocks.size(), 1, (worker, from, to) -> {
            for (int i = from; i < to; i++) {
                couple(x, blocks.get(i), work, work.rows(worker));
            }
        });
        workers.run(basis.dimension(), BLOCK, (worker, from, to) -> {
            for (int s = from; s < to; s++) {
                create(x, s, y, work);
            }
        });
    }

    /** W of some states: everything that is left of x by annihilations, coupled, and written to where it is created from. */
    private void couple(double[] x, Block block, CoMovingWork work, CoupledRows rows) {
        int lanes = block.states.length * sectors;
        rows.annihilate(basis, x, block.states, sectors, block.pairs);
        rows.coupleSingles(couplings, block.factors, lanes);
        if (block.pairs) {
            rows.couplePairs(couplings, block.factors, lanes);
        }
        for (int i = 0; i < block.states.length; i++) {
            rows.store(i * sectors, sectors, block.states[i], block.pairs, work);
        }
    }

    private void create(double[] x, int s, double[] y, CoMovingWork work) {
        int energy = (basis.particlesU(s) * (basis.cutoff() + 1) + basis.particlesV(s)) * sectors;
        int re = 2 * s * sectors;
        int im = re + sectors;
        for (int i = 0; i < sectors; i++) {
            y[re + i] = energies[energy + i] * x[re + i];
            y[im + i] = energies[energy + i] * x[im + i];
        }
        if (s < basis.below(1)) {
            double[] none = work.none();
            for (int i = re; i < re + 2 * sectors; i++) {
                y[i] += none[i];
            }
        }
        basis.single().create(work.single(), s, y, sectors);
        basis.pair().create(work.pair(), s, y, sectors);
    }
}
