package org.mixfield.fock;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A real sparse matrix for tests, row by row, with just the algebra of operators. */
final class SparseMatrix {

    private final int columns;
    private final List<int[]> places = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    private SparseMatrix(int columns) {
        this.columns = columns;
    }

    private void addRow(SortedMap<Integer, Double> row) {
        row.values().removeIf(x -> x == 0);
        places.add(row.keySet().stream().mapToInt(Integer::intValue).toArray());
        values.add(row.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    int rows() {
        return places.size();
    }

    static SparseMatrix identity(int n) {
        SparseMatrix one = new SparseMatrix(n);
        for (int i = 0; i < n; i++) {
            one.addRow(new TreeMap<>(java.util.Map.of(i, 1.0)));
        }
        return one;
    }

    /** a on the states of 0 to n bosons in one mode: ⟨k−1|a|k⟩ = √k. */
    static SparseMatrix annihilation(int n) {
        SparseMatrix a = new SparseMatrix(n + 1);
        for (int k = 0; k <= n; k++) {
            a.addRow(k == n ? new TreeMap<>() : new TreeMap<>(java.util.Map.of(k + 1, Math.sqrt(k + 1.0))));
        }
        return a;
    }

    SparseMatrix times(SparseMatrix other) {
        SparseMatrix product = new SparseMatrix(other.columns);
        for (int i = 0; i < rows(); i++) {
            TreeMap<Integer, Double> row = new TreeMap<>();
            for (int k = 0; k < places.get(i).length; k++) {
                add(row, values.get(i)[k], other, places.get(i)[k]);
            }
            product.addRow(row);
        }
        return product;
    }

    /** This + factor · other. */
    SparseMatrix plus(double factor, SparseMatrix other) {
        SparseMatrix sum = new SparseMatrix(columns);
        for (int i = 0; i < rows(); i++) {
            TreeMap<Integer, Double> row = new TreeMap<>();
            add(row, 1, this, i);
            add(row, factor, other, i);
            sum.addRow(row);
        }
        return sum;
    }

    private static void add(SortedMap<Integer, Double> row, double factor, SparseMatrix matrix, int from) {
        for (int k = 0; k < matrix.places.get(from).length; k++) {
            row.merge(matrix.places.get(from)[k], factor * matrix.values.get(from)[k], Double::sum);
        }
    }

    SparseMatrix transposed() {
        List<TreeMap<Integer, Double>> turned = new ArrayList<>();
        for (int j = 0; j < columns; j++) {
            turned.add(new TreeMap<>());
        }
        for (int i = 0; i < rows(); i++) {
            for (int k = 0; k < places.get(i).length; k++) {
                turned.get(places.get(i)[k]).put(i, values.get(i)[k]);
            }
        }
        SparseMatrix result = new SparseMatrix(rows());
        turned.forEach(result::addRow);
        return result;
    }

    /** The Kronecker product this ⊗ other. */
    SparseMatrix kronecker(SparseMatrix other) {
        SparseMatrix product = new SparseMatrix(columns * other.columns);
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < other.rows(); j++) {
                TreeMap<Integer, Double> row = new TreeMap<>();
                for (int k = 0; k < places.get(i).length; k++) {
                    for (int l = 0; l < other.places.get(j).length; l++) {
                        row.put(
                                places.get(i)[k] * other.columns + other.places.get(j)[l],
                                values.get(i)[k] * other.values.get(j)[l]);
                    }
                }
                product.addRow(row);
            }
        }
        return product;
    }

    /** The rows and columns with these numbers, ascending. */
    SparseMatrix restricted(int[] kept) {
        SparseMatrix part = new SparseMatrix(kept.length);
        for (int i : kept) {
            TreeMap<Integer, Double> row = new TreeMap<>();
            for (int k = 0; k < places.get(i).length; k++) {
                int at = java.util.Arrays.binarySearch(kept, places.get(i)[k]);
                if (at >= 0) {
                    row.put(at, values.get(i)[k]);
                }
            }
            part.addRow(row);
        }
        return part;
    }

    /** The matrix on a complex vector, interleaved. */
    double[] apply(double[] x) {
        double[] y = new double[2 * rows()];
        for (int i = 0; i < rows(); i++) {
            int[] place = places.get(i);
            double[] value = values.get(i);
            for (int k = 0; k < place.length; k++) {
                y[2 * i] += value[k] * x[2 * place[k]];
                y[2 * i + 1] += value[k] * x[2 * place[k] + 1];
            }
        }
        return y;
    }

    /** Largest sum of absolute values in a row, an upper bound of the norm where it is symmetric. */
    double largestRowSum() {
        return values.stream()
                .mapToDouble(row -> java.util.Arrays.stream(row).map(Math::abs).sum())
                .max()
                .orElse(0);
    }
}
