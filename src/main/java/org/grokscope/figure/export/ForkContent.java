package org.grokscope.figure.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import org.grokscope.analysis.FamilyBranch;
import org.grokscope.analysis.ForkPool;
import org.grokscope.figure.FigureStyle;
import org.grokscope.figure.ForkChart;
import org.grokscope.figure.ForkFigure;
import org.grokscope.measure.BranchOutcome;
import org.grokscope.measure.LawCell;
import org.grokscope.measure.Measure;
import org.grokscope.run.RunHistory;
import org.grokscope.text.PlainNumber;

/**
 * The branches of runs side by side.
 *
 * @param named the runs whose branches they are, or which stand for their families
 * @param forkStep asked for, where branches left at several steps
 */
public record ForkContent(ForkChart chart, List<RunHistory> named, ForkPool pool, OptionalInt forkStep)
        implements
            FigureContent {
    private static final double PLOT_HEIGHT = 0.5;
    private static final double HEADING = 150;

    public ForkContent {
        named = List.copyOf(named);
    }

    @Override
    public FigureName name() {
        return FigureName.of(chart);
    }

    @Override
    public List<RunHistory> runs() {
        return pool.branches().stream().map(FamilyBranch::run).toList();
    }

    @Override
    public PageDrawing drawing(FigureStyle style) {
        ForkFigure figure = new ForkFigure(chart, style);
        figure.update(pool);
        return figure::draw;
    }

    @Override
    public double usualHeight(double width) {
        return PLOT_HEIGHT * width + HEADING;
    }

    /**
     * The weight norms from the fork on; or a branch's λ, when it grokked, and how long after the fork, and as shown, the
     * means and deviations of each λ and the law.
     */
    @Override
    public void table(boolean raw, Rows rows) {
        for (FamilyBranch branch : pool.branches()) {
            RunHistory run = branch.run();
            if (chart == ForkChart.NORM) {
                branch.evaluations()
                        .forEach(evaluation -> rows.add(evaluation.step(), evaluation.step() - branch.forkStep(), run,
                                Column.of(Measure.WEIGHT_NORM), Rows.text(evaluation.value(Measure.WEIGHT_NORM))));
            } else {
                boolean grokked = branch.outcome() instanceof BranchOutcome.Grokked;
                rows.add(branch.forkStep(), 0, run, Column.of(Measure.WEIGHT_DECAY),
                        Rows.text(branch.weightDecay()));
                rows.add(branch.forkStep(), 0, run, Column.steps("grokked"),
                        grokked ? Integer.toString(grokkedAt(branch)) : "");
                rows.add(branch.forkStep(), 0, run, Column.steps("delay"),
                        grokked ? Integer.toString(grokkedAt(branch) - branch.forkStep()) : "");
            }
        }
        if (!raw && chart != ForkChart.NORM) {
            pool.law().cells().stream().filter(cell -> cell.delay().count() > 0).forEach(cell -> addCell(rows, cell));
            pool.law().fit().ifPresent(fit -> {
                rows.addMean(0, runs(), "law", Column.steps("law.constant"), fit.paper().constant());
                rows.addMean(0, runs(), "law", Column.bare("law.slope"), fit.slope().slope());
            });
        }
    }

    private void addCell(Rows rows, LawCell cell) {
        List<RunHistory> runs = pool.branches().stream()
                .filter(branch -> branch.weightDecay() == cell.weightDecay()).map(FamilyBranch::run).toList();
        String name = "\u03bb " + PlainNumber.of(cell.weightDecay());
        rows.addMean(0, runs, name, Column.steps("delay.mean"), cell.delay().mean());
        rows.addMean(0, runs, name, Column.steps("delay.deviation"), cell.delay().deviation());
        rows.addMean(0, runs, name, new Column("delay.count", "runs"), cell.delay().count());
    }

    private static int grokkedAt(FamilyBranch branch) {
        return branch.outcome() instanceof BranchOutcome.Grokked grokked ? grokked.at() : branch.forkStep();
    }

    @Override
    public void describe(ObjectNode settings) {
        pool.families().forEach(family -> settings.withArray("families").addObject().put("parent", family.parent())
                .put("forkStep", family.forkStep()));
    }

    @Override
    public List<String> options() {
        return forkStep.isPresent() ? List.of("--step", Integer.toString(forkStep.getAsInt())) : List.of();
    }
}
