package org.mixfield.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.mixfield.core.potential.FormBound;
import org.mixfield.pipeline.PotentialCheck;
import org.mixfield.pipeline.YamlWriter;
import org.mixfield.pipeline.output.FormBoundView;

/** What a person is told of a potential that was checked. */
final class PotentialText {

    private static final int INDENTATION = 12;
    private static final int WIDTH = 100;

    private final StringJoiner text = new StringJoiner(System.lineSeparator(), "", System.lineSeparator());

    private PotentialText() {}

    static String of(PotentialCheck check, @Nullable Path plot) {
        PotentialText text = new PotentialText();
        text.line("potential", YamlWriter.line(check.settings()));
        text.line("dimension", Integer.toString(check.dimension()));
        text.bound(check.bound());
        if (plot != null) {
            text.line("plot", plot.toString());
        }
        return text.text.toString();
    }

    private void bound(FormBound bound) {
        if (bound instanceof FormBound.Violated violated) {
            line("verdict", "violated: no K satisfies V^2 <= K(1 - Laplacian); Theorem 2.3 does not apply");
            line("witness", violated.witness().family());
            text.add("");
            row("s", "<V^2>/<1 - Laplacian>");
            violated.witness()
                    .trials()
                    .forEach(trial -> row(FormBoundView.brief(trial.parameter()), FormBoundView.brief(trial.ratio())));
            return;
        }
        if (bound instanceof FormBound.Proven proven) {
            line("verdict", "proven: V^2 <= K(1 - Laplacian)");
            line("constant", FormBoundView.constant(bound));
            line("source", proven.source());
        } else {
            FormBound.Computed computed = (FormBound.Computed) bound;
            line("verdict", "computed: V^2 <= K(1 - Laplacian)");
            line("constant", FormBoundView.constant(bound));
            line("", "between " + computed.lower() + " and " + computed.upper());
            line("method", computed.method());
        }
    }

    private void row(String parameter, String ratio) {
        text.add(" ".repeat(INDENTATION) + String.format(Locale.ROOT, "%-12s%s", parameter, ratio));
    }

    private void line(String name, String words) {
        List<String> lines = wrapped(words, WIDTH - INDENTATION);
        for (int i = 0; i < lines.size(); i++) {
            text.add(String.format(Locale.ROOT, "%-" + INDENTATION + "s%s", i == 0 ? name : "", lines.get(i)));
        }
    }

    /** Broken between words. */
    static List<String> wrapped(String words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
