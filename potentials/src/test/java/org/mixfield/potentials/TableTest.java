package org.mixfield.potentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixfield.core.config.Problem;
import org.mixfield.core.config.Problems;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.KernelTransform;
import org.mixfield.core.potential.LeadingPower;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.RadialPotential;

class TableTest {

    @TempDir
    private Path folder;

    private List<Problem> problemsOf(String text) throws IOException {
        Files.writeString(folder.resolve("v.csv"), text);
        Problems problems = new Problems();
        table("v.csv", problems);
        return problems.list();
    }

    private PairPotential table(String file, Problems problems) {
        Settings settings = Settings.of(Map.of("file", file), problems);
        settings.base(folder);
        return new TableProvider().create(settings);
    }

    private RadialPotential tableOf(String text) throws IOException {
        Files.writeString(folder.resolve("v.csv"), text);
        Problems problems = new Problems();
        PairPotential made = table("v.csv", problems);
        problems.throwIfAny();
        return (RadialPotential) made;
    }

    private RadialPotential tableOf(double[] r, DoubleUnaryOperator values) throws IOException {
        StringBuilder text = new StringBuilder();
        for (double x : r) {
            text.append(x).append(',').append(values.applyAsDouble(x)).append('\n');
        }
        return tableOf(text.toString());
    }

    private static double[] even(int count, double end) {
        double[] r = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            r[i] = end * i / count;
        }
        return r;
    }

    @Test
    void headerCommentsAndBlankLinesAreSkipped() throws IOException {
        RadialPotential table = tableOf("\uFEFF# measured\nr, V\n\n0, 2\n 1.0 ,-1e0\r\n# more\n2,0\n");
        assertThat(table.value(1)).isEqualTo(-1);
        assertThat(table.value(2)).isZero();
        assertThat(table.breakPoints()).containsExactly(1, 2);
        assertThat(table.reach()).isEqualTo(2);
    }

    @Test
    void theCurveGoesThroughItsPointsAndIsMonotoneBetweenThem() throws IOException {
        Random random = new Random(7);
        double[] r = new double[40];
        double[] v = new double[40];
        for (int i = 1; i < r.length; i++) {
            r[i] = r[i - 1] + 0.01 + random.nextDouble();
            v[i] = random.nextInt(4) == 0 ? v[i - 1] : v[i - 1] + random.nextGaussian();
        }
        MonotoneCubic curve = new MonotoneCubic(r, v);
        for (int i = 1; i < r.length; i++) {
            assertThat(curve.value(r[i])).isEqualTo(v[i]);
            double last = v[i - 1];
            for (int j = 1; j <= 50; j++) {
                double value = curve.value(r[i - 1] + (r[i] - r[i - 1]) * j / 50);
                assertThat((value - last) * Math.signum(v[i] - v[i - 1])).isGreaterThanOrEqualTo(-1e-14);
                if (v[i] == v[i - 1]) {
                    assertThat(value).isEqualTo(v[i]);
                }
                last = value;
            }
        }
    }

    @Test
    void theSlopeIsContinuous() throws IOException {
        MonotoneCubic curve = new MonotoneCubic(new double[] {0, 1, 1.5, 4}, new double[] {3, 1, 0.5, 0.4});
        double h = 1e-6;
        for (double at : new double[] {1, 1.5}) {
            double left = (curve.value(at) - curve.value(at - h)) / h;
            double right = (curve.value(at + h) - curve.value(at)) / h;
            // The second derivative jumps: of order h.
            assertThat(left).isCloseTo(right, within(1e-5));
        }
    }

    @Test
    void theErrorFallsWithTheCubeOfTheSpacingWhereTheCurveIsMonotone() {
        double[] errors = new double[3];
        for (int level = 0; level < 3; level++) {
            double[] r = even(20 << level, 2);
            double[] v = r.clone();
            for (int i = 0; i < v.length; i++) {
                v[i] = Math.exp(-r[i]);
            }
            MonotoneCubic curve = new MonotoneCubic(r, v);
            for (double x = 0; x <= 2; x += 0.00137) {
                errors[level] = Math.max(errors[level], Math.abs(curve.value(x) - Math.exp(-x)));
            }
        }
        assertThat(errors[0] / errors[1]).isBetween(6.0, 10.0);
        assertThat(errors[1] / errors[2]).isBetween(6.0, 10.0);
    }

    @Test
    void twoPointsAreAStraightLine() throws IOException {
        assertThat(tableOf("0,1\n2,5\n").value(0.5)).isEqualTo(2);
    }

    @Test
    void distancesOutsideAreRefusedWithTheRange() throws IOException {
        RadialPotential table = tableOf("0.5,1\n2,5\n");
        for (double r : new double[] {0.4999, 2.0001}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> table.value(r))
                    .withMessageContaining("r = " + r)
                    .withMessageContaining("v.csv covers r = 0.5 to 2.0");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.truncatedTransform(3, 1, 10))
                .withMessageContaining("down to r = 0");
        RadialPotential fromZero = tableOf("0,1\n2,5\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fromZero.truncatedTransform(3, 2.5, 10))
                .withMessageContaining("up to r = 2.5")
                .withMessageContaining("extend the table");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fromZero.transform(3, 1, 10))
                .withMessageContaining("periodic")
                .withMessageContaining("boundary: free");
        fromZero.truncatedTransform(3, 2, 10);
    }

    @Test
    void everyWrongLineIsReportedWithItsPlace() throws IOException {
        List<Problem> problems = problemsOf("r,V\n0,1\n1\n2,x\n 3 , NaN\n2.5,1,7\n4,1\n4,2\n-1,0\n,\n5,1\n");
        String file = folder.resolve("v.csv").toString();
        assertThat(problems)
                .extracting(Problem::toString)
                .satisfiesExactly(
                        text -> assertThat(text).contains(file + ":3:1: file: found 1 column"),
                        text -> assertThat(text).contains(file + ":4:3: file: found x for V"),
                        text -> assertThat(text).contains(file + ":5:6: file: found NaN for V"),
                        text -> assertThat(text).contains(file + ":6:1: file: found 3 columns"),
                        text -> assertThat(text).contains(file + ":8:1: file: found r = 4.0 after r = 4.0"),
                        text -> assertThat(text).contains(file + ":9:1: file: found r = -1.0"),
                        text -> assertThat(text).contains(file + ":10:1: file: found nothing for r"),
                        text -> assertThat(text).contains(file + ":10:2: file: found nothing for V"));
    }

    @Test
    void manyWrongLinesAreCounted() throws IOException {
        List<Problem> problems = problemsOf("0,1\n" + "a,b,c\n".repeat(1000));
        assertThat(problems)
                .hasSize(21)
                .anySatisfy(
                        problem -> assertThat(problem.message()).contains("1000 lines that are wrong; the first 20"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "r,V\n", "1,2\n"})
    void fewerThanTwoPointsAreNoTable(String text) throws IOException {
        assertThat(problemsOf(text)).singleElement().asString().contains("file:", "a table has two or more");
    }

    @Test
    void filesThatCannotBeReadAreProblems() throws IOException {
        Problems problems = new Problems();
        assertThat(((RadialPotential) table("missing.csv", problems)).vanishes())
                .isTrue();
        assertThat(problems.list())
                .singleElement()
                .asString()
                .contains("there is no file " + folder.resolve("missing.csv"));
        Problems ofFolder = new Problems();
        table(".", ofFolder);
        assertThat(ofFolder.list()).singleElement().asString().contains("is a folder");
        Files.write(folder.resolve("b.csv"), "0,1\n1,\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Problems ofBytes = new Problems();
        table("b.csv", ofBytes);
        assertThat(ofBytes.list()).singleElement().asString().contains("UTF-8");
    }

    @Test
    void behaviourAtZeroIsThatOfTheFirstCubic() throws IOException {
        assertThat(tableOf("0,3\n1,2\n").atOrigin()).contains(new LeadingPower(3, 0));
        assertThat(tableOf("0,0\n1,2\n").atOrigin()).contains(new LeadingPower(2, -1));
        assertThat(tableOf("0,0\n1,0\n2,1\n").atOrigin()).contains(new LeadingPower(0, 0));
        assertThat(tableOf("1,0\n2,1\n").atOrigin()).isEmpty();
    }

    @Test
    void equalContentsOfOneFileAreEqual() throws IOException {
        assertThat(tableOf("0,3\n1,2\n")).isEqualTo(tableOf("0,3.0\n1,2\n"));
        assertThat(tableOf("0,3\n1,2\n")).isNotEqualTo(tableOf("0,3\n1,2.5\n"));
    }

    /** 4π ∫ r² V(r) dr of the cubics themselves, exact at k = 0, and the table's own error against the function. */
    @Test
    void thousandsOfPointsAreTransformedInSeconds() throws IOException {
        RadialPotential table = tableOf(even(4000, 28), r -> Math.exp(-r) / (1 + r));
        Instant start = Instant.now();
        KernelTransform transform = table.truncatedTransform(3, 27.9, 30);
        RadialPotential smooth = RadialPotential.of(r -> Math.exp(-r) / (1 + r));
        KernelTransform exact = smooth.truncatedTransform(3, 27.9, 30);
        for (double k = 0; k < 30; k += 0.05) {
            // h⁴ of the cubics, h² near the ends: relative to ∫|V| of 5.
            assertThat(transform.at(k, 0, 0)).isCloseTo(exact.at(k, 0, 0), within(1e-6));
        }
        // 0.5 s where this was written.
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }
}
