package org.grokscope.workbench.newrun;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Setting.Trait;
import org.grokscope.settings.Settings;
import org.grokscope.text.FirstLetter;
import org.grokscope.workbench.control.Clipboards;
import org.grokscope.workbench.control.DialogOpening;
import org.grokscope.workbench.control.FieldMarks;
import org.grokscope.workbench.estimate.EstimateText;
import org.grokscope.workbench.estimate.Estimator;

/** Asks what to train. Every field is checked as it is typed. */
public final class NewRunDialog {
    private static final ButtonType START = new ButtonType("Start run", ButtonData.OK_DONE);
    private static final ButtonType COPY = new ButtonType("Copy as command line", ButtonData.LEFT);
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
    private static final double LABEL_WIDTH = 132;
    private static final double REMARK_WIDTH = 270;
    private static final double DIALOG_WIDTH = 690;

    private final NewRunForm form;
    private final Path runsFolder;
    private final GridPane grid = new GridPane();
    private final FieldMarks marks = new FieldMarks();
    private final List<FieldRow> rows = new ArrayList<>();
    private final List<FieldRow> further = new ArrayList<>();
    private final Label summary = new Label();
    private final Label estimate = new Label();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final Dialog<Optional<List<PlannedRun>>> dialog = new Dialog<>();

    /**
     * @param runsFolder where the command line would put the runs
     * @param estimator what tells how long runs take here; empty before that is known
     */
    public NewRunDialog(Path runsFolder, ObservableValue<Optional<Estimator>> estimator) {
        this.runsFolder = runsFolder;
        this.form = new NewRunForm(estimator);
    }

    /** Builds the dialog; its result is the runs to start, or nothing when it was cancelled. */
    public Dialog<Optional<List<PlannedRun>>> build() {
        dialog.setTitle("New run");
        dialog.setResizable(true);
        dialog.getDialogPane().setId("new-run-dialog");
        dialog.getDialogPane().getStyleClass().add("new-run");
        dialog.getDialogPane().setContent(content());
        dialog.getDialogPane().setMinWidth(DIALOG_WIDTH);
        dialog.getDialogPane().getButtonTypes().setAll(COPY, ButtonType.CANCEL, START);
        Button start = (Button) dialog.getDialogPane().lookupButton(START);
        start.setId("new-run-start");
        Button copy = (Button) dialog.getDialogPane().lookupButton(COPY);
        copy.setId("new-run-copy");
        copy.addEventFilter(ActionEvent.ACTION, click -> {
            copyCommand();
            click.consume();
        });
        form.plan().addListener((_, _, plan) -> show(plan, start, copy));
        show(form.plan().getValue(), start, copy);
        dialog.setResultConverter(pressed -> pressed == START
                ? Optional.of(form.plan().getValue().runs())
                : Optional.empty());
        DialogOpening.focus(dialog, rows.getFirst().control());
        return dialog;
    }

    private Region content() {
        Label title = new Label("New run");
        title.getStyleClass().add("dialog-title");
        grid.getStyleClass().add("new-run-grid");
        grid.getColumnConstraints().setAll(column(LABEL_WIDTH), new ColumnConstraints(), column(REMARK_WIDTH));
        addFields();
        Hyperlink more = new Hyperlink("More settings");
        more.setId("new-run-more");
        more.setOnAction(_ -> {
            boolean shown = !further.getFirst().control().isVisible();
            more.setText(shown ? "Fewer settings" : "More settings");
            showFurther(shown);
            DialogOpening.refit(dialog);
            if (shown) {
                Platform.runLater(() -> reveal(more));
            }
        });
        grid.add(more, 0, rows.size(), 3, 1);
        for (FieldRow row : further) {
            row.addTo(grid, grid.getRowCount(), marks);
        }
        showFurther(false);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        summary.getStyleClass().add("summary");
        summary.setAlignment(Pos.CENTER_LEFT);
        estimate.setId("new-run-estimate");
        estimate.getStyleClass().add("summary");
        estimate.setMinHeight(Region.USE_PREF_SIZE);
        // While other programs keep the machine busy it says so, too.
        estimate.setWrapText(true);
        form.estimate().subscribe(text -> {
            String words = text.words().isEmpty() ? "" : words(text);
            estimate.setText(words);
            estimate.pseudoClassStateChanged(LONG, !text.warning().isEmpty());
        });
        return new VBox(title, new PresetMenu(form, LABEL_WIDTH, DIALOG_WIDTH - REMARK_WIDTH / 4), scroll, summary,
                estimate);
    }

    private void addFields() {
        for (Setting<?> setting : Settings.offered()) {
            (setting.is(Trait.FURTHER) ? further : rows).add(FieldRow.of(setting, form.field(setting)));
        }
        rows.add(FieldRow.name(form.name(), form.suggestedName()));
        for (int row = 0; row < rows.size(); row++) {
            rows.get(row).addTo(grid, row, marks);
        }
    }

    private void showFurther(boolean shown) {
        further.stream().flatMap(row -> row.parts(grid).stream()).forEach(node -> {
            node.setManaged(shown);
            node.setVisible(shown);
        });
    }

    /** Scrolls so that a row stands at the top, where not all rows have room. */
    private void reveal(Node row) {
        scroll.layout();
        double hidden = grid.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp(row.getBoundsInParent().getMinY() / hidden, 0, 1));
    }

    private void show(Plan plan, Button start, Button copy) {
        rows.forEach(row -> row.mark(plan.problems()));
        further.forEach(row -> row.mark(plan.problems()));
        start.setDisable(!plan.ready());
        copy.setDisable(!plan.ready());
        start.setText(plan.runs().size() > 1 ? "Start " + plan.runs().size() + " runs" : "Start run");
        int wrong = plan.problems().size();
        summary.setText(plan.ready()
                ? plan.summary()
                : wrong == 1 ? "One field needs another value." : wrong + " fields need other values.");
    }

    private static String words(EstimateText text) {
        String first = FirstLetter.large(text.words());
        return text.warning().isEmpty() ? first : first + ". " + text.warning();
    }

    private void copyCommand() {
        Clipboards.text(TrainCommandLine.of(form.plan().getValue().runs(), runsFolder));
    }

    private static ColumnConstraints column(double width) {
        ColumnConstraints column = new ColumnConstraints(width);
        column.setHgrow(Priority.NEVER);
        return column;
    }
}
