package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.PotentialSum;

/**
 * {@code sum}: the sum of the potentials listed under {@code of}, each with its {@code type}; sums among them too. It is a
 * function of the distance where all of them are.
 */
@AutoService(PotentialProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class SumProvider implements PotentialProvider {

    @Override
    public String name() {
        return "sum";
    }

    @Override
    public PairPotential create(Settings settings) {
        settings.means(Map.of("of", "the terms"));
        int before = settings.problemCount();
        List<PairPotential> terms = settings.parts(
                "of",
                PairPotential.class,
                part -> ProviderRegistry.load("potential", PotentialProvider.class, SumProvider.class.getClassLoader())
                        .create(part, PotentialProvider::create));
        if (terms.isEmpty() && settings.problemCount() == before) {
            settings.problem("of", "found an empty list; accepted: a list of at least one potential");
        }
        return PotentialSum.of(terms);
    }

    @Override
    public String formula() {
        return "the sum of the potentials under of";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("of", "-");
    }
}
