package org.grokscope.study.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.grokscope.figure.FamilyBranch;
import org.grokscope.figure.ForkChart;
import org.grokscope.figure.ForkPool;
import org.grokscope.figure.export.ForkContent;
import org.grokscope.measure.BranchOutcome;
import org.grokscope.measure.Interval;
import org.grokscope.measure.LawCell;
import org.grokscope.measure.LawFit;
import org.grokscope.measure.LawPoint;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Spread;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.study.CellState;
import org.grokscope.study.FoundRun;
import org.grokscope.study.Cell.Forked;
import org.grokscope.study.report.Block.Row;
import org.grokscope.study.report.Block.Table;
import org.grokscope.task.PlainNumber;

/** How long after a fork a network groks, against its weight decay. */
final class ForkLawReport {
    /** How far a constant may lie from the paper's. */
    private static final double FACTOR = 1.5;
    private static final double R2_APART = 0.1;
    private static final double LAW = -1;

    /** The branches of one prime. */
    private record Prime(int p, List<FoundRun> runs, ForkPool pool) {
        String name() {
            return "p = " + p;
        }

        Optional<LawFit> fit() {
            return pool.law().fit();
        }
    }

    private final Results results;
    private final List<Prime> primes = new ArrayList<>();

    ForkLawReport(Results results) {
        this.results = results;
        Map<Integer, List<FoundRun>> byPrime = new TreeMap<>();
        results.states().forEach((cell, state) -> {
            List<FoundRun> runs = byPrime.computeIfAbsent(
                    ((Forked) cell).parent().configuration().task().p(), _ -> new ArrayList<>());
            if (state instanceof CellState.Done(FoundRun run)) {
                runs.add(run);
            }
        });
        byPrime.forEach((p, runs) -> primes.add(new Prime(p, runs, pool(runs))));
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

    Report report() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Prime prime : primes) {
            blocks.add(new Block.Heading(prime.name()));
            if (prime.runs().isEmpty()) {
                blocks.add(new Block.Paragraph("There is no finished branch yet."));
            } else {
                blocks.add(delays(prime));
                blocks.add(fits(prime));
                blocks.addAll(figures(prime));
            }
        }
        blocks.add(new Block.Heading("The mechanism: the norm at grokking"));
        blocks.add(mechanism());
        blocks.add(new Block.Heading("Every branch"));
        blocks.add(branches());
        return new Report(results, claims(), blocks);
    }

    private Table delays(Prime prime) {
        List<Row> rows = new ArrayList<>();
        for (LawCell cell : prime.pool().law().cells()) {
            double paper = PaperNumbers.law(prime.p()).map(law -> law.delay(cell.weightDecay()).orElse(Double.NaN))
                    .orElse(Double.NaN);
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
                    verdict, at(prime, cell.weightDecay())));
        }
        return new Table(
                "Steps from the fork to grokking, \u0394t, means over draws. A mean agrees when it lies within a "
                        + "factor of 1.5 of the paper's. Branches that have not grokked after their fork are counted and not "
                        + "averaged.",
                List.of(prime.name(), "grokked", "\u0394t", Words.PAPER, "s.d.", "norm at grokking", "never grokked",
                        "forked after grokking"),
                rows);
    }

    private static List<FoundRun> at(Prime prime, double weightDecay) {
        return prime.runs().stream()
                .filter(run -> run.history().head().configuration().optimizer().weightDecay() == weightDecay).toList();
    }

    private static boolean near(double ours, double paper) {
        return ours <= paper * FACTOR && ours >= paper / FACTOR;
    }

    private Table fits(Prime prime) {
        double[] paper = new double[]{number(prime, "C"), number(prime, "r2"), number(prime, "leastSquaresC"),
                number(prime, "leastSquaresR2"), number(prime, "logLogSlope")};
        List<Row> rows = new ArrayList<>();
        prime.fit().ifPresentOrElse(fit -> {
            rows.add(row(prime, "C, the paper's estimator", Words.steps(fit.paper().constant()),
                    Words.steps(paper[0]), Verdict.of(near(fit.paper().constant(), paper[0]))));
            rows.add(row(prime, "R\u00b2 of the means", Words.decimals(fit.paper().r2()), Words.decimals(paper[1]),
                    r2(fit.paper().r2(), paper[1])));
            rows.add(row(prime, "C, least squares", Words.steps(fit.leastSquares().constant()),
                    Words.steps(paper[2]), Verdict.of(near(fit.leastSquares().constant(), paper[2]))));
            rows.add(row(prime, "R\u00b2, least squares", Words.decimals(fit.leastSquares().r2()),
                    Words.decimals(paper[3]), r2(fit.leastSquares().r2(), paper[3])));
            rows.add(row(prime, "log\u2013log slope", Words.decimals(fit.slope().slope()) + " "
                    + Words.decimals(fit.slope().interval()), Words.decimals(paper[4]),
                    within(fit.slope().interval(), paper[4])));
            rows.add(row(prime, "R\u00b2 draw by draw", fit.perDraw().map(range -> Words.decimals(range.leastR2())
                    + " to " + Words.decimals(range.greatestR2()) + " (" + Words.count(range.draws(), "draw", "draws")
                    + ")").orElse(Words.NONE), Words.NONE, Verdict.ALONE));
        }, () -> rows.add(new Row(List.of("the law", "no fit: branches grokked at fewer than two \u03bb",
                Words.steps(paper[0])), prime.runs().isEmpty() ? Verdict.OPEN : Verdict.DIFFERS, prime.runs())));
        return new Table(
                "The law \u0394t = C/\u03bb. C agrees within a factor of 1.5; R\u00b2 when it lies at most 0.10 "
                        + "under the paper's; the slope when the paper's lies in our 95% interval (Student t, n\u22122, on the "
                        + "means of the \u03bb). The law says \u22121.",
                List.of(prime.name(), "ours", Words.PAPER), rows);
    }

    private static Row row(Prime prime, String what, String ours, String paper, Verdict verdict) {
        return new Row(List.of(what, ours, paper), paper.equals(Words.NONE) ? Verdict.ALONE : verdict, prime.runs());
    }

    private static double number(Prime prime, String key) {
        return PaperNumbers.law(prime.p()).map(law -> law.number(key)).orElse(Double.NaN);
    }

    private static Verdict r2(double ours, double paper) {
        return Verdict.of(ours >= paper - R2_APART);
    }

    private static Verdict within(Optional<Interval> interval, double value) {
        return interval.isEmpty()
                ? Verdict.OPEN
                : Verdict.of(interval.get().low() <= value && value <= interval.get().high());
    }

    private static List<Block> figures(Prime prime) throws IOException {
        List<Block> figures = new ArrayList<>();
        if (!prime.pool().branches().isEmpty()) {
            List<RunHistory> named = prime.pool().families().stream()
                    .map(family -> family.branches().getFirst().run()).toList();
            for (ForkChart chart : List.of(ForkChart.DELAY, ForkChart.LOG_LOG, ForkChart.NORM)) {
                figures.add(Drawing.of(new ForkContent(chart, named, prime.pool(), OptionalInt.empty()),
                        chart.title() + ", " + prime.name() + ", " + prime.pool().place() + "."));
            }
        }
        return figures;
    }

    private Table mechanism() {
        List<Row> rows = new ArrayList<>();
        double mean = PaperNumbers.norm("mean");
        double variation = PaperNumbers.norm("coefficientOfVariation");
        Spread all = norms();
        rows.add(new Row(List.of("norm at grokking, mean", Words.norm(all.mean()), Words.norm(mean)),
                all.count() == 0 ? Verdict.OPEN : Verdict.of(Math.abs(all.mean() - mean) <= variation * mean),
                grokked()));
        rows.add(new Row(List.of("its coefficient of variation", Words.decimals(all.variation()),
                Words.decimals(variation)),
                all.count() < 2 ? Verdict.OPEN : Verdict.of(all.variation() <= FACTOR * variation),
                grokked()));
        double rate = PaperNumbers.norm("effectiveDecayRateOverNominal");
        Spread rates = rates();
        rows.add(new Row(
                List.of("decay rate: \u03b7\u03bb measured over \u03b7\u03bb set", Words.decimals(rates.mean()),
                        Words.decimals(rate)),
                rates.count() == 0 ? Verdict.OPEN : Verdict.of(near(rates.mean(), rate)),
                grokked()));
        return new Table("Over all branches that grokked after their fork. The mean agrees within 13% of the paper's, "
                + "which is its own coefficient of variation; that when it is at most 1.5 times the paper's; the rate within a "
                + "factor of 1.5. The rate is "
                + "minus the least-squares slope of log\u2016W\u2016 from fork to grokking.",
                List.of("all primes", "ours", Words.PAPER), rows);
    }

    private List<FoundRun> grokked() {
        return primes.stream().flatMap(prime -> prime.runs().stream())
                .filter(run -> outcome(run) instanceof BranchOutcome.Grokked).toList();
    }

    private Spread norms() {
        return Spread.of(grokked().stream().map(ForkLawReport::outcome)
                .mapToDouble(it -> it instanceof BranchOutcome.Grokked grokked ? grokked.norm() : Double.NaN)
                .filter(Double::isFinite).toArray());
    }

    private Spread rates() {
        return Spread.of(primes.stream().flatMap(prime -> prime.pool().branches().stream())
                .flatMapToDouble(branch -> branch.rateShare().stream()).toArray());
    }

    private static BranchOutcome outcome(FoundRun run) {
        RunHistory history = run.history();
        Lineage lineage = history.head().lineage();
        return BranchOutcome.of(history.evaluations(), history.milestones(), lineage == null ? 0 : lineage.step(),
                switch (history.state()) {
                    case DIVERGED -> BranchOutcome.Course.DIVERGED;
                    default -> BranchOutcome.Course.ENDED;
                });
    }

    private Table branches() {
        List<Row> rows = new ArrayList<>();
        results.states().forEach((cell, state) -> {
            Forked forked = (Forked) cell;
            Optional<FoundRun> run = state instanceof CellState.Done(FoundRun found)
                    ? Optional.of(found)
                    : Optional.empty();
            double paper = PaperNumbers.law(forked.parent().configuration().task().p())
                    .map(law -> law.delay(forked.weightDecay()).orElse(Double.NaN)).orElse(Double.NaN);
            rows.add(new Row(List.of(cell.name(), run.map(ForkLawReport::forkStep).orElse(Words.NONE),
                    Words.milestone(run.map(it -> it.history().milestones()), Milestone.GROKKED),
                    run.map(ForkLawReport::delay).orElse(state.label()),
                    Double.isNaN(paper) ? Words.NONE : Words.steps(paper),
                    run.map(ForkLawReport::norm).orElse(Words.NONE),
                    run.flatMap(this::rate).orElse(Words.NONE)), run.isEmpty() ? Verdict.OPEN : Verdict.ALONE,
                    run.stream().toList()));
        });
        return new Table("Every branch. The paper gives means of the draws only; its mean stands beside each.",
                List.of("branch", "forked at", "grokked", "\u0394t", Words.PAPER, "norm at grokking", "rate"), rows);
    }

    private static String forkStep(FoundRun run) {
        Lineage lineage = run.history().head().lineage();
        return lineage == null ? Words.NONE : "%,d".formatted(lineage.step());
    }

    private static String delay(FoundRun run) {
        return switch (outcome(run)) {
            case BranchOutcome.Grokked it -> "%,d%s".formatted(it.delay(), switch (it.aftermath()) {
                case KEPT -> "";
                case DESTABILISED -> ", then destabilised";
                case DIVERGED -> ", then diverged";
            });
            case BranchOutcome.NotGrokked it -> "over %,d: %s".formatted(it.steps(), it.cause().name()
                    .toLowerCase(Locale.ROOT).replace('_', ' '));
            case BranchOutcome.GrokkedBeforeFork _ -> "its parent had grokked";
        };
    }

    private static String norm(FoundRun run) {
        return outcome(run) instanceof BranchOutcome.Grokked it ? Words.norm(it.norm()) : Words.NONE;
    }

    private Optional<String> rate(FoundRun run) {
        return primes.stream().flatMap(prime -> prime.pool().branches().stream())
                .filter(branch -> branch.run().head().id().equals(run.id())).findFirst()
                .map(FamilyBranch::rateShare).filter(it -> it.isPresent())
                .map(it -> Words.decimals(it.getAsDouble()));
    }

    private List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        for (Prime prime : primes) {
            String what = "\u0394t \u2248 C/\u03bb for " + prime.name();
            String paper = "C = " + Words.steps(number(prime, "C")) + ", R\u00b2 = "
                    + Words.decimals(number(prime, "r2"));
            String rule = "C within a factor of 1.5 and R\u00b2 at most 0.10 under the paper's";
            claims.add(prime.fit().map(fit -> new Claim(what, paper,
                    "C = " + Words.steps(fit.paper().constant()) + ", R\u00b2 = " + Words.decimals(fit.paper().r2()),
                    Verdict.of(near(fit.paper().constant(), number(prime, "C"))
                            && r2(fit.paper().r2(), number(prime, "r2")) == Verdict.AGREES),
                    rule, prime.runs()))
                    .orElseGet(() -> Claim.open(what, paper, rule)));
            claims.add(slope(prime));
        }
        claims.add(norm());
        return claims;
    }

    private Claim slope(Prime prime) {
        String what = "The log\u2013log slope of " + prime.name() + " is the law's \u22121";
        String paper = Words.decimals(number(prime, "logLogSlope"));
        String rule = "\u22121 lies in our 95% interval";
        return prime.fit().filter(fit -> fit.slope().interval().isPresent())
                .map(fit -> new Claim(what, paper, Words.decimals(fit.slope().slope()) + " "
                        + Words.decimals(fit.slope().interval()), within(fit.slope().interval(), LAW), rule,
                        prime.runs()))
                .orElseGet(() -> Claim.open(what, paper, rule));
    }

    private Claim norm() {
        double mean = PaperNumbers.norm("mean");
        double variation = PaperNumbers.norm("coefficientOfVariation");
        String what = "Networks grok at one weight norm, whatever \u03bb";
        String paper = Words.norm(mean) + ", CV " + Words.decimals(variation);
        String rule = "mean within 13%, CV at most 1.5 times the paper's";
        Spread all = norms();
        return all.count() < 2
                ? Claim.open(what, paper, rule)
                : new Claim(what, paper, Words.norm(all.mean()) + ", CV " + Words.decimals(all.variation()),
                        Verdict.of(Math.abs(all.mean() - mean) <= variation * mean
                                && all.variation() <= FACTOR * variation),
                        rule, grokked());
    }
}
