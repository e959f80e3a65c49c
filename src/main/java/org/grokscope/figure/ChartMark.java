package org.grokscope.figure;

import java.awt.Shape;

/**
 * A mark of a chart that answers the pointer.
 *
 * @param words what it says
 * @param outline where it was drawn last, in the coordinates of the drawing
 * @param target what it stands for
 */
public record ChartMark(String words, Shape outline, MarkTarget target) {}
