package org.mixfield.core.plugin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a class of a plugin cannot be used, in words. */
final class LoadFailure {

    private static final Pattern CLASS_FILE_VERSION = Pattern.compile("class file version (\\d+)");
    private static final Pattern CLASS_NAME = Pattern.compile("[\\w$]+(/[\\w$]+)*");

    /** The class file version of Java n is n + 44. */
    private static final int BEFORE_JAVA_1 = 44;

    private LoadFailure() {}

    /** What happened, and what it means where that is known. */
    static String reason(Throwable failure) {
        if (failure instanceof UnsupportedClassVersionError) {
            Matcher version = CLASS_FILE_VERSION.matcher(String.valueOf(failure.getMessage()));
            if (version.find()) {
                return "needs Java " + (Integer.parseInt(version.group(1)) - BEFORE_JAVA_1) + ", and this is Java "
                        + Runtime.version().feature();
            }
        }
        if (failure instanceof ExceptionInInitializerError && failure.getCause() != null) {
            return "the initialisation of its class failed: " + reason(failure.getCause());
        }
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof NoClassDefFoundError
                && CLASS_NAME.matcher(message).matches()) {
            String missing = message.replace('/', '.');
            return failure + " (the class " + missing + ", which it needs, is missing"
                    + (missing.startsWith("org.mixfield.") ? ": it was built for another version of Mixfield" : "")
                    + ")";
        }
        if (failure instanceof IncompatibleClassChangeError) {
            return failure + " (it was built against another version of Mixfield or of a library)";
        }
        return failure.toString();
    }
}
