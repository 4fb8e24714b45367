package acme.screened;

import com.google.auto.service.AutoService;
import org.mixfield.core.config.Settings;
import org.mixfield.core.potential.PairPotential;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.core.potential.RadialPotential;

// tag::provider[]
@AutoService(PotentialProvider.class)
public final class ScreenedProvider implements PotentialProvider {
    // tag::name[]
    @Override
    public String name() {
        return "acme/screened";
    }
    // end::name[]

    // tag::create[]
    @Override
    public PairPotential create(Settings settings) {
        double strength = settings.number("strength");
        double screening = settings.positive("screening");
        return RadialPotential.of(r -> strength * Math.exp(-screening * r) / r);
    }
    // end::create[]
}
// end::provider[]
