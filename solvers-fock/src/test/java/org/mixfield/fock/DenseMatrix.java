package org.mixfield.fock;

/** A small complex matrix, for references that multiply operators as they are written. */
final class DenseMatrix {

    final int rows;
    final int columns;
    final double[] re;
    final double[] im;

    DenseMatrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.re = new double[rows * columns];
        this.im = new double[rows * columns];
    }

    static DenseMatrix identity(int n) {
        DenseMatrix one = new DenseMatrix(n, n);
        for (int i = 0; i < n; i++) {
            one.re[i * n + i] = 1;
        }
        return one;
    }

    DenseMatrix times(DenseMatrix b) {
        DenseMatrix c = new DenseMatrix(rows, b.columns);
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                double x = re[i * columns + k];
                double y = im[i * columns + k];
                if (x != 0 || y != 0) {
                    for (int j = 0; j < b.columns; j++) {
                        c.re[i * b.columns + j] += x * b.re[k * b.columns + j] - y * b.im[k * b.columns + j];
                        c.im[i * b.columns + j] += x * b.im[k * b.columns + j] + y * b.re[k * b.columns + j];
                    }
                }
            }
        }
        return c;
    }

    DenseMatrix adjoint() {
        DenseMatrix a = new DenseMatrix(/* rows= */ columns, /* columns= */ rows);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                a.re[j * rows + i] = re[i * columns + j];
                a.im[j * rows + i] = -im[i * columns + j];
            }
        }
        return a;
    }

    /** this += (x + iy)·b. */
    DenseMatrix add(double x, double y, DenseMatrix b) {
        for (int k = 0; k < re.length; k++) {
            re[k] += x * b.re[k] - y * b.im[k];
            im[k] += x * b.im[k] + y * b.re[k];
        }
        return this;
    }

    DenseMatrix plus(DenseMatrix b) {
        return new DenseMatrix(rows, columns).add(1, 0, this).add(1, 0, b);
    }

    /** The first rows and columns. */
    DenseMatrix front(int n) {
        DenseMatrix f = new DenseMatrix(n, n);
        for (int i = 0; i < n; i++) {
            System.arraycopy(re, i * columns, f.re, i * n, n);
            System.arraycopy(im, i * columns, f.im, i * n, n);
        }
        return f;
    }

    /** this ⊗ b. */
    DenseMatrix kronecker(DenseMatrix b) {
        DenseMatrix c = new DenseMatrix(rows * b.rows, columns * b.columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double x = re[i * columns + j];
                double y = im[i * columns + j];
                for (int k = 0; (x != 0 || y != 0) && k < b.rows; k++) {
                    for (int l = 0; l < b.columns; l++) {
                        int at = (i * b.rows + k) * c.columns + j * b.columns + l;
                        c.re[at] = x * b.re[k * b.columns + l] - y * b.im[k * b.columns + l];
                        c.im[at] = x * b.im[k * b.columns + l] + y * b.re[k * b.columns + l];
                    }
                }
            }
        }
        return c;
    }
}
