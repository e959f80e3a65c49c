package org.grokscope.workbench.status;

import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.TaskProgressView;

/** The button at the foot of the window that is there while something takes long; it shows how far that is, and cancels it. */
final class TasksButton {
    private static final double WIDTH = 380;
    private static final double ROW_HEIGHT = 76;
    private static final int MOST_ROWS = 5;
    private static final double SPACE_BELOW = 4;

    private final ObservableList<Task<?>> tasks;
    private final Button button = new Button();
    private final PopOver list = new PopOver();

    TasksButton(ObservableList<Task<?>> tasks) {
        this.tasks = tasks;
    }

    Node build() {
        TaskProgressView<Task<?>> view = new TaskProgressView<>();
        // What has ended leaves the list that is followed.
        view.setRetainTasks(true);
        view.setId("tasks-list");
        view.setPrefWidth(WIDTH);
        view.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> ROW_HEIGHT * Math.clamp(tasks.size(), 1, MOST_ROWS), tasks));
        Bindings.bindContent(view.getTasks(), tasks);
        list.setContentNode(view);
        list.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
        list.setDetachable(false);
        list.setAnimated(false);
        button.setId("tasks");
        button.getStyleClass().add("tasks-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            if (list.isShowing()) {
                list.hide();
            } else {
                list.show(button, -SPACE_BELOW);
            }
        });
        button.managedProperty().bind(button.visibleProperty());
        tasks.addListener((ListChangeListener<Task<?>>) _ -> show());
        show();
        return button;
    }

    private void show() {
        button.setVisible(!tasks.isEmpty());
        button.setText(tasks.size() == 1 ? "1 task" : tasks.size() + " tasks");
        button.setAccessibleHelp(tasks.stream().map(Task::getTitle).collect(Collectors.joining(", ")));
        if (tasks.isEmpty()) {
            list.hide();
        }
    }
}
