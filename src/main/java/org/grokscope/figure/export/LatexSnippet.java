package org.grokscope.figure.export;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.grokscope.run.RunHistory;

/** What LaTeX needs to show a figure: packages, its width, and a caption with the runs it is of. */
final class LatexSnippet {
    private static final int NAMED = 6;

    private LatexSnippet() {}

    /** Returns the lines for a file. */
    static String of(FigureExport export, String file) {
        String width = String.format(Locale.ROOT, "%.1f", export.page().widthMillimetres());
        String picture = switch (export.format()) {
            case PGF, PGFPLOTS -> "\\input{" + file + "}";
            case SVG -> "\\includesvg[width=" + width + "mm]{" + file + "}";
            case PDF, PNG, CSV -> "\\includegraphics[width=" + width + "mm]{" + file + "}";
        };
        var runs = export.content().runs();
        String named = runs.stream().limit(NAMED).map(LatexSnippet::named).collect(Collectors.joining(", "))
                + (runs.size() > NAMED ? " and " + (runs.size() - NAMED) + " more" : "");
        return preamble(export) + "\\begin{figure}[t]\n  \\centering\n  " + picture + "\n  \\caption{"
                + TexText.of(shown(export.content())) + ". " + (runs.size() == 1 ? "Run " : "Runs ") + named
                + ".}\n  \\label{fig:" + export.content().name().key() + "}\n\\end{figure}\n";
    }

    /**
     * Says what the document needs before it begins. The words of an SVG become LaTeX by Inkscape, which leaves signs as they
     * are that TeX's own typefaces lack: they are declared, for pdfTeX and LuaTeX alike.
     */
    private static String preamble(FigureExport export) {
        return switch (export.format()) {
            case PDF, PNG, CSV -> "% \\usepackage{graphicx}\n";
            case PGF -> "% \\usepackage{tikz}\n";
            case PGFPLOTS -> "% \\usepackage{pgfplots} \\usepgfplotslibrary{groupplots} \\pgfplotsset{compat=1.18}\n";
            case SVG -> "% \\usepackage{svg,newunicodechar}\n"
                    + TexText.declarations(SvgFile.words(export.page())).stream().map(it -> "% " + it + "\n")
                            .collect(Collectors.joining());
        };
    }

    private static String shown(FigureContent content) {
        return content instanceof ComposedContent composed
                ? IntStream.range(0, composed.parts().size())
                        .mapToObj(i -> "(" + ComposedDrawing.letter(i) + ") " + composed.parts().get(i).name().title())
                        .collect(Collectors.joining(", "))
                : content.name().title();
    }

    private static String named(RunHistory run) {
        return TexText.of(run.head().name()) + " (\\texttt{" + TexText.of(run.head().id()) + "})";
    }
}
