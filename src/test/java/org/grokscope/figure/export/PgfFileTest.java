package org.grokscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.grokscope.SharesNothing;
import org.grokscope.analysis.ForkPool;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.ForkChart;
import org.grokscope.figure.SampleCircuits;
import org.grokscope.figure.SampleForks;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
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
        assumeThat(Path.of("/usr/bin/pdflatex")).isExecutable();
        assumeThat(Path.of("/usr/share/texlive/texmf-dist/tex/latex/pgf/frontendlayer/tikz.sty")).exists();
        Random random = new Random(7);
        RunHistory dense = SampleHistories.of(IntStream.range(0, 10_000).mapToObj(step -> SampleHistories
                .evaluation(step * 10, random.nextDouble(), random.nextDouble(), random.nextDouble())).toList(), 10,
                RunState.FINISHED);
        List<FigureContent> contents = List.of(timeline(List.of(dense)), timeline(Samples.runs(3)),
                new ForkContent(ForkChart.LOG_LOG, List.of(SampleForks.parent("p")),
                        ForkPool.of(SampleForks.family("p"), List.of("p"), OptionalInt.empty()), OptionalInt.empty()),
                new CircuitContent(CircuitChart.ABLATION, dense, 0, SampleCircuits.grokked(97)));
        StringBuilder document = new StringBuilder("\\documentclass{article}\\usepackage{tikz}\\begin{document}\n");
        for (int i = 0; i < contents.size(); i++) {
            export(contents.get(i)).write(folder.resolve("f" + i + ".pgf"), false);
            document.append("\\noindent\\input{f").append(i).append(".pgf}\\clearpage\n");
        }
        Files.writeString(folder.resolve("all.tex"), document + "\\end{document}\n");
        Process tex = new ProcessBuilder("/usr/bin/pdflatex", "-interaction=nonstopmode", "all.tex")
                .directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile()).start();
        assertThat(tex.waitFor()).isZero();
        assertThat(Files.readString(folder.resolve("said.txt"))).contains("(" + contents.size() + " pages")
                .doesNotContain("Warning", "Overfull", "\n!");
    }

    private static FigureContent timeline(List<RunHistory> runs) {
        return TimelineContent.of(FigureName.TIMELINE, runs, Panel.DEFAULT, Optional.empty(), false);
    }

    private static FigureExport export(FigureContent content) {
        return new FigureExport(content, ExportFormat.PGF, PageSize.of(PagePreset.SINGLE),
                ExportDetails.of(Path.of("runs")));
    }
}
