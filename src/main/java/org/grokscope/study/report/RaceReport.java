package org.grokscope.study.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.grokscope.analysis.Precursor;
import org.grokscope.analysis.RaceEntry;
import org.grokscope.figure.export.RaceContent;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Interval;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.SignTest;
import org.grokscope.run.RunHistory;
import org.grokscope.study.FoundRun;
import org.grokscope.study.RaceProtocol;
import org.grokscope.study.Trial;
import org.grokscope.study.report.Block.Row;
import org.grokscope.study.report.Block.Table;

/** Which measure announces grokking first, and at what price, by the protocol that was written down. */
final class RaceReport {
    private static final double SIGNIFICANT = 0.05;
    private static final String CLAIM = "FSD is the earliest available predictor";
    private static final List<String> HEADS = List.of("precursor", "threshold", "true alarms", "95%", "false alarms",
            "95%",
            "late", "silent", "median lead", "95%", "of the grokking step");

    private final Results results;
    private final RaceProtocol protocol;
    private final List<Alarm> changed;

    RaceReport(Results results) {
        this(results, RaceProtocol.read(), List.of());
    }

    /** @param changed alarms that stand in the place of those of the same measure, chosen after the fact */
    RaceReport(Results results, RaceProtocol protocol, List<Alarm> changed) {
        this.results = results;
        this.protocol = protocol;
        this.changed = List.copyOf(changed);
    }

    Report report() throws IOException {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(protocolSentence()));
        if (!changed.isEmpty()) {
            blocks.add(new Block.Paragraph("Changed after the fact, against the protocol: "
                    + changed.stream().map(Alarm::words).collect(Collectors.joining("; "))
                    + ". Their rows say so, and there is no verdict."));
        }
        blocks.add(new Block.Paragraph(protocol.says("rule") + " " + protocol.says("counting")));
        blocks.add(new Block.Paragraph(protocol.says("history")));
        List<Claim> claims = new ArrayList<>();
        for (double accuracy : protocol.grokkedAt()) {
            List<RunHistory> calibration = runs(names(protocol.calibration()), accuracy);
            List<RunHistory> fresh = runs(names(protocol.fresh()), accuracy);
            List<RaceEntry> entries = protocol.precursors().stream().map(it -> entry(it, calibration, fresh)).toList();
            blocks.add(new Block.Heading("Grokked at a validation accuracy of " + Words.percent(accuracy)));
            blocks.add(table(entries, calibration, fresh));
            blocks.addAll(Drawing.ofAny(!fresh.isEmpty(), new RaceContent(entries, fresh),
                    "Median lead against the rate of false alarms, one mark a precursor, with the intervals of both."));
            blocks.add(rivals(entries));
            claims.add(claim(entries, accuracy));
        }
        return new Report(results, claims, blocks);
    }

    private String protocolSentence() {
        return "The protocol is race.json with SHA-256 " + protocol.hash() + ". " + (protocol.hash()
                .equals(RaceProtocol.REGISTERED)
                        ? "It is the protocol as it was written down; what has changed in it since its first version, when and why, is told below."
                        : "It is not the protocol as it was written down, which has "
                                + RaceProtocol.REGISTERED
                                + ".");
    }

    private static Set<String> names(List<? extends Trial> cells) {
        return cells.stream().map(Trial::name).collect(Collectors.toSet());
    }

    /** The finished runs of some cells, dated with grokking at another accuracy. */
    private List<RunHistory> runs(Set<String> cells, double accuracy) {
        Alarm grokked = Alarm.of(Measure.VALIDATION_ACCURACY, Alarm.Side.AT_LEAST, accuracy);
        return results.states().keySet().stream().filter(it -> cells.contains(it.name()))
                .flatMap(it -> results.run(it.name()).stream())
                .map(run -> run.history().dated(Map.of(Milestone.GROKKED, grokked))).toList();
    }

    private RaceEntry entry(Precursor precursor, List<RunHistory> calibration, List<RunHistory> fresh) {
        return change(precursor).map(alarm -> RaceEntry.at(precursor, Optional.of(alarm), fresh))
                .orElseGet(() -> RaceEntry.of(precursor, calibration, fresh));
    }

    private Optional<Alarm> change(Precursor precursor) {
        return precursor.published()
                ? Optional.empty()
                : changed.stream().filter(it -> it.measure() == precursor.alarm().measure()).findFirst();
    }

    private Table table(List<RaceEntry> entries, List<RunHistory> calibration, List<RunHistory> fresh) {
        List<Row> rows = new ArrayList<>();
        for (RaceEntry entry : entries) {
            boolean after = change(entry.precursor()).isPresent();
            rows.add(new Row(List.of(entry.precursor().name() + (after ? " (changed after the fact)" : ""),
                    entry.alarm().map(Alarm::text).orElse("rings falsely at every one"),
                    entry.announced() + " of " + entry.grokked().size(), share(entry.announcedInterval()),
                    entry.ringing() + " of " + entry.others(), share(entry.falseInterval()),
                    Integer.toString(entry.leads().size() - entry.announced()), Integer.toString(entry.silent()),
                    Words.signed(entry.medianLead()), Words.steps(entry.medianInterval()),
                    Words.percent(entry.medianShare())), Verdict.ALONE, found(entry.grokked())));
        }
        return new Table("Thresholds from " + calibration.size() + " calibration runs, judged on " + fresh.size()
                + " fresh ones. True: rang before grokking; late: at it or after; silent: never rang. Rates have Wilson's "
                + "interval; the median lead is over the runs in which it rings, with the interval of order statistics "
                + "(none for fewer than six).", HEADS, rows);
    }

    private List<FoundRun> found(List<RunHistory> runs) {
        Set<String> ids = runs.stream().map(run -> run.head().id()).collect(Collectors.toSet());
        return results.runs().stream().filter(run -> ids.contains(run.id())).toList();
    }

    private static String share(Optional<Interval> interval) {
        return interval.map(it -> "[" + Words.percent(it.low()) + ", " + Words.percent(it.high()) + "]")
                .orElse(Words.NONE);
    }

    /** How one precursor stands against another, run by run. */
    private record Duel(RaceEntry rival, int earlier, int later, double p) {
        static Duel of(RaceEntry fsd, RaceEntry rival) {
            List<Integer> differences = fsd.earlierThan(rival);
            int earlier = (int) differences.stream().filter(it -> it > 0).count();
            int later = (int) differences.stream().filter(it -> it < 0).count();
            return new Duel(rival, earlier, later, SignTest.p(earlier, later));
        }

        boolean won() {
            return earlier > later && p < SIGNIFICANT;
        }

        boolean lost() {
            return later > earlier && p < SIGNIFICANT;
        }
    }

    private static List<Duel> duels(List<RaceEntry> entries) {
        RaceEntry fsd = entries.getFirst();
        return entries.stream().skip(1).filter(it -> it.alarm().isPresent() && !it.precursor().published())
                .map(it -> Duel.of(fsd, it)).toList();
    }

    private Table rivals(List<RaceEntry> entries) {
        List<Row> rows = duels(entries).stream().map(duel -> new Row(List.of(duel.rival().precursor().name(),
                Integer.toString(duel.earlier()), Integer.toString(duel.later()), Words.p(duel.p()),
                duel.rival().ringing() + " of " + duel.rival().others()), Verdict.ALONE,
                found(duel.rival().grokked()))).toList();
        return new Table("FSD (K = 1) against each rival, in the fresh runs that grok; not to ring is to lead by 0.",
                List.of("rival", "FSD earlier in", "later in", "sign test p", "false alarms of the rival"), rows);
    }

    private Claim claim(List<RaceEntry> entries, double accuracy) {
        String what = CLAIM + " (grokked at " + Words.percent(accuracy) + ")";
        RaceEntry fsd = entries.getFirst();
        List<Duel> fair = duels(entries).stream()
                .filter(duel -> duel.rival().falseRate() <= fsd.falseRate() || fsd.alarm().isEmpty()).toList();
        boolean lost = fair.stream().anyMatch(Duel::lost);
        boolean won = fsd.alarm().isPresent() && !fair.isEmpty() && fair.stream().allMatch(Duel::won);
        boolean open = !changed.isEmpty() || fsd.grokked().isEmpty() || fsd.others() == 0 || !lost && !won
                || !protocol.hash().equals(RaceProtocol.REGISTERED) || results.done() < results.states().size();
        if (open) {
            return Claim.open(what, "earliest", protocol.says("verdict"));
        }
        return new Claim(what, "earliest", won
                ? "earlier than every rival with no more false alarms"
                : "later than " + fair.stream().filter(Duel::lost).map(it -> it.rival().precursor().name())
                        .collect(Collectors.joining(", ")),
                Verdict.of(won), protocol.says("verdict"), results.runs());
    }
}
