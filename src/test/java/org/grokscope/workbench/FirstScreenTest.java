package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.grokscope.run.BundledRuns;
import org.grokscope.run.Forkable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The window as it opens for the first time, with the runs that come with the program. */
@Timeout(180)
class FirstScreenTest extends WindowTest {
    private static final Path SAMPLES = Path.of("sample-runs").toAbsolutePath();

    @BeforeEach
    void installSamples() {
        System.setProperty(BundledRuns.PROPERTY, SAMPLES.toString());
    }

    @AfterEach
    void removeSamples() {
        System.clearProperty(BundledRuns.PROPERTY);
    }

    @Test
    void itShowsTheFlagshipWhereItGroksExplainsThatAndKeepsTheForkFormFolded() {
        open();
        until(() -> workbench.model().timeline().cursorStepProperty().get() == 3200);
        assertThat(chosen().head().id()).endsWith("add-97-seed-123");
        Label explanation = robot.lookup(".card .remark").<Label>queryAll().stream()
                .filter(label -> label.getText().startsWith("It has grokked")).findFirst().orElseThrow();
        Bounds place = explanation.localToScene(explanation.getBoundsInLocal());
        assertThat(place.getMaxY()).isLessThan(700);
        assertThat(find("#fork-start").getParent().getParent().isVisible()).isFalse();
        screenshot("first-screen-light", 1440, 900);
        screenshot("first-screen-small", 1000, 700);
        robot.interact(() -> workbench.model().dark().set(true));
        screenshot("first-screen-dark", 1440, 900);
        robot.type(KeyCode.F);
        until(() -> find("#fork-start").getParent().getParent().isVisible());
        until(() -> inView(find("#fork-start")));
        screenshot("first-screen-fork", 1440, 900);
    }

    @Test
    void theSamplesStandInTeachingOrderAndSayWhatTheyShow() {
        open();
        until(() -> workbench.model().runs().runs().get().size() > 10);
        List<String> order = workbench.model().runs().forest().stream()
                .map(branch -> Path.of(branch.run().head().id()).getFileName().toString()).toList();
        assertThat(order).containsExactly("add-97-seed-123", "add-131-seed-42", "add-53-seed-42",
                "multiply-97-seed-42", "add-97-attention-only-seed-42", "add-97-mlp-only-seed-42",
                "add-97-seed-42-wd-10");
        assertThat(robot.lookup(".run-caption").<Label>queryAll().stream().filter(Node::isVisible).map(Label::getText)
                .collect(Collectors.toSet())).contains("MLP only: never", "\u03bb 10: a false alarm");
    }

    @Test
    void whatCannotBeForkedIsShadedAndTheCardLeadsToWhatCan() {
        open();
        String fork = SAMPLES.resolve("add-131-seed-42-fork-1800-wd-2").toString();
        until(() -> workbench.model().runs().run(fork).isPresent());
        robot.interact(() -> workbench.model().runs().select(List.of(fork)));
        until(() -> workbench.model().timeline().forkable().map(Forkable::first).orElse(0) == 1800);
        robot.interact(() -> workbench.model().timeline().cursorStepProperty().set(700));
        until(() -> find("#unforkable").isVisible());
        assertThat(stage.getTitle()).as("a fork's parent is named").isEqualTo(
                "\u03bb 2 from 1,800 of add mod 131 \u00b7 seed 42 grokked at 2,300 \u2013 Grokscope");
        assertThat(robot.lookup("#fork-card .caption").<Label>queryAll()).extracting(Label::getText)
                .contains("This run can be forked from step 1,800 on; for an earlier step, fork its parent.");
        robot.interact(() -> workbench.model().timeline().clickedProperty().set(true));
        screenshot("unforkable-light", 1440, 900);
        robot.interact(() -> this.<Hyperlink>find("#fork-elsewhere-card").fire());
        assertThat(workbench.model().timeline().cursorStepProperty().get()).isEqualTo(1800);
        robot.interact(() -> workbench.model().dark().set(true));
        screenshot("unforkable-dark", 1440, 900);
    }

    private boolean inView(Node node) {
        Bounds place = node.localToScene(node.getBoundsInLocal());
        return place.getMinY() > 0 && place.getMaxY() < stage.getScene().getHeight();
    }
}
