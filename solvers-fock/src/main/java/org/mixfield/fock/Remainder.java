package org.mixfield.fock;

/**
 * A term r_j of γ − P: the mean of a normal-ordered product of fluctuations, with the condensates where an operator is missing,
 *
 * <pre>
 *   r_j(x,y;x',y') = N₁^p N₂^q ⟨b*_{x'} or ū(x') · c*_{y'} or v̄(y') · b_x or u(x) · c_y or v(y)⟩.
 * </pre>
 *
 * @param bStar whether b*_{x'} takes part
 * @param cStar whether c*_{y'} does
 * @param b whether b_x does
 * @param c whether c_y does
 * @param powerU p
 * @param powerV q
 */
record Remainder(boolean bStar, boolean cStar, boolean b, boolean c, double powerU, double powerV) {

    /** Adds the kernel in the moving bases, row (x,y) and column (x',y'), interleaved. */
    void addTo(double[] sum, CoherentMoments moments) {
        int size = moments.modesU() * moments.modesV();
        int[] kets = vectors(b, c, moments);
        int[] bras = vectors(bStar, cStar, moments);
        int[] rows = places(b, c, moments);
        int[] columns = places(bStar, cStar, moments);
        double factor = factor(moments);
        for (int k = 0; k < kets.length; k++) {
            for (int l = 0; l < bras.length; l++) {
                int to = 2 * (rows[k] * size + columns[l]);
                int from = moments.at(bras[l], kets[k]);
                sum[to] += factor * moments.gram()[from];
                sum[to + 1] += factor * moments.gram()[from + 1];
            }
        }
    }

    /** Tr|r_j|: that of the rows and columns which do not vanish. */
    double traceNorm(CoherentMoments moments) {
        int[] kets = vectors(b, c, moments);
        int[] bras = vectors(bStar, cStar, moments);
        if (b == bStar && c == cStar) {
            double trace = 0;
            for (int vector : kets) {
                trace += moments.gram()[moments.at(vector, vector)];
            }
            return factor(moments) * trace;
        }
        // The adjoint has the same trace norm, and of two that are adjoint to each other the same matrix is decomposed.
        int[] rows = kets.length >= bras.length ? kets : bras;
        int[] columns = kets.length >= bras.length ? bras : kets;
        double[] matrix = new double[2 * rows.length * columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                int from = moments.at(columns[j], rows[i]);
                matrix[2 * (i * columns.length + j)] = moments.gram()[from];
                matrix[2 * (i * columns.length + j) + 1] = moments.gram()[from + 1];
            }
        }
        return factor(moments) * ComplexSingularValues.sum(matrix, rows.length, columns.length);
    }

    /** The prefactor, for vectors that are divided by √N₁ for b and by √N₂ for c. */
    private double factor(CoherentMoments moments) {
        double operatorsU = (bStar ? 0.5 : 0) + (b ? 0.5 : 0);
        double operatorsV = (cStar ? 0.5 : 0) + (c ? 0.5 : 0);
        return Math.pow(moments.n1(), powerU + operatorsU) * Math.pow(moments.n2(), powerV + operatorsV);
    }

    /** Numbers of the vectors that b_x, c_y or both make of the state, or of the state itself. */
    private static int[] vectors(boolean b, boolean c, CoherentMoments moments) {
        int countU = b ? moments.modesU() : 1;
        int countV = c ? moments.modesV() : 1;
        int[] numbers = new int[countU * countV];
        for (int x = 0; x < countU; x++) {
            for (int y = 0; y < countV; y++) {
                numbers[x * countV + y] = (b ? (1 + x) * (1 + moments.modesV()) : 0) + (c ? 1 + y : 0);
            }
        }
        return numbers;
    }

    /** Their places (x,y) in a kernel, where u = v = e₀. */
    private static int[] places(boolean b, boolean c, CoherentMoments moments) {
        int countU = b ? moments.modesU() : 1;
        int countV = c ? moments.modesV() : 1;
        int[] places = new int[countU * countV];
        for (int x = 0; x < countU; x++) {
            for (int y = 0; y < countV; y++) {
                places[x * countV + y] = x * moments.modesV() + y;
            }
        }
        return places;
    }
}
