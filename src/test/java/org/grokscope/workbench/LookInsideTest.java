package org.grokscope.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.grokscope.run.RunDirectory;
import org.grokscope.training.TinyRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Trains a tiny run in the real window and looks into its network. */
@Timeout(180)
class LookInsideTest extends WindowTest {
    private static final List<String> CARDS = List.of("embedding-power", "neurons", "circle", "ranks", "ablation",
            "attention", "logits", "pairs");

    private RunDirectory run;

    @BeforeEach
    void openCircuit() throws Exception {
        run = TinyRun.create(folder, TinyRun.configuration(100));
        open();
        until(() -> workbench.model().runs().chosen().get().isPresent());
        robot.interact(() -> workbench.pauseOrResume());
        until(() -> chosen().checkpoints().contains(100));
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
        robot.interact(() -> this.<Button>find("#circuit-silence").fire());
        until(() -> spoken("attention").contains("to itself") && spoken("ablation").contains("%"));
    }

    @Test
    void everyPanelShowsTheNewestCheckpoint() {
        assertThat(text("#circuit-title")).endsWith("at step 100");
        assertThat(text("#circuit-place")).startsWith("checkpoint 6 of 6, the newest");
        for (String card : CARDS) {
            assertThat(spoken(card)).as(card).isNotBlank().doesNotContain("reading");
        }
        screenshot("circuit-light", 1440, 900);
        screenshot("circuit-light-large", 1920, 1080);
        screenshot("circuit-light-small", 1000, 700);
        robot.interact(() -> workbench.model().dark().set(true));
        screenshot("circuit-dark", 1440, 900);
        screenshot("circuit-dark-small", 1000, 700);
    }

    @Test
    void arrowKeysGoThroughTheCheckpoints() {
        robot.type(KeyCode.LEFT);
        until(() -> text("#circuit-title").endsWith("at step 80"));
        assertThat(workbench.model().timeline().cursorStepProperty().get()).isEqualTo(80);
        robot.type(KeyCode.HOME);
        until(() -> text("#circuit-title").endsWith("at step 0"));
        assertThat(find("#circuit-earlier").isDisabled()).isTrue();
        robot.type(KeyCode.RIGHT);
        until(() -> text("#circuit-title").endsWith("at step 20"));
        robot.type(KeyCode.END);
        until(() -> text("#circuit-place").contains("the newest"));
    }

    @Test
    void aClickOnABarShowsThatFrequency() {
        int before = frequency();
        robot.clickOn("#circuit-embedding-power");
        until(() -> frequency() == 2 || frequency() != before);
        assertThat(text("#circuit-explanation")).isNotBlank();
    }

    @Test
    void aPairIsAnsweredAndABadOneMarked() {
        robot.interact(() -> {
            this.<TextField>find("#circuit-a").setText("6");
            this.<TextField>find("#circuit-b").setText("5");
        });
        until(() -> spoken("logits").contains("Logits for 6 + 5"));
        assertThat(spoken("logits")).contains("4");
        robot.interact(() -> this.<TextField>find("#circuit-b").clear());
        robot.clickOn("#circuit-b").write("7");
        until(() -> find("#circuit-pair-problem").isVisible());
        assertThat(this.<Label>find("#circuit-pair-problem").getText())
                .isEqualTo("b takes a whole number from 0 to 6, and '7' is not one.");
        screenshot("circuit-bad-pair", 1440, 900);
    }

    @Test
    void theTableIsSortedByAnswer() {
        assertThat(spoken("pairs")).contains("b up");
        robot.interact(() -> this.<CheckBox>find("#circuit-by-answer").fire());
        until(() -> spoken("pairs").contains("the answer up"));
    }

    @Test
    void theSliderMovesTheCircleBetweenTheEvaluations() {
        robot.interact(() -> this.<Slider>find("#circuit-slider").setValue(47));
        until(() -> spoken("circle").contains("step 47"));
        assertThat(workbench.model().timeline().cursorStepProperty().get()).isEqualTo(40);
        until(() -> text("#circuit-title").endsWith("at step 40"));
    }

    @Test
    void twoStepsStandSideBySideAndWhatDiffersIsNamed() {
        robot.interact(() -> this.<ToggleButton>find("#circuit-beside").fire());
        until(() -> beside("second-neurons").contains("differs at") || beside("second-neurons").contains("alike"));
        assertThat(text("#beside-left")).endsWith("at step 100");
        until(() -> find("#beside-differences").isVisible());
        screenshot("circuit-beside-light", 1440, 900);
        screenshot("circuit-beside-light-small", 1000, 700);
        robot.interact(() -> workbench.model().dark().set(true));
        screenshot("circuit-beside-dark", 1440, 900);
        screenshot("circuit-beside-dark-small", 1000, 700);
        robot.interact(() -> this.<ToggleButton>find("#circuit-beside").fire());
        until(() -> !find("#circuit-two").isVisible() && !spoken("neurons").contains("differs"));
    }

    private String beside(String card) {
        String text = robot.lookup("#beside-" + card).queryParent().getChildrenUnmodifiable().getFirst()
                .getAccessibleText();
        return text == null ? "" : text;
    }

    private int frequency() {
        String words = spoken("circle");
        return Integer.parseInt(words.replaceFirst("(?s).*?k\u00a0=\u00a0(\\d+).*", "$1"));
    }
}
