package org.grokscope.figure.export;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.grokscope.figure.FigureStyle;
import org.grokscope.text.InvalidSetting;

/**
 * A figure laid out on paper. Charts are drawn in the units of the window, in which a letter is 11 high; a page scales
 * them so that a letter has its size in points. Not safe for use by several threads.
 */
public final class Page {
    /** Millimetres in an inch. */
    static final double INCH = 25.4;

    private static final double POINTS_AN_INCH = 72;
    /** Less than this, in units, shows nothing. */
    private static final double LEAST_PLOT = 24;
    private static final double FIRST_GUESS = 80;
    private static final int ROUNDS = 6;

    private final PageDrawing drawing;
    private double horizontalUnit;
    private double verticalUnit;
    private double width;
    private double height;

    private Page(FigureContent content, PageSize size) {
        this.drawing = content.drawing(FigureStyle.page(size.headed()));
        double unit = size.preset().textPoints() / FigureStyle.PAGE.textSize() * INCH / POINTS_AN_INCH;
        this.horizontalUnit = unit;
        this.verticalUnit = unit;
        this.width = size.width().orElse(size.preset().width()) / unit;
        double usual = content.usualHeight(width);
        this.height = size.height().isPresent()
                ? size.height().getAsDouble() / unit
                : size.preset().height().orElse(usual * unit) / unit;
    }

    /**
     * Lays a figure out.
     *
     * @throws InvalidSetting when it does not fit into the size
     */
    public static Page of(FigureContent content, PageSize size) {
        Page page = new Page(content, size);
        Rectangle2D plot = size.ofPlotArea() ? page.growAroundPlotArea() : page.plotArea();
        InvalidSetting.unless(plot.getWidth() >= LEAST_PLOT && plot.getHeight() >= LEAST_PLOT, "size",
                String.format(Locale.ROOT,
                        "The figure has no room on %.0f × %.0f mm; make it wider or higher, or show fewer charts.",
                        page.widthMillimetres(), page.heightMillimetres()));
        return page;
    }

    /** Returns the width of the whole in millimetres. */
    public double widthMillimetres() {
        return width * horizontalUnit;
    }

    /** Returns the height of the whole in millimetres. */
    public double heightMillimetres() {
        return height * verticalUnit;
    }

    /** Returns the plot area in millimetres from the upper left corner. */
    public Rectangle2D plotAreaMillimetres() {
        Rectangle2D plot = plotArea();
        return new Rectangle2D.Double(plot.getX() * horizontalUnit, plot.getY() * verticalUnit,
                plot.getWidth() * horizontalUnit, plot.getHeight() * verticalUnit);
    }

    /** Returns how many units of the window go to a millimetre: as fine as vector formats need it. */
    double unitsPerMillimetre() {
        return 1 / horizontalUnit;
    }

    /**
     * Draws the page from the origin.
     *
     * @param perMillimetre units of the graphics in a millimetre; curves are reduced to what these can show
     */
    public void draw(Graphics2D g2, double perMillimetre) {
        g2.scale(horizontalUnit * perMillimetre, verticalUnit * perMillimetre);
        drawing.draw(g2, new Rectangle2D.Double(0, 0, width, height));
    }

    /**
     * What stands around the plot area depends on the size of the whole, so it is found by trying. The chart library puts
     * plot areas on whole units; the rest, a few thousandths, is made up by the scale.
     */
    private Rectangle2D growAroundPlotArea() {
        double wantedWidth = width;
        double wantedHeight = height;
        width += FIRST_GUESS;
        height += FIRST_GUESS;
        Rectangle2D plot = plotArea();
        for (int round = 0; round < ROUNDS; round++) {
            width += wantedWidth - plot.getWidth();
            height += wantedHeight - plot.getHeight();
            plot = plotArea();
        }
        if (!plot.isEmpty()) {
            horizontalUnit *= wantedWidth / plot.getWidth();
            verticalUnit *= wantedHeight / plot.getHeight();
        }
        return plot;
    }

    private Rectangle2D plotArea() {
        Graphics2D g2 = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            return drawing.draw(g2, new Rectangle2D.Double(0, 0, width, height));
        } finally {
            g2.dispose();
        }
    }
}
