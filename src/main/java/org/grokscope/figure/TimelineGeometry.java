package org.grokscope.figure;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Where a timeline was drawn, in the coordinates it was drawn in.
 *
 * @param panels the plot area of each panel, from the top; all have the same left and right end
 */
public record TimelineGeometry(StepScale scale, StepRange visible, List<Rectangle2D> panels) {
    public TimelineGeometry {
        panels = List.copyOf(panels);
    }

    /** Returns the area from the top of the first panel to the bottom of the last. */
    public Rectangle2D plotArea() {
        return panels.getFirst().createUnion(panels.getLast());
    }

    /** Returns the x coordinate of a step; outside the plot area when the step is not visible. */
    public double xOf(double step) {
        Rectangle2D area = panels.getFirst();
        return scale.xOf(step, visible, area.getX(), area.getWidth());
    }

    /** Returns the step at an x coordinate, which is clamped to the plot area. */
    public double stepAt(double x) {
        Rectangle2D area = panels.getFirst();
        double inside = Math.clamp(x, area.getMinX(), area.getMaxX());
        return scale.stepAt(inside, visible, area.getX(), area.getWidth());
    }
}
