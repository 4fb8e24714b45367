package org.mixfield.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody watches. */
final class Terminal {

    private Terminal() {}

    /** True where the program is used from a terminal and the standard error is shown there. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean present(Streams streams) {
        Console console = System.console();
        return streams.err() == System.err && console != null && isTerminal(console) && errorIsShown();
    }

    /** From Java 22 on there is a console without a terminal, too, and a method that tells. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Linux tells where the standard error goes; elsewhere it is taken to go where the console is. */
    private static boolean errorIsShown() {
        Path link = Path.of("/proc/self/fd/2");
        try {
            return !Files.isSymbolicLink(link)
                    || Files.readSymbolicLink(link).toString().matches("/dev/(pts/|tty|console).*");
        } catch (IOException e) {
            return false;
        }
    }
}
