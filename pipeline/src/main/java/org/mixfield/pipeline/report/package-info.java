/**
 * The report of a run, a study or a verification: one HTML file that opens without a network, with the charts' code and the
 * data inside, and the same figures as pictures beside it.
 *
 * <pre>{@code
 * Report.write(Path.of("runs/coulomb-mixture"));
 * }</pre>
 *
 * <p>Figures are put together here, as {@link org.mixfield.pipeline.figure data}; the scripts beside this package's classes
 * draw them on D3, and {@link org.mixfield.pipeline.plot} draws the pictures. Everything from a run enters the page as JSON
 * and is put into it as text, never as markup.
 */
@NullMarked
package org.mixfield.pipeline.report;

import org.jspecify.annotations.NullMarked;
