package org.grokscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.SharesNothing;
import org.grokscope.analysis.ForkPool;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.ForkChart;
import org.grokscope.figure.SampleCircuits;
import org.grokscope.figure.SampleForks;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SharesNothing
class PgfFileTest {
    @TempDir
    private Path folder;

    @Test
    void textIsLeftToTexAndAHeatMapLiesBeside() throws IOException {
        FigureExport export = export(timeline(Samples.runs(1)));
        export.write(folder.resolve("run.pgf"), false);
        assertThat(folder.resolve("run-1.png")).exists();
        assertThat(Files.readString(folder.resolve("run.pgf"))).contains("\\begin{tikzpicture}", "{training step}",
                "{100\\%}", "{run-1.png}").doesNotContain("\u00b7", "Inter");
    }

    @Test
    void signsThatPdftexLacksAreCommands() {
        assertThat(TexText.of("\u0394t\u00a0\u2248\u00a0925/\u03bb, slope \u22120.88 & 10\u207b\u2079 50%"))
                .isEqualTo("$\\Delta$t~$\\approx$~925/$\\lambda$, slope $-$0.88 \\& 10$^{-9}$ 50\\%");
    }

    @Test
    void theRecordSaysHowLatexShowsIt() throws IOException {
        export(timeline(Samples.runs(2))).write(folder.resolve("run.pgf"), false);
        assertThat(Files.readString(folder.resolve("run.pgf.json"))).contains("\\\\input{run.pgf}",
                "\\\\caption{Timeline. Runs add mod 97 $\\\\cdot$ seed 0 (\\\\texttt{run-0}), ");
    }

    /** TeX's own typefaces lack them, with pdfTeX and with LuaTeX, and Inkscape leaves them as they are. */
    @Test
    void theLinesForAnSvgDeclareItsSigns() throws IOException {
        FigureContent law = new ForkContent(ForkChart.LOG_LOG, List.of(SampleForks.parent("p")),
                ForkPool.of(SampleForks.family("p"), List.of("p"), OptionalInt.empty()), OptionalInt.empty());
        assertThat(new FigureExport(law, ExportFormat.SVG, PageSize.of(PagePreset.SINGLE),
                ExportDetails.of(Path.of("runs"))).latex("law.svg")).contains("% \\usepackage{svg,newunicodechar}",
                        "% \\newunicodechar{\u03bb}{\\ensuremath{\\lambda}}", "{\u2212}{\\ensuremath{-}}",
                        "\\includesvg[width=85.0mm]{law.svg}");
    }

    /** Where pdfTeX is installed: no warning of any figure, one of 10,000 evaluations among them. */
    @Test
    void pdftexTakesEveryFigureWithoutAWarning() throws Exception {
        assumeThat(PdfTex.PROGRAM).isExecutable();
        assumeThat(Path.of("/usr/share/texlive/texmf-dist/tex/latex/pgf/frontendlayer/tikz.sty")).exists();
        List<FigureContent> contents = List.of(timeline(List.of(SampleHistories.dense())), timeline(Samples.runs(3)),
                new ForkContent(ForkChart.LOG_LOG, List.of(SampleForks.parent("p")),
                        ForkPool.of(SampleForks.family("p"), List.of("p"), OptionalInt.empty()), OptionalInt.empty()),
                new CircuitContent(CircuitChart.ABLATION, SampleHistories.dense(), 0, SampleCircuits.grokked(97)));
        List<String> files = new ArrayList<>();
        for (FigureContent content : contents) {
            files.add("f" + files.size() + ".pgf");
            export(content).write(folder.resolve(files.getLast()), false);
        }
        PdfTex.takes(folder, "\\usepackage{tikz}", files);
    }

    private static FigureContent timeline(List<RunHistory> runs) {
        return TimelineContent.of(FigureName.TIMELINE, runs, Panel.DEFAULT, Optional.empty(), false);
    }

    private static FigureExport export(FigureContent content) {
        return new FigureExport(content, ExportFormat.PGF, PageSize.of(PagePreset.SINGLE),
                ExportDetails.of(Path.of("runs")));
    }
}
