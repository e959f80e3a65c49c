package org.grokscope.figure.export;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.grokscope.figure.TextSide;
import org.w3c.dom.Element;

/**
 * Writes text that says which of its ends stays where it is, measures text as a page needs it, and cuts nothing off at the
 * page's own edge.
 */
final class SvgCanvas extends SVGGraphics2D {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private final Rectangle2D page;

    SvgCanvas(SVGGeneratorContext context, boolean outlines, double width, double height) {
        super(context, outlines);
        page = new Rectangle2D.Double(0.5, 0.5, width - 1, height - 1);
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return PageMetrics.of(font);
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (textAsShapes || text.isBlank()) {
            super.drawString(text, x, y);
            return;
        }
        TextSide side = TextSide.of(this);
        double width = getFontMetrics(getFont()).getStringBounds(text, this).getWidth();
        Element element = getDOMFactory().createElementNS(SVG, "text");
        switch (side) {
            case LEFT -> {
                // That is what SVG takes anyway.
            }
            case CENTRE -> element.setAttributeNS(null, "text-anchor", "middle");
            case RIGHT -> element.setAttributeNS(null, "text-anchor", "end");
        }
        double at = switch (side) {
            case LEFT -> x;
            case CENTRE -> x + width / 2;
            case RIGHT -> x + width;
        };
        element.setAttributeNS(null, "x", getGeneratorContext().doubleString(at));
        element.setAttributeNS(null, "y", getGeneratorContext().doubleString(y));
        element.appendChild(getDOMFactory().createTextNode(text));
        domGroupManager.addElement(element, DOMGroupManager.FILL);
    }

    /** What cuts nothing is not written: rotated text would carry a rotated page. */
    @Override
    public void clip(Shape shape) {
        if (!holdsPage(shape)) {
            super.clip(shape);
        }
    }

    @Override
    public void setClip(Shape shape) {
        super.setClip(shape != null && holdsPage(shape) ? null : shape);
    }

    private boolean holdsPage(Shape shape) {
        AffineTransform transform = getTransform();
        Area left = new Area(page);
        left.subtract(new Area(transform.createTransformedShape(shape)));
        return left.isEmpty();
    }
}
