package org.grokscope.workbench.chart;

/** Where a card goes beside what it reads: never on it, and inside the view as far as there is room. */
public final class CardPlacement {
    private static final double DISTANCE = 18;
    private static final double MARGIN = 6;

    /** The upper left corner of a card. */
    public record Corner(double x, double y) {}

    private CardPlacement() {}

    /** Returns the corner of a card of this size in a view of that size, right of a place where it fits. */
    public static Corner beside(double atX, double atY, double cardWidth, double cardHeight, double viewWidth,
            double viewHeight) {
        return beside(atX, atX, atY, cardWidth, cardHeight, viewWidth, viewHeight);
    }

    /** Returns the corner of a card that leaves the stretch from one x to another free, right of it where it fits. */
    public static Corner beside(double fromX, double toX, double atY, double cardWidth, double cardHeight,
            double viewWidth, double viewHeight) {
        double right = Math.max(fromX, toX) + DISTANCE;
        double left = Math.min(fromX, toX) - DISTANCE - cardWidth;
        double y = clamp(atY - cardHeight / 2, MARGIN, viewHeight - MARGIN - cardHeight);
        if (right + cardWidth <= viewWidth - MARGIN) {
            return new Corner(right, y);
        }
        if (left >= MARGIN) {
            return new Corner(left, y);
        }
        // No room on either side: above or below, wherever there is more of it.
        double x = clamp((fromX + toX - cardWidth) / 2, MARGIN, viewWidth - MARGIN - cardWidth);
        boolean below = viewHeight - atY >= atY;
        return new Corner(x, below ? atY + DISTANCE : atY - DISTANCE - cardHeight);
    }

    private static double clamp(double value, double least, double greatest) {
        return Math.max(least, Math.min(value, greatest));
    }
}
