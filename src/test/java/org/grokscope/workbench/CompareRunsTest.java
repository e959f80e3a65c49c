package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.grokscope.analysis.Alignment;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Compares saved runs in the real window. */
@Timeout(120)
class CompareRunsTest extends WindowTest {
    @Test
    void theSelectedRunsAreComparedByTheKeyboardAlone() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            for (int i = 0; i < 9; i++) {
                saved.save(Runs.of("run", i, List.of(53, 71, 97).get(i % 3), i, 1, RunState.FINISHED,
                        i == 4 ? 2000 : 8000));
            }
            open();
            robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT4).release(KeyCode.CONTROL);
            until(() -> find("#compare-all").isVisible());
            screenshot("compare-invites", 1440, 900);
            robot.clickOn("#compare-all");
            until(() -> this.<TableView<?>>find("#compare-table").getItems().size() == 9);
            until(() -> text("#compare-explanation").contains("configurations"));
            assertThat(text("#compare-explanation")).contains("differ in p and seed", "8 of 8 configurations");
            screenshot("compare-nine-light", 1440, 900);
            robot.interact(() -> {
                workbench.model().compare().alignmentProperty().set(Alignment.GROKKING);
                workbench.model().compare().bandsProperty().set(true);
                workbench.model().dark().set(true);
            });
            screenshot("compare-nine-dark", 1440, 900);
            screenshot("compare-nine-dark-small", 1000, 700);
            List<String> two = workbench.model().runs().runs().get().stream().map(RunHistory::head)
                    .map(head -> head.id()).limit(2).toList();
            robot.interact(() -> {
                workbench.model().runs().select(two);
                workbench.model().dark().set(false);
            });
            until(() -> this.<TableView<?>>find("#compare-table").getColumns().size() == 3);
            screenshot("compare-two-light", 1440, 900);
            screenshot("compare-two-light-small", 1000, 700);
        }
    }
}
