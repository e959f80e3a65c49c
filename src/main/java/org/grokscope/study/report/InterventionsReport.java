package org.grokscope.study.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.grokscope.analysis.Alignment;
import org.grokscope.analysis.FamilyBranch;
import org.grokscope.analysis.PeakFrequency;
import org.grokscope.figure.export.CompareContent;
import org.grokscope.measure.BranchOutcome;
import org.grokscope.measure.Interval;
import org.grokscope.measure.MeanInterval;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Spread;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.study.BranchDeed;
import org.grokscope.study.BranchPoint;
import org.grokscope.study.FoundRun;
import org.grokscope.study.InterventionProtocol;
import org.grokscope.study.Trial;
import org.grokscope.study.Trial.Forked;
import org.grokscope.study.report.Block.Row;
import org.grokscope.study.report.Block.Table;

/** Whether the frequency on which the neurons have synchronised is needed for the time of grokking. */
final class InterventionsReport {
    private static final String CLAIM = "Synchronisation is a causal precursor: without its frequency grokking comes later "
            + "than without another";

    private final Results results;
    private final InterventionProtocol protocol = InterventionProtocol.read();
    private final List<Fork> forks = new ArrayList<>();

    /** The branches of one modulus that left at one point. */
    private final class Fork {
        private final int p;
        private final BranchPoint at;

        Fork(int p, BranchPoint at) {
            this.p = p;
            this.at = at;
        }

        String name() {
            return "p = " + p + ", forked at " + at.title();
        }

        /** Returns the finished branches that did something, by draw. */
        Map<Integer, FoundRun> runs(BranchDeed does) {
            Map<Integer, FoundRun> runs = new TreeMap<>();
            for (Forked cell : protocol.branches(p, at, does)) {
                results.run(cell.name()).ifPresent(run -> runs.put(cell.draw(), run));
            }
            return runs;
        }

        boolean asked() {
            return results.states().keySet().stream().map(Trial::name)
                    .anyMatch(name -> protocol.deeds().stream().flatMap(does -> protocol.branches(p, at, does).stream())
                            .anyMatch(cell -> cell.name().equals(name)));
        }

        /** Returns by how much grokking came later than in the branches of the same draws that did something else. */
        double[] later(BranchDeed does, BranchDeed than) {
            Map<Integer, FoundRun> others = runs(than);
            return runs(does).entrySet().stream().flatMap(it -> Optional.ofNullable(others.get(it.getKey())).stream()
                    .flatMap(other -> difference(it.getValue(), other).stream())).mapToDouble(Double::doubleValue)
                    .toArray();
        }

        Optional<Interval> needed() {
            return MeanInterval.of(later(BranchDeed.REMOVE_PEAK, BranchDeed.SHAM));
        }
    }

    InterventionsReport(Results results) {
        this.results = results;
        protocol.primes().forEach(p -> protocol.points().forEach(at -> forks.add(new Fork(p, at))));
        forks.removeIf(fork -> !fork.asked());
    }

    Report report() throws IOException {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(protocol.says("counting") + " " + protocol.says("whichSeeds") + " "
                + protocol.says("limits")));
        blocks.add(new Block.Paragraph(protocol.says("verdict") + " " + found()));
        for (Fork fork : forks) {
            blocks.add(new Block.Heading(fork.name()));
            blocks.add(table(fork));
            List<RunHistory> first = protocol.deeds().stream()
                    .flatMap(does -> fork.runs(does).values().stream().limit(1)).map(FoundRun::history).toList();
            blocks.addAll(Drawing.ofAny(!first.isEmpty(),
                    new CompareContent(first, Measure.VALIDATION_ACCURACY, Alignment.FORK, false),
                    Measure.VALIDATION_ACCURACY.title() + " of the first draw of each."));
        }
        return new Report(results, List.of(claim()), blocks);
    }

    /** Says for every fork what came of removing the frequency. */
    private String found() {
        return forks.stream().filter(fork -> fork.needed().isPresent())
                .map(fork -> "At %s, removing the peak frequency delayed grokking by %s steps %s more than removing a sham."
                        .formatted(fork.name(),
                                Words.signed(Spread.of(fork.later(BranchDeed.REMOVE_PEAK, BranchDeed.SHAM)).mean()),
                                Words.steps(fork.needed())))
                .collect(Collectors.joining(" "));
    }

    private Table table(Fork fork) {
        List<Row> rows = new ArrayList<>();
        for (BranchDeed does : protocol.deeds()) {
            List<FoundRun> runs = List.copyOf(fork.runs(does).values());
            double[] delays = runs.stream().flatMapToDouble(run -> delay(run).stream()).toArray();
            double[] control = does == BranchDeed.CONTROL ? new double[0] : fork.later(does, BranchDeed.CONTROL);
            double[] sham = does == BranchDeed.REMOVE_PEAK ? fork.later(does, BranchDeed.SHAM) : new double[0];
            long grokked = runs.stream().filter(run -> outcome(run) instanceof BranchOutcome.Grokked).count();
            rows.add(new Row(List.of(does.title(), grokked + " of " + runs.size(),
                    Words.steps(Spread.of(delays).mean()), Words.steps(MeanInterval.of(delays)),
                    Words.signed(Spread.of(control).mean()), Words.steps(MeanInterval.of(control)),
                    Words.signed(Spread.of(sham).mean()), Words.steps(MeanInterval.of(sham)), settled(runs)),
                    runs.isEmpty() ? Verdict.OPEN : Verdict.ALONE, runs));
        }
        return new Table(fork.name() + "; in steps. Peak at the fork and at the end: how many branches had which.",
                List.of("done", "grokked", "\u0394t", "95%", "later than control", "95%", "later than sham", "95%",
                        "peak at the fork \u2192 at the end"),
                rows);
    }

    /** Says which frequency most neurons had settled on at the fork and at the end, and in how many branches. */
    private static String settled(List<FoundRun> runs) {
        Map<String, Long> ways = runs.stream().map(FoundRun::history).collect(Collectors.groupingBy(
                run -> at(run) + " \u2192 " + PeakFrequency.of(run, run.evaluations().getLast()), TreeMap::new,
                Collectors.counting()));
        return ways.isEmpty()
                ? Words.NONE
                : ways.entrySet().stream().map(it -> it.getKey() + " (" + it.getValue() + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String at(RunHistory run) {
        return BranchDeed.peak(run, step(run)).map(k -> Measure.PEAK_FREQUENCY.text(k)).orElse(Words.NONE);
    }

    private static int step(RunHistory run) {
        Lineage lineage = run.head().lineage();
        return lineage == null ? 0 : lineage.step();
    }

    private static BranchOutcome outcome(FoundRun run) {
        RunHistory history = run.history();
        Lineage lineage = history.head().lineage();
        return lineage == null
                ? new BranchOutcome.NotGrokked(0, BranchOutcome.Cause.ENDED)
                : FamilyBranch.of(history, lineage).outcome();
    }

    /** Returns the steps from the fork to grokking; of a branch that did not grok those that it had. */
    private static OptionalDouble delay(FoundRun run) {
        return switch (outcome(run)) {
            case BranchOutcome.Grokked it -> OptionalDouble.of(it.delay());
            case BranchOutcome.NotGrokked it -> OptionalDouble.of(it.steps());
            case BranchOutcome.GrokkedBeforeFork _ -> OptionalDouble.empty();
        };
    }

    private static Optional<Double> difference(FoundRun one, FoundRun other) {
        OptionalDouble first = delay(one);
        OptionalDouble second = delay(other);
        return first.isPresent() && second.isPresent()
                ? Optional.of(first.getAsDouble() - second.getAsDouble())
                : Optional.empty();
    }

    private Claim claim() {
        String rule = "the interval lies over 0 at every modulus and fork";
        List<FoundRun> runs = results.runs();
        List<Interval> intervals = forks.stream().flatMap(fork -> fork.needed().stream()).toList();
        if (forks.isEmpty() || intervals.size() < forks.size()) {
            return Claim.open(CLAIM, "causal", rule);
        }
        long later = intervals.stream().filter(it -> it.low() > 0).count();
        Verdict verdict = later == forks.size() ? Verdict.AGREES : later == 0 ? Verdict.DIFFERS : Verdict.PARTLY;
        return new Claim(CLAIM, "causal", "later at %d of %d forks".formatted(later, forks.size()), verdict, rule,
                runs);
    }
}
