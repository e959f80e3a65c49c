package org.grokscope.study.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.grokscope.analysis.Alignment;
import org.grokscope.figure.export.CompareContent;
import org.grokscope.figure.export.LeadThresholdContent;
import org.grokscope.measure.Interval;
import org.grokscope.measure.LeadPoint;
import org.grokscope.measure.LeadStatistics;
import org.grokscope.measure.LeadSummary;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;
import org.grokscope.measure.Thresholds;
import org.grokscope.run.ConfigurationHash;
import org.grokscope.run.RunHistory;
import org.grokscope.study.FoundRun;
import org.grokscope.study.Trial;
import org.grokscope.study.Trial.Trained;
import org.grokscope.study.TrialState;
import org.grokscope.study.report.Block.Row;
import org.grokscope.study.report.Block.Table;
import org.grokscope.task.Operation;

/** By how many steps the FSD ceiling comes before grokking. */
final class LeadsReport {
    private static final double SIGNIFICANT = 0.05;
    private static final List<String> HEADS = List.of("run", "FSD ceiling", Words.PAPER, "restricted sync",
            Words.PAPER, "grokked", Words.PAPER, "lead", Words.PAPER, "restricted lead");
    private static final String SAME_SIGN = "A run agrees when its lead has the paper's sign, no FSD ceiling by the "
            + "time it groks counting as under 0: its milestones come from other random numbers and need not fall on the "
            + "paper's steps.";

    private final Results results;
    private final List<FoundRun> additions;

    LeadsReport(Results results) {
        this.results = results;
        this.additions = results.runs().stream().filter(run -> operation(run) == Operation.ADD).toList();
    }

    private static Operation operation(FoundRun run) {
        return run.history().head().configuration().task().operation();
    }

    Report report() throws IOException {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Every run"));
        blocks.add(table("Milestones on the 100-step grid, in steps. " + SAME_SIGN, RunHistory::milestones));
        blocks.add(summary("Over the runs of addition, 100-step grid.", RunHistory::milestones));
        List<RunHistory> histories = additions.stream().map(FoundRun::history).toList();
        blocks.addAll(Drawing.ofAny(!histories.isEmpty(),
                new CompareContent(histories, Measure.FSD, Alignment.GROKKING, false),
                "FSD of the runs of addition, aligned at grokking; runs that have not grokked are not drawn."));
        blocks.addAll(Drawing.ofAny(!histories.isEmpty(),
                new CompareContent(histories, Measure.VALIDATION_ACCURACY, Alignment.START, false),
                "Validation accuracy of the same runs."));
        blocks.addAll(Drawing.ofAny(!histories.isEmpty(),
                new LeadThresholdContent(results.runs().stream().map(FoundRun::history).toList(),
                        Milestone.CEILING.alarm(Thresholds.PAPER)),
                "Mean lead of the FSD over all runs here against the threshold of its ceiling, with Student's 95% "
                        + "interval; the paper's 0.80 is marked."));
        blocks.add(new Block.Heading("As a 500-step grid would have shown it"));
        blocks.add(new Block.Paragraph("The paper looked every 500 steps. Here every milestone is dated again by the "
                + "evaluations at multiples of 500 alone, of the very same runs."));
        blocks.add(table("Milestones on the 500-step grid, in steps. " + SAME_SIGN, LeadsReport::onPapersGrid));
        blocks.add(summary("Over the runs of addition, 500-step grid.", LeadsReport::onPapersGrid));
        return new Report(results, claims(), blocks);
    }

    /** Dates milestones as if only the paper's steps had been looked at. */
    static Milestones onPapersGrid(RunHistory run) {
        return Milestones.of(
                run.evaluations().stream().filter(it -> it.step() % PaperNumbers.GRID == 0).toList(),
                run.head().configuration().thresholds());
    }

    private Table table(String caption, Function<RunHistory, Milestones> dated) {
        List<Row> rows = new ArrayList<>();
        results.states().forEach((cell, state) -> rows.add(row((Trained) cell, state, dated)));
        return new Table(caption, HEADS, rows);
    }

    private static Row row(Trained cell, TrialState state, Function<RunHistory, Milestones> dated) {
        PaperNumbers.Lead paper = PaperNumbers.lead(cell.configuration());
        Optional<FoundRun> run = state instanceof TrialState.Done(FoundRun found)
                ? Optional.of(found)
                : Optional.empty();
        Optional<Milestones> ours = run.map(FoundRun::history).map(dated);
        List<String> values = List.of(cell.name(), Words.milestone(ours, Milestone.CEILING), Words.step(paper.sync()),
                Words.milestone(ours, Milestone.RESTRICTED_SYNC), Words.step(paper.restrictedSync()),
                Words.milestone(ours, Milestone.GROKKED), Words.step(paper.grokked()),
                ours.map(it -> Words.lead(it, Milestone.CEILING)).orElse(Words.NONE), Words.signed(paper.lead()),
                ours.map(it -> Words.lead(it, Milestone.RESTRICTED_SYNC)).orElse(Words.NONE));
        Verdict verdict = ours.map(it -> verdict(it, paper.lead())).orElse(Verdict.OPEN);
        return new Row(values, verdict, run.stream().toList());
    }

    private static Verdict verdict(Milestones ours, OptionalInt paper) {
        return paper.isEmpty() ? Verdict.ALONE : Verdict.of(LeadSign.same(ours, paper));
    }

    private LeadStatistics statistics(Function<RunHistory, Milestones> dated, Milestone of) {
        return LeadStatistics.of(additions.stream().map(run -> new LeadPoint(
                ConfigurationHash.of(run.history().head().configuration()),
                run.history().head().configuration().task().p(), dated.apply(run.history()).leadOf(of))).toList());
    }

    private Table summary(String caption, Function<RunHistory, Milestones> dated) {
        LeadStatistics leads = statistics(dated, Milestone.CEILING);
        LeadStatistics restricted = statistics(dated, Milestone.RESTRICTED_SYNC);
        LeadSummary runs = leads.overConfigurations();
        LeadSummary primes = leads.overPrimes();
        List<Row> rows = List.of(
                row("runs with a lead, of all", runs.count() + " of " + leads.runs(),
                        "9 of 9", open(runs, leads.lacking() == 0)),
                row("leads over 0, under 0", runs.positive() + ", " + runs.negative(), "9, 0",
                        open(runs, runs.negative() == 0 && leads.lacking() == 0)),
                row("mean lead", Words.signed(runs.mean()), Words.signed(PaperNumbers.summary("mean")),
                        open(runs, holds(runs.interval(), PaperNumbers.summary("mean")))),
                row("sign test, two-sided p", Words.p(runs.signTest()),
                        Words.p(PaperNumbers.summary("signTestTwoSided")),
                        open(runs, runs.signTest() < SIGNIFICANT)),
                row("95% interval over runs", Words.steps(runs.interval()),
                        Words.steps(Optional.of(PaperNumbers.interval("bootstrap95"))),
                        open(runs, overlap(runs.interval(), PaperNumbers.interval("bootstrap95")))),
                row("mean over primes", Words.signed(primes.mean()),
                        Words.signed(PaperNumbers.summary("primeClusteredMean")),
                        open(primes, holds(primes.interval(), PaperNumbers.summary("primeClusteredMean")))),
                row("95% interval over primes", Words.steps(primes.interval()),
                        Words.steps(Optional.of(PaperNumbers.interval("primeClustered95"))),
                        open(primes, overlap(primes.interval(), PaperNumbers.interval("primeClustered95")))),
                row("mean lead of restricted sync", Words.signed(restricted.overConfigurations().mean()), Words.NONE,
                        Verdict.ALONE));
        return new Table(caption + " A mean agrees when the paper's lies in our interval, an interval when the two "
                + "overlap, the sign test when p is under 0.05. Intervals: percentile bootstrap, 100,000 resamples from "
                + "a fixed seed. Runs that lack a milestone are counted and not averaged.",
                List.of("addition", "ours", Words.PAPER), rows);
    }

    private Row row(String what, String ours, String paper, Verdict verdict) {
        return new Row(List.of(what, ours, paper), verdict, additions);
    }

    private static Verdict open(LeadSummary summary, boolean agrees) {
        return summary.count() < 2 ? Verdict.OPEN : Verdict.of(agrees);
    }

    private static boolean holds(Optional<Interval> interval, double value) {
        return interval.filter(it -> it.low() <= value && value <= it.high()).isPresent();
    }

    private static boolean overlap(Optional<Interval> interval, Interval other) {
        return interval.filter(it -> it.low() <= other.high() && other.low() <= it.high()).isPresent();
    }

    private List<Claim> claims() {
        LeadStatistics fine = statistics(RunHistory::milestones, Milestone.CEILING);
        LeadStatistics coarse = statistics(LeadsReport::onPapersGrid, Milestone.CEILING);
        LeadStatistics restricted = statistics(RunHistory::milestones, Milestone.RESTRICTED_SYNC);
        List<Claim> claims = new ArrayList<>();
        claims.add(everyRun("The FSD ceiling comes before grokking in every run of addition", fine));
        claims.add(everyRun("The same on the paper's 500-step grid", coarse));
        claims.add(mean("Mean lead over the runs of addition", fine));
        claims.add(mean("The same on the paper's 500-step grid", coarse));
        claims.add(significance(fine));
        claims.add(earlier(fine, restricted));
        claims.add(other("Subtraction leads too", Operation.SUBTRACT, true));
        claims.add(other("Multiplication does not: it groks before its FSD ceiling", Operation.MULTIPLY, false));
        return claims;
    }

    private Claim everyRun(String what, LeadStatistics leads) {
        int ahead = leads.overConfigurations().positive();
        String paper = PaperNumbers.additionsThatLead();
        return leads.runs() == 0
                ? Claim.open(what, paper, "in every run")
                : new Claim(what, paper, ahead + " of " + leads.runs(), Verdict.of(ahead == leads.runs()),
                        "in every run", additions);
    }

    private Claim mean(String what, LeadStatistics leads) {
        double paper = PaperNumbers.summary("mean");
        LeadSummary summary = leads.overConfigurations();
        return new Claim(what, Words.signed(paper),
                Words.signed(summary.mean()) + " " + Words.steps(summary.interval()),
                open(summary, holds(summary.interval(), paper)), "the paper's lies in our 95% interval", additions);
    }

    private Claim significance(LeadStatistics leads) {
        LeadSummary summary = leads.overConfigurations();
        return new Claim("That is more than chance (exact sign test)",
                "p = " + Words.p(PaperNumbers.summary("signTestTwoSided")), "p = " + Words.p(summary.signTest()),
                open(summary, summary.signTest() < SIGNIFICANT), "p is under 0.05", additions);
    }

    private Claim earlier(LeadStatistics fsd, LeadStatistics restricted) {
        double ahead = fsd.overConfigurations().mean();
        double behind = restricted.overConfigurations().mean();
        return new Claim("The FSD leads by more than restricted loss does",
                Words.signed(PaperNumbers.summary("mean")) + " against about 0",
                Words.signed(ahead) + " against " + Words.signed(behind),
                open(fsd.overConfigurations(), ahead > behind),
                "its mean lead is the greater one", additions);
    }

    private Claim other(String what, Operation operation, boolean leads) {
        List<Trial> cells = results.states().keySet().stream()
                .filter(cell -> ((Trained) cell).configuration().task().operation() == operation).toList();
        List<FoundRun> runs = results.runs().stream().filter(run -> operation(run) == operation).toList();
        String paper = String.join(", ", cells.stream()
                .map(cell -> Words.signed(PaperNumbers.lead(((Trained) cell).configuration()).lead())).toList());
        String rule = leads ? "every lead is over 0" : "it groks and has not reached its FSD ceiling by then";
        if (runs.isEmpty()) {
            return Claim.open(what, paper.isEmpty() ? Words.NONE : paper, rule);
        }
        List<Milestones> ours = runs.stream().map(run -> run.history().milestones()).toList();
        boolean all = ours.stream().allMatch(leads ? LeadSign::leads : LeadSign::follows);
        return new Claim(what, paper, String.join(", ", ours.stream().map(Words::leadOrWhy).toList()), Verdict.of(all),
                rule, runs);
    }
}
