package org.grokscope.workbench.export;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.grokscope.figure.export.FigureName;

/** The menu of a chart that can be exported. */
public final class ExportMenu {
    private ExportMenu() {}

    /** Gives a chart its menu. */
    public static void on(Node chart, FigureName figure, Consumer<FigureName> export) {
        on(chart, () -> figure, export);
    }

    /** Gives a chart that shows now this figure and now that one its menu. */
    public static void on(Node chart, Supplier<FigureName> figure, Consumer<FigureName> export) {
        ContextMenu menu = new ContextMenu(item(figure, export));
        chart.setOnContextMenuRequested(event -> {
            menu.show(chart, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    /** Returns the entry that exports a figure. */
    public static MenuItem item(FigureName figure, Consumer<FigureName> export) {
        return item(() -> figure, export);
    }

    private static MenuItem item(Supplier<FigureName> figure, Consumer<FigureName> export) {
        MenuItem item = new MenuItem("Export figure\u2026");
        item.setOnAction(_ -> export.accept(figure.get()));
        return item;
    }
}
