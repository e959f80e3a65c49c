package org.grokscope.workbench.preferences;

/**
 * Where a window stands, in the screen's coordinates.
 *
 * @param maximized whether it fills the screen; the other numbers are those it goes back to
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}
