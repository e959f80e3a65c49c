package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.run.Trash;
import org.grokscope.workbench.runs.RunRow;
import org.grokscope.workbench.runs.RunsModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keeps a library in order with the real window: deletes and brings back, stars, renames, tags, filters, sorts. */
@Timeout(180)
class KeepRunsTest extends WindowTest {
    @TempDir
    private Path elsewhere;

    private RunsModel runs() {
        return workbench.model().runs();
    }

    private int shown() {
        return this.<TreeTableView<RunRow>>find("#runs").getExpandedItemCount();
    }

    private void key(KeyCode code) {
        robot.interact(() -> find("#runs").requestFocus());
        robot.type(code);
    }

    private void ctrl(KeyCode code) {
        robot.press(KeyCode.CONTROL).type(code).release(KeyCode.CONTROL);
    }

    @Test
    void deletedRunsComeBackByKeyAndByButton() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            String parent = WorkbenchLooksTest.many(saved);
            open();
            robot.interact(() -> runs().select(List.of(parent)));
            key(KeyCode.DELETE);
            until(() -> runs().runs().get().size() == 19);
            assertThat(text("#notice")).isEqualTo("Deleted add mod 97 \u00b7 seed 123.");
            assertThat(folder.resolve(parent)).doesNotExist();
            screenshot("deleted", 1000, 700);
            ctrl(KeyCode.Z);
            until(() -> runs().run(parent).isPresent() && runs().selection().get().equals(List.of(parent)));
            assertThat(workbench.model().notice().get()).isEmpty();

            List<String> several = runs().runs().get().stream().filter(run -> run.state() == RunState.FINISHED)
                    .map(run -> run.head().id()).toList();
            robot.interact(() -> runs().select(several));
            key(KeyCode.DELETE);
            until(() -> workbench.model().notice().get().isPresent());
            assertThat(text("#notice")).isEqualTo("Deleted " + several.size() + " runs.");
            until(() -> runs().runs().get().size() == 20 - several.size());
            robot.interact(() -> this.<Button>find(".notice-remedy").fire());
            until(() -> runs().runs().get().size() == 20);
        }
    }

    @Test
    void aRunThatAnotherProcessTrainsCannotBeDeleted() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            String live = saved.save(Runs.run("live", "live one", 1, RunState.TRAINING, 1000));
            open();
            robot.interact(() -> runs().select(List.of(live)));
            key(KeyCode.DELETE);
            until(() -> workbench.model().notice().get().isPresent());
            assertThat(text("#notice")).isEqualTo("The run " + live
                    + " is training and cannot be deleted. Stop it first.");
            assertThat(folder.resolve(live)).isDirectory();
        }
    }

    @Test
    void aRunThatAnotherHandDeletedThisMomentIsSaidToBeGone() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            String id = saved.save(Runs.run("a", "a run", 1, RunState.FINISHED, 1000));
            open();
            until(() -> runs().run(id).isPresent());
            robot.interact(() -> {
                try {
                    new Trash(folder).delete(List.of(folder.resolve(id)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                workbench.runActions().star(List.of(id));
            });
            until(() -> workbench.model().notice().get().isPresent());
            assertThat(text("#notice")).startsWith("There is no run in " + id);
        }
    }

    @Test
    void anEmptiedTrashIsEmpty() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            String id = saved.save(Runs.run("a", "a run", 1, RunState.FINISHED, 1000));
            open();
            robot.interact(() -> workbench.runActions().delete(List.of(id)));
            until(() -> runs().runs().get().isEmpty());
            robot.interact(() -> workbench.runActions().emptyTrash());
            // The lock of the trash stays: a lock that is deleted is none for whoever waits for it.
            until(() -> left().equals(List.of(".trash.lock")));
            ctrl(KeyCode.Z);
            assertThat(left()).containsExactly(".trash.lock");
        }
    }

    private List<String> left() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    @Test
    void starNameNoteAndTagsAreGivenByKeyboardAndFound() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            String parent = WorkbenchLooksTest.many(saved);
            open();
            robot.interact(() -> runs().select(List.of(parent)));
            otherName = Optional.of("the best");
            otherNote = "Groks early.";
            otherTags = "paper,  slow";
            key(KeyCode.S);
            until(() -> runs().run(parent).filter(run -> run.notes().starred()).isPresent());
            key(KeyCode.F2);
            key(KeyCode.N);
            key(KeyCode.T);
            until(() -> runs().run(parent).filter(run -> run.head().name().equals("the best")
                    && run.notes().note().equals("Groks early.")
                    && run.notes().tags().equals(List.of("paper", "slow"))).isPresent());
            screenshot("starred", 1440, 900);
            robot.clickOn("#filter").write("starred tag:pap");
            until(() -> shown() == 1);
            robot.interact(() -> runs().filter().set("starred p=many"));
            assertThat(text("#filter-problem")).isEqualTo("'many' is not a number that p could be.");
            screenshot("filter-problem", 1000, 700);
        }
    }

    /** Returns the words that the filter proposes. */
    private List<String> proposals() {
        return robot.lookup(".auto-complete-popup .list-cell").<ListCell<?>>queryAll().stream().map(ListCell::getText)
                .filter(text -> text != null && !text.isEmpty()).toList();
    }

    @Test
    void theFilterIsCompletedByTheKeyboard() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            WorkbenchLooksTest.many(saved);
            open();
            robot.clickOn("#filter").write("sta");
            until(() -> proposals().equals(List.of("starred", "state:")));
            screenshotOfPopup("proposals-light");
            robot.type(KeyCode.DOWN, KeyCode.ENTER);
            assertThat(runs().filter().get()).isEqualTo("state:");
            until(() -> proposals().contains("state:finished"));
            robot.write("pa");
            until(() -> proposals().equals(List.of("state:paused")));
            robot.type(KeyCode.TAB);
            assertThat(runs().filter().get()).isEqualTo("state:paused ");
            until(() -> shown() == 1);
        }
    }

    @Test
    void columnsAndOrderAreThoseOfTheLastTime() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            WorkbenchLooksTest.many(saved);
            open();
            TreeTableView<RunRow> list = find("#runs");
            robot.interact(() -> {
                list.getColumns().stream().filter(it -> "column-p".equals(it.getId())).forEach(it -> {
                    it.setVisible(true);
                    list.getSortOrder().add(it);
                });
            });
            until(() -> list.getRoot().getChildren().getFirst().getValue().run().head().configuration().task()
                    .p() == 53);
            screenshot("sorted", 1440, 900);
            close();
            open();
            TreeTableView<RunRow> again = find("#runs");
            until(() -> again.getRoot().getChildren().getFirst().getValue().run().head().configuration().task()
                    .p() == 53);
            assertThat(again.getVisibleLeafColumns()).extracting(it -> it.getId()).contains("column-p");
        }
    }

    @Test
    void whatIsCopiedIsSaidToBe() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            String id = saved.save(Runs.run("a", "a run", 1, RunState.FINISHED, 1000));
            open();
            until(() -> stage.isFocused());
            robot.interact(() -> workbench.runActions().copyPath(id));
            until(() -> Window.getWindows().stream().anyMatch(window -> window instanceof Tooltip notice
                    && notice.getText().equals("Copied \u2713")));
        }
    }

    @Test
    void theMenuOfColumnsHasWords() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            WorkbenchLooksTest.many(saved);
            open();
            robot.clickOn("#runs .show-hide-columns-button");
            until(() -> robot.lookup(".context-menu .menu-item").tryQuery().isPresent());
            assertThat(robot.lookup(".context-menu .menu-item > .label").<Label>queryAll()).extracting(Label::getText)
                    .contains("Name", "State").anyMatch(words -> words.startsWith("Modulus p"))
                    .noneMatch(String::isEmpty);
            assertThat(robot.lookup("#column-p").tryQuery()).isEmpty();
        }
    }

    @Test
    void severalFoldersAreShownAndOneIsClosed() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder); SavedRuns others = new SavedRuns(elsewhere)) {
            RunHistory same = Runs.run("a", "here", 1, RunState.FINISHED, 1000);
            String here = saved.save(same);
            others.save(Runs.run("a", "there", 2, RunState.FINISHED, 8000));
            open();
            assertThat(runs().runs().get()).hasSize(1);
            otherFolder = Optional.of(elsewhere);
            ctrl(KeyCode.O);
            until(() -> runs().runs().get().size() == 2);
            String there = elsewhere.resolve(here).toString();
            robot.interact(() -> runs().select(List.of(here, there)));
            until(() -> runs().shown().get().size() == 2);
            assertThat(chosen().head().name()).isEqualTo("there");
            screenshot("two-folders", 1440, 900);
            close();
            open();
            until(() -> runs().runs().get().size() == 2);
            robot.interact(() -> workbench.folders().close(elsewhere));
            until(() -> runs().runs().get().size() == 1);
            assertThat(workbench.folders().recent()).containsExactly(elsewhere);
            robot.interact(() -> workbench.folders().openAgain(elsewhere));
            until(() -> runs().runs().get().size() == 2);
            Path gone = elsewhere.resolveSibling("gone");
            robot.interact(() -> workbench.folders().openAgain(gone));
            until(() -> workbench.model().notice().get().isPresent());
            assertThat(workbench.model().notice().get().orElseThrow().sentence())
                    .endsWith("gone is not there any more.");
            assertThat(workbench.folders().all()).doesNotContain(gone);
        }
    }
}
