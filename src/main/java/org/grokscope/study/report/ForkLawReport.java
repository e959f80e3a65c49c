package org.grokscope.study.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.grokscope.analysis.FamilyBranch;
import org.grokscope.measure.BranchOutcome;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Spread;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.study.BranchPoint;
import org.grokscope.study.FoundRun;
import org.grokscope.study.Trial.Forked;
import org.grokscope.study.TrialState;
import org.grokscope.study.report.Block.Row;
import org.grokscope.study.report.Block.Table;

/** How long after a fork a network groks, against its weight decay. */
final class ForkLawReport {
    private final Results results;
    private final List<PrimeLaw> laws = new ArrayList<>();

    ForkLawReport(Results results) {
        this.results = results;
        Map<BranchPoint, Map<Integer, List<FoundRun>>> byPoint = new LinkedHashMap<>();
        results.states().forEach((cell, state) -> {
            Forked forked = (Forked) cell;
            List<FoundRun> runs = byPoint.computeIfAbsent(forked.at(), _ -> new TreeMap<>()).computeIfAbsent(
                    forked.parent().configuration().task().p(), _ -> new ArrayList<>());
            if (state instanceof TrialState.Done(FoundRun run)) {
                runs.add(run);
            }
        });
        byPoint.forEach((at, byPrime) -> byPrime.forEach((p, runs) -> laws.add(PrimeLaw.of(p, at, runs))));
    }

    Report report() throws IOException {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Table(
                "The fit of \u0394t = C/\u03bb to each prime and each point at which branches left, the exponent of "
                        + "\u0394t = C/\u03bb^\u03b1, and the form that the single branches prefer by AICc.",
                List.of("modulus", "forked at", "C", "R\u00b2", "log\u2013log slope", "\u03b1", "preferred"),
                laws.stream().map(PrimeLaw::atAGlance).toList()));
        for (PrimeLaw law : laws) {
            blocks.add(new Block.Heading(law.name()));
            if (law.runs().isEmpty()) {
                blocks.add(new Block.Paragraph("There is no finished branch yet."));
            } else {
                blocks.add(law.delays());
                blocks.add(law.fits());
                blocks.add(law.models());
                blocks.addAll(law.figures());
            }
        }
        blocks.add(new Block.Heading("The mechanism: the norm at grokking"));
        blocks.add(mechanism());
        blocks.add(new Block.Heading("Every branch"));
        blocks.add(branches());
        return new Report(results, claims(), blocks);
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
                all.count() < 2 ? Verdict.OPEN : Verdict.of(all.variation() <= PrimeLaw.FACTOR * variation),
                grokked()));
        double rate = PaperNumbers.norm("effectiveDecayRateOverNominal");
        Spread rates = rates();
        rows.add(new Row(
                List.of("decay rate: \u03b7\u03bb measured over \u03b7\u03bb set", Words.decimals(rates.mean()),
                        Words.decimals(rate)),
                rates.count() == 0 ? Verdict.OPEN : Verdict.of(PrimeLaw.near(rates.mean(), rate)),
                grokked()));
        return new Table("Over all branches that grokked after their fork. The mean agrees within 13% of the paper's, "
                + "which is its own coefficient of variation; that when it is at most 1.5 times the paper's; the rate within a "
                + "factor of 1.5. The rate is "
                + "minus the least-squares slope of log\u2016W\u2016 from fork to grokking.",
                List.of("all primes", "ours", Words.PAPER), rows);
    }

    private List<FoundRun> grokked() {
        return laws.stream().flatMap(law -> law.runs().stream())
                .filter(run -> outcome(run) instanceof BranchOutcome.Grokked).toList();
    }

    private Spread norms() {
        return Spread.of(grokked().stream().map(ForkLawReport::outcome)
                .mapToDouble(it -> it instanceof BranchOutcome.Grokked grokked ? grokked.norm() : Double.NaN)
                .filter(Double::isFinite).toArray());
    }

    private Spread rates() {
        return Spread.of(laws.stream().flatMap(law -> law.pool().branches().stream())
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
            Optional<FoundRun> run = state instanceof TrialState.Done(FoundRun found)
                    ? Optional.of(found)
                    : Optional.empty();
            double paper = law(forked).paperDelay(forked.weightDecay());
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

    private PrimeLaw law(Forked cell) {
        return laws.stream().filter(law -> law.at().equals(cell.at())
                && law.p() == cell.parent().configuration().task().p()).findFirst().orElseThrow();
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
        return laws.stream().flatMap(law -> law.pool().branches().stream())
                .filter(branch -> branch.run().head().id().equals(run.id())).findFirst()
                .map(FamilyBranch::rateShare).filter(it -> it.isPresent())
                .map(it -> Words.decimals(it.getAsDouble()));
    }

    private List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        laws.forEach(law -> claims.addAll(law.claims()));
        claims.add(norm());
        return claims;
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
                                && all.variation() <= PrimeLaw.FACTOR * variation),
                        rule, grokked());
    }
}
