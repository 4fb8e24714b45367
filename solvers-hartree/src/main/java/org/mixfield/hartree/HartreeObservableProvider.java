package org.mixfield.hartree;

import com.google.auto.service.AutoService;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.observable.Observable;
import org.mixfield.core.observable.ObservableProvider;

/** {@code hartree}: norms, energies, moments and overlaps of the Hartree orbitals. */
@AutoService(ObservableProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class HartreeObservableProvider implements ObservableProvider {

    @Override
    public String name() {
        return "hartree";
    }

    @Override
    public Observable create(Settings settings) {
        return new HartreeObservable();
    }
}
