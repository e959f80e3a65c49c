package org.grokscope.study.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.grokscope.analysis.ForkPool;
import org.grokscope.figure.ForkChart;
import org.grokscope.figure.export.ForkContent;
import org.grokscope.measure.BranchOutcome;
import org.grokscope.measure.DelayModel;
import org.grokscope.measure.Interval;
import org.grokscope.measure.LawCell;
import org.grokscope.measure.LawPoint;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Spread;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.study.BranchPoint;
import org.grokscope.study.FoundRun;
import org.grokscope.study.report.Block.Row;
import org.grokscope.study.report.Block.Table;
import org.grokscope.text.PlainNumber;

/**
 * The law of one prime and one point at which branches leave, over all branches that there are.
 *
 * @param runs the finished branches
 */
record PrimeLaw(int p, BranchPoint at, List<FoundRun> runs, ForkPool pool) {
    /** How far a constant may lie from the paper's. */
    static final double FACTOR = 1.5;
    private static final double R2_APART = 0.1;
    private static final double LAW = -1;

    /** Takes the branches of a prime together that left at one point. */
    static PrimeLaw of(int p, BranchPoint at, List<FoundRun> runs) {
        return new PrimeLaw(p, at, List.copyOf(runs), pool(runs));
    }

    /** One branch of each family stands for it. */
    private static ForkPool pool(List<FoundRun> runs) {
        List<RunHistory> histories = runs.stream().map(FoundRun::history).toList();
        Map<String, String> families = new TreeMap<>();
        for (RunHistory run : histories) {
            Lineage lineage = run.head().lineage();
            if (lineage != null) {
                families.putIfAbsent(lineage.parent() + "@" + lineage.step(), run.head().id());
            }
        }
        return ForkPool.of(histories, List.copyOf(families.values()), OptionalInt.empty());
    }

    String name() {
        return "p = " + p + (papers() ? "" : ", forked at " + at.title());
    }

    /** Whether the branches left where the paper's do. */
    boolean papers() {
        return at.equals(new BranchPoint.Reached(Milestone.CEILING));
    }

    private Optional<PaperNumbers.Law> paper() {
        return papers() ? PaperNumbers.law(p) : Optional.empty();
    }

    /** Returns the paper's mean of the steps from fork to grokking; NaN where it gives none. */
    double paperDelay(double weightDecay) {
        return paper().map(law -> law.delay(weightDecay).orElse(Double.NaN)).orElse(Double.NaN);
    }

    private Claim law() {
        String what = "\u0394t \u2248 C/\u03bb for " + name();
        String paper = "C = " + Words.steps(number("C")) + ", R\u00b2 = " + Words.decimals(number("r2"));
        String rule = "C within a factor of 1.5 and R\u00b2 at most 0.10 under the paper's";
        return pool.law().fit().map(fit -> new Claim(what, paper,
                "C = " + Words.steps(fit.paper().constant()) + ", R\u00b2 = " + Words.decimals(fit.paper().r2()),
                Verdict.of(near(fit.paper().constant(), number("C"))
                        && r2(fit.paper().r2(), number("r2")) == Verdict.AGREES),
                rule, runs)).orElseGet(() -> Claim.open(what, paper, rule));
    }

    List<Claim> claims() {
        return papers() ? List.of(law(), slope()) : List.of();
    }

    Table delays() {
        List<Row> rows = new ArrayList<>();
        for (LawCell cell : pool.law().cells()) {
            double paper = paperDelay(cell.weightDecay());
            Spread delay = cell.delay();
            Verdict verdict = Double.isNaN(paper)
                    ? Verdict.ALONE
                    : delay.count() == 0 ? Verdict.DIFFERS : Verdict.of(near(delay.mean(), paper));
            long before = cell.points().stream().map(LawPoint::outcome)
                    .filter(BranchOutcome.GrokkedBeforeFork.class::isInstance).count();
            rows.add(new Row(
                    List.of("\u03bb = " + PlainNumber.of(cell.weightDecay()), cell.grokked().size() + " of "
                            + cell.points().size(), Words.steps(delay.mean()), Words.steps(paper),
                            Words.steps(delay.deviation()), Words.norm(cell.norm().mean()),
                            Integer.toString(cell.notGrokked().size()), Long.toString(before)),
                    verdict, at(cell.weightDecay())));
        }
        return new Table(
                "Steps from the fork to grokking, \u0394t, means over draws. Branches that have not grokked after their fork "
                        + "are counted and not averaged."
                        + (papers() ? " A mean agrees when it lies within a factor of 1.5 of the paper's." : ""),
                List.of(name(), "grokked", "\u0394t", Words.PAPER, "s.d.", "norm at grokking", "never grokked",
                        "forked after grokking"),
                rows);
    }

    private List<FoundRun> at(double weightDecay) {
        return runs.stream()
                .filter(run -> run.history().head().configuration().optimizer().weightDecay() == weightDecay).toList();
    }

    static boolean near(double ours, double paper) {
        return ours <= paper * FACTOR && ours >= paper / FACTOR;
    }

    Table fits() {
        double[] paper = new double[]{number("C"), number("r2"), number("leastSquaresC"),
                number("leastSquaresR2"), number("logLogSlope")};
        List<Row> rows = new ArrayList<>();
        pool.law().fit().ifPresentOrElse(fit -> {
            rows.add(row("C, the paper's estimator", Words.steps(fit.paper().constant()),
                    Words.steps(paper[0]), Verdict.of(near(fit.paper().constant(), paper[0]))));
            rows.add(row("R\u00b2 of the means", Words.decimals(fit.paper().r2()), Words.decimals(paper[1]),
                    r2(fit.paper().r2(), paper[1])));
            rows.add(row("C, least squares", Words.steps(fit.leastSquares().constant()),
                    Words.steps(paper[2]), Verdict.of(near(fit.leastSquares().constant(), paper[2]))));
            rows.add(row("R\u00b2, least squares", Words.decimals(fit.leastSquares().r2()),
                    Words.decimals(paper[3]), r2(fit.leastSquares().r2(), paper[3])));
            rows.add(row("log\u2013log slope", Words.decimals(fit.slope().slope()) + " "
                    + Words.decimals(fit.slope().interval()), Words.decimals(paper[4]),
                    within(fit.slope().interval(), paper[4])));
            rows.add(row("R\u00b2 draw by draw", fit.perDraw().map(range -> Words.decimals(range.leastR2())
                    + " to " + Words.decimals(range.greatestR2()) + " (" + Words.count(range.draws(), "draw", "draws")
                    + ")").orElse(Words.NONE), Words.NONE, Verdict.ALONE));
        }, () -> rows.add(new Row(List.of("the law", "no fit: branches grokked at fewer than two \u03bb",
                Words.steps(paper[0])),
                runs.isEmpty() ? Verdict.OPEN : papers() ? Verdict.DIFFERS : Verdict.ALONE, runs)));
        return new Table(
                "The law \u0394t = C/\u03bb. " + (papers()
                        ? "C agrees within a factor of 1.5; R\u00b2 when it lies at most 0.10 under the paper's; the slope when "
                                + "the paper's lies in our 95% interval"
                        : "The slope has a 95% interval")
                        + " (Student t, n\u22122, on the means of the \u03bb). The law says \u22121."
                        + unlikeThePaper(),
                List.of(name(), "ours", Words.PAPER), rows);
    }

    /** Which form of Δt the single branches prefer. */
    Table models() {
        List<Row> rows = new ArrayList<>();
        List<DelayModel> models = pool.law().models();
        double best = models.isEmpty() ? Double.NaN : models.getFirst().aicc();
        for (DelayModel model : models) {
            rows.add(new Row(List.of("\u0394t = " + model.form().formula(), Words.steps(model.constant()),
                    model.form() == DelayModel.Form.POWER ? Words.decimals(model.exponent()) : Words.NONE,
                    model.form() == DelayModel.Form.OFFSET ? Words.signed(model.offset()) : Words.NONE,
                    Words.decimals(model.aicc() - best)), Verdict.ALONE, runs));
        }
        return new Table(
                "Other forms than C/\u03bb, fitted to the logarithm of every branch that grokked, evaluated every "
                        + pool.resolution().orElse(0)
                        + " steps or more often. A form is preferred over another whose AICc is greater by "
                        + "more than " + PlainNumber.of(DelayModel.CLEAR) + ". The data prefer: " + preferred(models)
                        + ".",
                List.of(name(), "C", "\u03b1", "b, steps", "AICc over the least"), rows);
    }

    /** One line of this law among others: its fit, and which form the branches prefer. */
    Row atAGlance() {
        List<DelayModel> models = pool.law().models();
        Optional<DelayModel> power = models.stream().filter(it -> it.form() == DelayModel.Form.POWER).findFirst();
        return new Row(List.of("p = " + p, at.title(), pool.law().fit().map(fit -> Words.steps(fit.paper().constant()))
                .orElse(Words.NONE), pool.law().fit().map(fit -> Words.decimals(fit.paper().r2())).orElse(Words.NONE),
                pool.law().fit().map(fit -> Words.decimals(fit.slope().slope()) + " "
                        + Words.decimals(fit.slope().interval())).orElse(Words.NONE),
                power.map(it -> Words.decimals(it.exponent())).orElse(Words.NONE), preferred(models)),
                runs.isEmpty() ? Verdict.OPEN : Verdict.ALONE, runs);
    }

    private static String preferred(List<DelayModel> models) {
        if (models.size() < 2 || Double.isNaN(models.getFirst().aicc())) {
            return "too few branches to say";
        }
        List<String> equal = models.stream().filter(it -> it.aicc() - models.getFirst().aicc() <= DelayModel.CLEAR)
                .map(it -> it.form().formula()).toList();
        return equal.size() == 1 ? equal.getFirst() : "undecided: " + String.join(" or ", equal);
    }

    /** The paper has fewer λ for some primes, and its fit rests on those. */
    private String unlikeThePaper() {
        String only = pool.law().fitted().stream().mapToDouble(LawCell::weightDecay)
                .filter(weightDecay -> paper().map(law -> law.delay(weightDecay).isEmpty()).orElse(false))
                .mapToObj(PlainNumber::of).collect(Collectors.joining(", "));
        return only.isEmpty() ? "" : " The paper has no \u03bb = " + only + " here; ours is in our fits.";
    }

    private Row row(String what, String ours, String paper, Verdict verdict) {
        return new Row(List.of(what, ours, paper), paper.equals(Words.NONE) ? Verdict.ALONE : verdict, runs);
    }

    private double number(String key) {
        return paper().map(law -> law.number(key)).orElse(Double.NaN);
    }

    private static Verdict r2(double ours, double paper) {
        return Verdict.of(ours >= paper - R2_APART);
    }

    private static Verdict within(Optional<Interval> interval, double value) {
        return interval.isEmpty()
                ? Verdict.OPEN
                : Verdict.of(interval.get().low() <= value && value <= interval.get().high());
    }

    List<Block> figures() throws IOException {
        List<Block> figures = new ArrayList<>();
        if (!pool.branches().isEmpty()) {
            List<RunHistory> named = pool.families().stream()
                    .map(family -> family.branches().getFirst().run()).toList();
            for (ForkChart chart : List.of(ForkChart.DELAY, ForkChart.LOG_LOG, ForkChart.NORM)) {
                figures.add(Drawing.of(new ForkContent(chart, named, pool, OptionalInt.empty()),
                        chart.title() + ", " + name() + ", " + pool.place() + "."));
            }
        }
        return figures;
    }

    private Claim slope() {
        String what = "The log\u2013log slope of " + name() + " is the law's \u22121";
        String paper = Words.decimals(number("logLogSlope"));
        String rule = "\u22121 lies in our 95% interval, and 0 does not";
        return pool.law().fit().filter(fit -> fit.slope().interval().isPresent())
                .map(fit -> new Claim(what, paper, Words.decimals(fit.slope().slope()) + " "
                        + Words.decimals(fit.slope().interval()),
                        Verdict.of(within(fit.slope().interval(), LAW) == Verdict.AGREES
                                && within(fit.slope().interval(), 0) == Verdict.DIFFERS),
                        rule,
                        runs))
                .orElseGet(() -> Claim.open(what, paper, rule));
    }
}
