package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.plugin.ProviderRegistry;
import org.mixfield.core.potential.Trap;
import org.mixfield.core.potential.TrapProvider;

/** {@code sum}: the sum of the traps listed under {@code of}, each with its {@code type}; sums among them too. */
@AutoService(TrapProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class SumTrapProvider implements TrapProvider {

    @Override
    public String name() {
        return "sum";
    }

    @Override
    public Trap create(Settings settings) {
        settings.means(Map.of("of", "the terms"));
        int before = settings.problemCount();
        List<Trap> terms = settings.parts(
                "of",
                Trap.class,
                part -> ProviderRegistry.load("trap", TrapProvider.class, SumTrapProvider.class.getClassLoader())
                        .create(part, TrapProvider::create));
        if (terms.isEmpty() && settings.problemCount() == before) {
            settings.problem("of", "found an empty list; accepted: a list of at least one trap");
        }
        return Trap.sum(terms);
    }
}
