package org.grokscope.workbench.runs;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.grokscope.workbench.control.Icon;

/** The field to find runs by: what can be typed next drops down from it, what is not understood stands under it. */
final class FilterField {
    private static final double LINE = 26;

    private final RunsModel model;
    private final CustomTextField field = new CustomTextField();
    private final ListView<String> proposals = new ListView<>();
    private final Popup popup = new Popup();

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
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.textProperty().subscribe((_, _) -> propose());
        field.caretPositionProperty().subscribe((_, _) -> propose());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                popup.hide();
            }
        });
        proposals.setId("filter-proposals");
        proposals.getStyleClass().add("filter-proposals");
        proposals.setFixedCellSize(LINE);
        proposals.setFocusTraversable(false);
        proposals.setOnMouseClicked(_ -> take());
        popup.getContent().add(proposals);
        popup.setAutoHide(true);
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

    private void propose() {
        List<String> words = field.isFocused() && field.getCaretPosition() == field.getText().length()
                && !field.getText().isEmpty()
                        ? FilterCompletion.of(field.getText(), model.runs().get())
                        : List.of();
        proposals.getItems().setAll(words);
        if (words.isEmpty()) {
            popup.hide();
            return;
        }
        proposals.setPrefSize(field.getWidth(), words.size() * LINE + 10);
        Bounds place = field.localToScreen(field.getBoundsInLocal());
        if (place != null && !popup.isShowing()) {
            proposals.getStylesheets().setAll(field.getScene().getStylesheets());
            popup.show(field, place.getMinX(), place.getMaxY() + 2);
        }
    }

    private void pressed(KeyEvent key) {
        if (!popup.isShowing()) {
            return;
        }
        int at = proposals.getSelectionModel().getSelectedIndex();
        switch (key.getCode()) {
            case DOWN -> proposals.getSelectionModel().select(Math.min(at + 1, proposals.getItems().size() - 1));
            case UP -> proposals.getSelectionModel().select(Math.max(at - 1, 0));
            case ENTER, TAB -> {
                if (at < 0 && key.getCode() == KeyCode.TAB) {
                    proposals.getSelectionModel().select(0);
                }
                take();
            }
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void take() {
        String word = proposals.getSelectionModel().getSelectedItem();
        popup.hide();
        if (word != null) {
            boolean whole = !word.endsWith(":") && !word.matches(".*[<>=]$");
            field.setText(FilterCompletion.with(field.getText(), word) + (whole ? " " : ""));
            field.end();
        }
    }
}
