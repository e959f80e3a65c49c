package org.grokscope.workbench.circuit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.text.StepLabel;
import org.grokscope.workbench.control.LongChoice;

/** Says over each of two networks whose it is; over the right one a person chooses the run and the step. */
final class BesideBar {
    /** Stands for the step of the left network. */
    private static final int SAME = -1;
    private static final double STEP_WIDTH = 128;
    private static final double GAP = 6;
    private static final double LEAST_ROW = 260;
    private static final double ROUNDED = 2;

    private final BesideModel model;
    private final ObjectProperty<String> run = new SimpleObjectProperty<>("");
    private final ObjectProperty<Integer> step = new SimpleObjectProperty<>(SAME);
    private final Map<String, String> names = new HashMap<>();
    private final LongChoice<String> runs;
    private final LongChoice<Integer> steps;
    private final Label left = new Label();
    private final Label leftPlace = new Label();
    private final Label rightPlace = new Label();
    private final GridPane node = new GridPane();
    /** What is shown is taken over, and nobody chose it. */
    private boolean following;

    BesideBar(BesideModel model) {
        this.model = model;
        this.runs = new LongChoice<>(List.of(), id -> names.getOrDefault(id, id), run);
        this.steps = new LongChoice<>(List.of(), it -> it == SAME ? "same step" : "step " + StepLabel.of(it), step);
        runs.setId("beside-run");
        runs.setAccessibleText("Run on the right");
        runs.setTooltip(new Tooltip("The run on the right"));
        runs.setMinWidth(0);
        steps.setId("beside-step");
        steps.setAccessibleText("Step on the right");
        steps.setTooltip(new Tooltip("The step on the right; the same step goes along with the left one"));
        steps.setMinWidth(STEP_WIDTH);
        steps.setPrefWidth(STEP_WIDTH);
        left.setId("beside-left");
        left.getStyleClass().add("card-title");
        left.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        rightPlace.setId("beside-place");
        FlowPane choices = new FlowPane(GAP, GAP, runs, steps);
        choices.setMinWidth(0);
        // Where there is little room the step stands below the run. What is rounded must not make two rows of one.
        runs.prefWidthProperty().bind(choices.widthProperty().map(width -> Math.max(1,
                width.doubleValue() >= LEAST_ROW
                        ? width.doubleValue() - STEP_WIDTH - GAP - ROUNDED
                        : width.doubleValue())));
        choices.getStyleClass().add("beside-choices");
        node.addRow(0, half(left, leftPlace), half(choices, rightPlace));
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        node.getColumnConstraints().setAll(half, half);
        node.getStyleClass().add("beside-bar");
        run.subscribe((_, now) -> choose(() -> model.wantedRunProperty().set(Optional.of(now))));
        step.subscribe((_, now) -> choose(() -> model.wantedStepProperty()
                .set(now == SAME ? OptionalInt.empty() : OptionalInt.of(now))));
    }

    private static VBox half(Region name, Label place) {
        place.getStyleClass().add("caption");
        VBox half = new VBox(name, place);
        half.setMinWidth(0);
        return half;
    }

    Region node() {
        return node;
    }

    private void choose(Runnable chosen) {
        if (!following) {
            chosen.run();
        }
    }

    /** Takes over what stands side by side. */
    void show(BesidePage page) {
        following = true;
        name(model.runsProperty().get());
        items(runs, List.copyOf(model.runsProperty().get().stream().map(it -> it.head().id()).toList()));
        List<Integer> all = new ArrayList<>(List.of(SAME));
        all.addAll(page.run().checkpoints());
        items(steps, all);
        run.set(page.run().head().id());
        boolean chosen = model.wantedStepProperty().get().isPresent() || page.first().at().map(CheckpointAddress::run)
                .filter(it -> it.equals(page.run().head().id())).isPresent();
        step.set(chosen ? page.second().at().map(CheckpointAddress::step).orElse(SAME) : SAME);
        // Items that were exchanged take the value with them.
        runs.setValue(run.get());
        steps.setValue(step.get());
        following = false;
        left.setText(page.first().title());
        leftPlace.setText(page.first().place());
        rightPlace.setText(page.second().obstacle().isEmpty()
                ? page.second().scene().isEmpty() ? "reading\u2026" : page.second().place()
                : page.second().obstacle());
    }

    /** Runs are called as in their list, branches after their parents; of namesakes each also by its id. */
    private void name(List<RunHistory> all) {
        Map<String, String> called = all.stream()
                .collect(Collectors.toMap(run -> run.head().id(), run -> run.head().name(), (one, _) -> one));
        for (RunHistory run : all) {
            Lineage lineage = run.head().lineage();
            String parent = lineage == null ? "" : called.getOrDefault(lineage.parent(), lineage.parentFolder()) + ": ";
            names.put(run.head().id(), parent + run.head().name());
        }
        Set<String> once = new HashSet<>();
        Set<String> twice = names.values().stream().filter(name -> !once.add(name)).collect(Collectors.toSet());
        names.replaceAll((id, name) -> twice.contains(name) ? name + " (" + id + ")" : name);
    }

    private static <T> void items(LongChoice<T> choice, List<T> items) {
        if (!choice.isShowing() && !choice.getItems().equals(items)) {
            choice.getItems().setAll(items);
        }
    }
}
