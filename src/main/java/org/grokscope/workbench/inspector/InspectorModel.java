package org.grokscope.workbench.inspector;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableNumberValue;
import javafx.beans.value.ObservableValue;
import org.grokscope.run.RunHistory;

/** What the inspector shows: the cards of the chosen run at the cursor's step. */
public final class InspectorModel {
    /** A cursor that is nowhere. */
    public static final int NO_CURSOR = -1;

    private final ObjectBinding<List<Card>> cards;

    /** Follows the chosen run and the cursor. */
    public InspectorModel(ObservableValue<Optional<RunHistory>> run, ObservableNumberValue cursor) {
        this.cards = Bindings.createObjectBinding(
                () -> run.getValue().map(chosen -> Cards.of(chosen, step(cursor.intValue()))).orElse(List.of()), run, cursor);
    }

    /** Returns the cards, from the top. */
    public ObservableValue<List<Card>> cards() {
        return cards;
    }

    private static OptionalInt step(int cursor) {
        return cursor == NO_CURSOR ? OptionalInt.empty() : OptionalInt.of(cursor);
    }
}
