package acme.screened;

import java.util.Map;
import org.mixfield.core.potential.PotentialProvider;
import org.mixfield.testkit.PotentialContract;

// tag::test[]
class ScreenedProviderTest extends PotentialContract {
    @Override
    protected PotentialProvider provider() {
        return new ScreenedProvider();
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("strength", 1.5, "screening", 0.5);
    }
}
// end::test[]
