package org.grokscope.workbench.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.grokscope.figure.export.Page;
import org.grokscope.workbench.chart.ChartSurface;
import org.grokscope.workbench.chart.OnScreen;
import org.grokscope.workbench.chart.Redraw;

/** The page as it will be written, as large as there is room, and its size in words. */
final class ExportPreview {
    private static final double WIDTH = 430;
    private static final double HEIGHT = 470;
    private static final double MARGIN = 12;
    private static final Color RIM = new Color(0xCBD5E1);

    private final ExportForm form;
    private final ChartSurface surface = new ChartSurface();
    private final Label size = new Label();
    private final VBox root = new VBox(surface, size);
    private final Redraw redraw = new Redraw(OnScreen.of(root), this::draw);

    ExportPreview(ExportForm form) {
        this.form = form;
        surface.setId("export-preview");
        surface.setMinSize(0, 0);
        surface.setPrefSize(WIDTH, HEIGHT);
        VBox.setVgrow(surface, Priority.ALWAYS);
        size.setId("export-size");
        size.getStyleClass().add("caption");
        root.getStyleClass().add("export-preview");
        form.planProperty().subscribe(redraw::request);
        surface.widthProperty().subscribe(redraw::request);
        surface.heightProperty().subscribe(redraw::request);
        form.planProperty().subscribe(plan -> plan.page().ifPresentOrElse(this::say, () -> size.setText("")));
    }

    Region node() {
        return root;
    }

    private void say(Page page) {
        Rectangle2D plot = page.plotAreaMillimetres();
        size.setText(String.format(Locale.ROOT, "%.1f × %.1f mm, plot area %.1f × %.1f mm", page.widthMillimetres(),
                page.heightMillimetres(), plot.getWidth(), plot.getHeight()));
        surface.setAccessibleText("Preview, " + size.getText());
    }

    private void draw() {
        surface.paint((g2, area) -> {
            AffineTransform upright = g2.getTransform();
            clear(g2, area);
            form.planProperty().get().page().ifPresent(page -> draw(g2, area, page));
            g2.setTransform(upright);
        });
    }

    private static void clear(Graphics2D g2, Rectangle2D area) {
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setBackground(new Color(0, true));
        g2.clearRect(0, 0, (int) Math.ceil(area.getWidth()), (int) Math.ceil(area.getHeight()));
    }

    private static void draw(Graphics2D g2, Rectangle2D area, Page page) {
        double perMillimetre = Math.min((area.getWidth() - 2 * MARGIN) / page.widthMillimetres(),
                (area.getHeight() - 2 * MARGIN) / page.heightMillimetres());
        double width = page.widthMillimetres() * perMillimetre;
        double height = page.heightMillimetres() * perMillimetre;
        g2.translate((area.getWidth() - width) / 2, (area.getHeight() - height) / 2);
        g2.setPaint(RIM);
        g2.fill(new Rectangle2D.Double(-1, -1, width + 2, height + 2));
        page.draw(g2, perMillimetre);
    }
}
