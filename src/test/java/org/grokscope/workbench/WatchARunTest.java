package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.grokscope.figure.SampleHistories;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.training.TinyRun;
import org.grokscope.training.TrainingRun;
import org.grokscope.workbench.newrun.PlannedRun;
import org.grokscope.workbench.runs.RunRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Does with the real window what people do: starts a run, watches, pauses, stops, closes, comes back. */
@Timeout(180)
class WatchARunTest extends WindowTest {
    private static final int LONG = 1_000_000;

    @Test
    void aRunIsStartedWatchedAndPausedAndIsThereAgain() throws IOException {
        planned = List.of(planned("my first run", TinyRun.configuration(LONG)));
        open();
        robot.clickOn("#new-run");
        until(() -> workbench.model().runs().chosen().get().filter(run -> run.evaluations().size() > 5).isPresent());
        int early = chosen().lastStep();
        until(() -> chosen().lastStep() > early);
        assertThat(text("#status")).isEqualTo("training my first run");
        assertThat(text("#pause")).isEqualTo("Pause");
        screenshot("live", 1440, 900);

        robot.type(KeyCode.SPACE);
        until(() -> workbench.model().runs().chosenInTraining().isEmpty() && chosen().state() == RunState.PAUSED);
        int held = chosen().events().getLast().step();
        assertThat(directory().checkpointSteps()).last().isEqualTo(held);
        assertThat(text("#status")).isEqualTo("paused my first run");

        robot.clickOn("#pause");
        until(() -> phase() == TrainingRun.Phase.TRAINING && chosen().lastStep() > held);
        robot.clickOn("#pause");
        until(() -> workbench.model().runs().chosenInTraining().isEmpty() && chosen().state() == RunState.PAUSED);
        RunHistory left = directory().history();
        assertThat(left.checkpoints()).last().isEqualTo(left.events().getLast().step());

        close();
        open();
        until(() -> workbench.model().runs().chosen().get().filter(RunHistory::whole).isPresent());
        assertThat(chosen().evaluations()).isEqualTo(left.evaluations());
        assertThat(text("#pause")).isEqualTo("Resume");
        robot.clickOn("#pause");
        until(() -> chosen().lastStep() > left.lastStep());
        close();
        assertThat(directory().history().state()).isEqualTo(RunState.PAUSED);
    }

    @Test
    void severalRunsShareTheLane() {
        RunConfiguration tiny = TinyRun.configuration(LONG);
        planned = List.of(planned("one", tiny), planned("two", tiny.withSeed(7)));
        open();
        robot.clickOn("#empty-new-run");
        until(() -> workbench.model().runs().runs().get().size() == 2);
        until(() -> workbench.model().runs().runs().get().stream().allMatch(run -> run.lastStep() > 10));
        assertThat(workbench.model().status().getValue().progress()).contains("2 runs take turns");
        robot.interact(() -> workbench.model().runs().select(
                workbench.model().runs().runs().get().stream().map(run -> run.head().id()).toList()));
        screenshot("two-runs", 1000, 700);
    }

    @Test
    void aFinishedRunGoesOnToAnotherLastStep() {
        planned = List.of(planned("short", TinyRun.configuration(40)));
        open();
        robot.clickOn("#empty-new-run");
        until(() -> workbench.model().runs().chosen().get().filter(run -> run.state() == RunState.FINISHED)
                .isPresent());
        furtherTo = OptionalInt.of(80);
        robot.interact(() -> workbench.runActions().continueTo(chosen().head().id()));
        until(() -> chosen().state() == RunState.FINISHED && chosen().lastStep() == 80);
        otherName = Optional.of("long");
        robot.interact(() -> workbench.runActions().rename(chosen().head().id()));
        until(() -> chosen().head().name().equals("long"));
    }

    @Test
    void aRunThatAnotherHandWritesGrowsBeforeOnesEyes() throws Exception {
        RunHistory history = SampleHistories.live(3000);
        try (SavedRuns saved = new SavedRuns(folder)) {
            String id = saved.save(history);
            open();
            until(() -> workbench.model().runs().chosen().get().isPresent());
            assertThat(chosen().state()).isEqualTo(RunState.TRAINING);
            assertThat(workbench.model().status().getValue().progress()).contains("in another process");
            assertThat(find("#pause").isDisabled()).isTrue();
            Files.writeString(folder.resolve(id).resolve("metrics.jsonl"),
                    Files.readAllLines(folder.resolve(id).resolve("metrics.jsonl")).getLast()
                            .replace("\"step\":3000", "\"step\":3100") + "\n",
                    StandardOpenOption.APPEND);
            until(() -> chosen().lastStep() == 3100);
        }
        until(() -> chosen().state() == RunState.INTERRUPTED);
        assertThat(text("#pause")).isEqualTo("Resume");
    }

    @Test
    void aRunThatCannotBeReadIsToldAndTheOthersStay() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            saved.save(SampleHistories.grokked());
            Files.createDirectories(folder.resolve("broken"));
            Files.writeString(folder.resolve("broken").resolve("run.json"), "{ not JSON");
            open();
            assertThat(workbench.model().runs().runs().get()).hasSize(1);
            TreeTableView<RunRow> list = find("#runs");
            RunRow damaged = list.getRoot().getChildren().getLast().getValue();
            assertThat(damaged.name()).isEqualTo("broken");
            robot.interact(() -> list.getSelectionModel().select(1));
            assertThat(text("#notice")).contains("broken", "is not JSON");
            screenshot("notice", 1000, 700);
        }
    }

    @Test
    void theFilterKeepsWhatMatches() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            WorkbenchLooksTest.many(saved);
            open();
            robot.clickOn("#filter").write("p=53");
            until(() -> this.<TreeTableView<?>>find("#runs").getRoot().getChildren().size() == 3);
            assertThat(this.<TextField>find("#filter").getText()).isEqualTo("p=53");
            robot.interact(() -> workbench.model().runs().filter().set("no such run"));
            assertThat(this.<TreeTableView<?>>find("#runs").getRoot().getChildren()).isEmpty();
        }
    }

    private TrainingRun.Phase phase() {
        return workbench.model().runs().chosenInTraining().map(TrainingRun::phase).orElse(TrainingRun.Phase.STOPPED);
    }

    private RunDirectory directory() throws IOException {
        return RunDirectory.open(folder.resolve(chosen().head().id()));
    }

    private static PlannedRun planned(String name, RunConfiguration configuration) {
        return new PlannedRun(name, configuration);
    }
}
