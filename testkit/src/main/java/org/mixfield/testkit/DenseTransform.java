package org.mixfield.testkit;

/** The discrete Fourier transform by its definition, one axis after the other. */
final class DenseTransform {

    private DenseTransform() {}

    /** X(k) = Σ x(j) e^{−2πi jk/n} along every axis; interleaved, row-major. */
    static double[] forward(double[] data, int[] shape) {
        double[] result = data.clone();
        int inner = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            result = alongAxis(result, shape[axis], inner);
            inner *= shape[axis];
        }
        return result;
    }

    private static double[] alongAxis(double[] data, int n, int inner) {
        double[] result = new double[data.length];
        for (int index = 0; index < data.length / 2; index++) {
            int k = index / inner % n;
            int first = index - k * inner;
            double re = 0;
            double im = 0;
            for (int j = 0; j < n; j++) {
                double angle = -2 * Math.PI * ((long) j * k % n) / n;
                double c = Math.cos(angle);
                double s = Math.sin(angle);
                int source = 2 * (first + j * inner);
                re += c * data[source] - s * data[source + 1];
                im += c * data[source + 1] + s * data[source];
            }
            result[2 * index] = re;
            result[2 * index + 1] = im;
        }
        return result;
    }

    /** The half with indices 0 … n/2 along the last axis. */
    static double[] half(double[] spectrum, int[] shape) {
        int n = shape[shape.length - 1];
        int half = n / 2 + 1;
        int rows = spectrum.length / 2 / n;
        double[] result = new double[2 * rows * half];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(spectrum, 2 * row * n, result, 2 * row * half, 2 * half);
        }
        return result;
    }

    /** Real values as complex ones, interleaved, with zeros beyond them on every axis. */
    static double[] pad(double[] values, int[] shape, int[] padded) {
        int size = 1;
        for (int n : padded) {
            size *= n;
        }
        double[] data = new double[2 * size];
        for (int index = 0; index < values.length; index++) {
            data[2 * place(index, shape, padded)] = values[index];
        }
        return data;
    }

    /** The values of the corner of a shape. */
    static double[] corner(double[] wide, int[] padded, int[] shape) {
        int size = 1;
        for (int n : shape) {
            size *= n;
        }
        double[] values = new double[size];
        for (int index = 0; index < size; index++) {
            values[index] = wide[place(index, shape, padded)];
        }
        return values;
    }

    private static int place(int index, int[] shape, int[] padded) {
        int rest = index;
        int place = 0;
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            place += rest % shape[axis] * stride;
            rest /= shape[axis];
            stride *= padded[axis];
        }
        return place;
    }
}
