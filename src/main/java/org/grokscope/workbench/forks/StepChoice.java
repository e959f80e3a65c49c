package org.grokscope.workbench.forks;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.Region;
import org.grokscope.text.StepLabel;
import org.grokscope.workbench.control.Titles;

/** Chooses among the steps at which branches left a run; hidden where there is no choice. */
final class StepChoice {
    private final ForksModel model;
    private final ChoiceBox<Integer> box = new ChoiceBox<>();
    private boolean showing;

    StepChoice(ForksModel model) {
        this.model = model;
        box.setId("forks-step");
        box.setAccessibleText("Step of the fork");
        box.setConverter(new Titles<>(step -> "forked at " + StepLabel.of(step)));
        box.valueProperty().addListener((_, _, step) -> {
            if (!showing && step != null) {
                model.wantedStepProperty().set(OptionalInt.of(step));
            }
        });
    }

    Region node() {
        return box;
    }

    /** Takes over the steps there are and the one that is shown. */
    void show() {
        showing = true;
        List<Integer> steps = model.steps();
        if (!steps.equals(box.getItems())) {
            box.getItems().setAll(steps);
        }
        model.shownStep().ifPresent(box::setValue);
        box.setVisible(steps.size() > 1);
        box.setManaged(box.isVisible());
        showing = false;
    }
}
