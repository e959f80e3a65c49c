package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.training.LaneRun;
import org.junit.jupiter.api.Test;

/** Leaves pictures of the window to be looked at; each test also holds one fact about what is seen. */
class WorkbenchLooksTest extends WindowTest {
    @Test
    void anEmptyFolderInvitesToStartARun() {
        open(1440, 900, List.of());
        screenshot("none-light", stage.getScene());
        assertThat(find("#empty-new-run").isVisible()).isTrue();
    }

    @Test
    void aLiveRunIsNamedAtTheFootOfTheWindow() {
        open(1440, 900, List.of(Runs.run("a", "add mod 97 · seed 42", 1, RunState.TRAINING, 2400)));
        lane.report("a", "add mod 97 · seed 42", LaneRun.Phase.TRAINING, 2450);
        until(() -> this.<Label>find("#status").getText().startsWith("training"));
        screenshot("live-light", stage.getScene());
        assertThat(this.<Label>find("#status").getText()).isEqualTo("training add mod 97 · seed 42");
    }

    @Test
    void manyRunsStandInTheTree() {
        open(1440, 900, many());
        screenshot("many-light", stage.getScene());
        robot.interact(() -> workbench.model().dark().set(true));
        screenshot("many-dark", stage.getScene());
        robot.interact(() -> {
            stage.setWidth(1000);
            stage.setHeight(700);
        });
        screenshot("many-dark-small", stage.getScene());
        robot.interact(() -> {
            stage.setWidth(1920);
            stage.setHeight(1080);
            workbench.model().dark().set(false);
            workbench.tell(new IOException("The runs folder /tmp/runs cannot be written to."));
        });
        screenshot("many-light-large", stage.getScene());
        assertThat(this.<TreeView<?>>find("#runs").getRoot().getChildren()).hasSize(16);
    }

    @Test
    void theDialogMarksWhatIsWrong() {
        open(1000, 800, many());
        robot.interact(() -> Platform.runLater(workbench::newRun));
        until(() -> robot.lookup("#new-run-dialog").tryQuery().isPresent());
        screenshot("dialog-valid", find("#new-run-dialog").getScene());
        robot.interact(() -> {
            this.<TextField>find("#new-run-p-text").setText("96");
            this.<TextField>find("#new-run-weightDecay").setText("-1");
            this.<TextField>find("#new-run-steps").setText("many");
        });
        robot.clickOn("#new-run-more");
        screenshot("dialog-invalid", find("#new-run-dialog").getScene());
        robot.interact(() -> workbench.model().dark().set(true));
        assertThat(find("#new-run-start").isDisabled()).isTrue();
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> Platform.runLater(workbench::newRun));
        until(() -> robot.lookup("#new-run-dialog").tryQuery().isPresent());
        screenshot("dialog-dark", find("#new-run-dialog").getScene());
        robot.type(KeyCode.ESCAPE);
    }

    static List<RunHistory> many() {
        List<RunHistory> runs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            runs.add(Runs.of("run-" + i, i, List.of(53, 71, 97, 113, 131).get(i % 5), i, 1 + i % 3 * 0.5,
                    RunState.FINISHED, i % 4 == 0 ? 2000 : 8000));
        }
        runs.add(Runs.run("paused", "attention only · seed 42", 20, RunState.PAUSED, 3000));
        runs.add(Runs.run("broken", "a run with quite a long name that cannot fit in the tree", 21,
                RunState.INTERRUPTED, 1500));
        runs.add(Runs.fresh("new", "add mod 97 · seed 7", 22));
        runs.add(Runs.run("parent", "add mod 97 · seed 123", 30, RunState.FINISHED, 8000));
        runs.add(Runs.fork("f1", "parent", 31, 1, RunState.FINISHED));
        runs.add(Runs.fork("f2", "parent", 32, 2, RunState.FINISHED));
        runs.add(Runs.fork("f3", "parent", 33, 3, RunState.FINISHED));
        runs.add(Runs.fork("f5", "parent", 34, 5, RunState.TRAINING));
        return runs;
    }
}
