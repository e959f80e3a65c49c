package org.grokscope.figure;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.grokscope.analysis.ComparedCurve;
import org.grokscope.analysis.Comparison;
import org.grokscope.measure.Measure;
import org.grokscope.text.StepLabel;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Several measures of several runs: a row a run, a column a measure. All cells of a column have the same axes. */
final class MultiplesPlot extends CardPlot {
    private static final RectangleInsets ROOM = new RectangleInsets(0, 14, 12, 12);
    /** From this width on the names stand beside their rows, else above them. */
    private static final double BESIDE = 620;
    private static final double NAMES = 0.22;
    private static final double MOST_NAMES = 210;
    private static final double NAME_LINE = 16;
    private static final double NAME_GAP = 10;
    /** Room for the labels of a column's vertical axis. */
    private static final double LABELS = 38;
    private static final double COLUMN_GAP = 8;
    private static final double TITLE_LINE = 15;
    private static final double UNDER_TITLE = 8;
    private static final double ROW_GAP = 18;
    private static final double ROW = 64;
    private static final double AXIS = 36;
    private static final double HEAD = 64;
    private static final String UNMEASURED = "not measured";
    private static final float WIDTH = 1.4f;

    /** Where rows and columns go. */
    private record Grid(Rectangle2D area, double names, double above, double titles, int rows, int columns) {
        double columnWidth() {
            return (area.getWidth() - names) / columns;
        }

        Rectangle2D cell(int row, int column) {
            double height = (area.getHeight() - titles - AXIS) / rows;
            return new Rectangle2D.Double(area.getX() + names + column * columnWidth() + LABELS,
                    area.getY() + titles + row * height + above, Math.max(1, columnWidth() - LABELS - COLUMN_GAP),
                    Math.max(1, height - above - ROW_GAP));
        }
    }

    private final List<ComparedCurves> columns;

    MultiplesPlot(List<Measure> measures, FigureStyle style) {
        super(style, new LabelledAxis(style, false, StepLabel::of), new LabelledAxis(style, false, StepLabel::of));
        columns = measures.stream().map(measure -> new ComparedCurves(measure, style)).toList();
        x().setVisible(false);
        y().setVisible(false);
        setRangeGridlinesVisible(false);
    }

    void show(List<Comparison> comparisons, List<SeriesStyle> looks) {
        IntStream.range(0, columns.size()).forEach(i -> columns.get(i).show(comparisons.get(i), looks));
    }

    static double height(int rows, double width) {
        return HEAD + 2 * TITLE_LINE + UNDER_TITLE + rows * (ROW + (width < BESIDE ? NAME_LINE : 0)) + AXIS;
    }

    /** Returns the curves of a column that are drawn. */
    private static List<ComparedCurve> drawn(ComparedCurves column) {
        List<ComparedCurve> all = column.comparison().curves();
        return all.subList(0, Math.min(all.size(), MultiplesFigure.MOST_ROWS));
    }

    private int rows() {
        return drawn(columns.getFirst()).size();
    }

    @Override
    Heading heading(boolean cramped) {
        ComparedCurves first = columns.getFirst();
        Set<String> notes = new LinkedHashSet<>();
        columns.forEach(column -> notes.addAll(column.notes()));
        int missing = first.comparison().curves().size() - rows();
        if (missing > 0) {
            notes.add("the first " + rows() + " of " + (rows() + missing) + " rows; select fewer to see the others");
        }
        return new Heading("Small multiples", first.remarks(), List.copyOf(notes),
                first.marksGrokking() ? List.of(first.grokkedKey()) : List.of());
    }

    @Override
    RectangleInsets room(Graphics2D g2) {
        return ROOM;
    }

    /** All columns have the steps of the one that has most of them. */
    @Override
    boolean fit(Graphics2D g2, Rectangle2D data) {
        columns.forEach(ComparedCurves::fit);
        double first = columns.stream().mapToDouble(column -> column.x().getLowerBound()).min().orElseThrow();
        double last = columns.stream().mapToDouble(column -> column.x().getUpperBound()).max().orElseThrow();
        columns.forEach(column -> column.x().show(first, last, List.of(LabelledAxis.round(first, last))));
        return true;
    }

    private Grid grid(Rectangle2D data) {
        boolean beside = data.getWidth() >= BESIDE;
        return new Grid(data, beside ? Math.min(NAMES * data.getWidth(), MOST_NAMES) : 0, beside ? 0 : NAME_LINE,
                2 * TITLE_LINE + UNDER_TITLE, Math.max(1, rows()), columns.size());
    }

    @Override
    void drawContents(Graphics2D g2, Rectangle2D data) {
        if (rows() == 0) {
            return;
        }
        Grid grid = grid(data);
        for (int column = 0; column < columns.size(); column++) {
            drawTitle(g2, grid, column);
            for (int row = 0; row < rows(); row++) {
                drawCell(g2, grid.cell(row, column), columns.get(column), row);
            }
        }
        g2.setFont(style().labelFont());
        for (int row = 0; row < rows(); row++) {
            drawName(g2, grid, row);
        }
        g2.setPaint(style().muted());
        Rectangle2D first = grid.cell(rows() - 1, 0);
        Rectangle2D last = grid.cell(rows() - 1, columns.size() - 1);
        new AlignedText(columns.getFirst().comparison().alignment().axis(), TextSide.CENTRE,
                (first.getMinX() + last.getMaxX()) / 2, data.getMaxY() - 8).draw(g2);
    }

    private void drawTitle(Graphics2D g2, Grid grid, int column) {
        Rectangle2D top = grid.cell(0, column);
        g2.setFont(style().mediumFont());
        g2.setPaint(style().text());
        FontMetrics metrics = g2.getFontMetrics();
        List<String> lines = Heading.wrapped(columns.get(column).comparison().measure().title(), metrics,
                Math.min(grid.columnWidth() - COLUMN_GAP, grid.area().getMaxX() - top.getMinX()));
        double bottom = grid.area().getY() + grid.titles() - UNDER_TITLE;
        for (int i = 0; i < lines.size(); i++) {
            double middle = bottom - (lines.size() - i - 0.5) * TITLE_LINE;
            ScriptText.draw(g2, lines.get(i), top.getMinX(), middle + Heading.middleToBaseline(metrics));
        }
    }

    private void drawCell(Graphics2D g2, Rectangle2D cell, ComparedCurves column, int row) {
        g2.setPaint(style().grid());
        g2.setStroke(SeriesStyle.solid(style().grid()).stroke(1f));
        for (Object tick : column.y().refreshTicks(g2, new AxisState(), cell, RectangleEdge.LEFT)) {
            double at = column.y().valueToJava2D(((ValueTick) tick).getValue(), cell, RectangleEdge.LEFT);
            g2.draw(new Line2D.Double(cell.getMinX(), at, cell.getMaxX(), at));
        }
        column.y().draw(g2, cell.getMinX(), cell, cell, RectangleEdge.LEFT, null);
        if (row == rows() - 1) {
            column.x().draw(g2, cell.getMaxY(), cell, cell, RectangleEdge.BOTTOM, null);
        }
        ComparedCurve curve = drawn(column).get(row);
        if (curve.points().stream().anyMatch(point -> Double.isFinite(point.value()))) {
            column.draw(g2, cell, List.of(curve), WIDTH);
        } else {
            g2.setFont(style().labelFont());
            boolean room = ScriptText.width(g2, UNMEASURED) < cell.getWidth();
            new AlignedText(room ? UNMEASURED : "\u2014", TextSide.CENTRE, cell.getCenterX(), cell.getCenterY())
                    .drawClear(g2,
                            style().muted(), style().background());
        }
    }

    /** Beside a row a name may take as many lines as there is room for. */
    private void drawName(Graphics2D g2, Grid grid, int row) {
        Rectangle2D cell = grid.cell(row, 0);
        ComparedCurve curve = drawn(columns.getFirst()).get(row);
        double left = grid.area().getX();
        double width = grid.names() > 0 ? grid.names() - NAME_GAP : grid.area().getWidth();
        double y = grid.names() > 0 ? cell.getY() + NAME_LINE / 2 : cell.getY() - NAME_LINE / 2 - 2;
        FontMetrics metrics = g2.getFontMetrics();
        KeyEntry whole = new KeyEntry.Line("", columns.getFirst().look(curve), WIDTH);
        double sample = whole.width(g2);
        List<String> lines = Heading.wrapped(curve.label(), metrics, width - sample);
        int most = grid.names() > 0 ? (int) Math.max(1, cell.getHeight() / NAME_LINE) : 1;
        whole.draw(g2, left, y, y, style().text());
        g2.setPaint(style().text());
        for (int i = 0; i < Math.min(most, lines.size()); i++) {
            String rest = i == most - 1 ? String.join(" ", lines.subList(i, lines.size())) : lines.get(i);
            ScriptText.draw(g2, ScriptText.within(g2, rest, width - sample), left + sample,
                    y + i * NAME_LINE + Heading.middleToBaseline(metrics));
        }
    }

    @Override
    Optional<ChartMark> markAt(Rectangle2D data, double atX, double atY) {
        Grid grid = grid(data);
        for (ComparedCurves column : columns) {
            for (int row = 0; row < rows(); row++) {
                Rectangle2D cell = grid.cell(row, columns.indexOf(column));
                ComparedCurve curve = drawn(column).get(row);
                if (cell.contains(atX, atY)
                        && column.pointer(cell, curve).distance(atX, atY) <= CurvePointer.REACH) {
                    return Optional.of(new ChartMark(curve.label() + column.wordsAt(cell, curve, atX),
                            column.pointer(cell, curve).outline(), ComparedCurves.target(curve)));
                }
            }
        }
        return Optional.empty();
    }

    /** A run is its whole row. */
    @Override
    Optional<ChartMark> markOf(Rectangle2D data, MarkTarget target) {
        Grid grid = grid(data);
        List<ComparedCurve> curves = drawn(columns.getFirst());
        return IntStream.range(0, curves.size())
                .filter(row -> ComparedCurves.meets(curves.get(row), target)).boxed().findFirst().map(row -> {
                    Path2D outline = new Path2D.Double();
                    columns.forEach(column -> outline.append(
                            column.pointer(grid.cell(row, columns.indexOf(column)), drawn(column).get(row)).outline(),
                            false));
                    return new ChartMark(curves.get(row).label(), outline, ComparedCurves.target(curves.get(row)));
                });
    }
}
