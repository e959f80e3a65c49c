package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.application.Platform;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.training.TinyRun;
import org.grokscope.training.TrainingRun.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closes the real window, with its real question, while the paper's network trains. */
@Timeout(180)
class CloseWhileTrainingTest extends WindowTest {
    @Test
    void itAsksAndThenStopsWithACheckpoint() throws IOException {
        RunDirectory run = TinyRun.create(folder, RunConfiguration.PAPER);
        openWithDialogs();
        until(() -> workbench.model().runs().runs().get().size() == 1);
        robot.interact(() -> workbench.pauseOrResume());
        until(() -> workbench.model().runs().executor().get().runs().stream()
                .anyMatch(it -> it.phase() == Phase.TRAINING && it.step() > 3));

        Platform.runLater(this::askToClose);
        until(() -> dialogIsThere());
        robot.clickOn("Keep training");
        until(() -> !dialogIsThere());
        assertThat(stage.isShowing()).isTrue();
        assertThat(run.owner()).isPresent();

        Platform.runLater(this::askToClose);
        until(() -> dialogIsThere());
        robot.clickOn("Stop and close");
        until(() -> !stage.isShowing());
        workbench.closed().join();
        RunHistory history = run.history();
        assertThat(history.state()).isEqualTo(RunState.PAUSED);
        assertThat(history.checkpoints()).last().isEqualTo(history.events().getLast().step());
        assertThat(history.checkpoints().getLast()).isGreaterThan(3);
    }

    private void askToClose() {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private static boolean dialogIsThere() {
        return Window.getWindows().stream().filter(Window::isShowing).count() > 1;
    }
}
