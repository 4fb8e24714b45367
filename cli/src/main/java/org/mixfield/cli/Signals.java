package org.mixfield.cli;

import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signals of the operating system. The one interface that Java has for them, {@code sun.misc.Signal}, is supported by the
 * virtual machines in use without being part of the language's platform, so it is looked up by name.
 */
final class Signals {

    private Signals() {}

    /** A signal that is handled, until it is given back to whoever had it before. */
    @FunctionalInterface
    interface Handled {
        void restore();
    }

    /**
     * Runs an action whenever a signal comes, on a thread of its own.
     *
     * @param name such as {@code INT}
     * @return empty where this cannot be done, or where the signal was ignored on purpose, as {@code nohup} does
     */
    static Optional<Handled> handle(String name, Runnable action) {
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object signal = signalType.getConstructor(String.class).newInstance(name);
            Object handler = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                        return answer(proxy, method.getName(), arguments, action);
                    });
            Object before = set(signalType, signal, handlerType, handler);
            if (before.equals(handlerType.getField("SIG_IGN").get(null))) {
                set(signalType, signal, handlerType, before);
                return Optional.empty();
            }
            return Optional.of(() -> restore(signalType, signal, handlerType, before));
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object answer(
            Object proxy, String method, Object @Nullable [] arguments, Runnable action) {
        return switch (method) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "Mixfield's handler";
            default -> {
                action.run();
                yield null;
            }
        };
    }

    private static Object set(Class<?> signalType, Object signal, Class<?> handlerType, Object handler)
            throws ReflectiveOperationException {
        return signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, handler);
    }

    private static void restore(Class<?> signalType, Object signal, Class<?> handlerType, Object before) {
        try {
            set(signalType, signal, handlerType, before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a signal that was handled cannot be given back", e);
        }
    }
}
