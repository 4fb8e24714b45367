package org.mixfield.core.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one plugin. What Java and Mixfield bring comes from them, so that both sides mean the same class by the
 * same name; everything else comes from the plugin's own jars first, so that it may bring another version of a library
 * than Mixfield uses.
 */
final class PluginClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    /** Mixfield's own, and the logging it is configured for. */
    private static final List<String> SHARED = List.of("org.mixfield.", "org.slf4j.");

    private static final String SHARED_SERVICES = "META-INF/services/org.mixfield.";

    private final ClassLoader application;

    PluginClassLoader(String name, URL[] jars, ClassLoader application) {
        super(name, jars, application);
        this.application = application;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> found = findLoadedClass(name);
            if (found == null) {
                found = find(name);
            }
            if (resolve) {
                resolveClass(found);
            }
            return found;
        }
    }

    private Class<?> find(String name) throws ClassNotFoundException {
        boolean shared = SHARED.stream().anyMatch(name::startsWith);
        ClassLoader first = shared ? application : ClassLoader.getPlatformClassLoader();
        try {
            return first.loadClass(name);
        } catch (ClassNotFoundException elsewhere) {
            try {
                return findClass(name);
            } catch (ClassNotFoundException missing) {
                if (shared || missing.getCause() != null) {
                    throw missing;
                }
                return application.loadClass(name);
            }
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own != null || name.startsWith(SHARED_SERVICES) ? own : application.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> all = new ArrayList<>(Collections.list(findResources(name)));
        if (!name.startsWith(SHARED_SERVICES)) {
            all.addAll(Collections.list(application.getResources(name)));
        }
        return Collections.enumeration(all);
    }
}
