/** What the many-body engine costs beside a stored matrix; in the engine's package, whose parts it measures. */
@NullMarked
package org.mixfield.fock;

import org.jspecify.annotations.NullMarked;
