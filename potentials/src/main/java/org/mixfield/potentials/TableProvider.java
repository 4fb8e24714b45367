package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.RadialPotential;

/**
 * {@code table}: V(r) between the points of a CSV file with two columns, r ascending and V, by monotone cubic interpolation.
 *
 * <p>A header and lines that begin with {@code #} are skipped. There is no extrapolation: a run needs a table from r = 0 to
 * the diagonal of its box. What diverges at 0 is written as a {@code sum} of a formula and the table of the rest.
 */
@AutoService(PotentialProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class TableProvider implements PotentialProvider {

    @Override
    public String name() {
        return "table";
    }

    @Override
    public PairPotential create(Settings settings) {
        settings.means(Map.of("file", "lines r, V with ascending r; relative to the configuration"));
        Optional<Path> file = settings.path("file");
        return file.flatMap(path -> TableFile.read(path, settings, "file"))
                .<PairPotential>map(points -> new Table(file.orElseThrow().toString(), points))
                .orElse(RadialPotential.none());
    }

    @Override
    public String formula() {
        return "that of a CSV file with the columns r, V; monotone cubic between them";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("file", "length, energy");
    }
}
