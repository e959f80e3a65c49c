package org.grokscope.workbench.chart;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/** Whether a node can be seen: it and all around it are visible, in a window that is showing. */
public final class OnScreen {
    private OnScreen() {}

    /** Follows whether a node can be seen. */
    public static ObservableValue<Boolean> of(Node node) {
        ObservableValue<Boolean> window = node.sceneProperty().flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty).orElse(false);
        return window.flatMap(showing -> showing ? visibleWithParents(node) : window).orElse(false);
    }

    private static ObservableValue<Boolean> visibleWithParents(Node node) {
        return node.visibleProperty().flatMap(visible -> visible
                ? node.parentProperty().flatMap(OnScreen::visibleWithParents).orElse(true)
                : node.visibleProperty());
    }
}
