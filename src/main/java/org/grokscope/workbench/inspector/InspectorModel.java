package org.grokscope.workbench.inspector;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import org.grokscope.run.RunHistory;

/** What the inspector shows: the cards of the chosen run at the cursor's step. */
public final class InspectorModel {
    private final ObjectBinding<List<Card>> cards;

    /**
     * Follows the chosen run and the cursor.
     *
     * @param runs all that are at hand: a control is compared with its parent, a run with those of the same settings
     * @param cursor the step looked at; empty looks at the last one
     */
    public InspectorModel(ObservableValue<List<RunHistory>> runs, ObservableValue<Optional<RunHistory>> run,
            ObservableValue<OptionalInt> cursor) {
        this.cards = Bindings.createObjectBinding(() -> run.getValue()
                .map(chosen -> Cards.of(runs.getValue(), chosen, cursor.getValue())).orElse(List.of()), runs, run,
                cursor);
    }

    /** Returns the cards, from the top. */
    public ObservableValue<List<Card>> cards() {
        return cards;
    }
}
