package org.grokscope.workbench.timeline;

/** Where a card goes beside the pointer: never under it, and inside the view as far as there is room. */
final class CardPlacement {
    private static final double DISTANCE = 18;
    private static final double MARGIN = 6;

    /** The upper left corner of a card. */
    record Corner(double x, double y) {}

    private CardPlacement() {}

    /** Returns the corner of a card of this size in a view of that size, right of the pointer where it fits. */
    static Corner beside(double pointerX, double pointerY, double cardWidth, double cardHeight, double viewWidth,
            double viewHeight) {
        double right = pointerX + DISTANCE;
        double left = pointerX - DISTANCE - cardWidth;
        double y = clamp(pointerY - cardHeight / 2, MARGIN, viewHeight - MARGIN - cardHeight);
        if (right + cardWidth <= viewWidth - MARGIN) {
            return new Corner(right, y);
        }
        if (left >= MARGIN) {
            return new Corner(left, y);
        }
        // No room on either side: above or below, wherever there is more of it.
        double x = clamp(pointerX - cardWidth / 2, MARGIN, viewWidth - MARGIN - cardWidth);
        boolean below = viewHeight - pointerY >= pointerY;
        return new Corner(x, below ? pointerY + DISTANCE : pointerY - DISTANCE - cardHeight);
    }

    private static double clamp(double value, double least, double greatest) {
        return Math.max(least, Math.min(value, greatest));
    }
}
