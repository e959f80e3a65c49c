package org.grokscope.workbench.export;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.grokscope.figure.export.FigureName;

/** The menu of a chart that can be exported. */
public final class ExportMenu {
    private ExportMenu() {}

    /** Gives a chart its menu. */
    public static void on(Node chart, FigureName figure, Consumer<FigureName> export) {
        ContextMenu menu = new ContextMenu(item(figure, export));
        chart.setOnContextMenuRequested(event -> {
            menu.show(chart, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /** Returns the entry that exports a figure. */
    public static MenuItem item(FigureName figure, Consumer<FigureName> export) {
        MenuItem item = new MenuItem("Export figure\u2026");
        item.setOnAction(_ -> export.accept(figure));
        return item;
    }
}
