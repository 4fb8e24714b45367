package org.mixfield.pipeline.output;

import com.google.auto.service.AutoService;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.run.ResultSink;
import org.mixfield.core.run.ResultSinkProvider;

/** The sink {@code hdf5}: a file {@code fields/NNNN.h5} for each snapshot. */
@API(status = API.Status.EXPERIMENTAL)
@AutoService(ResultSinkProvider.class)
public final class Hdf5Provider implements ResultSinkProvider {

    @Override
    public String name() {
        return "hdf5";
    }

    @Override
    public ResultSink create(Settings settings) {
        return new Hdf5Sink();
    }
}
