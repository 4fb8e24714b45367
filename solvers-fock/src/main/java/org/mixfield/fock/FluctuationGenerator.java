package org.mixfield.fock;

import java.util.Arrays;
import java.util.Optional;
import org.mixfield.core.run.Workers;

/**
 * L, or L^c with cutoffs M₁, M₂ of its cubic terms, on truncated F⊗F:
 *
 * <pre>
 *   L X = L_u X + X L_vᵀ + Σ_αβ w_αβ A_α X B_βᵀ
 * </pre>
 *
 * with the A_α, B_β of {@link FluctuationOperators#shown(ExcitationBasis)}. Row by row: Σ_α w_αβ A_α X for every β, where the α that lead to one
 * row are added up first, then the B_β. Nothing larger than a matrix of one species is stored, but one copy of X, which is lent.
 *
 * <p>L^c: a*_i stands in b*c*c only where it makes at most M₁ particles, a_k where it finds at most M₁; on species v likewise, and
 * as the amplitudes with few particles come first, that is a front part of a row.
 */
final class FluctuationGenerator implements HermitianOperator {

    private final FluctuationSpace space;
    private final FluctuationCouplings couplings;
    private final int cubicU;
    private final FluctuationMatrix ownU;
    private final FluctuationMatrix ownV;
    private final OperatorRows shownU;
    private final OperatorRows shownV;
    private final int pairsU;
    private final int countV;
    private final int[] frontOfPairs;
    private final double[] split;
    private final double[][] sums;
    private final double[][] coefficients;
    private final double[][] rows;
    private final Workers workers;

    /**
     * A generator.
     *
     * @param cubic M₁ and M₂; empty for L itself
     * @param memory lends a vector
     */
    FluctuationGenerator(
            FluctuationSpace space,
            Optional<SpeciesCutoffs> cubic,
            FrameWeights weights,
            KrylovMemory memory,
            Workers workers) {
        this.space = space;
        this.couplings = new FluctuationCouplings(space.modesU(), space.modesV(), weights);
        this.cubicU = cubic.map(SpeciesCutoffs::u).orElse(FluctuationOperators.UNCUT);
        int cubicV = cubic.map(SpeciesCutoffs::v).orElse(FluctuationOperators.UNCUT);
        this.ownU = new FluctuationMatrix(FluctuationOperators.own(space.u(), cubicU));
        this.ownV = new FluctuationMatrix(FluctuationOperators.own(space.v(), cubicV));
        this.shownU = FluctuationOperators.shown(space.u());
        this.shownV = FluctuationOperators.shown(space.v());
        this.pairsU = 2 * space.modesU();
        this.countV = FluctuationOperators.shown(space.modesV());
        this.frontOfPairs = new int[countV];
        for (int beta = 0; beta < countV; beta++) {
            // What B_β acts on: c_k finds at most M₂ particles, c*_i at most M₂ − 1.
            frontOfPairs[beta] = beta < space.modesV()
                    ? atMost(space.v(), cubicV)
                    : beta < 2 * space.modesV()
                            ? atMost(space.v(), cubicV - 1)
                            : space.v().dimension();
        }
        this.split = memory.scratch();
        this.sums = new double[workers.count()][2 * countV * space.v().dimension()];
        this.coefficients = new double[workers.count()][2 * countV];
        this.rows = new double[workers.count()][2 * space.v().dimension()];
        this.workers = workers;
    }

    /** Bytes of the matrices of both species and of scratch. */
    static double bytes(int modesU, int modesV, SpeciesCutoffs cutoffs, int workers) {
        double width = OccupationBasis.dimension(cutoffs.v(), modesV + 1);
        return FluctuationOperators.bytes(modesU, cutoffs.u())
                + FluctuationOperators.bytes(modesV, cutoffs.v())
                + 16.0 * workers * width * (FluctuationOperators.shown(modesV) + 1);
    }

    /** How many states have at most this many particles. */
    private static int atMost(ExcitationBasis basis, int particles) {
        return particles >= basis.cutoff() ? basis.dimension() : basis.below(basis.cutoff() - particles);
    }

    void set(CoMovingTensors tensors) {
        couplings.set(tensors);
        ownU.set(couplings.own(0));
        ownV.set(couplings.own(1));
    }

    @Override
    public int dimension() {
        return space.dimension();
    }

    @Override
    public void apply(double[] x, double[] y) {
        int width = space.v().dimension();
        int block = Math.max(1, space.u().dimension() / (8 * workers.count()));
        workers.run(space.u().dimension(), block, (worker, from, to) -> {
            for (int i = from; i < to; i++) {
                SplitRows.split(x, 2 * width * i, width, split, 2 * width * i);
            }
        });
        workers.run(space.u().dimension(), block, (worker, from, to) -> {
            for (int i = from; i < to; i++) {
                double[] row = rows[worker];
                Arrays.fill(row, 0);
                ownU.addRow(i, split, width, row);
                ownV.addProduct(split, 2 * width * i, width, row);
                if (couplings.coupled()) {
                    addBetween(i, row, sums[worker], coefficients[worker]);
                }
                SplitRows.interleave(row, width, y, 2 * width * i);
            }
        });
    }

    private void addBetween(int i, double[] row, double[] sum, double[] coefficient) {
        int width = space.v().dimension();
        Arrays.fill(sum, 0);
        for (int entry = shownU.start(i); entry < shownU.start(i + 1); ) {
            int column = shownU.column(entry);
            boolean pair = shownU.label(entry) >= pairsU;
            Arrays.fill(coefficient, 0);
            while (entry < shownU.start(i + 1) && shownU.column(entry) == column) {
                addCoefficients(shownU.label(entry), shownU.value(entry), coefficient);
                entry++;
            }
            int particles = Math.max(space.u().particlesU(i), space.u().particlesU(column));
            int last = pair || particles <= cubicU ? countV : 2 * space.modesV();
            for (int beta = 0; beta < last; beta++) {
                SplitRows.add(
                        coefficient[2 * beta],
                        coefficient[2 * beta + 1],
                        split,
                        2 * width * column,
                        width,
                        sum,
                        2 * width * beta,
                        width,
                        pair ? frontOfPairs[beta] : width);
            }
        }
        for (int j = 0; j < width; j++) {
            double re = 0;
            double im = 0;
            for (int entry = shownV.start(j); entry < shownV.start(j + 1); entry++) {
                int at = 2 * width * shownV.label(entry) + shownV.column(entry);
                re += shownV.value(entry) * sum[at];
                im += shownV.value(entry) * sum[at + width];
            }
            row[j] += re;
            row[width + j] += im;
        }
    }

    private void addCoefficients(int alpha, double value, double[] coefficient) {
        double[] w = couplings.between();
        int from = 2 * alpha * countV;
        for (int k = 0; k < coefficient.length; k++) {
            coefficient[k] += value * w[from + k];
        }
    }
}
