package org.grokscope.workbench.export;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.figure.export.Page;
import org.grokscope.workbench.chart.FigureViewer;
import org.grokscope.workbench.chart.OnScreen;
import org.grokscope.workbench.chart.Redraw;

/** The page as it will be written, as large as there is room, and its size in words. */
final class ExportPreview {
    private static final double WIDTH = 430;
    private static final double HEIGHT = 470;

    private final ExportForm form;
    private final PagePlot plot = new PagePlot();
    private final FigureViewer viewer = new FigureViewer();
    private final Label size = new Label();
    private final VBox root = new VBox(viewer, size);
    private final Redraw redraw = new Redraw(OnScreen.of(root), this::draw);

    ExportPreview(ExportForm form) {
        this.form = form;
        viewer.show(plot.chart());
        viewer.setId("export-preview");
        viewer.setMinSize(0, 0);
        viewer.setPrefSize(WIDTH, HEIGHT);
        VBox.setVgrow(viewer, Priority.ALWAYS);
        size.setId("export-size");
        size.getStyleClass().add("caption");
        root.getStyleClass().add("export-preview");
        form.planProperty().subscribe(redraw::request);
        redraw.whenResized(root, List.of(viewer));
        form.planProperty().subscribe(plan -> plan.page().ifPresentOrElse(this::say, () -> size.setText("")));
    }

    Region node() {
        return root;
    }

    private void say(Page page) {
        Rectangle2D plot = page.plotAreaMillimetres();
        size.setText(String.format(Locale.ROOT, "%.1f × %.1f mm, plot area %.1f × %.1f mm", page.widthMillimetres(),
                page.heightMillimetres(), plot.getWidth(), plot.getHeight()));
        viewer.setAccessibleText("Preview, " + size.getText());
    }

    private void draw() {
        plot.show(form.planProperty().get().page());
    }
}
