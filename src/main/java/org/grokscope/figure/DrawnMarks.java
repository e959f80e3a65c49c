package org.grokscope.figure;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The marks of a chart where they were drawn last. */
final class DrawnMarks {
    /** How near the pointer must be to a small mark, in units of the drawing. */
    private static final double REACH = 4;

    private final List<ChartMark> marks = new ArrayList<>();

    /** Forgets what was drawn before. */
    void clear() {
        marks.clear();
    }

    /** Remembers a mark that lies over those before. */
    void add(String words, Shape outline, MarkTarget target) {
        marks.add(new ChartMark(words, outline, target));
    }

    /** Returns the mark at a place, the uppermost of several. */
    Optional<ChartMark> at(double x, double y) {
        return marks.reversed().stream().filter(mark -> near(mark.outline().getBounds2D(), x, y)).findFirst();
    }

    /** Returns the mark that stands for something, or else for a part of it or more than it, if there is one. */
    Optional<ChartMark> of(MarkTarget target) {
        return marks.stream().filter(mark -> mark.target().meets(target))
                .min(Comparator.comparing(mark -> !mark.target().equals(target)));
    }

    private static boolean near(Rectangle2D bounds, double x, double y) {
        double roomX = bounds.getWidth() < 2 * REACH ? REACH : 0;
        double roomY = bounds.getHeight() < 2 * REACH ? REACH : 0;
        return x >= bounds.getMinX() - roomX && x <= bounds.getMaxX() + roomX && y >= bounds.getMinY() - roomY
                && y <= bounds.getMaxY() + roomY;
    }
}
