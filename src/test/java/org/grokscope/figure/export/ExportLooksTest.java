package org.grokscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.analysis.Alignment;
import org.grokscope.analysis.ForkPool;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.ForkChart;
import org.grokscope.figure.SampleCircuits;
import org.grokscope.figure.SampleForks;
import org.grokscope.figure.SampleHistories;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunHistory;
import org.junit.jupiter.api.Test;

/** Leaves figures in every format under target/figures, for people to look at. */
class ExportLooksTest {
    private static final Path FOLDER = Path.of("target", "figures");

    @Test
    void aTimelineInEverySize() throws IOException {
        for (PagePreset preset : PagePreset.values()) {
            save("timeline-" + preset.label(), timeline(List.of(SampleHistories.grokked()), Panel.DEFAULT),
                    PageSize.of(preset));
        }
    }

    @Test
    void everyPanel() throws IOException {
        save("timeline-all", timeline(List.of(SampleHistories.grokked()), Arrays.asList(Panel.values())),
                PageSize.of(PagePreset.DOUBLE));
    }

    @Test
    void runsAndTheirForks() throws IOException {
        List<RunHistory> family = SampleForks.family();
        save("timeline-forks", timeline(family, Panel.DEFAULT), PageSize.of(PagePreset.DOUBLE));
        save("timeline-forks-single", timeline(family, Panel.DEFAULT), PageSize.of(PagePreset.SINGLE));
        save("timeline-runs-single", timeline(Samples.runs(5), Panel.DEFAULT), PageSize.of(PagePreset.SINGLE));
        save("accuracy-runs", TimelineContent.of(FigureName.of(Panel.ACCURACY), Samples.runs(12),
                List.of(Panel.ACCURACY), Optional.empty(), true), PageSize.of(PagePreset.DOUBLE));
    }

    @Test
    void runsLaidOverEachOther() throws IOException {
        save("compare", new CompareContent(Samples.runs(5), Measure.VALIDATION_ACCURACY, Alignment.GROKKING,
                false), PageSize.of(PagePreset.SINGLE));
    }

    @Test
    void theNetwork() throws IOException {
        for (CircuitChart chart : CircuitChart.values()) {
            CircuitContent content = new CircuitContent(chart, SampleHistories.grokked(), 8000,
                    SampleCircuits.grokked(97));
            save(content.name().key(), content, PageSize.of(PagePreset.SINGLE));
        }
    }

    @Test
    void theLaw() throws IOException {
        List<RunHistory> family = SampleForks.family();
        ForkPool pool = ForkPool.of(family, List.of("parent"), OptionalInt.empty());
        for (ForkChart chart : ForkChart.values()) {
            ForkContent content = new ForkContent(chart, List.of(family.getFirst()), pool, OptionalInt.empty());
            save(content.name().key(), content, PageSize.of(PagePreset.SINGLE));
        }
    }

    private static TimelineContent timeline(List<RunHistory> runs, List<Panel> panels) {
        return TimelineContent.of(FigureName.TIMELINE, runs, panels, Optional.empty(), false);
    }

    static void save(String name, FigureContent content, PageSize size) throws IOException {
        Files.createDirectories(FOLDER);
        for (ExportFormat format : ExportFormat.values()) {
            FigureExport export = new FigureExport(content, format, size,
                    ExportDetails.of(Path.of("runs")).at(200));
            assertThat(export.write(FOLDER.resolve(name + "." + format.label()), true).bytes()).isPositive();
        }
    }
}
