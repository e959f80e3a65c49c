package org.grokscope.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.measure.CircuitActivity;
import org.grokscope.measure.CircuitDifference;
import org.grokscope.measure.Measure;
import org.grokscope.measure.PairMargins;
import org.grokscope.task.Task;
import org.grokscope.text.NumberText;
import org.grokscope.text.StepLabel;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/** All pairs as a square of cells, a from left to right: training and validation pairs in colours of their own, faint where wrong. */
final class PairsPlot extends CircuitPlot {
    private static final RectangleInsets ROOM = new RectangleInsets(0, 46, 42, 18);
    /** The weakest colour of a right answer whose margin is hardly over 0. */
    private static final double WEAKEST = 0.35;
    private static final double WRONG = 0.12;

    private @Nullable BufferedImage image;
    private int rows = 1;
    /** How many pairs this network answers rightly and the one beside it does not. */
    private OptionalInt alone = OptionalInt.empty();

    PairsPlot(FigureStyle style) {
        super(style, new LabelledAxis(style, false, StepLabel::of), new LabelledAxis(style, false, StepLabel::of));
        x().setLabel("a");
        setRangeGridlinesVisible(false);
    }

    @Override
    void show(CircuitScene shown) {
        super.show(shown);
        verticalTitle(shown.table().byAnswer() ? "answer" : "b");
        rows = shown.table().byAnswer() ? shown.task().answerCount() : shown.task().tokens();
        image = shown.activity().map(seen -> image(shown, seen.margins())).orElse(null);
        alone = shown.difference().map(CircuitDifference::answeredByFirstAlone).orElse(OptionalInt.empty());
    }

    private BufferedImage image(CircuitScene shown, PairMargins margins) {
        Task task = shown.task();
        BufferedImage cells = new BufferedImage(task.tokens(), rows, BufferedImage.TYPE_INT_RGB);
        Graphics2D ground = cells.createGraphics();
        ground.setPaint(style().background());
        ground.fillRect(0, 0, cells.getWidth(), cells.getHeight());
        ground.dispose();
        Optional<PairMargins> beside = shown.difference().flatMap(it -> it.second().activity())
                .map(CircuitActivity::margins);
        double greatest = margins.greatest();
        for (int a = 0; a < task.tokens(); a++) {
            for (int b = 0; b < task.tokens(); b++) {
                int row = shown.table().byAnswer() ? task.answer(a, b) : b;
                cells.setRGB(a, rows - 1 - row, colour(shown.table(), margins, beside, a, b, greatest).getRGB());
            }
        }
        return cells;
    }

    private Color colour(TableLook look, PairMargins margins, Optional<PairMargins> beside, int a, int b,
            double greatest) {
        boolean here = margins.right(a, b) && beside.filter(it -> !it.right(a, b)).isPresent();
        Color full = here
                ? style().synchronization().colour()
                : margins.training(a, b) ? style().train().colour() : style().validation().colour();
        double strength = !margins.right(a, b)
                ? WRONG
                : look.margins() ? WEAKEST + (1 - WEAKEST) * margins.margin(a, b) / greatest : 1;
        return style().mixed(full, strength);
    }

    @Override
    Heading heading(CircuitScene shown) {
        String by = shown.table().byAnswer() ? "a across, the answer up" : "a across, b up";
        return new Heading(CircuitChart.PAIRS.title(),
                List.of(shown.activity().map(PairsPlot::remark).orElse(READING),
                        by + (shown.table().margins() ? "; the stronger, the greater the margin" : "; faint: wrong")),
                key());
    }

    private List<KeyEntry> key() {
        List<KeyEntry> key = new ArrayList<>(List.of(new KeyEntry.Area("training", style().train().colour()),
                new KeyEntry.Area("validation", style().validation().colour())));
        alone.ifPresent(pairs -> key.add(new KeyEntry.Area("right in this network alone: " + count(pairs),
                style().synchronization().colour())));
        return key;
    }

    private static String remark(CircuitActivity activity) {
        return "right: " + Measure.TRAIN_ACCURACY.text(activity.margins().accuracy(true)) + " of the training pairs, "
                + Measure.VALIDATION_ACCURACY.text(activity.margins().accuracy(false)) + " of the others";
    }

    @Override
    String missing(CircuitScene shown) {
        return shown.activity().isEmpty() ? READING : "";
    }

    @Override
    void fit(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        int tokens = shown.task().tokens();
        // Cells are squares: what is left of a longer side stays empty.
        double side = Math.min(data.getWidth(), data.getHeight());
        x().show(-0.5, -0.5 + tokens * data.getWidth() / side, List.of(wholeNumbers(tokens - 1)));
        y().show(-0.5, -0.5 + rows * data.getHeight() / side, List.of(wholeNumbers(rows - 1)));
    }

    @Override
    void draw(Graphics2D g2, Rectangle2D data, CircuitScene shown) {
        BufferedImage cells = image;
        if (cells == null) {
            return;
        }
        double side = Math.min(data.getWidth(), data.getHeight());
        AffineTransform placed = AffineTransform.getTranslateInstance(data.getX(), data.getMaxY() - side);
        placed.scale(side / cells.getWidth(), side / cells.getHeight());
        g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g2.drawImage(cells, placed, null);
    }

    @Override
    RectangleInsets room(Graphics2D g2) {
        return ROOM;
    }

    @Override
    Optional<ChartMark> markAt(Rectangle2D data, double atX, double atY, CircuitScene shown) {
        double side = Math.min(data.getWidth(), data.getHeight());
        int tokens = shown.task().tokens();
        int a = (int) Math.floor((atX - data.getX()) / side * tokens);
        int row = (int) Math.floor((data.getMaxY() - atY) / side * rows);
        if (a < 0 || a >= tokens || row < 0 || row >= rows) {
            return Optional.empty();
        }
        for (int b = 0; b < tokens; b++) {
            if (shown.table().byAnswer() ? shown.task().answer(a, b) == row : b == row) {
                return Optional.of(mark(data, shown, a, b, row));
            }
        }
        return Optional.empty();
    }

    private ChartMark mark(Rectangle2D data, CircuitScene shown, int a, int b, int row) {
        double side = Math.min(data.getWidth(), data.getHeight());
        double width = side / shown.task().tokens();
        double height = side / rows;
        PairMargins margins = shown.activity().orElseThrow().margins();
        return new ChartMark(
                shown.task().question(Integer.toString(a), Integer.toString(b)) + " = " + shown.task().answer(a, b)
                        + (margins.training(a, b) ? ", a training pair: " : ", not trained on: ")
                        + (margins.right(a, b) ? "right, by " : "wrong, by ")
                        + NumberText.fixed(Math.abs(margins.margin(a, b)), 1) + " logits",
                new Rectangle2D.Double(data.getX() + a * width - 1, data.getMaxY() - (row + 1) * height - 1, width + 2,
                        height + 2),
                new MarkTarget.Pair(a, b));
    }
}
