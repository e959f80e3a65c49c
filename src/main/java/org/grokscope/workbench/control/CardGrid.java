package org.grokscope.workbench.control;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * A page's cards. Where they go depends on the width; the grid is as high as they need, and higher where it is given
 * more.
 */
public abstract class CardGrid extends Region {
    /** Between two cards, and between a card and the edge. */
    protected static final double GAP = 12;

    /** Returns a grid in a pane that scrolls it up and down where the window is lower than the cards. */
    public static ScrollPane scrolling(CardGrid grid, String styleClass) {
        ScrollPane pane = new ScrollPane(grid);
        pane.getStyleClass().add(styleClass);
        pane.setFitToWidth(true);
        pane.setFitToHeight(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return pane;
    }

    /** Places a card; returns where the next one under it begins. */
    protected static double place(Region card, double x, double y, double width, double height) {
        card.resizeRelocate(x, y, width, height);
        return y + height + GAP;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected abstract double computeMinHeight(double width);

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected abstract void layoutChildren();
}
