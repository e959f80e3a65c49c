package org.grokscope.workbench.runs;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The pane of runs: a filter and the list. */
public final class RunsView {
    private final RunsModel model;
    private final RunCommands commands;
    private final TreeTableView<RunRow> control = new TreeTableView<>();
    private final RunTree tree = new RunTree(control);
    private final Label nothing = new Label();
    private final Label count = new Label();
    private final Node folders;
    private RunTours tours = new RunTours(_ -> false, _ -> {});

    /**
     * Makes the view of a model, whose commands go where they are told.
     *
     * @param folders what stands beside the title, to choose the folders by
     */
    public RunsView(RunsModel model, RunCommands commands, Node folders) {
        this.model = model;
        this.commands = commands;
        this.folders = folders;
    }

    /**
     * Lets tours beside runs be taken.
     *
     * @param offered whether there is one beside a run
     */
    public RunsView touring(Predicate<String> offered, Consumer<String> take) {
        tours = new RunTours(offered, take);
        return this;
    }

    /** Hands files that are dropped on the list to somebody. */
    public RunsView receiving(Consumer<List<Path>> files) {
        control.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        control.setOnDragDropped(event -> {
            List<Path> dropped = event.getDragboard().getFiles().stream().map(File::toPath).toList();
            event.setDropCompleted(!dropped.isEmpty());
            event.consume();
            // Whoever dragged them waits until this returns.
            Platform.runLater(() -> files.accept(dropped));
        });
        return this;
    }

    /** Builds the pane. */
    public Region build() {
        control.setId("runs");
        control.getStyleClass().add("runs");
        control.setAccessibleText("Runs");
        control.setRowFactory(_ -> new RunTableRow(model));
        control.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        control.getSelectionModel().getSelectedItems()
                .addListener((ListChangeListener<TreeItem<RunRow>>) _ -> chosenByHand());
        control.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null && line.getValue() != null && line.getValue().run() == null) {
                commands.explain(line.getValue());
            }
        });
        control.setPlaceholder(new Region());
        new RunColumns(control, model.order(), model.columns());
        RunMenu menu = new RunMenu(commands, tours, tree::selected);
        control.setContextMenu(menu.menu());
        control.addEventHandler(KeyEvent.KEY_PRESSED, menu::pressed);
        nothing.getStyleClass().add("hint");
        nothing.setWrapText(true);
        nothing.setMouseTransparent(true);
        StackPane stack = new StackPane(control, nothing);
        VBox.setVgrow(stack, Priority.ALWAYS);
        VBox pane = new VBox(captions(), new FilterField(model).build(), stack);
        pane.getStyleClass().add("runs-pane");
        model.runs().addListener(_ -> refresh());
        model.damaged().addListener(_ -> refresh());
        model.queued().addListener(_ -> refresh());
        model.filter().addListener(_ -> refresh());
        model.order().addListener(_ -> refresh());
        model.baseline().addListener(_ -> refresh());
        model.selection().addListener(_ -> followSelection());
        model.highlighted().addListener(_ -> light());
        model.justGrokked().addListener((SetChangeListener<String>) _ -> light());
        refresh();
        return pane;
    }

    private void light() {
        control.lookupAll(".tree-table-row-cell").forEach(line -> {
            if (line instanceof RunTableRow row) {
                row.light();
            }
        });
    }

    private Region captions() {
        Label title = new Label("Runs");
        title.getStyleClass().add("pane-title");
        count.getStyleClass().add("caption");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox captions = new HBox(title, count, between, folders);
        captions.setAlignment(Pos.CENTER_LEFT);
        captions.getStyleClass().add("captions");
        return captions;
    }

    private void refresh() {
        List<RunBranch> forest = model.forest();
        boolean filtered = !model.filter().get().isBlank();
        tree.show(forest, filtered ? List.of() : model.damaged().get(), model::row);
        if (tree.selected().stream().allMatch(row -> row.run() != null)) {
            tree.select(model.selection().get());
        }
        boolean empty = control.getRoot().getChildren().isEmpty();
        nothing.setVisible(empty);
        nothing.setText(model.runs().get().isEmpty() ? "No runs yet." : "No run matches the filter.");
        count.setText(filtered ? control.getExpandedItemCount() + " of " + model.runs().get().size() : "");
    }

    private void chosenByHand() {
        if (tree.arranging()) {
            return;
        }
        List<String> ids = tree.selectedRuns();
        if (!ids.isEmpty()) {
            model.select(ids);
        }
    }

    private void followSelection() {
        if (!tree.selectedRuns().equals(model.selection().get())) {
            tree.select(model.selection().get());
            if (!model.selection().get().isEmpty()) {
                tree.reveal(model.selection().get().getLast());
            }
        }
    }
}
