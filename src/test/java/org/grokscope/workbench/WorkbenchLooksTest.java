package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Leaves pictures of the window to be looked at; each test also holds one fact about what is seen. */
@Timeout(120)
class WorkbenchLooksTest extends WindowTest {
    private static final int OF_THE_FIRST_RANK = 16;

    @Test
    void anEmptyFolderInvitesToStartARun() {
        open();
        screenshot("none-light", 1440, 900);
        assertThat(find("#empty-new-run").isVisible()).isTrue();
        robot.interact(() -> workbench.model().dark().set(true));
        screenshot("none-dark-small", 1000, 700);
    }

    @Test
    void manyRunsStandInTheTree() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            String grokked = many(saved);
            open();
            robot.interact(() -> workbench.model().runs().select(List.of(grokked)));
            screenshot("many-light", 1440, 900);
            robot.interact(() -> workbench.model().dark().set(true));
            screenshot("many-dark", 1440, 900);
            screenshot("many-dark-small", 1000, 700);
            robot.interact(() -> {
                workbench.model().dark().set(false);
                workbench.problems().tell(new IOException("The runs folder /tmp/runs cannot be written."));
            });
            screenshot("many-light-large", 1920, 1080);
            assertThat(this.<TreeTableView<?>>find("#runs").getRoot().getChildren()).hasSize(OF_THE_FIRST_RANK);
        }
    }

    @Test
    void theDialogMarksWhatIsWrong() {
        openWithDialogs();
        robot.interact(() -> Platform.runLater(workbench::newRun));
        until(() -> robot.lookup("#new-run-dialog").tryQuery().isPresent());
        screenshot("dialog-valid", find("#new-run-dialog").getScene());
        robot.interact(() -> {
            this.<TextField>find("#new-run-p-text").setText("1");
            this.<TextField>find("#new-run-weightDecay").setText("-1");
            this.<TextField>find("#new-run-steps").setText("many");
        });
        robot.clickOn("#new-run-more");
        screenshot("dialog-invalid", find("#new-run-dialog").getScene());
        assertThat(find("#new-run-start").isDisabled()).isTrue();
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> workbench.model().dark().set(true));
        robot.interact(() -> Platform.runLater(workbench::newRun));
        until(() -> robot.lookup("#new-run-dialog").tryQuery().isPresent());
        screenshot("dialog-dark", find("#new-run-dialog").getScene());
        robot.type(KeyCode.ESCAPE);
    }

    /** Saves twenty runs, four of them forks of one; returns the id of that one. */
    static String many(SavedRuns saved) {
        for (int i = 0; i < 12; i++) {
            saved.save(Runs.of("run-" + i, i, List.of(53, 71, 97, 113, 131).get(i % 5), i, 1 + i % 3 * 0.5,
                    RunState.FINISHED, i % 4 == 0 ? 2000 : 8000));
        }
        saved.save(Runs.run("paused", "attention only \u00b7 seed 42", 20, RunState.PAUSED, 3000));
        saved.save(Runs.run("broken", "a run with quite a long name that cannot fit in the tree", 21,
                RunState.INTERRUPTED, 1500));
        saved.save(Runs.fresh("new", "add mod 97 \u00b7 seed 7", 22));
        String parent = saved.save(Runs.run("parent", "add mod 97 \u00b7 seed 123", 30, RunState.FINISHED, 8000));
        saved.saveFork(Runs.run("f1", "fork \u00b7 1,000", 31, RunState.FINISHED, 8000), parent, 1000);
        for (double weightDecay : new double[]{2, 3, 5}) {
            saved.saveFork(Runs.of("f", 32, 97, 42, weightDecay,
                    weightDecay == 5 ? RunState.TRAINING : RunState.FINISHED, 6000), parent, 1000);
        }
        return parent;
    }
}
