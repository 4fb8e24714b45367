package org.mixfield.pipeline.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixfield.core.potential.AnisotropicPotential;
import org.mixfield.core.potential.ContactPotential;
import org.mixfield.core.potential.FormBound;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialSum;
import org.mixfield.core.potential.QuadrupolePotential;
import org.mixfield.core.potential.RadialPotential;

/** The layout is judged by eye: target/potential-pictures holds what to look at after a change. */
class PotentialPlotTest {

    private static final FormBound BOUNDED = new FormBound.Computed(0.5, 0.50000001, "shooting");
    private static final FormBound WIDE = new FormBound.Computed(0.5, 0.7, "a grid");
    private static final FormBound PROVEN = new FormBound.Proven(4, "Hardy");
    private static final FormBound VIOLATED = new FormBound.Violated(new FormBound.Witness(
            "balls of radius s", List.of(new FormBound.Trial(1e-2, 10), new FormBound.Trial(1e-4, 1000))));

    /** Constant in k, without values. */
    private static final PairPotential CONTACT = new PairPotential() {
        @Override
        public KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
            return (kx, ky, kz) -> 1;
        }

        @Override
        public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
            return (kx, ky, kz) -> 1;
        }
    };

    private static final PairPotential DIPOLES =
            new QuadrupolePotential(RadialPotential.of(r -> -Math.pow(r, -3)), 0, 0, 1);

    private static PairPotential sum(PairPotential... terms) {
        return PotentialSum.of(List.of(terms));
    }

    /** A Gaussian that is longer along x. */
    private static final AnisotropicPotential CIGAR = new AnisotropicPotential() {
        @Override
        public double value(double x, double y, double z) {
            return Math.exp(-x * x / 8 - y * y - z * z);
        }

        @Override
        public KernelTransform truncatedTransform(int dimension, double radius, double largestWaveNumber) {
            return (kx, ky, kz) -> Math.exp(-2 * kx * kx - ky * ky / 4 - kz * kz / 4);
        }

        @Override
        public KernelTransform transform(int dimension, double scale, double largestWaveNumber) {
            return truncatedTransform(dimension, scale, largestWaveNumber);
        }
    };

    @TempDir
    Path folder;

    static Stream<Arguments> potentials() {
        return Stream.of(
                Arguments.of("coulomb", RadialPotential.of(r -> 1 / r), 3, PROVEN),
                Arguments.of("coulomb-2d", RadialPotential.of(r -> 1 / r), 2, VIOLATED),
                Arguments.of("not-integrable", RadialPotential.of(r -> 1 / (r * r)), 1, VIOLATED),
                Arguments.of("well", RadialPotential.of(r -> r < 2 ? -3 : 0), 3, WIDE),
                Arguments.of("two-signs", RadialPotential.of(r -> Math.pow(r, -0.9) - 3 * Math.exp(-r)), 3, BOUNDED),
                Arguments.of("growing", RadialPotential.of(r -> r * r), 1, VIOLATED),
                Arguments.of("none", RadialPotential.none(), 3, new FormBound.Proven(0, "V = 0")),
                Arguments.of("table", RadialPotential.of(PotentialPlotTest::upToThree), 1, BOUNDED),
                Arguments.of("without-values", CONTACT, 3, VIOLATED),
                Arguments.of("contact", new ContactPotential(2), 3, VIOLATED),
                Arguments.of("with-contact", sum(RadialPotential.of(r -> 1 / r), new ContactPotential(2)), 3, VIOLATED),
                Arguments.of("dipoles", sum(DIPOLES, new ContactPotential(2)), 3, VIOLATED),
                Arguments.of("cigar-and-well", sum(CIGAR, RadialPotential.of(r -> r < 2 ? -3 : 0)), 2, BOUNDED),
                Arguments.of("cigar", CIGAR, 3, BOUNDED),
                Arguments.of("cigar-2d", CIGAR, 2, BOUNDED),
                Arguments.of("cigar-1d", CIGAR, 1, BOUNDED));
    }

    private static double upToThree(double r) {
        if (r > 3) {
            throw new IllegalArgumentException("the table ends at 3");
        }
        return 1 / (1 + r);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("potentials")
    void everyKindOfPotentialHasAPicture(String name, PairPotential potential, int dimension, FormBound bound)
            throws IOException {
        Path pictures = Files.createDirectories(Path.of("target", "potential-pictures"));
        Path file = pictures.resolve(name + ".png");
        PotentialPlot.write(file, "{type: " + name + "}", potential, dimension, bound);
        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(colours(picture)).as("colours").hasSizeGreaterThan(3);
        assertThat(pictures.resolve(name + ".png.part")).doesNotExist();
    }

    private static Set<Integer> colours(BufferedImage picture) {
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                colours.add(picture.getRGB(x, y));
            }
        }
        return colours;
    }

    @Test
    void aFolderThatIsMissingIsToldAndNothingIsLeft() {
        Path file = folder.resolve("missing/picture.png");
        assertThatThrownBy(() -> PotentialPlot.write(file, "v", RadialPotential.none(), 1, PROVEN))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }
}
