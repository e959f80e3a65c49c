package org.grokscope.workbench.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.study.slurm.LineState;
import org.grokscope.study.slurm.LineStatus;
import org.grokscope.study.slurm.TaskOrder;
import org.grokscope.text.NumberText;

/** Shows where the lines of a plan stand, and takes their tasks from Slurm or puts them there again. */
public final class PlanDialog {
    /** Asks a person once more before something is ordered. */
    @FunctionalInterface
    public interface Asking {
        /**
         * Asks.
         *
         * @param action on the button that does it
         */
        boolean confirmed(String title, String sentence, String action);
    }

    private static final ButtonType CANCEL = new ButtonType("Cancel task\u2026", ButtonData.LEFT);
    private static final ButtonType REQUEUE = new ButtonType("Requeue task\u2026", ButtonData.LEFT);
    private static final double WIDTH = 940;
    private static final double HEIGHT = 460;

    private final PlanModel model;
    private final Asking asking;
    private final TableView<LineStatus> table = new TableView<>();
    private final ObservableList<LineStatus> lines = FXCollections.observableArrayList();

    /** @param model closed with the dialog */
    public PlanDialog(PlanModel model, Asking asking) {
        this.model = model;
        this.asking = asking;
    }

    /** Builds the dialog; it has no result, and follows the plan as long as it is open. */
    public Dialog<ButtonType> build() {
        Dialog<ButtonType> dialog = new Dialog<>();
        String name = String.valueOf(model.folder().getFileName());
        dialog.setTitle("Plan " + name);
        dialog.setResizable(true);
        dialog.getDialogPane().setId("plan-dialog");
        dialog.getDialogPane().getButtonTypes().setAll(CANCEL, REQUEUE, ButtonType.CLOSE);
        dialog.getDialogPane().setContent(content(name));
        button(dialog, CANCEL, "plan-cancel", TaskOrder.CANCEL);
        button(dialog, REQUEUE, "plan-requeue", TaskOrder.REQUEUE);
        Subscription watching = model.state().subscribe(this::show);
        dialog.setOnHidden(_ -> {
            watching.unsubscribe();
            model.close();
        });
        model.start();
        return dialog;
    }

    private Node content(String name) {
        Label title = new Label("Plan " + name);
        title.getStyleClass().add("dialog-title");
        Label summary = said("plan-summary");
        summary.getStyleClass().add("caption");
        summary.textProperty().bind(model.state().map(PlanState::summary));
        Label problem = said("plan-problem");
        problem.textProperty().bind(model.state().map(PlanState::problem));
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        table.setId("plan-lines");
        table.setItems(lines);
        table.setAccessibleText("Lines of the plan");
        table.setPlaceholder(new Label(""));
        table.setPrefSize(WIDTH, HEIGHT);
        table.getColumns().setAll(List.of(
                column("line", 44, true, line -> NumberText.count(line.line())),
                column("run", 176, false, LineStatus::name),
                column("state", 124, false, PlanDialog::state),
                column("step", 144, true, PlanDialog::step),
                column("steps/s", 72, true, PlanDialog::speed),
                column("validation", 76, true, line -> last(line, Measure.VALIDATION_ACCURACY)),
                column("FSD", 58, true, line -> last(line, Measure.FSD)),
                column("grokked", 66, true, PlanDialog::grokked),
                column("what Slurm says", 160, false, PlanDialog::slurm)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        VBox.setVgrow(table, Priority.ALWAYS);
        Label chosen = said("plan-chosen");
        chosen.getStyleClass().add("caption");
        chosen.textProperty().bind(table.getSelectionModel().selectedItemProperty().map(PlanDialog::told)
                .orElse("Choose a line to read all of what Slurm says of it, or to give an order."));
        VBox box = new VBox(title, summary, table, chosen, problem);
        box.getStyleClass().add("question");
        return box;
    }

    private static Label said(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static TableColumn<LineStatus, String> column(String title, double width, boolean numeric,
            Function<LineStatus, String> text) {
        TableColumn<LineStatus, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        if (numeric) {
            column.getStyleClass().add("numeric");
        }
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private static String state(LineStatus line) {
        return line.state().label() + (line.host().isEmpty() ? "" : " on " + line.host());
    }

    private static String step(LineStatus line) {
        return line.run().map(RunHistory::reached).map(NumberText::count).orElse(NumberText.NONE) + " of "
                + NumberText.count(line.lastStep());
    }

    /** A run that nobody trains has no speed. */
    private static String speed(LineStatus line) {
        double speed = line.state() == LineState.TRAINING
                ? last(line).map(it -> it.value(Measure.STEPS_PER_SECOND))
                        .orElse(Double.NaN)
                : Double.NaN;
        return speed > 0 ? NumberText.fixed(speed, speed < 10 ? 1 : 0) : NumberText.NONE;
    }

    private static String last(LineStatus line, Measure measure) {
        return last(line).map(it -> measure.text(it.value(measure))).orElse(NumberText.NONE);
    }

    private static Optional<Evaluation> last(LineStatus line) {
        return line.run().map(RunHistory::evaluations).filter(it -> !it.isEmpty()).map(List::getLast);
    }

    private static String grokked(LineStatus line) {
        OptionalInt step = line.run().map(it -> it.milestones().step(Milestone.GROKKED)).orElse(OptionalInt.empty());
        return step.isPresent() ? NumberText.count(step.getAsInt()) : NumberText.NONE;
    }

    private static String slurm(LineStatus line) {
        return line.task().isEmpty()
                ? ""
                : "task " + line.task() + (line.remark().isEmpty() ? "" : ": " + line.remark());
    }

    private static String told(LineStatus line) {
        String said = slurm(line);
        return line.name() + ": " + state(line) + (said.isEmpty() ? ". It was not submitted." : ", " + said);
    }

    /** Only lines that changed are drawn anew; what is selected stays so. */
    private void show(PlanState state) {
        List<LineStatus> now = state.lines();
        if (now.size() != lines.size()) {
            lines.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(lines.get(i))) {
                boolean selected = table.getSelectionModel().isSelected(i);
                lines.set(i, now.get(i));
                if (selected) {
                    table.getSelectionModel().select(i);
                }
            }
        }
    }

    private void button(Dialog<?> dialog, ButtonType type, String id, TaskOrder order) {
        Button button = (Button) dialog.getDialogPane().lookupButton(type);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        ButtonBar.setButtonUniformSize(button, false);
        button.disableProperty().bind(table.getSelectionModel().selectedItemProperty()
                .map(line -> !order.fits(line)).orElse(true));
        button.addEventFilter(ActionEvent.ACTION, click -> {
            ask(order, table.getSelectionModel().getSelectedItem());
            click.consume();
        });
    }

    private void ask(TaskOrder order, LineStatus line) {
        boolean sure = switch (order) {
            case CANCEL -> asking.confirmed("Cancel the task of " + line.name() + "?",
                    "Slurm takes task " + line.task()
                            + " away. What it has trained stays, and the task can be requeued.",
                    "Cancel task");
            case REQUEUE -> asking.confirmed("Requeue the task of " + line.name() + "?",
                    "Slurm puts task " + line.task()
                            + " into its queue once more; it goes on from its last checkpoint.",
                    "Requeue task");
        };
        if (sure) {
            model.order(order, line.line());
        }
    }
}
