package org.mixfield.fftw;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.mixfield.core.spectral.FourierTransformProvider;
import org.mixfield.testkit.FourierTransformContract;

/** Against a dense transform, as every backend. */
class FftwTransformTest extends FourierTransformContract {

    @BeforeAll
    static void available() {
        Optional<String> missing = new FftwProvider().unavailable();
        assumeTrue(missing.isEmpty(), () -> "FFTW: " + missing.orElseThrow());
    }

    @Override
    protected FourierTransformProvider provider() {
        return new FftwProvider();
    }
}
