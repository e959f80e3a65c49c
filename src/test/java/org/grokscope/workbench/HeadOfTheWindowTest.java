package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.grokscope.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.util.WaitForAsyncUtils;

/** The bar at the head of the real window, and its notices. */
@Timeout(180)
class HeadOfTheWindowTest extends WindowTest {
    private static final List<String> BUTTONS = List.of("#new-run", "#pause", "#page-timeline", "#page-circuit",
            "#page-forks", "#page-compare", "#studies", "#export", "#preferences-button", "#dark");

    @Test
    void everyButtonHasItsPlaceAlsoInANarrowWindow() throws IOException {
        try (SavedRuns saved = new SavedRuns(folder)) {
            saved.save(Runs.run("a", "a run", 1, RunState.FINISHED, 8000));
            open();
            for (double width : new double[]{1000, 940}) {
                robot.interact(() -> {
                    stage.setWidth(width);
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                });
                double end = 0;
                for (String button : BUTTONS) {
                    Region region = find(button);
                    Bounds place = region.localToScene(region.getLayoutBounds());
                    assertThat(place.getMinX()).as(button + " begins where the one before ends, at " + width)
                            .isGreaterThanOrEqualTo(end - 1);
                    assertThat(region.getWidth()).as(button + " shows its whole text, at " + width)
                            .isGreaterThanOrEqualTo(region.prefWidth(-1) - 1);
                    end = place.getMaxX();
                }
                assertThat(end).isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    void everyButtonSaysWhatItDoesAndWithoutARunNoneLeadsNowhere() {
        open();
        for (String button : BUTTONS) {
            assertThat(this.<ButtonBase>find(button).getTooltip()).as(button).extracting(Tooltip::getText).asString()
                    .isNotBlank();
        }
        assertThat(find("#pause").isDisabled()).isTrue();
        assertThat(find("#export").isDisabled()).isTrue();
        assertThat(find("#new-run").isDisabled()).isFalse();
    }

    @Test
    void theMoonMakesTheWindowDarkAndTheSunLight() {
        open();
        robot.clickOn("#dark");
        assertThat(workbench.model().dark().get()).isTrue();
        assertThat(find("#dark").getAccessibleText()).isEqualTo("Light window");
        robot.clickOn("#dark");
        assertThat(workbench.model().dark().get()).isFalse();
        assertThat(find("#dark").getAccessibleText()).isEqualTo("Dark window");
    }

    @Test
    void aNoticeIsThereUntilItIsClosed() {
        open();
        assertThat(find(".notice").isVisible()).isFalse();
        robot.interact(() -> workbench.model().notice().set(Optional.of(Notice.told("It is done."))));
        assertThat(find(".notice").isVisible()).isTrue();
        robot.clickOn(closeButton());
        assertThat(workbench.model().notice().get()).isEmpty();
        assertThat(find(".notice").isVisible()).isFalse();
    }

    @Test
    void aNoticeMovesNothingAndStandsWhollyInTheWindow() {
        open();
        Bounds before = place(".page");
        robot.interact(() -> workbench.model().notice()
                .set(Optional
                        .of(new Notice("Something went wrong, and it takes two lines to say what it was. ".repeat(3),
                                "details"))));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(place(".page")).isEqualTo(before);
        assertThat(place(".workbench").contains(place(".notice"))).isTrue();
        Region sentence = find("#notice");
        assertThat(sentence.getHeight()).as("the whole sentence").isGreaterThanOrEqualTo(sentence.prefHeight(
                sentence.getWidth()) - 1);
        screenshot("notice-wrong", 1000, 700);
        robot.interact(() -> workbench.model().dark().set(true));
        robot.interact(() -> workbench.model().notice().set(Optional.of(Notice.told("add mod 97 · seed 42 grokked "
                + "at step 2,800.", new Notice.Remedy("Show", () -> {})))));
        screenshot("notice-told-dark", 1000, 700);
    }

    private Bounds place(String query) {
        Node node = find(query);
        return node.localToScene(node.getLayoutBounds());
    }

    private Node closeButton() {
        return robot.lookup(".notice .button").<Button>queryAll().stream()
                .filter(it -> "Close".equals(it.getAccessibleText())).findFirst().orElseThrow();
    }
}
