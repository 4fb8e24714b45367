package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import java.util.Map;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.ContactPotential;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;

/** {@code contact}: V(x) = strength δ(x), a point interaction. It is not a function, and violates the form bound. */
@AutoService(PotentialProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class ContactProvider implements PotentialProvider {

    @Override
    public String name() {
        return "contact";
    }

    @Override
    public PairPotential create(Settings settings) {
        settings.means(Map.of("strength", "the integral of V"));
        return new ContactPotential(settings.number("strength"));
    }

    @Override
    public String formula() {
        return "strength δ(x)";
    }

    @Override
    public Map<String, String> units() {
        return Map.of("strength", "energy·length^d");
    }
}
