package org.grokscope.figure.export;

import java.util.Locale;
import java.util.stream.Collectors;
import org.grokscope.run.RunHistory;

/** What LaTeX needs to show a figure: its width, and a caption with the runs it is of. */
final class LatexSnippet {
    private static final int NAMED = 6;

    private LatexSnippet() {}

    /** Returns the lines for a file. */
    static String of(FigureExport export, String file) {
        String width = String.format(Locale.ROOT, "%.1f", export.page().widthMillimetres());
        String picture = switch (export.format()) {
            case PGF -> "\\input{" + file + "}";
            case SVG -> "\\includesvg[width=" + width + "mm]{" + file + "}";
            case PDF, PNG, CSV -> "\\includegraphics[width=" + width + "mm]{" + file + "}";
        };
        var runs = export.content().runs();
        String named = runs.stream().limit(NAMED).map(LatexSnippet::named).collect(Collectors.joining(", "))
                + (runs.size() > NAMED ? " and " + (runs.size() - NAMED) + " more" : "");
        return "\\begin{figure}[t]\n  \\centering\n  " + picture + "\n  \\caption{"
                + TexText.of(export.content().name().title()) + ". " + (runs.size() == 1 ? "Run " : "Runs ") + named
                + ".}\n  \\label{fig:" + export.content().name().key() + "}\n\\end{figure}\n";
    }

    private static String named(RunHistory run) {
        return TexText.of(run.head().name()) + " (\\texttt{" + TexText.of(run.head().id()) + "})";
    }
}
