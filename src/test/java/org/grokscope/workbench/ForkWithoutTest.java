package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.training.TinyRun;
import org.grokscope.workbench.newrun.PlannedRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Takes a frequency out of a network by clicks, and sees what comes of it. */
@Timeout(180)
class ForkWithoutTest extends WindowTest {
    private static final int STEPS = 120;

    @Test
    void aFrequencyThatWasClickedIsRemovedBesideItsShamAndItsControl() {
        planned = List.of(new PlannedRun("parent", TinyRun.configuration(STEPS)));
        open();
        robot.clickOn("#empty-new-run");
        until(() -> workbench.model().runs().chosen().get().map(RunHistory::state).filter(RunState.FINISHED::equals)
                .isPresent());
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
        until(() -> spoken("neurons").contains("neurons on"));
        robot.interact(() -> workbench.model().timeline().cursorStepProperty().set(60));
        until(() -> text("#circuit-title").endsWith("at step 60"));
        robot.clickOn("#circuit-embedding-power");
        String button = this.<Button>find("#circuit-without").getAccessibleText();
        assertThat(button).startsWith("Fork without k ");
        String k = button.replaceAll("\\D", "");
        robot.interact(() -> this.<Button>find("#circuit-without").fire());
        assertThat(this.<TextField>find("#fork-intervention").getText()).isEqualTo("remove-frequency " + k);
        robot.interact(() -> List.of(1.0, 2.0, 3.0, 5.0).forEach(it -> workbench.model().fork().choose(it, false)));
        assertThat(text("#fork-start")).isEqualTo("Start 3 branches");
        robot.interact(() -> this.<Button>find("#fork-start").fire());
        until(() -> branches().size() == 3 && branches().stream().allMatch(it -> it.state() == RunState.FINISHED));
        assertThat(branches()).allMatch(it -> it.head().lineage().step() == 60);
        assertThat(branches()).extracting(it -> it.head().interventions().label())
                .contains("", "\u2212 k " + k).anyMatch(it -> it.startsWith("sham k "));
        assertThat(branches()).extracting(it -> it.head().name())
                .contains("control from 60", "\u2212 k " + k + " from 60");
        look();
    }

    /** Their names stand in the list, above the curves, on Forks and on Compare, and Forks leads into both networks. */
    private void look() {
        for (boolean dark : new boolean[]{false, true}) {
            robot.interact(() -> workbench.model().dark().set(dark));
            robot.interact(() -> workbench.model().page().set(Page.TIMELINE));
            screenshot("interventions-timeline-" + dark, 1000, 700);
            robot.interact(() -> workbench.model().page().set(Page.FORKS));
            screenshot("interventions-forks-" + dark, 1000, 700);
        }
        until(() -> robot.lookup("#forks-effects .label").queryAllAs(Labeled.class).stream()
                .anyMatch(it -> it.getText().startsWith("sham of")));
        robot.interact(() -> this.<Button>find("#forks-look").fire());
        assertThat(workbench.model().page().get()).isEqualTo(Page.CIRCUIT);
        assertThat(chosen().head().interventions().label()).startsWith("\u2212 k ");
        until(() -> find("#beside-differences").isVisible() || text("#beside-alike").startsWith("Alike"));
        screenshot("interventions-beside", 1000, 700);
        Label title = find("#circuit-title");
        assertThat(title.getWidth()).isGreaterThan(Math.min(120, title.prefWidth(-1)) - 1);
        robot.interact(() -> {
            workbench.model().selectAll();
            workbench.model().page().set(Page.COMPARE);
        });
        screenshot("interventions-compare", 1000, 700);
    }

    private List<RunHistory> branches() {
        return workbench.model().runs().runs().get().stream().filter(run -> run.head().lineage() != null).toList();
    }
}
