package org.mixfield.fock;

import org.mixfield.core.run.Workers;

/**
 * H on one number sector of two modes of each species, laid out as in {@link SectorHamiltonian}. The states of n particles stand in a
 * line, with i of them in mode 1, and a hop leads to a neighbour: H is a stencil on the matrix X of amplitudes. One pass over the
 * vector does all of it, where tiles would take three. An operator serves one caller at a time.
 */
final class TwoModeHamiltonian implements HermitianOperator {

    /** Rows that a worker takes at once. */
    private static final int BLOCK = 64;

    private final Workers workers;
    private final TwoModeStencil stencil;
    private final TwoModeStrip[] strips;

    TwoModeHamiltonian(TwoModeStencil stencil, Workers workers) {
        this.stencil = stencil;
        this.workers = workers;
        this.strips = new TwoModeStrip[workers.count()];
    }

    @Override
    public int dimension() {
        return stencil.rows() * stencil.width() / 2;
    }

    @Override
    public void apply(double[] x, double[] y) {
        SectorHamiltonian.share(workers, dimension(), stencil.rows(), BLOCK, (worker, from, to) -> {
            if (strips[worker] == null) {
                strips[worker] = new TwoModeStrip(stencil);
            }
            strips[worker].set(from, to, x, y);
        });
    }
}
