package org.grokscope.workbench.control;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/** The window's icons, each drawn on a square of 16 by 16. */
public enum Icon {
    /** Two bars. */
    PAUSE("M4 3.5a1 1 0 0 1 1-1h1a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1zM9 3.5a1 1 0 0 1 1-1h1a1 1 0 0 1 1 1"
            + "v9a1 1 0 0 1-1 1h-1a1 1 0 0 1-1-1z"),
    /** A triangle to the right. */
    RESUME("M4.5 3.2c0-.9 1-1.4 1.7-.9l6.6 4.8c.6.4.6 1.3 0 1.8l-6.6 4.8c-.7.5-1.7 0-1.7-.9z"),
    /** A plus sign. */
    PLUS("M7.1 3.3h1.8v3.8h3.8v1.8H8.9v3.8H7.1V8.9H3.3V7.1h3.8z"),
    /** A crescent. */
    MOON("M6.6 1.9a.55.55 0 0 1 .7.72A5.2 5.2 0 0 0 13.4 9.7a.55.55 0 0 1 .72.7A6.4 6.4 0 1 1 6.6 1.9z"),
    /** A disc with rays. */
    SUN("M8 4.9a3.1 3.1 0 1 1 0 6.2 3.1 3.1 0 0 1 0-6.2zM7.3 1.2h1.4v2.2H7.3zM7.3 12.6h1.4v2.2H7.3zM1.2 7.3h2.2v1.4H1.2z"
            + "M12.6 7.3h2.2v1.4h-2.2zM2.7 3.7l1-1 1.55 1.55-1 1zM10.75 11.75l1-1 1.55 1.55-1 1zM2.7 12.3l1.55-1.55 1 1"
            + "L3.7 13.3zM10.75 4.25L12.3 2.7l1 1-1.55 1.55z"),
    /** A cogwheel. */
    COG("M6.6 3.3L6.9 1.5L9.1 1.5L9.4 3.3L10.3 3.7L11.8 2.6L13.4 4.2L12.3 5.7L12.7 6.6L14.5 6.9L14.5 9.1L12.7"
            + " 9.4L12.3 10.3L13.4 11.8L11.8 13.4L10.3 12.3L9.4 12.7L9.1 14.5L6.9 14.5L6.6 12.7L5.7 12.3L4.2 13.4L2"
            + ".6 11.8L3.7 10.3L3.3 9.4L1.5 9.1L1.5 6.9L3.3 6.6L3.7 5.7L2.6 4.2L4.2 2.6L5.7 3.7zM8 5.7a2.3 2.3 0 1 "
            + "1 0 4.6 2.3 2.3 0 0 1 0-4.6z"),
    /** Two columns. */
    COLUMNS("M2.6 3h4.2c.4 0 .7.3.7.7v8.6c0 .4-.3.7-.7.7H2.600c-.4 0-.7-.3-.7-.7V3.7c0-.4.3-.7.7-.7zM3.300 4.400v7.200h2.800"
            + "V4.400zM9.200 3h4.2c.4 0 .7.3.7.7v8.6c0 .4-.3.7-.7.7H9.200c-.4 0-.7-.3-.7-.7V3.700c0-.4.3-.7.7-.7zM9.900 4.400v7.200h2.800V4.400z"),
    /** Two sheets, one over the other. */
    COPY("M5.2 2h7.2c.9 0 1.6.7 1.6 1.6v7.2c0 .9-.7 1.6-1.6 1.6H11v-1.4h1.4c.1 0 .2-.1.2-.2V3.6c0-.1-.1-.2-.2-.2H5.2"
            + "c-.1 0-.2.1-.2.2V5H3.6V3.6C3.6 2.7 4.3 2 5.2 2zM3.6 5h5.8c.9 0 1.6.7 1.6 1.6v5.8c0 .9-.7 1.6-1.6 1.6H3.6"
            + "c-.9 0-1.6-.7-1.6-1.6V6.6C2 5.7 2.7 5 3.6 5zm0 1.4c-.1 0-.2.1-.2.2v5.8c0 .1.1.2.2.2h5.8c.1 0 .2-.1.2-.2V6.6"
            + "c0-.1-.1-.2-.2-.2z"),
    /** A magnifying glass. */
    SEARCH("M7 2.2a4.8 4.8 0 0 1 3.8 7.7l3 3-.95.95-3-3A4.8 4.8 0 1 1 7 2.2zm0 1.4a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8z"),
    /** A folder. */
    FOLDER("M2.6 3h3.5c.3 0 .6.1.8.3l1 1.2h5.5c.6 0 1.1.5 1.1 1.1v6.3c0 .6-.5 1.1-1.1 1.1H2.6c-.6 0-1.1-.5-1.1-1.1V4.1"
            + "C1.5 3.500 2 3 2.6 3zM2.900 6.100v5.500h10.200V6.100z"),
    /** An x. */
    CLOSE("M4.2 3.2L8 7l3.8-3.8 1 1L9 8l3.8 3.8-1 1L8 9l-3.8 3.8-1-1L7 8 3.2 4.2z"),
    /** A triangle with an exclamation mark. */
    WARNING("M7 2.3a1.15 1.15 0 0 1 2 0l5.3 9.6c.4.8-.1 1.7-1 1.7H2.7c-.9 0-1.4-.9-1-1.7zM7.2 5.6v4h1.6v-4zM7.2 10.7v1.5"
            + "h1.6v-1.5z");

    private static final double SIDE = 16;

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** Returns a new drawing of the icon, in the colour that the stylesheet gives to {@code .icon}. */
    public Node node() {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.setFillRule(FillRule.EVEN_ODD);
        shape.getStyleClass().add("icon");
        StackPane square = new StackPane(shape);
        square.setMinSize(SIDE, SIDE);
        square.setMaxSize(SIDE, SIDE);
        square.setMouseTransparent(true);
        return square;
    }
}
