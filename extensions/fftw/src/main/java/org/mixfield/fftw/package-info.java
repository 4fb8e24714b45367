/**
 * Fourier transforms by the user's own FFTW 3, <a href="https://www.fftw.org">www.fftw.org</a>, through Java's
 * foreign-function interface.
 *
 * <p>The provider is compiled for Java 17, so that it can say why it is not available; what calls the library is in
 * {@code src/main/java22} and is compiled where a JDK 22 or newer is found.
 */
@NullMarked
package org.mixfield.fftw;

import org.jspecify.annotations.NullMarked;
