package org.mixfield.hartree;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A symmetric splitting scheme: flows of alternating kind, the same read backwards.
 *
 * @param name the word a configuration uses
 * @param order order of accuracy in the step
 * @param potentialFirst true when the first flow is the potential one
 * @param fractions fractions of the step, in the order of application; each kind adds up to 1
 */
@API(status = API.Status.EXPERIMENTAL)
@SuppressWarnings("ArrayRecordComponent")
public record Splitting(String name, int order, boolean potentialFirst, double[] fractions) {

    /** Order 2: half a potential step, a kinetic one, half a potential one. */
    public static final Splitting STRANG = symmetric("strang", 2, true, 0.5, 1);

    /** Order 4: three Strang steps, kinetic first (Yoshida, Phys. Lett. A 150 (1990) 262). */
    public static final Splitting YOSHIDA4 = yoshida4();

    /** Order 4, six stages: S6 of Blanes and Moan, J. Comput. Appl. Math. 142 (2002) 313. */
    public static final Splitting BLANES_MOAN4 = symmetric(
            "blanes-moan4",
            4,
            false,
            0.0792036964311957,
            0.209515106613362,
            0.353172906049774,
            -0.143851773179818,
            -0.0420650803577195,
            0.5 - 0.209515106613362 + 0.143851773179818,
            1 - 2 * (0.0792036964311957 + 0.353172906049774 - 0.0420650803577195));

    /**
     * Order 4, six stages, of Runge–Kutta–Nyström type: the kinetic energy is quadratic in the momenta (Blanes and Moan,
     * the same paper).
     */
    public static final Splitting RKN6B = symmetric(
            "rkn6b",
            4,
            true,
            0.0829844064174052,
            0.245298957184271,
            0.396309801498368,
            0.604872665711080,
            -0.0390563049223486,
            0.5 - 0.245298957184271 - 0.604872665711080,
            1 - 2 * (0.0829844064174052 + 0.396309801498368 - 0.0390563049223486));

    /** Order 6, eleven stages, of Runge–Kutta–Nyström type (Blanes and Moan, the same paper). */
    public static final Splitting RKN11B = symmetric(
            "rkn11b",
            6,
            true,
            0.0414649985182624,
            0.123229775946271,
            0.198128671918067,
            0.290553797799558,
            -0.0400061921041533,
            -0.127049212625417,
            0.0752539843015807,
            -0.246331761062075,
            -0.0115113874206879,
            0.357208872795928,
            0.5 - 0.0414649985182624 - 0.198128671918067 + 0.0400061921041533 - 0.0752539843015807 + 0.0115113874206879,
            1
                    - 2
                            * (0.123229775946271
                                    + 0.290553797799558
                                    - 0.127049212625417
                                    - 0.246331761062075
                                    + 0.357208872795928));

    /** Order 6, fourteen stages, of Runge–Kutta–Nyström type (Blanes and Moan, the same paper). */
    public static final Splitting RKN14A = symmetric(
            "rkn14a",
            6,
            false,
            0.0378593198406116,
            0.09171915262446165,
            0.102635633102435,
            0.183983170005006,
            -0.0258678882665587,
            -0.05653436583288827,
            0.314241403071447,
            0.004914688774712854,
            -0.130144459517415,
            0.143761127168358,
            0.106417700369543,
            0.328567693746804,
            -0.00879424312851058,
            0.5
                    - 0.09171915262446165
                    - 0.183983170005006
                    + 0.05653436583288827
                    - 0.004914688774712854
                    - 0.143761127168358
                    - 0.328567693746804,
            1
                    - 2
                            * (0.0378593198406116
                                    + 0.102635633102435
                                    - 0.0258678882665587
                                    + 0.314241403071447
                                    - 0.130144459517415
                                    + 0.106417700369543
                                    - 0.00879424312851058));

    private static final List<Splitting> ALL = List.of(STRANG, YOSHIDA4, BLANES_MOAN4, RKN6B, RKN11B, RKN14A);

    /** The names of all schemes. */
    public static List<String> names() {
        return ALL.stream().map(Splitting::name).toList();
    }

    /** The scheme of a name. */
    public static Optional<Splitting> named(String name) {
        return ALL.stream().filter(scheme -> scheme.name.equals(name)).findFirst();
    }

    /** A scheme from its first half, the middle fraction last. */
    private static Splitting symmetric(String name, int order, boolean potentialFirst, double... half) {
        double[] fractions = Arrays.copyOf(half, 2 * half.length - 1);
        for (int i = 0; i < half.length - 1; i++) {
            fractions[fractions.length - 1 - i] = half[i];
        }
        return new Splitting(name, order, potentialFirst, fractions);
    }

    private static Splitting yoshida4() {
        double outer = 1 / (2 - Math.cbrt(2));
        double inner = 1 - 2 * outer;
        return symmetric("yoshida4", 4, false, outer / 2, outer, (outer + inner) / 2, inner);
    }
}
