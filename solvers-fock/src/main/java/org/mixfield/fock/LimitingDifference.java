package org.mixfield.fock;

/**
 * lim N(γ − P) of a Gaussian state with its response β = √N(⟨b⟩, ⟨c⟩). With T(f,g) = ν₁^{-½} f⊗v + ν₂^{-½} u⊗g, ρ = ⟨a*a⟩ and
 * the vector κ = ⟨b c⟩ of pairs of both species,
 *
 * <pre>
 *   D = T ρ T⁺ + |u⊗v⟩⟨η| + |η⟩⟨u⊗v|,     η = Tβ + (ν₁ν₂)^{-½} κ:
 * </pre>
 *
 * r₆…r₉ of the expansion of γ, then r₁…r₅ and r₁₀; what is left of r₁₁…r₁₅ vanishes.
 *
 * <p>D lives on u⊗v, on f⊗v with f ⊥ u, on u⊗g with g ⊥ v, and on what κ has beside these, one vector more. In this space
 * a vector is written as (1, M_u, M_v, 1) complex numbers, f and g with all their entries, and D is applied without being written
 * down. It has trace 0 and at most one negative eigenvalue, as T ρ T⁺ ≥ 0 and the rest has one.
 */
final class LimitingDifference implements HermitianOperator {

    private final GaussianLayout layout;
    private final ParticleRatio ratio;
    private final double[] state;
    private final double[] eta;
    private final double[] inner;
    private final double[] image;

    /**
     * The operator of a state.
     *
     * @param pairs ⟨b_p c_q⟩, row by row, interleaved
     */
    LimitingDifference(GaussianLayout layout, ParticleRatio ratio, double[] state, double[] pairs) {
        this.layout = layout;
        this.ratio = ratio;
        this.state = state;
        this.eta = new double[2 * dimension()];
        this.inner = new double[2 * layout.modes()];
        this.image = new double[2 * layout.modes()];
        embed(state, layout.response(), 1, eta);
        addPairs(pairs);
    }

    @Override
    public int dimension() {
        return layout.modes() + 2;
    }

    /** Tr|D|. */
    double traceNorm() {
        double[] product = new double[2 * dimension()];
        product[0] = 1;
        double trace = trace();
        return Math.max(Math.abs(trace), trace - 2 * NegativeEigenvalue.of(this, product));
    }

    /** Tr D, which is 0 but for errors of the propagation. */
    double trace() {
        double[] column = new double[2 * dimension()];
        double sum = 2 * eta[0];
        for (int k = 0; k < layout.modes(); k++) {
            embed(state, layout.hole(k), -1, column);
            for (double x : column) {
                sum += x * x;
            }
        }
        return sum;
    }

    @Override
    public void apply(double[] x, double[] y) {
        restrict(x, inner);
        java.util.Arrays.fill(image, 0);
        for (int k = 0; k < layout.modes(); k++) {
            addDensity(layout.hole(k));
        }
        embed(image, 0, 1, y);
        double re = 0;
        double im = 0;
        for (int i = 0; i < x.length; i += 2) {
            y[i] += eta[i] * x[0] - eta[i + 1] * x[1];
            y[i + 1] += eta[i] * x[1] + eta[i + 1] * x[0];
            re += eta[i] * x[i] + eta[i + 1] * x[i + 1];
            im += eta[i] * x[i + 1] - eta[i + 1] * x[i];
        }
        y[0] += re;
        y[1] += im;
    }

    /** Adds ȳ yᵀz of a column y of V̄, z being what is in {@code inner}. */
    private void addDensity(int hole) {
        double re = 0;
        double im = 0;
        for (int p = 0; p < inner.length; p += 2) {
            double yr = state[hole + p];
            double yi = state[hole + p + 1];
            re += yr * inner[p] - yi * inner[p + 1];
            im += yr * inner[p + 1] + yi * inner[p];
        }
        for (int p = 0; p < inner.length; p += 2) {
            double yr = state[hole + p];
            double yi = state[hole + p + 1];
            image[p] += re * yr + im * yi;
            image[p + 1] += im * yr - re * yi;
        }
    }

    /** Writes T(f,g), where (f,g) stands somewhere in an array; a sign −1 conjugates it. */
    private void embed(double[] array, int at, int sign, double[] target) {
        java.util.Arrays.fill(target, 0);
        embed(array, at, sign, 0, layout.modesU(), 1 / Math.sqrt(ratio.nu1()), target);
        embed(
                array,
                at + 2 * layout.modesU(),
                sign,
                layout.modesU(),
                layout.modesV(),
                1 / Math.sqrt(ratio.nu2()),
                target);
    }

    private void embed(double[] array, int at, int sign, int first, int m, double factor, double[] target) {
        double re = 0;
        double im = 0;
        for (int p = 0; p < m; p++) {
            double ur = state[2 * (first + p)];
            double ui = state[2 * (first + p) + 1];
            double fr = array[at + 2 * p];
            double fi = sign * array[at + 2 * p + 1];
            re += ur * fr + ui * fi;
            im += ur * fi - ui * fr;
        }
        target[0] += factor * re;
        target[1] += factor * im;
        for (int p = 0; p < m; p++) {
            double ur = state[2 * (first + p)];
            double ui = state[2 * (first + p) + 1];
            int i = 2 * (1 + first + p);
            target[i] = factor * (array[at + 2 * p] - (ur * re - ui * im));
            target[i + 1] = factor * (sign * array[at + 2 * p + 1] - (ur * im + ui * re));
        }
    }

    /** T⁺x. */
    private void restrict(double[] x, double[] target) {
        restrict(x, 0, layout.modesU(), 1 / Math.sqrt(ratio.nu1()), target);
        restrict(x, layout.modesU(), layout.modesV(), 1 / Math.sqrt(ratio.nu2()), target);
    }

    private void restrict(double[] x, int first, int m, double factor, double[] target) {
        double re = x[0];
        double im = x[1];
        for (int p = 0; p < m; p++) {
            double ur = state[2 * (first + p)];
            double ui = state[2 * (first + p) + 1];
            double fr = x[2 * (1 + first + p)];
            double fi = x[2 * (1 + first + p) + 1];
            re -= ur * fr + ui * fi;
            im -= ur * fi - ui * fr;
        }
        for (int p = 0; p < m; p++) {
            int i = 2 * (first + p);
            target[i] = factor * (x[2 + i] + state[i] * re - state[i + 1] * im);
            target[i + 1] = factor * (x[2 + i + 1] + state[i] * im + state[i + 1] * re);
        }
    }

    /** Adds (ν₁ν₂)^{-½} κ to η, in its parts. */
    private void addPairs(double[] pairs) {
        int mu = layout.modesU();
        int mv = layout.modesV();
        double[] rest = pairs.clone();
        double[] f = new double[2 * mu];
        double[] g = new double[2 * mv];
        // First what lies along v on one side, then along u on the other: f keeps the part along u ⊗ v.
        for (int p = 0; p < mu; p++) {
            for (int q = 0; q < mv; q++) {
                addProduct(rest, p * mv + q, state, mu + q, -1, 1, f, p);
            }
            for (int q = 0; q < mv; q++) {
                addProduct(f, p, state, mu + q, 1, -1, rest, p * mv + q);
            }
        }
        for (int q = 0; q < mv; q++) {
            for (int p = 0; p < mu; p++) {
                addProduct(rest, p * mv + q, state, p, -1, 1, g, q);
            }
            for (int p = 0; p < mu; p++) {
                addProduct(g, q, state, p, 1, -1, rest, p * mv + q);
            }
        }
        double[] along = new double[2];
        for (int p = 0; p < mu; p++) {
            addProduct(f, p, state, p, -1, 1, along, 0);
        }
        double factor = 1 / ratio.between();
        eta[0] += factor * along[0];
        eta[1] += factor * along[1];
        for (int p = 0; p < mu; p++) {
            addProduct(along, 0, state, p, 1, -1, f, p);
        }
        for (int i = 0; i < f.length; i++) {
            eta[2 + i] += factor * f[i];
        }
        for (int i = 0; i < g.length; i++) {
            eta[2 + f.length + i] += factor * g[i];
        }
        double square = 0;
        for (double x : rest) {
            square += x * x;
        }
        eta[2 * dimension() - 2] = factor * Math.sqrt(square);
    }

    /** Adds c x_i y_j to z_k, y conjugated where the sign is −1. */
    private static void addProduct(double[] x, int i, double[] y, int j, int sign, double c, double[] z, int k) {
        double yr = c * y[2 * j];
        double yi = c * sign * y[2 * j + 1];
        z[2 * k] += x[2 * i] * yr - x[2 * i + 1] * yi;
        z[2 * k + 1] += x[2 * i] * yi + x[2 * i + 1] * yr;
    }
}
