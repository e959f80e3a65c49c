package org.grokscope.figure.export;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.grokscope.figure.FigureStyle;

/** Draws figures in rows and columns so that the plot areas of a row and of a column are in line. */
record ComposedDrawing(List<PageDrawing> parts, int columns, FigureStyle style) implements PageDrawing {
    static final double GAP = 10;
    /** The line of a part's letter. */
    static final double LETTER = 16;

    /** What stands around a plot area. */
    private record Around(double left, double top, double right, double bottom) {
        static Around of(Rectangle2D cell, Rectangle2D plot) {
            return new Around(plot.getX() - cell.getX(), plot.getY() - cell.getY(), cell.getMaxX() - plot.getMaxX(),
                    cell.getMaxY() - plot.getMaxY());
        }
    }

    ComposedDrawing {
        parts = List.copyOf(parts);
    }

    /** Returns the letter of the n-th part, from 0. */
    static String letter(int n) {
        return Character.toString('a' + n % 26);
    }

    @Override
    public Rectangle2D draw(Graphics2D g2, Rectangle2D area) {
        g2.setPaint(style.background());
        g2.fill(area);
        List<Rectangle2D> cells = cells(area);
        List<Around> around = around(cells);
        Rectangle2D plots = new Rectangle2D.Double();
        for (int i = 0; i < parts.size(); i++) {
            Rectangle2D plot = parts.get(i).draw(g2, inLine(i, cells, around));
            plots = i == 0 ? plot : plots.createUnion(plot);
            g2.setFont(style.titleFont());
            g2.setPaint(style.text());
            g2.drawString("(" + letter(i) + ")", (float) (cells.get(i).getX() + 4),
                    (float) (cells.get(i).getY() - LETTER + 13));
        }
        return plots;
    }

    private List<Rectangle2D> cells(Rectangle2D area) {
        int rows = (parts.size() + columns - 1) / columns;
        double width = (area.getWidth() - (columns - 1) * GAP) / columns;
        double height = area.getHeight() / rows;
        return IntStream.range(0, parts.size()).mapToObj(i -> (Rectangle2D) new Rectangle2D.Double(
                area.getX() + i % columns * (width + GAP), area.getY() + i / columns * height + LETTER, width,
                height - LETTER)).toList();
    }

    private List<Around> around(List<Rectangle2D> cells) {
        Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            return IntStream.range(0, parts.size()).mapToObj(i -> Around.of(cells.get(i),
                    parts.get(i).draw(nowhere, (Rectangle2D) cells.get(i).clone()))).toList();
        } finally {
            nowhere.dispose();
        }
    }

    /** Moves a part in until its plot area begins and ends where those of its column and of its row do. */
    private Rectangle2D inLine(int i, List<Rectangle2D> cells, List<Around> around) {
        Around own = around.get(i);
        double left = 0;
        double right = 0;
        double top = 0;
        double bottom = 0;
        for (int j = 0; j < parts.size(); j++) {
            if (j % columns == i % columns) {
                left = Math.max(left, around.get(j).left() - own.left());
                right = Math.max(right, around.get(j).right() - own.right());
            }
            if (j / columns == i / columns) {
                top = Math.max(top, around.get(j).top() - own.top());
                bottom = Math.max(bottom, around.get(j).bottom() - own.bottom());
            }
        }
        Rectangle2D cell = cells.get(i);
        return new Rectangle2D.Double(cell.getX() + left, cell.getY() + top, cell.getWidth() - left - right,
                cell.getHeight() - top - bottom);
    }
}
