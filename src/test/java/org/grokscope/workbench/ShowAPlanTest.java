package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.TableView;
import org.grokscope.study.Catalogue;
import org.grokscope.study.Trial;
import org.grokscope.study.Trial.Trained;
import org.grokscope.study.plan.Plan;
import org.grokscope.study.plan.PlanFolder;
import org.grokscope.study.report.WrittenRuns;
import org.grokscope.study.slurm.LineState;
import org.grokscope.study.slurm.LineStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A plan that is trained elsewhere, in the real window. */
@Timeout(120)
class ShowAPlanTest extends WindowTest {
    @TempDir
    private Path elsewhere;

    private PlanFolder plan() throws IOException {
        List<Trial> trials = Catalogue.of("leads").cells().subList(0, 3);
        PlanFolder plan = PlanFolder.create(elsewhere.resolve("sweep"), new Plan(List.copyOf(trials)));
        new WrittenRuns(plan.runs()).run(((Trained) trials.get(1)).configuration(), 1000, OptionalInt.empty(),
                OptionalInt.empty());
        return plan;
    }

    @Test
    void aPlanShowsItsLinesAndItsRunsJoinTheList() throws IOException {
        PlanFolder plan = plan();
        openWithDialogs();
        robot.interact(() -> workbench.plans().show(plan.path()));
        until(() -> lines().getItems().size() == 3);
        assertThat(lines().getItems()).extracting(LineStatus::state).containsExactly(LineState.PLANNED,
                LineState.FINISHED, LineState.PLANNED);
        assertThat(text("#plan-summary")).isEqualTo("3 runs: 2 planned, 1 finished");
        assertThat(find("#plan-problem").isVisible()).isFalse();
        until(() -> workbench.model().runs().runs().get().size() == 1);
        assertThat(workbench.folders().title(plan.runs())).isEqualTo("plan sweep");
        robot.interact(() -> lines().getSelectionModel().select(1));
        assertThat(find("#plan-cancel").isDisabled()).as("nothing was submitted").isTrue();
        assertThat(find("#plan-requeue").isDisabled()).isTrue();
        screenshot("plan-light", find("#plan-dialog").getScene());
        // What becomes of a line is seen without anybody's doing, and the choice stays.
        new WrittenRuns(plan.runs()).run(((Trained) Catalogue.of("leads").cells().getFirst()).configuration(), 1000,
                OptionalInt.empty(), OptionalInt.empty());
        until(() -> lines().getItems().getFirst().state() == LineState.FINISHED);
        assertThat(lines().getSelectionModel().getSelectedIndex()).isEqualTo(1);
        robot.clickOn("Close");
        robot.interact(() -> workbench.model().dark().set(true));
        robot.interact(() -> workbench.plans().show(plan.path()));
        until(() -> lines().getItems().size() == 3);
        screenshot("plan-dark", find("#plan-dialog").getScene());
    }

    @Test
    void aFolderWithoutAPlanIsNamedInASentence() {
        open();
        robot.interact(() -> workbench.plans().show(elsewhere));
        assertThat(text("#notice")).isEqualTo("There is no plan in " + elsewhere.getFileName()
                + ": it has no plan.jsonl.");
        assertThat(workbench.folders().beside()).isEmpty();
    }

    private TableView<LineStatus> lines() {
        return find("#plan-lines");
    }
}
