package org.mixfield.fftw;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The FFTW of the machine.
 *
 * @param symbols its functions
 */
record FftwLibrary(SymbolLookup symbols) {

    private static final String VARIABLE = "MIXFIELD_FFTW";

    private static final List<String> NAMES =
            List.of("libfftw3.so.3", "libfftw3.so", "libfftw3.3.dylib", "libfftw3.dylib", "libfftw3-3.dll");

    /** What it must have: those of another precision are named otherwise. */
    private static final List<String> FUNCTIONS = List.of(
            "fftw_plan_many_dft",
            "fftw_plan_many_dft_r2c",
            "fftw_plan_many_dft_c2r",
            "fftw_execute_dft",
            "fftw_execute_dft_r2c",
            "fftw_execute_dft_c2r",
            "fftw_set_timelimit",
            "fftw_import_wisdom_from_filename",
            "fftw_export_wisdom_to_filename");

    /** Longest name of a version. */
    private static final long MOST_LETTERS = 200;

    /** Looked at where the system's loader knows none. */
    private static final List<String> FOLDERS = List.of(
            "/usr/local/lib",
            "/usr/lib",
            "/usr/lib64",
            "/usr/lib/x86_64-linux-gnu",
            "/usr/lib/aarch64-linux-gnu",
            "/opt/homebrew/lib",
            "/opt/local/lib");

    /**
     * The library that {@code MIXFIELD_FFTW} names, a file or a folder, else the first in the usual places.
     *
     * @throws IllegalStateException where there is none, with what to do
     */
    static FftwLibrary find(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "").trim();
        if (!named.isEmpty()) {
            return named(named);
        }
        return NAMES.stream()
                .flatMap(name -> open(name).stream())
                .findFirst()
                .or(() -> folders(environment).stream()
                        .flatMap(folder -> in(folder).stream())
                        .findFirst())
                .orElseThrow(
                        () -> new IllegalStateException("no libfftw3 was found; install it (Debian, Ubuntu: apt install"
                                + " libfftw3-double3; macOS: brew install fftw; conda install fftw), or name it in "
                                + VARIABLE));
    }

    private static FftwLibrary named(String named) {
        Path path;
        try {
            path = Path.of(named);
        } catch (InvalidPathException e) {
            throw new IllegalStateException(VARIABLE + " is no path: " + named);
        }
        if (Files.isDirectory(path)) {
            return in(path).or(() -> in(path.resolve("lib")))
                    .orElseThrow(() -> new IllegalStateException(VARIABLE + " is the folder " + named
                            + ", and it holds no FFTW 3 that can be loaded (" + String.join(", ", NAMES) + ")"));
        }
        if (!Files.exists(path)) {
            throw new IllegalStateException(VARIABLE + " names " + named + ", which is not there");
        }
        return open(path)
                .orElseThrow(() -> new IllegalStateException(
                        VARIABLE + " names " + named + ", which is no FFTW 3 in double precision that can be loaded"));
    }

    private static List<Path> folders(Map<String, String> environment) {
        List<Path> folders = new ArrayList<>();
        String conda = environment.getOrDefault("CONDA_PREFIX", "");
        if (!conda.isEmpty()) {
            folders.add(Path.of(conda, "lib"));
        }
        FOLDERS.forEach(folder -> folders.add(Path.of(folder)));
        return folders;
    }

    private static Optional<FftwLibrary> in(Path folder) {
        return NAMES.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .flatMap(file -> open(file).stream())
                .findFirst();
    }

    @SuppressWarnings("restricted")
    private static Optional<FftwLibrary> open(Path file) {
        try {
            return checked(SymbolLookup.libraryLookup(file.toAbsolutePath(), Arena.global()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** By the system's loader. */
    @SuppressWarnings("restricted")
    private static Optional<FftwLibrary> open(String name) {
        try {
            return checked(SymbolLookup.libraryLookup(name, Arena.global()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<FftwLibrary> checked(SymbolLookup symbols) {
        return FUNCTIONS.stream().allMatch(name -> symbols.find(name).isPresent())
                ? Optional.of(new FftwLibrary(symbols))
                : Optional.empty();
    }

    /** Name and version, as the library says it. */
    @SuppressWarnings("restricted")
    String version() {
        return symbols.find("fftw_version")
                .map(text -> text.reinterpret(MOST_LETTERS).getString(0))
                .orElse("fftw");
    }
}
