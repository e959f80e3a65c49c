package org.grokscope.study.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grokscope.analysis.Alignment;
import org.grokscope.figure.export.CompareContent;
import org.grokscope.measure.BranchOutcome;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.study.Findings;
import org.grokscope.study.FoundRun;
import org.grokscope.study.Trial;
import org.grokscope.study.report.Block.Row;
import org.grokscope.study.report.Block.Table;

/** How often the FSD crosses its ceiling in networks that do not grok. */
final class FalseAlarmsReport {
    private final Results results;

    FalseAlarmsReport(Results results) {
        this.results = results;
    }

    /** Returns the evaluations that show a synchronised network that has not grokked by then. */
    static List<Evaluation> alarms(RunHistory run) {
        double ceiling = run.head().configuration().thresholds().ceilingFsd();
        int grokked = run.milestones().step(Milestone.GROKKED).orElse(Integer.MAX_VALUE);
        return run.evaluations().stream()
                .filter(it -> it.step() < grokked && it.value(Measure.FSD) >= ceiling).toList();
    }

    Report report() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Trial cell : results.states().keySet()) {
            rows.add(row(cell, results.run(cell.name())));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                "The paper does not report this: its column is empty. An alarm is an evaluation with "
                        + "FSD at or over the ceiling of 0.80 in a network that has not grokked by then. It is above chance when "
                        + "the FSD is over 95% of those of relabelled answers (fsdNull95 of the log, 200 relabellings); the "
                        + "p-value is that of 1,000 relabellings in the checkpoint at the first crossing. A network whose weight "
                        + "norm is under 1 is crushed: its neurons may agree because they carry no signal."));
        blocks.add(new Block.Heading("Every run"));
        blocks.add(new Table("Addition modulo 97, seed 42, to step 5,000.",
                List.of("network", "alarms", Words.PAPER, "of them over chance", "first at", "FSD there",
                        "95% by chance",
                        "p there", "weight norm there", "crushed in", "greatest FSD", "grokked"),
                rows));
        List<RunHistory> histories = results.runs().stream().map(FoundRun::history).toList();
        for (Measure measure : List.of(Measure.FSD, Measure.WEIGHT_NORM,
                Measure.VALIDATION_ACCURACY)) {
            blocks.addAll(Drawing.ofAny(!histories.isEmpty(),
                    new CompareContent(histories, measure, Alignment.START, false),
                    measure.title() + " of these networks."));
        }
        return new Report(results, List.of(), blocks);
    }

    private static Row row(Trial cell, Optional<FoundRun> run) throws IOException {
        List<String> values = new ArrayList<>(List.of(cell.name()));
        if (run.isPresent()) {
            values.addAll(numbers(run.get()));
        }
        while (values.size() < 12) {
            values.add(Words.NONE);
        }
        return new Row(values, run.isPresent() ? Verdict.ALONE : Verdict.OPEN, run.stream().toList());
    }

    private static List<String> numbers(FoundRun run) throws IOException {
        RunHistory history = run.history();
        List<Evaluation> alarms = alarms(history);
        long over = alarms.stream()
                .filter(it -> it.value(Measure.FSD) > it.value(Measure.FSD_NULL_95)).count();
        long crushed = alarms.stream().filter(it -> it.value(Measure.WEIGHT_NORM) < BranchOutcome.COLLAPSED_NORM)
                .count();
        Optional<Evaluation> first = alarms.stream().findFirst();
        Optional<Findings.Permuted> test = Findings.permutation(run)
                .filter(it -> first.isPresent() && first.get().step() == it.step());
        double greatest = history.evaluations().stream().mapToDouble(it -> it.value(Measure.FSD))
                .filter(Double::isFinite).max().orElse(Double.NaN);
        return List.of(alarms.size() + " of " + history.evaluations().size(), Words.NONE, Long.toString(over),
                first.map(it -> "%,d".formatted(it.step())).orElse("never"),
                first.map(it -> Words.decimals(it.value(Measure.FSD))).orElse(Words.NONE),
                first.map(it -> Words.decimals(it.value(Measure.FSD_NULL_95))).orElse(Words.NONE),
                test.map(it -> Words.p(it.p())).orElse(Words.NONE),
                first.map(it -> Words.norm(it.value(Measure.WEIGHT_NORM))).orElse(Words.NONE),
                Long.toString(crushed), Words.decimals(greatest),
                Words.milestone(Optional.of(history.milestones()), Milestone.GROKKED));
    }
}
