package org.mixfield.core.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.apiguardian.api.API;

/**
 * Where a class came from.
 *
 * @param place path of the jar or class folder, or a word where the class loader does not tell
 * @param version implementation version in the jar's manifest
 */
@API(status = API.Status.EXPERIMENTAL)
public record Origin(String place, Optional<String> version) {

    /** An origin that nobody knows. */
    public static final Origin UNKNOWN = new Origin("unknown origin", Optional.empty());

    /** The origin of a class. */
    public static Origin of(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return UNKNOWN;
        }
        String place;
        try {
            place = Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            place = source.getLocation().toString();
        }
        return new Origin(place, Optional.ofNullable(type.getPackage()).map(Package::getImplementationVersion));
    }

    /** A jar, whether or not anything can be loaded from it. */
    public static Origin ofJar(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return new Origin(
                    jar.toString(),
                    Optional.ofNullable(file.getManifest())
                            .map(Manifest::getMainAttributes)
                            .map(attributes -> attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION)));
        } catch (IOException | SecurityException e) {
            return new Origin(jar.toString(), Optional.empty());
        }
    }

    /** SHA-256 of the jar in hexadecimal; empty for a class folder or an unreadable file. */
    public Optional<String> sha256() {
        Path file = Path.of(place);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }

    /** File name of the jar, or the place itself. */
    public String shortName() {
        Path file = Path.of(place);
        return Files.isRegularFile(file) && file.getFileName() != null
                ? file.getFileName().toString()
                : place;
    }
}
