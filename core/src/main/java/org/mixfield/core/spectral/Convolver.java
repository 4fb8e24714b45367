package org.mixfield.core.spectral;

import java.util.List;
import org.apiguardian.api.API;
import org.mixfield.core.grid.Grid;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.run.MemoryNeed;
import org.mixfield.core.run.Workers;

/**
 * Convolutions (V∗ρ)(x) = ∫ V(x − y) ρ(y) dy on a grid, in free space or in a periodic box.
 *
 * <p>Owns the scratch memory of one convolution: one call at a time.
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Convolver {

    private final Grid grid;
    private final Boundary boundary;
    private final FourierBackend backend;
    private final Workers workers;
    private final int[] transformShape;
    private final RealFourierTransform transform;
    private final double[] scratch;

    private Convolver(Grid grid, Boundary boundary, FourierBackend backend, Workers workers) {
        this.grid = grid;
        this.boundary = boundary;
        this.backend = backend;
        this.workers = workers;
        this.transformShape = transformShape(grid, boundary, backend);
        this.transform = backend.real(workers, grid.shape(), transformShape);
        this.scratch = new double[transform.spectrumLength()];
    }

    /** A convolver for a grid. */
    public static Convolver create(Grid grid, Boundary boundary, FourierBackend backend, Workers workers) {
        return new Convolver(grid, boundary, backend, workers);
    }

    /**
     * What a convolver, the kernels of this many potentials and the spectra of two densities and their sum will take; the
     * building of a kernel included.
     */
    public static List<MemoryNeed> memory(Grid grid, Boundary boundary, FourierBackend backend, int kernels) {
        double size = volume(transformShape(grid, boundary, backend));
        double build = boundary == Boundary.FREE ? volume(wideShape(grid, backend)) : 0;
        return List.of(
                new MemoryNeed("convolution spectra", 8 * size * 4, "fewer grid points"),
                new MemoryNeed("interaction kernels", 4 * size * kernels, "fewer grid points"),
                new MemoryNeed("building a kernel", 8 * (2 * build + 2 * size), "fewer grid points"));
    }

    private static double volume(int[] shape) {
        double product = 1;
        for (int n : shape) {
            product *= n;
        }
        return product;
    }

    /** Points of a box of at least L + R along every axis, R the diagonal of the grid's box. */
    private static int[] wideShape(Grid grid, FourierBackend backend) {
        int[] shape = grid.shape();
        for (int axis = 0; axis < shape.length; axis++) {
            double factor = 1 + grid.diagonal() / grid.length(axis);
            shape[axis] = backend.fastEvenLength((int) Math.ceil(shape[axis] * factor - 1e-9));
        }
        return shape;
    }

    private static int[] transformShape(Grid grid, Boundary boundary, FourierBackend backend) {
        int[] shape = grid.shape();
        if (boundary == Boundary.FREE) {
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = backend.fastEvenLength(2 * shape[axis]);
            }
        }
        return shape;
    }

    /** Its grid. */
    public Grid grid() {
        return grid;
    }

    /** Its boundary. */
    public Boundary boundary() {
        return boundary;
    }

    /** Length of a half spectrum, as {@link #forward} writes it. */
    public int spectrumLength() {
        return transform.spectrumLength();
    }

    /** The transform of a density, for use with {@link Kernel#multiply}. */
    public void forward(double[] density, double[] spectrum) {
        transform.forward(density, spectrum);
    }

    /** The potential of a spectrum that was multiplied with kernels; the spectrum is used as scratch. */
    public void inverse(double[] spectrum, double[] potential) {
        transform.inverse(spectrum, potential);
    }

    /**
     * V∗ρ.
     *
     * @param density ρ at the grid's points, length size; unchanged
     * @param potential overwritten; may be {@code density} itself
     */
    public void convolve(Kernel kernel, double[] density, double[] potential) {
        transform.forward(density, scratch);
        kernel.multiply(1, scratch, scratch);
        transform.inverse(scratch, potential);
    }

    /**
     * The kernel of a potential.
     *
     * @throws IllegalArgumentException where the potential has no convolution in this dimension or boundary
     */
    public Kernel kernel(PairPotential potential) {
        return boundary == Boundary.FREE ? freeKernel(potential) : periodicKernel(potential);
    }

    private Kernel periodicKernel(PairPotential potential) {
        KernelTransform values = potential.transform(grid.dimension(), grid.diagonal(), largestWaveNumber());
        double[] spectrum = new double[spectrumLength()];
        sample(values, grid.shape(), grid.lengths(), spectrum);
        return realPart(spectrum);
    }

    /**
     * The transform of the potential cut at the box's diagonal R, sampled on a box of at least L + R, so that no image
     * reaches into the box; back to real space; and forward again on twice the box.
     */
    private Kernel freeKernel(PairPotential potential) {
        int d = grid.dimension();
        double radius = grid.diagonal();
        int[] wide = wideShape(grid, backend);
        double[] wideLength = new double[d];
        for (int axis = 0; axis < d; axis++) {
            wideLength[axis] = wide[axis] * grid.spacing(axis);
        }
        RealFourierTransform wideTransform = backend.real(workers, wide, wide);
        double[] spectrum = new double[wideTransform.spectrumLength()];
        sample(potential.truncatedTransform(d, radius, largestWaveNumber()), wide, wideLength, spectrum);
        double[] values = new double[(int) volume(wide)];
        wideTransform.inverse(spectrum, values);
        double[] near = window(values, wide, transformShape);
        RealFourierTransform unpadded = backend.real(workers, transformShape, transformShape);
        double[] transformed = new double[unpadded.spectrumLength()];
        unpadded.forward(near, transformed);
        return realPart(transformed);
    }

    private double largestWaveNumber() {
        double square = 0;
        for (int axis = 0; axis < grid.dimension(); axis++) {
            square += grid.nyquist(axis) * grid.nyquist(axis);
        }
        return Math.sqrt(square) * (1 + 1e-12);
    }

    private void sample(KernelTransform values, int[] shape, double[] length, double[] spectrum) {
        Grid box = Grid.of(shape, length);
        double[][] k = new double[3][];
        for (int axis = 0; axis < 3; axis++) {
            int own = axis - 3 + shape.length;
            k[axis] = own >= 0 ? box.waveNumbers(own) : new double[1];
        }
        int half = k[2].length / 2 + 1;
        values.prepare(workers);
        workers.run(k[0].length * k[1].length * half, 1 << 10, (worker, from, to) -> {
            for (int point = from; point < to; point++) {
                int row = point / half;
                double a = k[0][row / k[1].length];
                double b = k[1][row % k[1].length];
                double c = k[2][point % half];
                spectrum[2 * point] = switch (shape.length) {
                    case 1 -> values.at(c, 0, 0);
                    case 2 -> values.at(b, c, 0);
                    default -> values.at(a, b, c);
                };
            }
        });
        // The inverse transform carries 1/n; the values of a kernel are those of the integral over k.
        double inverseCell = 1 / box.cellVolume();
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] *= inverseCell;
        }
    }

    /** The entries with offsets −m/2 … m/2−1 of a periodic array, again in the order 0, 1, … , −1. */
    private static double[] window(double[] wide, int[] from, int[] to) {
        int d = from.length;
        int[] m = {1, 1, 1};
        int[] p = {1, 1, 1};
        System.arraycopy(to, 0, m, 3 - d, d);
        System.arraycopy(from, 0, p, 3 - d, d);
        double[] near = new double[m[0] * m[1] * m[2]];
        int index = 0;
        for (int a = 0; a < m[0]; a++) {
            for (int b = 0; b < m[1]; b++) {
                for (int c = 0; c < m[2]; c++) {
                    near[index++] =
                            wide[(offset(a, m[0], p[0]) * p[1] + offset(b, m[1], p[1])) * p[2] + offset(c, m[2], p[2])];
                }
            }
        }
        return near;
    }

    private static int offset(int i, int m, int p) {
        return i < (m + 1) / 2 ? i : p - m + i;
    }

    private Kernel realPart(double[] spectrum) {
        double cell = grid.cellVolume();
        double[] multiplier = new double[spectrum.length / 2];
        for (int k = 0; k < multiplier.length; k++) {
            multiplier[k] = cell * spectrum[2 * k];
        }
        return new Kernel(multiplier, workers);
    }
}
