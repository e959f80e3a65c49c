package org.grokscope.study.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.grokscope.analysis.Alignment;
import org.grokscope.figure.export.CompareContent;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;
import org.grokscope.run.RunHistory;
import org.grokscope.study.FoundRun;
import org.grokscope.study.Trial;
import org.grokscope.study.report.Block.Row;
import org.grokscope.study.report.Block.Table;

/** Which networks synchronise and grok, and in which order. */
final class ArchitecturesReport {
    private final Results results;

    ArchitecturesReport(Results results) {
        this.results = results;
    }

    Report report() throws IOException {
        List<Row> rows = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (Trial cell : results.states().keySet()) {
            Optional<FoundRun> run = results.run(cell.name());
            PaperNumbers.Lead paper = PaperNumbers.architecture(paperName(cell));
            rows.add(row(cell, run, paper));
            claims.addAll(claims(cell, run, paper));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Every architecture"));
        blocks.add(new Table(
                "Addition modulo 97, seed 42; in steps. A row agrees when the network groks or does not as in "
                        + "the paper, and its lead has the paper's sign, no FSD ceiling by the time it groks counting as under 0.",
                List.of("network", "FSD ceiling", Words.PAPER, "grokked", Words.PAPER, "lead", Words.PAPER,
                        "FSD at the end", "best validation accuracy"),
                rows));
        List<RunHistory> histories = results.runs().stream().map(FoundRun::history).toList();
        blocks.addAll(Drawing.ofAny(!histories.isEmpty(),
                new CompareContent(histories, Measure.FSD, Alignment.START, false),
                "FSD; of attention-only networks that of the first block's attention output."));
        blocks.addAll(Drawing.ofAny(!histories.isEmpty(),
                new CompareContent(histories, Measure.VALIDATION_ACCURACY, Alignment.START, false),
                "Validation accuracy of the same runs."));
        return new Report(results, claims, blocks);
    }

    private static String paperName(Trial cell) {
        return switch (cell.name()) {
            case "attention only", "MLP only" -> "two blocks, " + cell.name();
            default -> cell.name();
        };
    }

    private static Row row(Trial cell, Optional<FoundRun> run, PaperNumbers.Lead paper) {
        Optional<Milestones> ours = run.map(it -> it.history().milestones());
        Verdict verdict = ours
                .map(it -> Verdict.of(it.step(Milestone.GROKKED).isPresent() == paper.grokked().isPresent()
                        && (paper.lead().isEmpty() || LeadSign.same(it, paper.lead()))))
                .orElse(Verdict.OPEN);
        return new Row(
                List.of(cell.name(), Words.milestone(run.map(it -> it.history().milestones()), Milestone.CEILING),
                        Words.step(paper.sync()),
                        Words.milestone(run.map(it -> it.history().milestones()), Milestone.GROKKED),
                        Words.step(paper.grokked()),
                        ours.map(Words::leadOrWhy).orElse(Words.NONE), Words.signed(paper.lead()),
                        run.map(it -> Words.decimals(lastFsd(it.history()))).orElse(Words.NONE),
                        run.map(it -> Words.percent(best(it.history()))).orElse(Words.NONE)),
                verdict, run.stream().toList());
    }

    private static double lastFsd(RunHistory run) {
        return run.evaluations().getLast().value(Measure.FSD);
    }

    private static double best(RunHistory run) {
        return run.evaluations().stream().mapToDouble(it -> it.value(Measure.VALIDATION_ACCURACY)).max()
                .orElse(Double.NaN);
    }

    private static List<Claim> claims(Trial cell, Optional<FoundRun> run, PaperNumbers.Lead paper) {
        boolean groks = paper.grokked().isPresent();
        String what = "A network of " + cell.name() + (groks ? " groks" : " never groks");
        String theirs = groks ? "at " + Words.step(paper.grokked()) : "never";
        List<Claim> claims = new ArrayList<>();
        if (run.isEmpty()) {
            claims.add(Claim.open(what, theirs, "it does the same"));
        } else {
            OptionalInt grokked = run.get().history().milestones().step(Milestone.GROKKED);
            claims.add(new Claim(what, theirs,
                    grokked.isPresent()
                            ? "at " + Words.step(grokked)
                            : "not by " + "%,d".formatted(run.get().history().lastStep()),
                    Verdict.of(grokked.isPresent() == groks), "it does the same", List.of(run.get())));
        }
        if (paper.lead().isPresent()) {
            String order = "In a network of " + cell.name() + " the FSD ceiling comes "
                    + (paper.lead().getAsInt() > 0 ? "before" : "after") + " grokking";
            claims.add(run.map(it -> new Claim(order, Words.signed(paper.lead()),
                    Words.leadOrWhy(it.history().milestones()),
                    Verdict.of(LeadSign.same(it.history().milestones(), paper.lead())),
                    "the lead has the same sign, no ceiling by grokking being under 0",
                    List.of(it))).orElseGet(() -> Claim.open(order, Words.signed(paper.lead()),
                            "the lead has the same sign, no ceiling by grokking being under 0")));
        }
        return claims;
    }
}
