package org.mixfield.fftw;

import com.google.auto.service.AutoService;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.apiguardian.api.API;
import org.mixfield.core.config.Settings;
import org.mixfield.core.spectral.FourierBackend;
import org.mixfield.core.spectral.FourierTransformProvider;

/**
 * Transforms by the FFTW 3 that is installed on the machine, about twice as fast as those in Java. Needs Java 22. The
 * library is that of {@code MIXFIELD_FFTW} in the environment, a file or a folder, else the first found in the usual places.
 */
@AutoService(FourierTransformProvider.class)
@API(status = API.Status.EXPERIMENTAL)
public final class FftwProvider implements FourierTransformProvider {

    private static final int NEEDED = 22;

    /** Compiled for Java 22, and not everywhere. */
    private static final String BACKEND = "org.mixfield.fftw.FftwBackend";

    /** Looked for once: a library stays loaded. */
    private static final class Found {

        static final Found INSTANCE = look();

        final Optional<FourierBackend> backend;
        final String failure;

        private Found(Optional<FourierBackend> backend, String failure) {
            this.backend = backend;
            this.failure = failure;
        }

        private static Found look() {
            int version = Runtime.version().feature();
            if (version < NEEDED) {
                return missing("it needs Java " + NEEDED + " or newer, and this is Java " + version
                        + "; set JAVA_HOME to a newer one");
            }
            try {
                return new Found(
                        Optional.of(Class.forName(BACKEND)
                                .asSubclass(FourierBackend.class)
                                .getDeclaredConstructor()
                                .newInstance()),
                        "");
            } catch (ClassNotFoundException e) {
                return missing("this Mixfield was built without it; build it where a JDK " + NEEDED
                        + " or newer is installed");
            } catch (InvocationTargetException e) {
                return missing(
                        e.getCause() instanceof IllegalStateException told
                                ? String.valueOf(told.getMessage())
                                : "it failed: " + e.getCause());
            } catch (ReflectiveOperationException | LinkageError e) {
                return missing("it failed: " + e);
            }
        }

        private static Found missing(String why) {
            return new Found(Optional.empty(), why);
        }
    }

    @Override
    public String name() {
        return "fftw";
    }

    @Override
    public Optional<String> unavailable() {
        return Found.INSTANCE.backend.isPresent() ? Optional.empty() : Optional.of(Found.INSTANCE.failure);
    }

    @Override
    public FourierBackend create(Settings settings) {
        return Found.INSTANCE.backend.orElseThrow(() -> new IllegalStateException(Found.INSTANCE.failure));
    }
}
