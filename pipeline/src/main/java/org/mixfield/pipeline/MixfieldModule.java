package org.mixfield.pipeline;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.mixfield.core.run.Workers;

/** What all runs share. */
final class MixfieldModule extends AbstractModule {

    private final Extensions extensions;

    MixfieldModule(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        bind(Extensions.class).toInstance(extensions);
        bind(ConfigurationReader.class);
    }

    @Provides
    @Singleton
    Workers workers() {
        return Workers.all();
    }
}
