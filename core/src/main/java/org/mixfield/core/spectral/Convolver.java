package org.mixfield.core.spectral;

import java.util.Arrays;
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
    private final Reach reach;
    private final FourierBackend backend;
    private final Workers workers;
    private final int[] transformShape;
    private final RealFourierTransform transform;

    private Convolver(Grid grid, Boundary boundary, Reach reach, FourierBackend backend, Workers workers) {
        this.grid = grid;
        this.boundary = boundary;
        this.reach = reach;
        this.backend = backend;
        this.workers = workers;
        this.transformShape = boundary == Boundary.FREE ? reach.paddedShape(grid, backend) : grid.shape();
        this.transform = backend.real(workers, grid.shape(), transformShape);
    }

    /** A convolver for a grid. */
    public static Convolver create(Grid grid, Boundary boundary, FourierBackend backend, Workers workers) {
        return new Convolver(grid, boundary, Reach.whole(grid), backend, workers);
    }

    /**
     * A convolver in free space for densities, and places at which V∗ρ is wanted, that are no farther apart than a reach.
     * Elsewhere it takes V for 0, or for that of an image.
     */
    public static Convolver within(Grid grid, Reach reach, FourierBackend backend, Workers workers) {
        return new Convolver(grid, Boundary.FREE, reach, backend, workers);
    }

    /**
     * What a convolver, the kernels of this many potentials and the spectra of two densities will take; the building of a
     * kernel included.
     */
    public static List<MemoryNeed> memory(Grid grid, Boundary boundary, FourierBackend backend, int kernels) {
        Reach reach = Reach.whole(grid);
        int[] shape = boundary == Boundary.FREE ? reach.paddedShape(grid, backend) : grid.shape();
        double size = volume(shape);
        // The first of several axes is never padded as a whole.
        double reduced = shape.length > 1 ? size * grid.points(0) / shape[0] : size;
        double build = boundary == Boundary.FREE ? volume(reach.wideShape(grid, backend)) + size : size;
        return List.of(
                new MemoryNeed("convolution spectra", 8 * reduced * 2, "fewer grid points"),
                new MemoryNeed("interaction kernels", 4 * size * kernels, "fewer grid points"),
                new MemoryNeed("building a kernel", 8 * build, "fewer grid points"));
    }

    /** Points of a box. */
    static double volume(int[] shape) {
        double product = 1;
        for (int n : shape) {
            product *= n;
        }
        return product;
    }

    /** Its grid. */
    public Grid grid() {
        return grid;
    }

    /** Its boundary. */
    public Boundary boundary() {
        return boundary;
    }

    /** Points of the box in which it transforms, along every axis. */
    public int[] paddedShape() {
        return transformShape.clone();
    }

    /**
     * V∗ρ.
     *
     * @param density ρ at the grid's points, length size; unchanged
     * @param potential overwritten; may be {@code density} itself
     */
    public void convolve(Kernel kernel, double[] density, double[] potential) {
        if (potential != density) {
            System.arraycopy(density, 0, potential, 0, density.length);
        }
        transform.filter(new double[][] {potential}, kernel);
    }

    /** Convolves two fields at once, in place; each is transformed once forth and once back. */
    public void convolve(KernelMatrix kernels, double[] first, double[] second) {
        transform.filter(new double[][] {first, second}, kernels);
    }

    /**
     * Its transform, for those who convolve two fields slab by slab with other work between: {@link
     * RealFourierTransform#prepare}, {@code forwardInSlab}, {@code acrossSlabs} with a {@link KernelMatrix}, {@code
     * inverseInSlab}.
     */
    public RealFourierTransform transform() {
        return transform;
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
        return sampled(potential.transform(grid.dimension(), grid.diagonal(), largestWaveNumber()));
    }

    /** The kernel whose multiplier is a transform at the wave numbers of the convolution's own box. */
    private Kernel sampled(KernelTransform values) {
        double[] spectrum = new double[transform.spectrumLength()];
        sample(values, transformShape, lengths(transformShape), new int[grid.dimension()], spectrum);
        double[] multiplier = new double[spectrum.length / 2];
        double cell = grid.cellVolume();
        for (int k = 0; k < multiplier.length; k++) {
            multiplier[k] = cell * spectrum[2 * k];
        }
        return new Kernel(multiplier);
    }

    private double[] lengths(int[] shape) {
        double[] lengths = new double[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            lengths[axis] = shape[axis] * grid.spacing(axis);
        }
        return lengths;
    }

    /**
     * The transform of the potential cut at the radius R of the reach, sampled on a box of at least e + R, so that no image
     * comes within reach; back to real space, where only the offsets within reach are kept; and forward again on the padded
     * box. Where that box is wide enough by itself, its samples are the multiplier.
     */
    private Kernel freeKernel(PairPotential potential) {
        int d = grid.dimension();
        KernelTransform cut = potential.truncatedTransform(d, reach.radius(), largestWaveNumber());
        int[] wide = reach.wideShape(grid, backend);
        if (Arrays.equals(wide, transformShape)) {
            return sampled(cut);
        }
        RealFourierTransform window = backend.real(workers, transformShape, wide);
        double[] spectrum = new double[window.spectrumLength()];
        int[] middle = Arrays.stream(transformShape).map(m -> m / 2).toArray();
        sample(cut, wide, lengths(wide), middle, spectrum);
        double[] values = new double[(int) volume(transformShape)];
        window.inverse(spectrum, values);
        RealFourierTransform unpadded = backend.real(workers, transformShape, transformShape);
        double[] transformed =
                spectrum.length >= unpadded.spectrumLength() ? spectrum : new double[unpadded.spectrumLength()];
        unpadded.forward(values, transformed);
        return multiplier(transformed, unpadded.spectrumLength() / 2);
    }

    private double largestWaveNumber() {
        double square = 0;
        for (int axis = 0; axis < grid.dimension(); axis++) {
            square += grid.nyquist(axis) * grid.nyquist(axis);
        }
        return Math.sqrt(square) * (1 + 1e-12);
    }

    /**
     * The values of a transform on a half spectrum, shifted in space: the point with number {@code origin} along each axis
     * has the value at 0.
     */
    private void sample(KernelTransform values, int[] shape, double[] length, int[] origin, double[] spectrum) {
        Grid box = Grid.of(shape, length);
        double[][] k = new double[3][];
        double[][] shift = new double[3][];
        for (int axis = 0; axis < 3; axis++) {
            int own = axis - 3 + shape.length;
            k[axis] = own >= 0 ? box.waveNumbers(own) : new double[1];
            shift[axis] = own >= 0 ? rootsOfUnity(origin[own], shape[own]) : new double[] {1, 0};
        }
        // The inverse transform carries 1/n; the values of a kernel are those of the integral over k.
        double inverseCell = 1 / box.cellVolume();
        int half = k[2].length / 2 + 1;
        values.prepare(workers);
        workers.run(k[0].length * k[1].length * half, 1 << 10, (worker, from, to) -> {
            for (int point = from; point < to; point++) {
                int row = point / half;
                int p = row / k[1].length;
                int q = row % k[1].length;
                int r = point % half;
                double value = switch (shape.length) {
                    case 1 -> values.at(k[2][r], 0, 0);
                    case 2 -> values.at(k[1][q], k[2][r], 0);
                    default -> values.at(k[0][p], k[1][q], k[2][r]);
                };
                double re = shift[0][2 * p] * shift[1][2 * q] - shift[0][2 * p + 1] * shift[1][2 * q + 1];
                double im = shift[0][2 * p] * shift[1][2 * q + 1] + shift[0][2 * p + 1] * shift[1][2 * q];
                double size = value * inverseCell;
                spectrum[2 * point] = size * (re * shift[2][2 * r] - im * shift[2][2 * r + 1]);
                spectrum[2 * point + 1] = size * (re * shift[2][2 * r + 1] + im * shift[2][2 * r]);
            }
        });
    }

    /** e^{−2πi j·shift/n} for j = 0 … n − 1, interleaved. */
    private static double[] rootsOfUnity(int shift, int n) {
        double[] roots = new double[2 * n];
        for (int j = 0; j < n; j++) {
            double angle = -2 * Math.PI * ((long) j * shift % n) / n;
            roots[2 * j] = Math.cos(angle);
            roots[2 * j + 1] = Math.sin(angle);
        }
        return roots;
    }

    /**
     * The multiplier of a transformed kernel. The kernel's values start at the offset −m/2 along every axis, so that its
     * transform carries the factor e^{−ik·(−m/2)}, which is (−1) to the sum of the indices of k.
     */
    private Kernel multiplier(double[] spectrum, int points) {
        double cell = grid.cellVolume();
        int[] m = {1, 1, 1};
        System.arraycopy(transformShape, 0, m, 3 - transformShape.length, transformShape.length);
        int half = m[2] / 2 + 1;
        double[] multiplier = new double[points];
        for (int k = 0; k < points; k++) {
            int row = k / half;
            int parity = row / m[1] + row % m[1] + k % half;
            multiplier[k] = (parity % 2 == 0 ? cell : -cell) * spectrum[2 * k];
        }
        return new Kernel(multiplier);
    }
}
