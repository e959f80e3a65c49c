package org.grokscope.workbench.runs;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.grokscope.workbench.look.Icon;

/** The pane of runs: a filter and the tree. */
public final class RunsView {
    private final RunsModel model;
    private final RunCommands commands;
    private final TreeView<RunRow> control = new TreeView<>();
    private final RunTree tree = new RunTree(control);
    private final Label nothing = new Label();

    /** Makes the view of a model, whose commands go where they are told. */
    public RunsView(RunsModel model, RunCommands commands) {
        this.model = model;
        this.commands = commands;
    }

    /** Builds the pane. */
    public Region build() {
        control.setId("runs");
        control.getStyleClass().add("runs");
        control.setAccessibleText("Runs");
        control.setCellFactory(_ -> new RunCell());
        control.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        control.getSelectionModel().getSelectedItems()
                .addListener((ListChangeListener<TreeItem<RunRow>>) _ -> chosenByHand());
        control.setContextMenu(menu());
        nothing.getStyleClass().add("hint");
        nothing.setWrapText(true);
        nothing.setMouseTransparent(true);
        StackPane.setAlignment(nothing, Pos.TOP_CENTER);
        StackPane stack = new StackPane(control, nothing);
        VBox.setVgrow(stack, Priority.ALWAYS);
        VBox pane = new VBox(captions(), filter(), stack);
        pane.getStyleClass().add("runs-pane");
        model.runs().addListener(_ -> refresh());
        model.lane().addListener(_ -> refresh());
        model.filter().addListener(_ -> refresh());
        model.selection().addListener(_ -> followSelection());
        refresh();
        return pane;
    }

    private static Region captions() {
        Label title = new Label("Runs");
        title.getStyleClass().add("pane-title");
        Label grokked = new Label("grokked at");
        grokked.getStyleClass().add("caption");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox captions = new HBox(title, between, grokked);
        captions.setAlignment(Pos.BASELINE_LEFT);
        captions.getStyleClass().add("captions");
        return captions;
    }

    private Region filter() {
        CustomTextField field = new CustomTextField();
        field.setId("filter");
        field.setLeft(Icon.SEARCH.node());
        Button clear = new Button("", Icon.CLOSE.node());
        clear.getStyleClass().add("clear");
        clear.setFocusTraversable(false);
        clear.setAccessibleText("Clear the filter");
        clear.setOnAction(_ -> field.clear());
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        field.setRight(clear);
        field.setPromptText("Filter: p=97 \u03bb>1 grokked\u2026");
        field.setAccessibleText("Filter runs");
        field.textProperty().bindBidirectional(model.filter());
        VBox.setMargin(field, new Insets(0, 12, 8, 12));
        return field;
    }

    private ContextMenu menu() {
        MenuItem rename = item("Rename\u2026", commands::rename);
        MenuItem further = item("Continue\u2026", commands::continueTo);
        MenuItem command = item("Copy as command line", commands::copyCommandLine);
        MenuItem path = item("Copy path", commands::copyPath);
        ContextMenu menu = new ContextMenu(further, rename, new SeparatorMenuItem(), command, path);
        menu.setOnShowing(_ -> {
            List<String> ids = tree.selected();
            menu.getItems().forEach(entry -> entry.setDisable(ids.isEmpty()));
            further.setDisable(ids.isEmpty() || !commands.canContinue(ids.getLast()));
        });
        return menu;
    }

    private MenuItem item(String text, Consumer<String> command) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> {
            List<String> ids = tree.selected();
            if (!ids.isEmpty()) {
                command.accept(ids.getLast());
            }
        });
        return item;
    }

    private void refresh() {
        List<RunBranch> forest = model.forest();
        tree.show(forest, model::row);
        tree.select(model.selection().get());
        nothing.setVisible(forest.isEmpty());
        nothing.setText(model.runs().get().isEmpty() ? "No runs yet." : "No run matches the filter.");
    }

    private void chosenByHand() {
        if (!tree.arranging()) {
            List<String> ids = tree.selected();
            if (!ids.isEmpty()) {
                model.select(ids);
            }
        }
    }

    private void followSelection() {
        if (!tree.selected().equals(model.selection().get())) {
            tree.select(model.selection().get());
            if (!model.selection().get().isEmpty()) {
                tree.reveal(model.selection().get().getLast());
            }
        }
    }
}
