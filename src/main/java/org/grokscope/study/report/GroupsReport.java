package org.grokscope.study.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.grokscope.analysis.Alignment;
import org.grokscope.figure.export.CompareContent;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Milestones;
import org.grokscope.run.RunHistory;
import org.grokscope.study.FoundRun;
import org.grokscope.study.Trial;
import org.grokscope.study.Trial.Trained;
import org.grokscope.study.report.Block.Row;
import org.grokscope.study.report.Block.Table;

/** Whether neurons agree on an irrep of S₅ before the network groks. */
final class GroupsReport {
    private final Results results;

    GroupsReport(Results results) {
        this.results = results;
    }

    Report report() throws IOException {
        List<Row> rows = new ArrayList<>();
        results.states().keySet().forEach(cell -> rows.add(row(cell, results.run(cell.name()))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                "The composition of two permutations of five things, 70% of the 14,400 pairs trained "
                        + "on. Width, weight decay and batch of the paper's runs are not in the part of it that we have: the "
                        + "network and the optimizer are those of its other tables (two blocks, width 128, \u03bb 1, batch 512). "
                        + "The FSD is that of the irreps, and it synchronises at 0.50. A sync before memorisation is one that "
                        + "the paper's words \u201cduring the plateau\u201d leave out: both counts are given. The control is the "
                        + "FSD of the same activations in the order of the permutations' numbers, as if they were a cycle."));
        blocks.add(new Block.Heading("Every seed"));
        blocks.add(new Table("S\u2085; in steps. A row agrees when its lead has the paper's sign.",
                List.of("seed", "memorised", "sync", Words.PAPER, "grokked", Words.PAPER, "lead", Words.PAPER,
                        "sync on the plateau", "irrep at the end", "greatest FSD", "greatest in cyclic order"),
                rows));
        List<RunHistory> histories = results.runs().stream().map(FoundRun::history).toList();
        for (Measure measure : List.of(Measure.FSD, Measure.VALIDATION_ACCURACY)) {
            blocks.addAll(Drawing.ofAny(!histories.isEmpty(),
                    new CompareContent(histories, measure, Alignment.START, false),
                    measure.title() + " of these runs."));
        }
        return new Report(results, claims(), blocks);
    }

    private static PaperNumbers.Lead paper(Trial cell) {
        return PaperNumbers.group(((Trained) cell).configuration());
    }

    private Row row(Trial cell, Optional<FoundRun> run) {
        PaperNumbers.Lead paper = paper(cell);
        Optional<Milestones> ours = run.map(it -> it.history().milestones());
        return new Row(List.of(Long.toString(((Trained) cell).configuration().seeds().seed()),
                Words.milestone(ours, Milestone.MEMORISED), Words.milestone(ours, Milestone.CEILING),
                Words.step(paper.sync()), Words.milestone(ours, Milestone.GROKKED), Words.step(paper.grokked()),
                ours.map(Words::leadOrWhy).orElse(Words.NONE), Words.signed(paper.lead()),
                ours.map(it -> onPlateau(it) ? "yes" : "no").orElse(Words.NONE),
                run.map(it -> irrep(it.history())).orElse(Words.NONE),
                run.map(it -> Words.decimals(greatest(it.history(), Measure.FSD))).orElse(Words.NONE),
                run.map(it -> Words.decimals(greatest(it.history(), Measure.FSD_CYCLIC_ORDER))).orElse(Words.NONE)),
                ours.map(it -> Verdict.of(LeadSign.same(it, paper.lead()))).orElse(Verdict.OPEN),
                run.stream().toList());
    }

    private static boolean onPlateau(Milestones milestones) {
        OptionalInt memorised = milestones.step(Milestone.MEMORISED);
        return leads(milestones) && memorised.isPresent()
                && milestones.step(Milestone.CEILING).orElseThrow() >= memorised.getAsInt();
    }

    private static boolean leads(Milestones milestones) {
        return milestones.lead().orElse(0) > 0;
    }

    private static String irrep(RunHistory run) {
        int peak = run.evaluations().getLast().peakFrequency();
        return peak == 0 ? Words.NONE : run.head().configuration().learnedTask().basis().name(peak);
    }

    private static double greatest(RunHistory run, Measure measure) {
        return run.evaluations().stream().mapToDouble(it -> it.value(measure)).filter(Double::isFinite).max()
                .orElse(Double.NaN);
    }

    private List<Claim> claims() {
        int memorised = PaperNumbers.groupMemorised();
        return List.of(
                claim("Neurons synchronise before the network groks", paper -> paper.lead().getAsInt() > 0,
                        GroupsReport::leads),
                claim("They do so on the plateau, after memorisation",
                        paper -> paper.lead().getAsInt() > 0 && paper.sync().getAsInt() >= memorised,
                        GroupsReport::onPlateau));
    }

    private Claim claim(String what, Predicate<PaperNumbers.Lead> theirs,
            Predicate<Milestones> holds) {
        List<Trial> cells = List.copyOf(results.states().keySet());
        long inPaper = cells.stream().filter(cell -> theirs.test(paper(cell))).count();
        String paper = inPaper + " of " + cells.size();
        List<FoundRun> runs = results.runs();
        String rule = "the shares differ by at most 30%";
        if (runs.size() < cells.size()) {
            return Claim.open(what, paper, rule);
        }
        long ours = runs.stream().filter(run -> holds.test(run.history().milestones())).count();
        return new Claim(what, paper, ours + " of " + runs.size(),
                Verdict.of(Math.abs((double) ours / runs.size() - (double) inPaper / cells.size()) <= 0.3), rule, runs);
    }
}
