package org.grokscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.grokscope.SharesNothing;
import org.grokscope.analysis.Alignment;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.CurveAxis;
import org.grokscope.figure.SampleCircuits;
import org.grokscope.figure.SampleHistories;
import org.grokscope.figure.SeriesStyle;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunHistory;
import org.grokscope.text.InvalidSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SharesNothing
class PgfPlotsFileTest {
    @TempDir
    private Path folder;

    @Test
    void eachChartIsAnAxisThatReadsItsCurvesFromOneTable() throws IOException {
        write(timeline(List.of(SampleHistories.grokked())), "run.tex");
        String tex = Files.readString(folder.resolve("run.tex"));
        assertThat(tex.split("\\\\nextgroupplot", -1)).hasSize(1 + Panel.DEFAULT.size());
        assertThat(tex).contains("ylabel={accuracy}", "\\addlegendentry{validation}", "{run-data.csv}", "{run-1.png}",
                "{grokked ");
        List<String> lines = Files.readAllLines(folder.resolve("run-data.csv"));
        List<String> columns = List.of(lines.getFirst().split(","));
        assertThat(columns).startsWith("step")
                .allMatch(column -> column.equals("step") || tex.contains("y={" + column + "}"));
        assertThat(lines).hasSize(1 + SampleHistories.grokked().evaluations().size())
                .allSatisfy(line -> assertThat(line.split(",")).hasSameSizeAs(columns));
        assertThat(folder.resolve("run-1.png")).exists();
    }

    @Test
    void aLongCurveKeepsTheLeastAndTheGreatestOfEachStretch() {
        double[] values = new Random(7).doubles(10_000).toArray();
        values[4321] = 5;
        values[8765] = -5;
        CurveAxis.Curve curve = new CurveAxis.Curve("run", "loss", "", SeriesStyle.solid(Color.BLACK), 1,
                IntStream.range(0, 10_000).asDoubleStream().toArray(), values);
        List<Integer> kept = CurveTable.thinned(curve);
        assertThat(kept).hasSizeLessThanOrEqualTo(320).contains(4321, 8765).isSorted();
        double[] first = Arrays.copyOf(values, 62);
        assertThat(kept.subList(0, 2).stream().map(i -> values[i])).containsExactlyInAnyOrder(
                Arrays.stream(first).min().orElseThrow(), Arrays.stream(first).max().orElseThrow());
    }

    @Test
    void whatIsNoCurveIsRefused() {
        FigureContent ablation = new CircuitContent(CircuitChart.ABLATION, SampleHistories.grokked(), 0,
                SampleCircuits.grokked(97));
        assertThatThrownBy(() -> write(ablation, "ablation.tex")).isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("Only timelines, their charts and compare");
        assertThat(folder).isEmptyDirectory();
    }

    /** Where pdfTeX and pgfplots are installed: 80 evaluations, 10,000 of them, several runs, means with their ranges. */
    @Test
    void pdftexTakesThemWithoutAWarning() throws Exception {
        assumeThat(PdfTex.PROGRAM).isExecutable();
        assumeThat(Path.of("/usr/share/texlive/texmf-dist/tex/latex/pgfplots/pgfplots.sty")).exists();
        List<FigureContent> contents = List.of(timeline(List.of(SampleHistories.grokked())),
                timeline(List.of(SampleHistories.dense())),
                timeline(Samples.runs(3)),
                new CompareContent(Samples.runs(3), Measure.VALIDATION_ACCURACY, Alignment.GROKKING, true));
        List<String> files = new ArrayList<>();
        for (FigureContent content : contents) {
            files.add("f" + files.size() + ".tex");
            write(content, files.getLast());
        }
        PdfTex.takes(folder,
                "\\usepackage{pgfplots}\\usepgfplotslibrary{groupplots}\\pgfplotsset{compat=1.18}", files);
    }

    private static FigureContent timeline(List<RunHistory> runs) {
        return TimelineContent.of(FigureName.TIMELINE, runs, Panel.DEFAULT, Optional.empty(), false);
    }

    private void write(FigureContent content, String name) throws IOException {
        new FigureExport(content, ExportFormat.PGFPLOTS, PageSize.of(PagePreset.SINGLE),
                ExportDetails.of(Path.of("runs"))).write(folder.resolve(name), false);
    }
}
