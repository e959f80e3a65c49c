package org.grokscope.figure.export;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Draws a figure in the style of pages. */
@FunctionalInterface
interface PageDrawing {
    /** Draws into an area; returns the plot area, which is empty when there was no room for it. */
    Rectangle2D draw(Graphics2D g2, Rectangle2D area);
}
