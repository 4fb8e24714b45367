package org.mixfield.potentials;

import com.google.auto.service.AutoService;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.RadialPotential;

/** {@code none}: V = 0. */
@AutoService(PotentialProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class NoneProvider implements PotentialProvider {

    @Override
    public String name() {
        return "none";
    }

    @Override
    public PairPotential create(Settings settings) {
        return RadialPotential.none();
    }

    @Override
    public String formula() {
        return "0";
    }
}
