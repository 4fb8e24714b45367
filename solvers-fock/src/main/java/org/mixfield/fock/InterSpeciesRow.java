package org.mixfield.fock;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Computes rows of W X, with memory of its own, for one number of particles of each species. The channels of a row are made
 * and summed a part of the row at a time; what remains is a row S_b for each pair b of different modes of species v, on which
 * the hops of that species act, and one on which nothing acts.
 */
final class InterSpeciesRow {

    private final InterSpecies tables;
    private final OccupationBasis u;
    private final Hops hopsU;
    private final int width;
    private final int part;
    private final int[] pair;
    private final int[] hops;
    private final int[] from;
    private final double[] amplitude;
    private final double[][] channels;
    private final double[] hopped;
    private final double[] otherHopped;
    private final double[][] sums;
    private final double[] sum;
    private final double[] multiplier;
    private final double[] pairRows;
    private final int[] start;
    private final int[] column;
    private final double[] weight;
    private final double[] diagonal;
    private final int[] modesV;
    private int count;

    InterSpeciesRow(InterSpecies tables, SpeciesTables u) {
        this.tables = tables;
        this.u = u.basis();
        this.hopsU = u.hops();
        this.width = tables.width();
        this.part = tables.part();
        int most = 1 + Hops.pairs(u.basis().modes());
        this.pair = new int[most];
        this.hops = new int[most];
        this.from = new int[2 * most];
        this.amplitude = new double[2 * most];
        int factors = tables.unmixing() == null ? 0 : tables.sums();
        double[][] rows = RowSums.rows(most + factors + 4, part);
        this.channels = Arrays.copyOf(rows, most);
        this.sums = Arrays.copyOfRange(rows, most, most + factors);
        this.hopped = rows[most + factors];
        this.otherHopped = rows[most + factors + 1];
        this.sum = rows[most + factors + 2];
        this.multiplier = rows[most + factors + 3];
        this.pairRows = new double[(tables.pairsV() + 1) * width];
        this.start = new int[tables.sums() + 1];
        this.column = new int[tables.sums() * most];
        this.weight = new double[tables.sums() * most];
        this.diagonal = new double[tables.modesV()];
        this.modesV = IntStream.range(0, tables.modesV()).toArray();
    }

    /** Bytes of an instance, at most. */
    static double bytes(double dimensionV, int modesU, int modesV) {
        double channels = 1.0 + Hops.pairs(modesU);
        double sums = Hops.pairs(modesV);
        return 16 * dimensionV * (sums + 1) + 8 * InterSpecies.MOST_PART * (channels + sums + 4) + 12 * channels * sums;
    }

    /** Adds row i of W X to row i of Y. */
    void addTo(int i, double[] x, double[] y) {
        collectChannels(i);
        collectWeights(i);
        for (int first = 0; first < width; first += part) {
            int length = Math.min(part, width - first);
            fillChannels(x, i, first, length);
            sumChannels(first, length);
            sumProducts(first, length);
        }
        tables.hops().addAll(pairRows, y, i * width);
    }

    /** The one or two hops to state i of each pair of modes. */
    private void collectChannels(int i) {
        count = 1;
        for (int hop = hopsU.first(i); hop < hopsU.first(i + 1); hop++) {
            int a = hopsU.pair(hop);
            if (count == 1 || a != pair[count - 1]) {
                pair[count] = a;
                hops[count++] = 0;
            }
            int at = 2 * (count - 1) + hops[count - 1]++;
            from[at] = hopsU.from(hop);
            amplitude[at] = hopsU.amplitude(hop);
        }
    }

    /** The weights of the channels in each sum: a sparse matrix for this row alone. */
    private void collectWeights(int i) {
        int entries = 0;
        for (int k = 0; k < tables.sums(); k++) {
            double own = 0;
            for (int p = 0; p < u.modes(); p++) {
                own += u.occupation(i, p) * tables.equalMixing(k, p);
            }
            entries = collect(entries, 0, own);
            for (int channel = 1; channel < count; channel++) {
                entries = collect(entries, channel, tables.crossMixing(k, pair[channel]));
            }
            start[k + 1] = entries;
        }
        for (int q = 0; q < diagonal.length; q++) {
            diagonal[q] = 0;
            for (int p = 0; p < u.modes(); p++) {
                diagonal[q] += u.occupation(i, p) * tables.diagonal(p, q);
            }
        }
    }

    private int collect(int entries, int channel, double value) {
        if (value == 0) {
            return entries;
        }
        column[entries] = channel;
        weight[entries] = value;
        return entries + 1;
    }

    private void fillChannels(double[] x, int i, int first, int length) {
        System.arraycopy(x, i * width + first, channels[0], 0, length);
        for (int channel = 1; channel < count; channel++) {
            int hop = 2 * channel;
            System.arraycopy(x, from[hop] * width + first, hopped, 0, length);
            if (hops[channel] == 1) {
                RowSums.scale(amplitude[hop], hopped, channels[channel], length);
            } else {
                System.arraycopy(x, from[hop + 1] * width + first, otherHopped, 0, length);
                RowSums.combine(amplitude[hop], hopped, amplitude[hop + 1], otherHopped, channels[channel], length);
            }
        }
    }

    private void sumChannels(int first, int length) {
        SparseRows unmixing = tables.unmixing();
        if (unmixing != null) {
            for (int k = 0; k < tables.sums(); k++) {
                RowSums.combine(weight, column, start[k], start[k + 1], channels, sums[k], length);
            }
        }
        for (int b = 0; b < tables.pairsV(); b++) {
            if (unmixing != null) {
                unmixing.multiplyRow(b, sums, sum, length);
            } else {
                RowSums.combine(weight, column, start[b], start[b + 1], channels, sum, length);
            }
            System.arraycopy(sum, 0, pairRows, b * width + first, length);
        }
    }

    /** The pairs of equal modes of species v: no hops, but factors known for each number of a row. */
    private void sumProducts(int first, int length) {
        int k = first / part;
        RowSums.combine(diagonal, modesV, 0, modesV.length, tables.occupations(k), multiplier, length);
        RowSums.product(multiplier, channels[0], sum, length);
        for (int channel = 1; channel < count; channel++) {
            double[][] factors = tables.multiplier(pair[channel]);
            if (factors.length > 0) {
                RowSums.addProduct(factors[k], channels[channel], sum, length);
            }
        }
        System.arraycopy(sum, 0, pairRows, tables.pairsV() * width + first, length);
    }
}
