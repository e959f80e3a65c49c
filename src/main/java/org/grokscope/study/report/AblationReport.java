package org.grokscope.study.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grokscope.figure.export.FigureName;
import org.grokscope.figure.export.TimelineContent;
import org.grokscope.measure.Panel;
import org.grokscope.study.Findings;
import org.grokscope.study.FoundRun;
import org.grokscope.study.report.Block.Row;
import org.grokscope.study.report.Block.Table;

/** What the network can still do when one of its parts says nothing. */
final class AblationReport {
    private static final double APART = 0.1;
    private static final double CHANCE = 0.2;

    private final Results results;

    AblationReport(Results results) {
        this.results = results;
    }

    Report report() throws IOException {
        Optional<FoundRun> run = results.runs().stream().findFirst();
        if (run.isEmpty()) {
            return new Report(results,
                    List.of(Claim.open("Without its first MLP the network keeps most of its accuracy",
                            Words.percent(PaperNumbers.ablation("blocks.0.mlp")), "within 10 points")),
                    List.of());
        }
        Optional<Findings.Ablated> found = Findings.ablation(run.get());
        if (found.isEmpty()) {
            return new Report(results, List.of(), List.of(new Block.Paragraph(
                    "The run " + run.get().id() + " never grokked, so there was nothing to measure.")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Accuracy over all pairs"));
        blocks.add(table(run.get(), found.get()));
        blocks.add(new Block.Paragraph("Measured in the checkpoint at step %,d of %s, the first at or after grokking; "
                .formatted(found.get().step(), run.get().id())
                + "the paper measured at step 4,000 of its own run. The numbers are kept in ablation.json in the run's "
                + "folder, so that they are known where the checkpoint is not; 'grokscope measure " + run.get().id()
                + " --step " + found.get().step() + " --ablation' measures them again."));
        blocks.add(Drawing.of(TimelineContent.of(FigureName.TIMELINE, List.of(run.get().history()),
                List.of(Panel.ACCURACY, Panel.FSD, Panel.WEIGHT_NORM), Optional.empty(), false),
                "The run, with its milestones."));
        return new Report(results, claims(run.get(), found.get()), blocks);
    }

    private static Table table(FoundRun run, Findings.Ablated found) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("the whole network", found.ablation().intact(), PaperNumbers.ablation("none"), run));
        found.ablation().without().forEach((part, accuracy) -> rows.add(row("without " + part, accuracy,
                PaperNumbers.ablation(part), run)));
        return new Table(
                "Accuracy over all p\u00b2 pairs with the part's output set to zero. A number agrees within 10 "
                        + "points of the paper's.",
                List.of("ablation", "accuracy", Words.PAPER), rows);
    }

    private static Row row(String what, double ours, double paper, FoundRun run) {
        return new Row(List.of(what, Words.percent(ours), Words.percent(paper)), Double.isNaN(paper)
                ? Verdict.ALONE
                : Verdict.of(Math.abs(ours - paper) <= APART), List.of(run));
    }

    private static List<Claim> claims(FoundRun run, Findings.Ablated found) {
        List<Claim> claims = new ArrayList<>();
        double firstMlp = found.ablation().without().getOrDefault("blocks.0.mlp", Double.NaN);
        claims.add(new Claim("Without its first MLP the network keeps most of its accuracy",
                Words.percent(PaperNumbers.ablation("blocks.0.mlp")), Words.percent(firstMlp),
                Verdict.of(Math.abs(firstMlp - PaperNumbers.ablation("blocks.0.mlp")) <= APART), "within 10 points",
                List.of(run)));
        List<Double> others = found.ablation().without().entrySet().stream()
                .filter(part -> !part.getKey().equals("blocks.0.mlp")).map(Map.Entry::getValue).toList();
        double greatest = others.stream().max(Comparator.naturalOrder()).orElse(Double.NaN);
        claims.add(new Claim("Without any other part it fails", "at most " + Words.percent(
                PaperNumbers.ablation("blocks.1.mlp")), "at most " + Words.percent(greatest),
                Verdict.of(greatest <= CHANCE), "under 20% without each", List.of(run)));
        return claims;
    }
}
