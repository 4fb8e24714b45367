package org.mixfield.pipeline.report;

import com.google.auto.service.AutoService;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.run.ResultSink;
import org.mixfield.core.run.ResultSinkProvider;

/** The sink {@code html}: {@code report.html}, to be opened offline. */
@API(status = API.Status.EXPERIMENTAL)
@AutoService(ResultSinkProvider.class)
public final class HtmlProvider implements ResultSinkProvider {

    @Override
    public String name() {
        return "html";
    }

    @Override
    public ResultSink create(Settings settings) {
        return new ReportSink(Report::writePage);
    }
}
