package org.grokscope.workbench.control;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import org.controlsfx.validation.ValidationMessage;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.decoration.ValidationDecoration;

/**
 * Marks the fields of a form that need another value: ControlsFX validates, and the mark is the theme's colour of danger
 * instead of an image over the field, so that nothing moves and a sentence beside the field has room.
 */
public final class FieldMarks {
    private final ValidationSupport support = new ValidationSupport();

    /** Marks nothing yet. */
    public FieldMarks() {
        support.setValidationDecorator(new DangerColour());
        support.initInitialDecoration();
    }

    /**
     * Marks a field for as long as something is wrong with it.
     *
     * @param field also told to screen readers what is wrong
     * @param problem what is wrong, in a sentence; empty when nothing is
     */
    public void mark(Control field, ObservableValue<String> problem) {
        support.registerValidator(field, false, (Control target, Object _) -> ValidationResult.fromErrorIf(target,
                problem.getValue(), !problem.getValue().isEmpty()));
        problem.addListener(_ -> support.revalidate(field));
    }

    private static final class DangerColour implements ValidationDecoration {
        @Override
        public void applyValidationDecoration(ValidationMessage problem) {
            problem.getTarget().pseudoClassStateChanged(Styles.STATE_DANGER, true);
        }

        @Override
        public void removeDecorations(Control field) {
            field.pseudoClassStateChanged(Styles.STATE_DANGER, false);
        }

        @Override
        public void applyRequiredDecoration(Control field) {
            // A field that must be filled is marked while it is empty, like any other that is wrong.
        }
    }
}
