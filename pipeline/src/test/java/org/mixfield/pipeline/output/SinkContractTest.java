package org.mixfield.pipeline.output;

import org.junit.jupiter.api.Nested;
import org.mixfield.core.run.ResultSinkProvider;
import org.mixfield.testkit.ResultSinkContract;

class SinkContractTest {

    @Nested
    class Csv extends ResultSinkContract {
        @Override
        protected ResultSinkProvider provider() {
            return new CsvProvider();
        }
    }

    @Nested
    class Hdf5 extends ResultSinkContract {
        @Override
        protected ResultSinkProvider provider() {
            return new Hdf5Provider();
        }
    }
}
