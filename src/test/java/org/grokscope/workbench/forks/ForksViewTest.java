package org.grokscope.workbench.forks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.grokscope.figure.ForkChart;
import org.grokscope.figure.SampleForks;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.workbench.Pictures;
import org.grokscope.workbench.chart.Drawn;
import org.grokscope.workbench.control.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import static org.assertj.core.api.Assertions.assertThat;

/** Drives the forks view without a display. */
@ExtendWith(ApplicationExtension.class)
class ForksViewTest {
    private final ForksModel model = new ForksModel();
    private ForksView view;
    private Scene scene;
    private int asked;
    private int looked;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        view = new ForksView(model, () -> asked++, () -> looked++);
        // The headless screen is small: the view has a size of its own, which the window need not have.
        view.node().setManaged(false);
        view.node().resize(860, 820);
        scene = new Scene(new Pane(view.node()), 860, 820);
        model.darkProperty().subscribe(dark -> {
            Theme.of(dark).install();
            Theme.of(dark).dress(scene.getStylesheets());
        });
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void itLooksRightInEverySize(FxRobot robot) throws Exception {
        show(robot, SampleForks.family());
        for (int[] size : new int[][]{{362, 800}, {640, 560}, {820, 700}, {860, 820}, {1300, 900}}) {
            robot.interact(() -> view.node().resize(size[0], size[1]));
            screenshot("light-" + size[0]);
            assertNothingCut();
        }
        robot.interact(() -> model.darkProperty().set(true));
        screenshot("dark-1300");
        robot.interact(() -> view.node().resize(640, 560));
        screenshot("dark-640");
        robot.interact(() -> {
            view.node().resize(640, 560);
            ((ScrollPane) view.node().lookup(".forks-cards")).setVvalue(0.55);
        });
        screenshot("dark-640-scrolled");
        assertNothingCut();
    }

    @Test
    void aMarkOfALawIsItsRunAndStandsOutWhereRunsAreListed(FxRobot robot) throws Exception {
        RunHistory branch = SampleForks.grokked("parent", 1, 0, 2300);
        List<String> chosen = new ArrayList<>();
        show(robot, List.of(SampleForks.parent("parent"), branch, SampleForks.grokked("parent", 3, 0, 900)));
        robot.interact(() -> {
            view.choosing(chosen::add);
            model.highlightedProperty().set(Optional.of(branch.head().id()));
        });
        Node outline = view.node().lookupAll(".mark-outline").stream().filter(Node::isVisible).findFirst()
                .orElseThrow();
        robot.interact(() -> model.highlightedProperty().set(Optional.empty()));
        Bounds at = outline.localToScreen(outline.getBoundsInLocal());
        robot.clickOn(at.getCenterX(), at.getCenterY());
        assertThat(model.highlightedProperty().get()).contains(branch.head().id());
        assertThat(chosen).containsExactly(branch.head().id());
        Label card = (Label) view.node().lookupAll(".mark-card").stream().filter(Node::isVisible).findFirst()
                .orElseThrow();
        assertThat(card.getText()).startsWith(branch.head().name());
        assertThat(card.localToScreen(card.getLayoutBounds()).intersects(at)).as("it stands beside").isFalse();
        screenshot("pointed");
    }

    @Test
    void aLineOfTheTableIsItsBranchesInAllCharts(FxRobot robot) throws Exception {
        RunHistory branch = SampleForks.grokked("parent", 1, 0, 2300);
        List<String> chosen = new ArrayList<>();
        show(robot, List.of(SampleForks.parent("parent"), branch, SampleForks.grokked("parent", 3, 0, 900),
                SampleForks.grokked("parent", 3, 1, 1000)));
        robot.interact(() -> view.choosing(chosen::add));
        List<Node> lines = List.copyOf(view.node().lookupAll(".forks-row"));
        assertThat(lines).as("one for each \u03bb").hasSize(2);
        robot.interact(() -> ((ScrollPane) view.node().lookup(".forks-cards")).setVvalue(0.9));
        settle();
        robot.moveTo(lines.getLast());
        assertThat(outlines()).as("both draws of \u03bb = 3").hasSize(ForkChart.values().length);
        assertThat(model.highlightedProperty().get()).as("none of two").isEmpty();
        robot.moveTo(lines.getFirst());
        assertThat(model.highlightedProperty().get()).contains(branch.head().id());
        robot.clickOn(lines.getFirst());
        assertThat(chosen).containsExactly(branch.head().id());
        robot.interact(() -> model.highlightedProperty().set(Optional.empty()));
        assertThat(outlines()).isEmpty();
        robot.interact(() -> model.highlightedProperty().set(Optional.of(branch.head().id())));
        assertThat(lines.getFirst().getPseudoClassStates()).extracting(PseudoClass::getPseudoClassName).contains("lit");
        assertThat(lines.getLast().getPseudoClassStates()).extracting(PseudoClass::getPseudoClassName)
                .doesNotContain("lit");
    }

    private List<Node> outlines() {
        return view.node().lookupAll(".mark-outline").stream().filter(Node::isVisible).toList();
    }

    @Test
    void fewBranchesAreShownAsFew(FxRobot robot) throws Exception {
        show(robot, List.of(SampleForks.parent("parent"), SampleForks.grokked("parent", 1, 0, 2300),
                SampleForks.waiting("parent", 3, 0, 500, RunState.TRAINING)));
        screenshot("few");
        assertThat(view.node().lookup("#forks-step").isVisible()).isFalse();
    }

    @Test
    void withoutForksItSaysHowToMakeThem(FxRobot robot) throws Exception {
        show(robot, List.of(SampleForks.parent("parent")));
        screenshot("empty");
        assertThat(view.node().lookup(".forks-cards").isVisible()).isFalse();
        robot.clickOn("#forks-add-first");
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void theButtonsCopyAndAskForMore(FxRobot robot) {
        show(robot, SampleForks.family());
        robot.clickOn("#forks-copy").clickOn("#forks-add");
        assertThat(asked).isEqualTo(1);
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(model.tableText()));
    }

    @Test
    void aBranchAndItsControlAreLookedInto(FxRobot robot) {
        show(robot, SampleForks.family());
        robot.interact(() -> ((Button) view.node().lookup("#forks-look")).fire());
        assertThat(looked).isEqualTo(1);
        assertThat(model.branchAndControl()).containsExactly("parent-1.0-0", "parent-2.0-0");
        show(robot, List.of(SampleForks.parent("parent"), SampleForks.grokked("parent", 2, 0, 900)));
        assertThat(view.node().lookup("#forks-look").isDisabled()).as("there is no control").isTrue();
    }

    @Test
    void anotherStepIsChosenInTheView(FxRobot robot) throws Exception {
        show(robot, List.of(SampleForks.parent("parent"), SampleForks.grokked("parent", 2, 0, 900),
                SampleForks.grokked("parent", 3, 0, 600),
                SampleForks.at(SampleForks.grokked("parent", 5, 0, 500), 1000)));
        screenshot("steps");
        robot.clickOn("#forks-step").clickOn("forked at 1,000");
        settle();
        assertThat(model.shownStep()).hasValue(1000);
        assertThat(cells()).contains("5").doesNotContain("2", "3");
    }

    @Test
    void theChartsCanBeHeard(FxRobot robot) {
        show(robot, SampleForks.family());
        assertThat(((Pane) view.node().lookup(".forks-chart")).getChildren().getFirst().getAccessibleText())
                .contains("Steps from fork to grokking").contains("log\u2013log slope");
    }

    /** Every label shows all of its text. */
    private void assertNothingCut() {
        for (var node : view.node().lookupAll(".label")) {
            if (node instanceof Label label && isSeen(label) && label.lookup(".text") instanceof Text text) {
                assertThat(text.getText()).as("as shown").isEqualTo(label.getText());
            }
        }
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    private List<String> cells() {
        return view.node().lookupAll(".forks-cell").stream().map(cell -> ((Label) cell).getText()).toList();
    }

    private void show(FxRobot robot, List<RunHistory> runs) {
        robot.interact(() -> {
            model.runsProperty().set(runs);
            model.selectionProperty().set(List.of("parent"));
        });
        settle();
    }

    private static void settle() {
        Drawn.await();
    }

    private void screenshot(String name) {
        Pictures.of(view.node(), model.darkProperty().get() ? "#0b1220" : "#f1f5f9", "forks-" + name);
    }
}
