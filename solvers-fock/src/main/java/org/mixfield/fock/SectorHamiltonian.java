package org.mixfield.fock;

import java.util.Arrays;
import org.mixfield.core.run.Workers;

/**
 * H on one number sector, a state being a matrix X of d₁ × d₂ complex amplitudes:
 *
 * <pre>
 *   H X = H₁ X + X H₂ᵀ + W X
 * </pre>
 *
 * <p>with W the {@link InterSpecies} part. Nothing of the size d₁d₂ is stored. H₁ combines rows of X, a tile of columns at a
 * time, so that rows that are used again are still in the cache; H₂ does the same to a tile of rows that was transposed. The
 * matrix elements are real, so that real and imaginary parts are just numbers next to each other. Tiles are those of a worker;
 * an operator serves one caller at a time.
 */
final class SectorHamiltonian implements HermitianOperator {

    /** Complex numbers across a tile, where the sector and the number of workers allow that many. */
    private static final int TILE = 64;

    private static final int LEAST_TILE = 8;

    /** States of a sector that is worth more than one thread. */
    private static final int LEAST_SHARED = 4096;

    private final Workers workers;
    private final SpeciesTables u;
    private final SpeciesTables v;
    private final InterSpecies interSpecies;
    private final int d1;
    private final int d2;
    private final int tileColumns;
    private final int tileRows;
    private final Tile[] tiles;

    /** Memory of a worker: rows of a tile and of a result, and what rows of W take. */
    private static final class Tile {

        private final double[][] rows;
        private final double[][] result;
        private final InterSpeciesRow row;

        Tile(int rows, int width, InterSpeciesRow row) {
            double[][] all = RowSums.rows(rows + ComplexTransposition.TOGETHER, 2 * width);
            this.rows = Arrays.copyOf(all, rows);
            this.result = Arrays.copyOfRange(all, rows, all.length);
            this.row = row;
        }
    }

    SectorHamiltonian(SpeciesTables u, SpeciesTables v, InterSpecies interSpecies, Workers workers) {
        this.workers = workers;
        this.u = u;
        this.v = v;
        this.interSpecies = interSpecies;
        this.d1 = u.basis().dimension();
        this.d2 = v.basis().dimension();
        this.tileColumns = tile(d2, workers);
        this.tileRows = tile(d1, workers);
        this.tiles = new Tile[workers.count()];
    }

    /** Enough tiles that no worker waits long for another. */
    private static int tile(int dimension, Workers workers) {
        return Math.min(dimension, Math.max(LEAST_TILE, Math.min(TILE, dimension / (4 * workers.count()))));
    }

    /** Bytes of the tables, and of the tiles of all workers. */
    double bytes() {
        return u.bytes()
                + v.bytes()
                + interSpecies.bytes()
                + workers.count()
                        * bytesOfWorker(d1, d2, u.basis().modes(), v.basis().modes());
    }

    /** Bytes of the tiles of a worker, at most. */
    static double bytesOfWorker(double dimensionU, double dimensionV, int modesU, int modesV) {
        return 16 * TILE * (Math.max(dimensionU, dimensionV) + ComplexTransposition.TOGETHER)
                + InterSpeciesRow.bytes(dimensionV, modesU, modesV);
    }

    @Override
    public int dimension() {
        return d1 * d2;
    }

    @Override
    public void apply(double[] x, double[] y) {
        share(workers, dimension(), d2, tileColumns, (worker, from, to) -> setOwnOfU(x, from, to, tile(worker), y));
        share(workers, dimension(), d1, tileRows, (worker, from, to) -> {
            Tile tile = tile(worker);
            addOwnOfV(x, from, to, tile, y);
            for (int i = from; i < to && !interSpecies.vanishes(); i++) {
                tile.row.addTo(i, x, y);
            }
        });
    }

    /** Shares items among the workers, unless a sector is done before another thread would have begun. */
    static void share(Workers workers, int dimension, int items, int block, Workers.BlockTask task) {
        if (dimension >= LEAST_SHARED) {
            workers.run(items, block, task);
            return;
        }
        for (int from = 0; from < items; from += block) {
            task.run(0, from, Math.min(items, from + block));
        }
    }

    private Tile tile(int worker) {
        Tile tile = tiles[worker];
        if (tile == null) {
            tile = new Tile(Math.max(d1, d2), Math.max(tileColumns, tileRows), new InterSpeciesRow(interSpecies, u));
            tiles[worker] = tile;
        }
        return tile;
    }

    /** Writes columns {@code from} to below {@code to} of H₁X. */
    private void setOwnOfU(double[] x, int from, int to, Tile tile, double[] y) {
        int length = 2 * (to - from);
        for (int i = 0; i < d1; i++) {
            System.arraycopy(x, 2 * (i * d2 + from), tile.rows[i], 0, length);
        }
        for (int i = 0; i < d1; i++) {
            u.own().multiplyRow(i, tile.rows, tile.result[0], length);
            System.arraycopy(tile.result[0], 0, y, 2 * (i * d2 + from), length);
        }
    }

    /** Adds rows {@code from} to below {@code to} of X H₂ᵀ. */
    private void addOwnOfV(double[] x, int from, int to, Tile tile, double[] y) {
        int height = to - from;
        ComplexTransposition.read(x, 2 * from * d2, 2 * d2, d2, height, tile.rows);
        for (int first = 0; first < d2; first += ComplexTransposition.TOGETHER) {
            int columns = Math.min(ComplexTransposition.TOGETHER, d2 - first);
            for (int j = 0; j < columns; j++) {
                v.own().multiplyRow(first + j, tile.rows, tile.result[j], 2 * height);
            }
            ComplexTransposition.add(tile.result, y, 2 * (from * d2 + first), 2 * d2, columns, height);
        }
    }
}
