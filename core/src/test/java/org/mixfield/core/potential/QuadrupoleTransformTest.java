package org.mixfield.core.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.BesselJ;
import org.junit.jupiter.api.Test;
import org.mixfield.core.run.Workers;

class QuadrupoleTransformTest {

    private static final double LARGEST = 80;

    /** ∫ r³ e^{−r²/2s²} J₂(kr) dr = s⁶ k² e^{−k²s²/2}: a Gaussian's second derivatives. */
    @Test
    void gaussiansTimesASquareInThePlane() {
        double s = 0.2;
        double[] axis = {0.6, 0.8};
        KernelTransform transform = QuadrupoleTransform.truncated(
                RadialPotential.of(r -> r * r * Math.exp(-r * r / (2 * s * s))), axis, 3, LARGEST);
        assertEverywhere(
                transform, axis, k -> 2 * Math.PI * Math.pow(s, 6) * k * k * Math.exp(-k * k * s * s / 2), 1e-15);
    }

    /** 4π ∫ r⁴ e^{−r²/2s²} j₂(kr) dr = (2π)^{3/2} s⁷ k² e^{−k²s²/2}. */
    @Test
    void gaussiansTimesASquareInSpace() {
        double s = 0.2;
        double[] axis = {0, 0.6, -0.8};
        KernelTransform transform = QuadrupoleTransform.truncated(
                RadialPotential.of(r -> r * r * Math.exp(-r * r / (2 * s * s))), axis, 3, LARGEST);
        double factor = Math.pow(2 * Math.PI, 1.5) * Math.pow(s, 7);
        assertEverywhere(transform, axis, k -> factor * k * k * Math.exp(-k * k * s * s / 2), 1e-15);
    }

    /** 2π ∫₀ᴿ J₂(kr)/r dr = 2π [½ − J₁(kR)/(kR)], of which J₁ from the recurrence. */
    @Test
    void inverseSquaresInThePlaneAreIntegratedAsPrincipalValues() {
        double radius = 12;
        double[] axis = {1, 0};
        KernelTransform transform =
                QuadrupoleTransform.truncated(RadialPotential.of(r -> 1 / (r * r)), axis, radius, LARGEST);
        assertEverywhere(
                transform, axis, k -> 2 * Math.PI * (0.5 - BesselJ.value(1, k * radius) / (k * radius)), 1e-12);
    }

    @Test
    void besselFunctionsAreRightFarOut() {
        double radius = 60;
        double[] axis = {1, 0};
        KernelTransform transform =
                QuadrupoleTransform.truncated(RadialPotential.of(r -> 1 / (r * r)), axis, radius, LARGEST);
        transform.prepare(Workers.of(1));
        for (double k : new double[] {16, 17, 40, 79.9}) {
            // J₁(x) = √(2/πx) cos(x − 3π/4) (1 + O(1/x)), a thousandth of which counts.
            double x = k * radius;
            double j1 = Math.sqrt(2 / (Math.PI * x))
                    * (Math.cos(x - 0.75 * Math.PI) - 3 / (8 * x) * Math.sin(x - 0.75 * Math.PI));
            assertThat(transform.at(k, 0, 0)).isCloseTo(-Math.PI * (0.5 - j1 / x), within(1e-9));
        }
    }

    @Test
    void nothingIsLeftAtWavesOfInfiniteLength() {
        KernelTransform transform =
                QuadrupoleTransform.truncated(RadialPotential.of(r -> 1 / (r * r * r)), new double[] {0, 0, 1}, 1, 9);
        assertThat(transform.at(0, 0, 0)).isZero();
    }

    @Test
    void singularitiesThatTheAnglesDoNotAverageOutAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuadrupoleTransform.truncated(
                        RadialPotential.of(r -> Math.pow(r, -5)), new double[] {0, 0, 1}, 1, 9))
                .withMessageContaining("not integrable");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuadrupoleTransform.truncated(RadialPotential.of(r -> 1), new double[] {1}, 1, 9))
                .withMessageContaining("2 or 3 dimensions");
    }

    private static void assertEverywhere(
            KernelTransform transform, double[] axis, DoubleUnaryOperator radial, double tolerance) {
        int d = axis.length;
        double ez = d == 3 ? axis[2] : 0;
        for (double k = 1e-3; k < LARGEST; k *= 1.1) {
            double kx = 0.48 * k;
            double ky = d == 3 ? 0.6 * k : Math.sqrt(1 - 0.48 * 0.48) * k;
            double kz = d == 3 ? 0.64 * k : 0;
            double along = (axis[0] * kx + axis[1] * ky + ez * kz) / k;
            assertThat(transform.at(kx, ky, kz))
                    .as("k = %s", k)
                    .isCloseTo(-radial.applyAsDouble(k) * (along * along - 1.0 / d), within(tolerance));
        }
    }
}
