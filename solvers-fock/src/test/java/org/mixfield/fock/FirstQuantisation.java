package org.mixfield.fock;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.mixfield.core.model.SpeciesName;

/**
 * n₁ + n₂ particles as a tensor ψ(i₁…i_{n₁}; j₁…j_{n₂}) over modes:
 * H = Σh + (1/n₁)Σ_{a<b}V₁₁ + (1/n₂)Σ_{a<b}V₂₂ + 1/(n₁+n₂) ΣΣV₁₂, a dense real symmetric matrix.
 */
final class FirstQuantisation {

    private final int n1;
    private final int n2;
    private final int mu;
    private final int mv;
    private final int dimension;
    private final EigenDecomposition_F64<DMatrixRMaj> eigen;

    FirstQuantisation(ModeTensors t, int n1, int n2) {
        this.n1 = n1;
        this.n2 = n2;
        this.mu = t.modesU();
        this.mv = t.modesV();
        this.dimension = (int) Math.rint(Math.pow(mu, n1) * Math.pow(mv, n2));
        DMatrixRMaj h = new DMatrixRMaj(dimension, dimension);
        for (int col = 0; col < dimension; col++) {
            int[] s = indices(col);
            for (int a = 0; a < n1 + n2; a++) {
                int species = a < n1 ? 0 : 1;
                int m = t.modes(species);
                for (int p = 0; p < m; p++) {
                    h.add(index(with(s, a, p)), col, t.oneBody()[species][p * m + s[a]]);
                }
                for (int b = a + 1; b < n1 + n2; b++) {
                    addPair(t, h, s, a, b, col);
                }
            }
        }
        eigen = DecompositionFactory_DDRM.eig(dimension, true, true);
        eigen.decompose(h);
    }

    private void addPair(ModeTensors t, DMatrixRMaj h, int[] s, int a, int b, int col) {
        boolean mixed = a < n1 && b >= n1;
        int species = a < n1 ? 0 : 1;
        int ma = t.modes(species);
        int mb = mixed ? mv : ma;
        double[] v = mixed ? t.between() : t.own()[species];
        double factor = mixed ? 1.0 / (n1 + n2) : 1.0 / (species == 0 ? n1 : n2);
        for (int p = 0; p < ma; p++) {
            for (int q = 0; q < mb; q++) {
                double element = v[(p * ma + s[a]) * mb * mb + q * mb + s[b]];
                h.add(index(with(with(s, a, p), b, q)), col, factor * element);
            }
        }
    }

    private static int[] with(int[] s, int place, int value) {
        int[] copy = s.clone();
        copy[place] = value;
        return copy;
    }

    private int index(int[] s) {
        int index = 0;
        for (int a = 0; a < n1 + n2; a++) {
            index = index * (a < n1 ? mu : mv) + s[a];
        }
        return index;
    }

    private int[] indices(int index) {
        int[] s = new int[n1 + n2];
        for (int a = n1 + n2 - 1; a >= 0; a--) {
            int m = a < n1 ? mu : mv;
            s[a] = index % m;
            index /= m;
        }
        return s;
    }

    /** e^{−iHt} u⊗…⊗v, interleaved. */
    double[] evolve(double[] u, double[] v, double t) {
        double[] psi = {1, 0};
        for (int a = 0; a < n1 + n2; a++) {
            psi = MeanFieldDistance.product(psi, a < n1 ? u : v);
        }
        double[] result = new double[psi.length];
        for (int k = 0; k < dimension; k++) {
            double[] vector = eigen.getEigenVector(k).data;
            double re = 0;
            double im = 0;
            for (int i = 0; i < dimension; i++) {
                re += vector[i] * psi[2 * i];
                im += vector[i] * psi[2 * i + 1];
            }
            double angle = -t * eigen.getEigenvalue(k).real;
            double x = re * Math.cos(angle) - im * Math.sin(angle);
            double y = re * Math.sin(angle) + im * Math.cos(angle);
            for (int i = 0; i < dimension; i++) {
                result[2 * i] += x * vector[i];
                result[2 * i + 1] += y * vector[i];
            }
        }
        return result;
    }

    /** An eigenvalue of H, in no particular order. */
    double energy(int k) {
        return eigen.getEigenvalue(k).real;
    }

    /** The eigenvector, interleaved. */
    double[] level(int k) {
        double[] vector = eigen.getEigenVector(k).data;
        double[] psi = new double[2 * dimension];
        for (int i = 0; i < dimension; i++) {
            psi[2 * i] = vector[i];
        }
        return psi;
    }

    /** The eigenvectors that no exchange of two particles of one species changes, by ascending energy. */
    int[] bosonicLevels() {
        return java.util.stream.IntStream.range(0, dimension)
                .filter(this::isBosonic)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(this::energy))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean isBosonic(int k) {
        double[] vector = eigen.getEigenVector(k).data;
        double change = 0;
        for (int i = 0; i < dimension; i++) {
            int[] s = indices(i);
            for (int a = 0; a < n1 + n2 - 1; a++) {
                if (a != n1 - 1) {
                    change = Math.max(
                            change, Math.abs(vector[i] - vector[index(with(with(s, a, s[a + 1]), a + 1, s[a]))]));
                }
            }
        }
        return change < 1e-8;
    }

    /** Σ over all particles but the first of each species. */
    double[] reducedDensity(double[] psi) {
        int size = mu * mv;
        double[] gamma = new double[2 * size * size];
        for (int row = 0; row < dimension; row++) {
            int[] s = indices(row);
            for (int p = 0; p < mu; p++) {
                for (int q = 0; q < mv; q++) {
                    int other = index(with(with(s, 0, p), n1, q));
                    int at = 2 * ((s[0] * mv + s[n1]) * size + p * mv + q);
                    gamma[at] += psi[2 * row] * psi[2 * other] + psi[2 * row + 1] * psi[2 * other + 1];
                    gamma[at + 1] += psi[2 * row + 1] * psi[2 * other] - psi[2 * row] * psi[2 * other + 1];
                }
            }
        }
        return gamma;
    }

    /** The squares of the singular values of ψ as a matrix, species u by species v, descending. */
    double[] schmidtWeights(double[] psi) {
        int columns = (int) Math.rint(Math.pow(mv, n2));
        int rows = dimension / columns;
        DMatrixRMaj real = new DMatrixRMaj(2 * rows, 2 * columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int at = 2 * (i * columns + j);
                real.set(i, j, psi[at]);
                real.set(rows + i, columns + j, psi[at]);
                real.set(i, columns + j, -psi[at + 1]);
                real.set(rows + i, j, psi[at + 1]);
            }
        }
        var svd = DecompositionFactory_DDRM.svd(2 * rows, 2 * columns, false, false, true);
        svd.decompose(real);
        double[] twice = java.util.Arrays.stream(svd.getSingularValues())
                .limit(svd.numberOfSingularValues())
                .map(sigma -> sigma * sigma)
                .sorted()
                .toArray();
        double[] weights = new double[twice.length / 2];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = twice[twice.length - 1 - 2 * k];
        }
        return weights;
    }

    /** The probability that the first two particles of a species are both in an orbital: ‖(⟨φ|⊗⟨φ|)ψ‖². */
    double pairProbability(double[] psi, SpeciesName species, double[] orbital) {
        int first = species == SpeciesName.U ? 0 : n1;
        int m = first == 0 ? mu : mv;
        double[] rest = new double[2 * dimension];
        for (int i = 0; i < dimension; i++) {
            int[] s = indices(i);
            double[] conjugate = {
                orbital[2 * s[first]] * orbital[2 * s[first + 1]]
                        - orbital[2 * s[first] + 1] * orbital[2 * s[first + 1] + 1],
                -orbital[2 * s[first]] * orbital[2 * s[first + 1] + 1]
                        - orbital[2 * s[first] + 1] * orbital[2 * s[first + 1]]
            };
            int at = 2 * index(with(with(s, first, m - 1), first + 1, m - 1));
            rest[at] += conjugate[0] * psi[2 * i] - conjugate[1] * psi[2 * i + 1];
            rest[at + 1] += conjugate[0] * psi[2 * i + 1] + conjugate[1] * psi[2 * i];
        }
        return java.util.Arrays.stream(rest).map(x -> x * x).sum();
    }
}
