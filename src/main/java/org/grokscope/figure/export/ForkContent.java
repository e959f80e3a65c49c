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
import org.grokscope.measure.Measure;
import org.grokscope.run.RunHistory;

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
    public PageDrawing drawing() {
        ForkFigure figure = new ForkFigure(chart, FigureStyle.PAGE);
        figure.update(pool);
        return figure::draw;
    }

    @Override
    public double usualHeight(double width) {
        return PLOT_HEIGHT * width + HEADING;
    }

    /** The weight norms as logged from the fork on; or a branch's λ, when it grokked, and how long after the fork. */
    @Override
    public TidyTable table() {
        TidyTable table = new TidyTable();
        for (FamilyBranch branch : pool.branches()) {
            String id = branch.run().head().id();
            if (chart == ForkChart.NORM) {
                branch.evaluations().forEach(evaluation -> table.add(evaluation.step(), id, "weightNorm",
                        evaluation.value(Measure.WEIGHT_NORM)));
            } else {
                boolean grokked = branch.outcome() instanceof BranchOutcome.Grokked;
                table.add(branch.forkStep(), id, "weightDecay", branch.weightDecay());
                table.add(branch.forkStep(), id, "grokked", grokked ? Integer.toString(grokkedAt(branch)) : "");
                table.add(branch.forkStep(), id, "delay",
                        grokked ? Integer.toString(grokkedAt(branch) - branch.forkStep()) : "");
            }
        }
        return table;
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
