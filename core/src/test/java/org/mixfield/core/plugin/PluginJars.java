package org.mixfield.core.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Plugin jars made from source texts, for a class loader of their own. */
final class PluginJars {

    private final Path folder;
    private final List<Path> jars = new ArrayList<>();

    PluginJars(Path folder) {
        this.folder = folder;
    }

    /** The source of a class in a package that implements the potential interface with this name and constructor. */
    static String provider(String packageName, String className, String nameExpression, String constructorBody) {
        return """
                package %s;
                public final class %s implements org.mixfield.core.potential.PotentialProvider {
                    public %s() { %s }
                    @Override public String name() { %s }
                    @Override public org.mixfield.core.potential.PairPotential create(org.mixfield.core.config.Settings settings) {
                        double strength = settings.number("strength");
                        return org.mixfield.core.potential.RadialPotential.of(r -> strength / r);
                    }
                }
                """.formatted(packageName, className, className, constructorBody, nameExpression);
    }

    /**
     * Compiles sources and packs the classes whose names are kept, with a service file.
     *
     * @param services lines of the service file
     * @param kept simple names of the classes to pack
     */
    Path add(String jarName, List<String> services, List<String> kept, String... sources) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        for (int i = 0; i < sources.length; i++) {
            Path file =
                    Files.createDirectories(classes.resolve("source" + i)).resolve(classNameOf(sources[i]) + ".java");
            Files.writeString(file, sources[i]);
            arguments.add(file.toString());
        }
        if (sources.length > 0) {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
                throw new IllegalStateException("the plugin does not compile");
            }
        }
        Path jar = folder.resolve(jarName);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "3.1");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> kept.stream().anyMatch(name -> f.endsWith(name + ".class")))
                    .toList()) {
                zip.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(java.io.File.separatorChar, '/')));
                zip.write(Files.readAllBytes(file));
                zip.closeEntry();
            }
            zip.putNextEntry(new JarEntry("META-INF/services/org.mixfield.core.potential.PotentialProvider"));
            zip.write(String.join("\n", services).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        jars.add(jar);
        return jar;
    }

    /** Adds a jar that was made before. */
    void reuse(Path jar) {
        jars.add(jar);
    }

    private static String classNameOf(String source) {
        return source.replaceAll("(?s).*?(?:class|interface) (\\w+).*", "$1");
    }

    URLClassLoader loader() throws MalformedURLException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        return new URLClassLoader(urls, PluginJars.class.getClassLoader());
    }
}
