package org.mixfield.fock;

/**
 * Memory that one thread applies co-moving Hamiltonians and builds Krylov spaces in, whatever their cutoff: arrays grow to what
 * the largest takes. The rows are one set for each worker, because one application may be shared by all of them.
 */
final class CoMovingWork {

    /** Lanes that a matrix meets at once, where there are so many: their vectors stay in the near caches. */
    static final int LANES = 128;

    private final CoupledRows[] rows;
    private double[][] krylov = new double[0][];
    private double[] none = new double[0];
    private double[] single = new double[0];
    private double[] pair = new double[0];
    private int length;

    private CoMovingWork(CoupledRows[] rows) {
        this.rows = rows;
    }

    /** One for each worker. */
    static CoMovingWork[] of(int modesU, int modesV, int workers) {
        CoupledRows[] rows = new CoupledRows[workers];
        CoMovingWork[] works = new CoMovingWork[workers];
        for (int i = 0; i < workers; i++) {
            rows[i] = new CoupledRows(modesU, modesV, LANES);
            works[i] = new CoMovingWork(rows);
        }
        return works;
    }

    /** Bytes for the largest cutoff, when all workers have their own sectors at once. */
    static double bytes(int modesU, int modesV, int cutoff, double sectors, int workers) {
        double excited = modesU + modesV - 2.0;
        double pairs = excited * (excited + 1) / 2;
        double ones = cutoff < 1 ? 0 : ExcitationBasis.dimension(modesU, modesV, cutoff - 1);
        double twos = cutoff < 2 ? 0 : ExcitationBasis.dimension(modesU, modesV, cutoff - 2);
        double dimension = ExcitationBasis.dimension(modesU, modesV, cutoff);
        double batches = Math.min(workers, Math.ceil(sectors / SectorLevel.BATCH));
        double together = Math.min(sectors, SectorLevel.BATCH);
        return 16
                        * together
                        * batches
                        * (ones * (1 + excited)
                                + twos * pairs
                                + dimension * (Math.min(LockstepLanczos.MOST_VECTORS, dimension) + 1))
                + 16.0 * LANES * workers * 8 * (1 + excited + pairs);
    }

    CoupledRows rows(int worker) {
        return rows[worker];
    }

    /** Makes room for what an application leaves between annihilations and creations. */
    void reserve(ExcitationBasis basis, int sectors) {
        none = grown(none, 2L * basis.below(1) * sectors);
        single = grown(single, 2L * basis.below(1) * basis.excited() * sectors);
        pair = grown(pair, 2L * basis.below(2) * basis.pairs() * sectors);
    }

    private static double[] grown(double[] array, long length) {
        return array.length >= length ? array : new double[Math.toIntExact(length)];
    }

    double[] none() {
        return none;
    }

    double[] single() {
        return single;
    }

    double[] pair() {
        return pair;
    }

    /** Makes room for Krylov vectors of that length; those asked for exist. */
    void reserve(int vectors, int vectorLength) {
        if (krylov.length < vectors || length < vectorLength) {
            krylov = new double[vectors][];
            length = vectorLength;
        }
    }

    /** Krylov vector j. */
    double[] vector(int j) {
        if (krylov[j] == null) {
            krylov[j] = new double[length];
        }
        return krylov[j];
    }

    /** All of them, as far as they were asked for. */
    double[][] krylov() {
        return krylov;
    }
}
