package org.mixfield.pipeline.report;

import com.google.auto.service.AutoService;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.run.ResultSink;
import org.mixfield.core.run.ResultSinkProvider;

/** The sink {@code png}: the figures of the report as pictures, {@code figures/*.png}. */
@API(status = API.Status.EXPERIMENTAL)
@AutoService(ResultSinkProvider.class)
public final class PngProvider implements ResultSinkProvider {

    @Override
    public String name() {
        return "png";
    }

    @Override
    public ResultSink create(Settings settings) {
        return new ReportSink(Report::writePictures);
    }
}
