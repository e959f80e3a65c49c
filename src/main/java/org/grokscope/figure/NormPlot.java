package org.grokscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.grokscope.analysis.FamilyBranch;
import org.grokscope.analysis.RunLabels;
import org.grokscope.measure.BranchOutcome;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.LawCell;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Spread;
import org.grokscope.run.RunHistory;
import org.grokscope.text.PlainNumber;
import org.grokscope.text.StepLabel;

/** The logarithm of the weight norm along each branch from the fork on, with the norm at which branches grok. */
final class NormPlot extends ForkPlot {
    private static final double PADDING = 1.12;
    private static final double SMALL = 4;
    private static final float WIDTH = 1.4f;
    /** The axis goes no lower: a branch that collapses leaves by the bottom, and the others keep their room. */
    private static final double FLOOR = 5;

    NormPlot(FigureStyle style) {
        super(style, new LabelledAxis(style, false, StepLabel::of), new LabelledAxis(style, true, PlainNumber::of));
        x().setLabel("steps after the fork");
        verticalTitle("weight norm");
    }

    @Override
    Heading heading(boolean cramped) {
        List<String> remarks = new ArrayList<>(List.of("logarithmic axis"));
        Spread share = pool().rateShare();
        if (share.count() > 0) {
            remarks.add("up to grokking it falls at " + ForkPlot.decimals(share.mean())
                    + (share.count() > 1 ? "\u00a0\u00b1\u00a0" + ForkPlot.decimals(share.deviation()) : "")
                    + " of the rate\u00a0\u03b7\u03bb of weight decay alone");
        }
        List<String> notes = new ArrayList<>();
        if (style().page()) {
            leftOut().ifPresent(notes::add);
        }
        if (style().page() && crowded()) {
            notes.add(pool().branches().size() + " branches; those of one \u03bb look alike");
        }
        return new Heading(ForkChart.NORM.title(), remarks, notes, key());
    }

    private List<KeyEntry> key() {
        List<KeyEntry> key = new ArrayList<>();
        if (style().page() && !crowded()) {
            List<RunHistory> runs = pool().branches().stream().map(FamilyBranch::run).toList();
            List<String> labels = RunLabels.of(runs);
            List<SeriesStyle> looks = looks();
            IntStream.range(0, runs.size())
                    .forEach(i -> key.add(new KeyEntry.Line(labels.get(i), looks.get(i), WIDTH)));
        } else {
            keyOfWeightDecays(key);
        }
        Spread norm = pool().law().normAtGrokking();
        if (norm.count() > 0) {
            key.add(new KeyEntry.Area(String.format(Locale.ROOT, "grokked at \u03c4 = %.1f", norm.mean())
                    + (norm.count() > 1 ? ", CV " + ForkPlot.decimals(norm.variation()) : ""), band()));
        }
        if (pool().branches().stream().anyMatch(branch -> branch.outcome() instanceof BranchOutcome.NotGrokked)) {
            key.add(new KeyEntry.Sign("not grokked", WeightDecayShape.CIRCLE.at(0, 0, SMALL), style().muted(), false));
        }
        if (pool().branches().stream().anyMatch(branch -> destabilised(branch).isPresent())) {
            key.add(new KeyEntry.Sign("destabilised", ForkMarker.cross(0, 0, 3.5), style().muted(), false));
        }
        return key;
    }

    private void keyOfWeightDecays(List<KeyEntry> key) {
        for (LawCell cell : pool().law().cells()) {
            boolean control = pool().control(cell.weightDecay());
            ForkMarker marker = ForkMarker.of(cell.weightDecay(), control);
            key.add(new KeyEntry.Sign("\u03bb\u00a0" + PlainNumber.of(cell.weightDecay())
                    + (control ? ", control" : ""), marker.shape().at(0, 0, SMALL), marker.colour(), true));
        }
    }

    /** Returns whether there are too many branches for each to have a look of its own. */
    private boolean crowded() {
        return pool().branches().size() > RunLooks.SURE;
    }

    /** Returns the look of each branch; in a crowd, and on a screen, where the pointer tells which is which, its λ's. */
    private List<SeriesStyle> looks() {
        List<FamilyBranch> branches = pool().branches();
        return style().page() && !crowded()
                ? RunLooks.of(branches.stream().map(FamilyBranch::run).toList())
                : branches.stream().map(branch -> SeriesStyle.solid(marker(branch).colour())).toList();
    }

    private Color band() {
        Color warm = style().milestones().getOrDefault(Milestone.GROKKED, style().muted());
        return new Color(warm.getRed(), warm.getGreen(), warm.getBlue(), 56);
    }

    @Override
    boolean fit(Graphics2D g2, Rectangle2D data) {
        double longest = pool().branches().stream().mapToDouble(NormPlot::length).max().orElse(0);
        double end = longest > 0 ? longest : 1000;
        x().show(0, end, List.of(LabelledAxis.round(0, end)));
        double least = Math.max(norms().min().orElse(10) / PADDING,
                Math.min(FLOOR, norms().max().orElse(FLOOR) / 2));
        double greatest = norms().max().orElse(100) * PADDING;
        y().show(least, greatest, LabelledAxis.decades(least, greatest));
        return true;
    }

    private static double length(FamilyBranch branch) {
        return branch.run().lastStep() - branch.forkStep();
    }

    private DoubleStream norms() {
        return pool().branches().stream().flatMap(branch -> branch.evaluations().stream())
                .mapToDouble(evaluation -> evaluation.value(Measure.WEIGHT_NORM)).filter(norm -> norm > 0);
    }

    @Override
    void drawContents(Graphics2D g2, Rectangle2D data) {
        drawBand(g2, data);
        Shape clip = g2.getClip();
        g2.clip(data);
        List<FamilyBranch> branches = pool().branches();
        List<SeriesStyle> looks = looks();
        IntStream.range(0, branches.size()).forEach(i -> drawCurve(g2, data, branches.get(i), looks.get(i), i));
        g2.setClip(clip);
        pool().branches().forEach(branch -> drawEnd(g2, data, branch));
    }

    private void drawBand(Graphics2D g2, Rectangle2D data) {
        Spread norm = pool().law().normAtGrokking();
        if (norm.count() == 0) {
            return;
        }
        double reach = norm.count() > 1 ? norm.deviation() : 0;
        double top = Math.max(data.getMinY(), yOf(norm.mean() + reach, data));
        double bottom = norm.mean() > reach ? yOf(norm.mean() - reach, data) : data.getMaxY();
        g2.setPaint(band());
        g2.fill(new Rectangle2D.Double(data.getX(), top, data.getWidth(),
                Math.max(2, Math.min(bottom, data.getMaxY()) - top)));
    }

    private CurvePointer<Evaluation> pointer(Rectangle2D data, FamilyBranch branch) {
        return new CurvePointer<>(branch.evaluations(), it -> xOf(it.step() - branch.forkStep(), data), it -> {
            double norm = it.value(Measure.WEIGHT_NORM);
            return norm > 0 ? yOf(norm, data) : Double.NaN;
        });
    }

    private ChartMark mark(Rectangle2D data, FamilyBranch branch, String more) {
        return new ChartMark(BranchWords.of(branch) + more, pointer(data, branch).outline(),
                BranchWords.target(branch));
    }

    @Override
    Optional<ChartMark> markAt(Rectangle2D data, double atX, double atY) {
        return CurvePointer.nearest(pool().branches(), it -> pointer(data, it), atX, atY).map(branch -> {
            OptionalInt point = pointer(data, branch).nearest(atX);
            return mark(data, branch, point.isEmpty() ? "" : words(branch.evaluations().get(point.getAsInt())));
        });
    }

    private static String words(Evaluation evaluation) {
        return "\nnorm " + Measure.WEIGHT_NORM.text(evaluation) + " at step " + StepLabel.of(evaluation.step());
    }

    @Override
    Optional<ChartMark> markOf(Rectangle2D data, MarkTarget target) {
        List<FamilyBranch> meant = pool().branches().stream()
                .filter(branch -> BranchWords.target(branch).meets(target)).toList();
        Path2D outline = new Path2D.Double();
        meant.forEach(branch -> outline.append(pointer(data, branch).outline(), false));
        return meant.stream().findFirst()
                .map(branch -> new ChartMark(BranchWords.of(branch), outline, BranchWords.target(meant)));
    }

    private void drawCurve(Graphics2D g2, Rectangle2D data, FamilyBranch branch, SeriesStyle look, int place) {
        PixelColumns columns = pointer(data, branch)
                .columns(1 / Math.max(1, Math.abs(g2.getTransform().getScaleX())));
        g2.setPaint(look.colour());
        g2.setStroke(look.stroke(WIDTH));
        columns.lines().forEach(g2::draw);
        look.mark().drawAlong(g2, columns::lines, place, look.colour(), style().background());
    }

    private void drawEnd(Graphics2D g2, Rectangle2D data, FamilyBranch branch) {
        ForkMarker marker = marker(branch);
        switch (branch.outcome()) {
            case BranchOutcome.Grokked grokked -> {
                if (grokked.norm() > 0) {
                    marker.fill(g2, xOf(grokked.delay(), data), yOf(grokked.norm(), data), SMALL,
                            style().background());
                }
                destabilised(branch).ifPresent((int step) -> drawLost(g2, data, branch, step));
            }
            case BranchOutcome.NotGrokked _ -> {
                drawUngrokked(g2, data, branch, marker);
            }
            case BranchOutcome.GrokkedBeforeFork _ -> {
                // There is nothing to mark after the fork.
            }
        }
    }

    /** Marks where the branch ends, or where it leaves the chart. */
    private void drawUngrokked(Graphics2D g2, Rectangle2D data, FamilyBranch branch, ForkMarker marker) {
        double floor = y().getLowerBound();
        double before = Double.NaN;
        double x = Double.NaN;
        for (Evaluation evaluation : branch.evaluations()) {
            double norm = evaluation.value(Measure.WEIGHT_NORM);
            double middle = xOf(evaluation.step() - branch.forkStep(), data);
            if (norm > 0 && norm < floor) {
                double share = before > floor ? Math.log(before / floor) / Math.log(before / norm) : 1;
                double crossing = Double.isFinite(x) ? x + share * (middle - x) : middle;
                marker.below(g2, crossing, data.getMaxY() - 12, SMALL, style().background());
                return;
            }
            if (norm > 0 && evaluation.step() == branch.run().lastStep()) {
                marker.outline(g2, middle, yOf(norm, data), SMALL, style().background());
            }
            before = norm;
            x = middle;
        }
    }

    private void drawLost(Graphics2D g2, Rectangle2D data, FamilyBranch branch, int step) {
        branch.evaluations().stream().filter(evaluation -> evaluation.step() == step)
                .filter(evaluation -> evaluation.value(Measure.WEIGHT_NORM) > 0).forEach(evaluation -> {
                    g2.setPaint(style().text());
                    g2.setStroke(new BasicStroke(1.6f));
                    g2.draw(ForkMarker.cross(xOf(step - branch.forkStep(), data),
                            yOf(evaluation.value(Measure.WEIGHT_NORM), data), 3.5));
                });
    }

    private static OptionalInt destabilised(FamilyBranch branch) {
        return branch.outcome() instanceof BranchOutcome.Grokked grokked
                && grokked.aftermath() == BranchOutcome.Aftermath.DESTABILISED
                        ? branch.run().milestones().step(Milestone.DESTABILISED)
                        : OptionalInt.empty();
    }

    private ForkMarker marker(FamilyBranch branch) {
        return ForkMarker.of(branch.weightDecay(), pool().control(branch.weightDecay()));
    }
}
