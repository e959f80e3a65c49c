package org.grokscope.workbench.control;

import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;

/** The program's mark: a disc that the curve of grokking divides, low for long and then suddenly high. */
public final class Mark extends Group {
    private static final double RADIUS = 8;

    /** Draws the mark some 18 pixels wide, in the colours of the stylesheet. */
    public Mark() {
        Circle rim = new Circle(RADIUS, RADIUS, RADIUS);
        rim.getStyleClass().add("mark-rim");
        SVGPath under = new SVGPath();
        under.setContent("M1.07 12C9.6 12 6.4 4 14.93 4A8 8 0 0 1 1.07 12z");
        under.getStyleClass().add("mark-under");
        getChildren().addAll(under, rim);
        setMouseTransparent(true);
    }
}
