package org.grokscope.workbench.study;

import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.grokscope.study.Catalogue;
import org.grokscope.study.Study;
import org.grokscope.study.Trial;
import org.grokscope.workbench.control.Clipboards;
import org.grokscope.workbench.control.DialogOpening;
import org.grokscope.workbench.control.Titles;

/** Chooses a study, starts it, shows how far it is, and opens its report. It may be closed while the study runs. */
public final class StudyDialog {
    private static final ButtonType START = new ButtonType("Start study", ButtonData.OTHER);
    private static final ButtonType REPORT = new ButtonType("Open report", ButtonData.OTHER);
    private static final ButtonType PLAN = new ButtonType("Open plan\u2026", ButtonData.LEFT);
    private static final ButtonType COMMAND = new ButtonType("Copy as command line", ButtonData.LEFT);
    private static final double WIDTH = 560;
    /** As long as the words on a study's progress may become: two lines. */
    private static final String LONG_WORDS = "Delay against weight decay: 10 of 60 runs done, 10 failed, about 10 h 10 min"
            + " left. Start it again to continue.";

    private final StudyModel desk;
    private final BiConsumer<Study, Boolean> openReport;
    private final Runnable openPlan;
    private final ComboBox<Study> study = new ComboBox<>();
    private final CheckBox quick = new CheckBox("Quick");
    private final Label question = wrapped("study-question");
    private final Label runs = wrapped("study-runs");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = wrapped("study-words");

    /**
     * Prepares it.
     *
     * @param openReport writes the report of a study, quick or not, and shows it
     * @param openPlan shows where a plan stands that is trained elsewhere
     */
    public StudyDialog(StudyModel desk, BiConsumer<Study, Boolean> openReport, Runnable openPlan) {
        this.openPlan = openPlan;
        this.desk = desk;
        this.openReport = openReport;
    }

    /** Builds the dialog; it has no result. */
    public Dialog<ButtonType> build() {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.setTitle("Studies");
        dialog.getDialogPane().setId("study-dialog");
        dialog.getDialogPane().getButtonTypes().setAll(COMMAND, PLAN, REPORT, START, ButtonType.CLOSE);
        dialog.getDialogPane().setContent(content());
        Button start = button(dialog, START, "study-start", this::startOrStop);
        button(dialog, REPORT, "study-report", () -> openReport.accept(study.getValue(), quick.isSelected()));
        button(dialog, COMMAND, "study-command", this::copyCommand);
        button(dialog, PLAN, "study-plan", openPlan);
        study.valueProperty().subscribe(_ -> describe());
        quick.selectedProperty().subscribe(_ -> describe());
        var watching = desk.state().subscribe(state -> show(state, start));
        dialog.setOnHidden(_ -> watching.unsubscribe());
        DialogOpening.focus(dialog, study);
        return dialog;
    }

    private Node content() {
        Label title = new Label("Studies");
        title.getStyleClass().add("dialog-title");
        Label what = wrapped("study-what");
        what.setText("A study trains the runs that a claim of the paper rests on, as many at once as there are cores, "
                + "and writes a report that puts the paper's numbers beside these. Runs that are there are not trained "
                + "again.");
        study.setId("study-name");
        study.setAccessibleText("Study");
        study.getItems().setAll(Catalogue.all());
        study.setConverter(new Titles<>(Study::title));
        study.setValue(Catalogue.all().getFirst());
        study.setMaxWidth(Double.MAX_VALUE);
        quick.setId("study-quick");
        bar.setId("study-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        runs.getStyleClass().add("caption");
        what.getStyleClass().add("caption");
        VBox box = new VBox(title, what, study, roomy(question, Catalogue.all().stream().map(Study::question)), quick,
                roomy(runs, Catalogue.all().stream().flatMap(it -> Stream.of(runs(it, true), runs(it, false)))), bar,
                roomy(words, Stream.of(LONG_WORDS)));
        box.getStyleClass().add("question");
        box.setPrefWidth(WIDTH);
        return box;
    }

    private void describe() {
        Study chosen = study.getValue();
        question.setText(chosen.question());
        runs.setText(runs(chosen, quick.isSelected()));
    }

    private static String runs(Study study, boolean quick) {
        return quick
                ? study.cells(true).size() + " of its " + study.cells().size()
                        + " runs, at most 15 minutes on two cores: "
                        + study.cells(true).stream().map(Trial::name).collect(Collectors.joining(", ")) + "."
                : "All of its " + study.cells().size() + " runs; hours where none of them is there.";
    }

    private void show(StudyState state, Button start) {
        start.setText(state.running() ? "Stop study" : "Start study");
        study.setDisable(state.running());
        quick.setDisable(state.running());
        bar.setProgress(state.share());
        bar.setVisible(state.progress().isPresent() || state.running());
        words.setText(state.words());
    }

    private void startOrStop() {
        if (desk.state().get().running()) {
            desk.stop();
        } else {
            desk.start(study.getValue(), quick.isSelected());
        }
    }

    private void copyCommand() {
        Clipboards.text(desk.command(study.getValue(), quick.isSelected()));
    }

    /** A button that acts and leaves the dialog open. */
    private static Button button(Dialog<?> dialog, ButtonType type, String id, Runnable action) {
        Button button = (Button) dialog.getDialogPane().lookupButton(type);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        ButtonBar.setButtonUniformSize(button, false);
        button.addEventFilter(ActionEvent.ACTION, click -> {
            action.run();
            click.consume();
        });
        return button;
    }

    private static Label wrapped(String id) {
        Label label = wrapped();
        label.setId(id);
        return label;
    }

    private static Label wrapped() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Gives a label room for any of these texts, so that nothing moves when it says another. */
    private static Node roomy(Label label, Stream<String> texts) {
        StackPane room = new StackPane();
        texts.forEach(text -> {
            Label unseen = wrapped();
            unseen.setText(text);
            unseen.getStyleClass().setAll(label.getStyleClass());
            unseen.setVisible(false);
            room.getChildren().add(unseen);
        });
        room.getChildren().add(label);
        StackPane.setAlignment(label, Pos.TOP_LEFT);
        return room;
    }
}
