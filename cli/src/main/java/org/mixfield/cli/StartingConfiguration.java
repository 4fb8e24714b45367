package org.mixfield.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A configuration to start from: one of {@code docs/examples} under a name of one's own. */
final class StartingConfiguration {

    /** Where the build puts {@code docs/examples}. */
    private static final String TEMPLATES = "examples/";

    /** What it leads an editor by. */
    static final String SCHEMA = "mixfield-1.json";

    /** What they are for, by their names; a test compares them with the folder. */
    static final Map<String, String> USES = uses();

    private static final Pattern NAME_LINE = Pattern.compile("(?m)^name: \\S+(\\s+#.*)?$");
    private static final Pattern SCHEMA_LINE = Pattern.compile("^# yaml-language-server: .*");

    private StartingConfiguration() {}

    private static Map<String, String> uses() {
        Map<String, String> uses = new LinkedHashMap<>();
        uses.put("quickstart", "Hartree and many-body dynamics side by side, 1D, seconds");
        uses.put("hartree-1d", "the Hartree system alone, 1D, a second; every key explained");
        uses.put("quench", "from the ground state, an interaction that jumps in time, 1D");
        uses.put("separating", "two species that do not mix, Hartree alone, 2D, with snapshots");
        uses.put("coulomb-3d", "12 + 12 particles with Coulomb interactions, 3D, a minute");
        uses.put("coulomb-3d-coherent", "the same from a coherent state, whose particle numbers fluctuate");
        uses.put("coulomb-mixture", "1000 + 1000 particles or a million, 3D, co-moving frame");
        uses.put("coulomb-repulsion", "charges of one sign, 3D, with the limit of many particles beside");
        uses.put("unequal", "100 heavy among 1000 light particles, a screened interaction, 3D");
        uses.put("fixed-or-coherent", "fixed particle numbers or fluctuating ones");
        uses.put("k41-rb87", "two atomic species in physical units, an interaction switched on");
        uses.put("harmonic-mixture", "the many-body ground state of a mixture that is known exactly");
        uses.put("fluctuations", "the fluctuations around the condensates, by two methods");
        uses.put("bogoliubov", "the limit of infinitely many particles");
        uses.put("study", "how the distance falls as the particle numbers grow");
        uses.put("theorem", "Theorem 2.3 as a measurement, 10 + 10 to two million particles, 3D");
        uses.put("verify-coulomb", "every statement of the theory put to the test, 3D, half a minute");
        return uses;
    }

    /** The command that such a file is for. */
    static String command(String use) {
        return switch (use) {
            case "study", "theorem" -> "study";
            case "verify-coulomb" -> "verify";
            default -> "run";
        };
    }

    /** The text, for a run of this name. */
    static String of(String use, String name) throws IOException {
        try (InputStream in = StartingConfiguration.class.getResourceAsStream(TEMPLATES + use + ".yaml")) {
            if (in == null) {
                throw new FileNotFoundException(TEMPLATES + use + ".yaml");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text = SCHEMA_LINE.matcher(text).replaceFirst("# yaml-language-server: \\$schema=" + SCHEMA);
            return NAME_LINE.matcher(text).replaceFirst("name: " + name);
        }
    }
}
