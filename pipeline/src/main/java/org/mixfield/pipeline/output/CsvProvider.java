package org.mixfield.pipeline.output;

import com.google.auto.service.AutoService;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.run.ResultSink;
import org.mixfield.core.run.ResultSinkProvider;

/** The sink {@code csv}: {@code observables.csv}. */
@API(status = API.Status.EXPERIMENTAL)
@AutoService(ResultSinkProvider.class)
public final class CsvProvider implements ResultSinkProvider {

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public ResultSink create(Settings settings) {
        return new CsvSink();
    }
}
