/**
 * The report of a run: one HTML file that opens without a network, with the charts' code and the run's data inside.
 *
 * <pre>{@code
 * Files.writeString(directory.resolve("report.html"), HtmlReport.render(data));
 * }</pre>
 *
 * <p>Everything from the run enters the page as JSON and is put into it as text, never as markup. The page is drawn by
 * the scripts beside this package's classes, on D3.
 */
@NullMarked
package org.mixfield.pipeline.report;

import org.jspecify.annotations.NullMarked;
