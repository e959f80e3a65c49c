package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.grokscope.figure.CircuitChart;
import org.grokscope.figure.ForkChart;
import org.grokscope.figure.SampleForks;
import org.grokscope.figure.SampleHistories;
import org.grokscope.figure.export.ExportFormat;
import org.grokscope.figure.export.FigureName;
import org.grokscope.figure.export.PagePreset;
import org.grokscope.measure.Panel;
import org.grokscope.run.RunHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Exports figures from the real window, in the real dialog. */
@Timeout(180)
class ExportAFigureTest extends WindowTest {
    @TempDir
    private Path figures;

    @Test
    void theKeyboardAloneExportsWhatThePageShows() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            saved.save(SampleHistories.grokked());
            openOnFigures();
            screenshot("export-button", 1440, 900);
            screenshot("export-button-small", 1000, 700);
            ctrlE();
            screenshot("export-light", find("#export-dialog").getScene());
            robot.type(KeyCode.ENTER);
            Path written = figures.resolve("timeline.pdf.json");
            until(() -> Files.exists(written) && Files.exists(figures.resolve("timeline.pdf")));
            assertThat(Files.readAllBytes(figures.resolve("timeline.pdf"))).startsWith("%PDF".getBytes());
            assertThat(robot.lookup("#export-dialog").tryQuery()).isEmpty();
            until(() -> text("#notice").equals("Saved timeline.pdf."));
            assertThat(robot.lookup(".notice-remedy").<Button>queryAll()).extracting(Button::getText)
                    .containsExactly("Show", "Copy path");
            screenshot("saved", 1000, 700);
        }
    }

    @Test
    void theDialogSaysWhatIsWrongAndCopiesCommandAndImage() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            String run = saved.save(SampleHistories.grokked());
            openOnFigures();
            robot.interact(() -> workbench.model().dark().set(true));
            ctrlE();
            robot.interact(() -> {
                this.<ComboBox<ExportFormat>>find("#export-format").setValue(ExportFormat.PNG);
                this.<ComboBox<PagePreset>>find("#export-preset").setValue(PagePreset.DOUBLE);
                this.<TextField>find("#export-width").setText("wide");
            });
            assertThat(text("#export-problem")).isEqualTo("The width takes millimetres, and 'wide' is no number.");
            assertThat(find("#export-write").isDisabled()).isTrue();
            screenshot("export-dark-wrong", find("#export-dialog").getScene());
            robot.interact(() -> this.<TextField>find("#export-width").setText("120"));
            assertThat(text("#export-problem")).isEmpty();
            assertThat(text("#export-size")).startsWith("120.0 \u00d7 ");
            robot.interact(() -> {
                this.<Button>find("#export-command").fire();
                assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("grokscope export " + run
                        + " --figure timeline --format png --preset double --width 120 --runs " + folder
                        + " --out timeline.png");
                this.<Button>find("#export-image").fire();
            });
            until(() -> Clipboard.getSystemClipboard().hasImage());
            screenshot("export-dark", find("#export-dialog").getScene());
            robot.type(KeyCode.ESCAPE);
            assertThat(figures).isEmptyDirectory();
        }
    }

    @Test
    void panelsAreComposedAndANameKeepsTheChoices() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            String run = saved.save(SampleHistories.grokked());
            openOnFigures();
            ctrlE();
            robot.interact(() -> {
                this.<Button>find("#export-next-panel").fire();
                this.<ComboBox<FigureName>>find("#export-figure").setValue(FigureName.of(Panel.FSD));
                this.<ComboBox<PagePreset>>find("#export-preset").setValue(PagePreset.ICML_PAGE);
                this.<CheckBox>find("#export-headings").setSelected(true);
                this.<ComboBox<String>>find("#export-saved").getEditor().setText("talk");
                this.<Button>find("#export-save").fire();
            });
            assertThat(text("#export-panels")).isEqualTo("(a)\u00a0Timeline, (b)\u00a0FSD");
            assertThat(text("#export-size")).startsWith("171.5 \u00d7 ");
            screenshot("export-composed", find("#export-dialog").getScene());
            robot.interact(() -> {
                this.<Button>find("#export-command").fire();
                assertThat(Clipboard.getSystemClipboard().getString())
                        .startsWith(
                                "grokscope export --layout '{\"columns\":2,\"parts\":[{\"figure\":\"timeline\",\"runs\":[\""
                                        + run + "\"]},{\"figure\":\"fsd\",\"runs\":[\"" + run + "\"]}]}' --format pdf")
                        .contains(" --headings ");
                this.<Button>find("#export-latex").fire();
                assertThat(Clipboard.getSystemClipboard().getString())
                        .contains("\\includegraphics[width=171.5mm]{composed.pdf}");
                this.<ComboBox<PagePreset>>find("#export-preset").setValue(PagePreset.SINGLE);
                this.<ComboBox<String>>find("#export-saved").setValue(null);
                this.<ComboBox<String>>find("#export-saved").setValue("talk");
            });
            assertThat(this.<ComboBox<PagePreset>>find("#export-preset").getValue()).isEqualTo(PagePreset.ICML_PAGE);
            robot.interact(() -> this.<Button>find("#export-drop-panel").fire());
            assertThat(find("#export-panels").isVisible()).isFalse();
            robot.type(KeyCode.ESCAPE);
        }
    }

    @Test
    void onThePageOfForksTheLawIsProposed() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            String parent = saved.save(SampleForks.parent("p"));
            for (RunHistory fork : SampleForks.family("p").stream().skip(1).toList()) {
                saved.saveFork(fork, parent, SampleForks.FORK);
            }
            openOnFigures();
            robot.interact(() -> {
                workbench.model().runs().select(List.of(parent));
                workbench.model().page().set(Page.FORKS);
            });
            ctrlE();
            ComboBox<FigureName> figure = find("#export-figure");
            assertThat(figure.getValue()).isEqualTo(FigureName.of(ForkChart.DELAY));
            assertThat(figure.getItems()).contains(FigureName.TIMELINE, FigureName.of(ForkChart.LOG_LOG))
                    .doesNotContain(FigureName.of(CircuitChart.RANKS));
            screenshot("export-forks", find("#export-dialog").getScene());
            robot.type(KeyCode.ESCAPE);
        }
    }

    @Test
    void withoutRunsThereIsNothingToExport() {
        openOnFigures();
        assertThat(find("#export").isDisabled()).isTrue();
        robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
        assertThat(robot.lookup("#export-dialog").tryQuery()).isEmpty();
    }

    private void openOnFigures() {
        openWithDialogs((_, name, _) -> Optional.of(figures.resolve(name)));
    }

    private void ctrlE() {
        until(() -> !find("#export").isDisabled());
        robot.press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
        until(() -> robot.lookup("#export-dialog").tryQuery().isPresent());
        until(() -> find("#export-figure").isFocused());
    }
}
