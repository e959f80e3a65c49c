package org.grokscope.workbench.runs;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.AutoCompletionBinding;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.grokscope.run.RunHistory;
import org.grokscope.workbench.control.Icon;
import org.jspecify.annotations.Nullable;

/** The field to find runs by: what can be typed next drops down from it, what is not understood stands under it. */
final class FilterField {
    private static final int LINES = 12;

    private final RunsModel model;
    private final CustomTextField field = new CustomTextField();
    /** Read by the thread that looks for proposals. */
    private volatile List<RunHistory> runs = List.of();

    /**
     * How the text could go on.
     *
     * @param word what is shown: the last word, completed
     * @param text the whole text with it
     */
    private record Proposal(String word, String text) {
        /** A word that wants a value is not whole. */
        boolean whole() {
            return text.endsWith(" ");
        }
    }

    FilterField(RunsModel model) {
        this.model = model;
    }

    Region build() {
        field.setId("filter");
        field.setLeft(Icon.SEARCH.node());
        Button clear = new Button("", Icon.CLOSE.node());
        clear.getStyleClass().add("clear");
        clear.setFocusTraversable(false);
        clear.setAccessibleText("Clear the filter");
        clear.setTooltip(new Tooltip("Clear the filter"));
        clear.setOnAction(_ -> field.clear());
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        field.setRight(clear);
        field.setPromptText("Filter: p=97 \u03bb>1 grokked\u2026");
        field.setAccessibleText("Filter runs");
        field.setTooltip(new Tooltip("Find runs by p=97, \u03bb>1, grokked<4000, kind:mlp-only, tag:paper, starred, or "
                + "part of a name; a minus before a word leaves those out (Ctrl+F)"));
        field.textProperty().bindBidirectional(model.filter());
        model.runs().subscribe(now -> runs = List.copyOf(now));
        complete();
        Label problem = new Label();
        problem.setId("filter-problem");
        problem.getStyleClass().add("filter-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(field.textProperty().map(typed -> RunFilter.of(typed).problem()));
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        VBox box = new VBox(field, problem);
        box.getStyleClass().add("filter-box");
        return box;
    }

    private void complete() {
        AutoCompletionBinding<Proposal> completion = TextFields.bindAutoCompletion(field,
                typed -> propose(typed.getUserText()), shownAs(Proposal::text));
        completion.getAutoCompletionPopup().setConverter(shownAs(Proposal::word));
        completion.setDelay(0);
        completion.setVisibleRowCount(LINES);
        completion.prefWidthProperty().bind(field.widthProperty());
        completion.setOnAutoCompleted(taken -> {
            if (!taken.getCompletion().whole()) {
                // Its value is proposed at once, when the field is done with the word itself.
                Platform.runLater(() -> completion.setUserInput(field.getText()));
            }
        });
    }

    private Collection<Proposal> propose(String typed) {
        return typed.isEmpty()
                ? List.of()
                : FilterCompletion.of(typed, runs).stream().map(word -> proposal(typed, word)).toList();
    }

    private static Proposal proposal(String typed, String word) {
        boolean whole = !word.endsWith(":") && !word.matches(".*[<>=]$");
        return new Proposal(word, FilterCompletion.with(typed, word) + (whole ? " " : ""));
    }

    private static StringConverter<Proposal> shownAs(Function<Proposal, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Proposal proposal) {
                return proposal == null ? "" : text.apply(proposal);
            }

            @Override
            public @Nullable Proposal fromString(String typed) {
                return null;
            }
        };
    }
}
