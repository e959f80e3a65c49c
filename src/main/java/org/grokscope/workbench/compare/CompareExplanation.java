package org.grokscope.workbench.compare;

import static org.grokscope.text.NumberText.count;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokscope.analysis.RunLabels;
import org.grokscope.measure.Interval;
import org.grokscope.measure.LeadStatistics;
import org.grokscope.measure.LeadSummary;
import org.grokscope.measure.Milestone;
import org.grokscope.run.RunHistory;
import org.grokscope.workbench.compare.CompareFact.Part;

/** Says in two sentences what a person sees in a comparison: in what the runs differ, and what came of it. */
final class CompareExplanation {
    /** With fewer configurations not even leads of one sign could be told from chance. */
    private static final int LEAST_FOR_A_TEST = 6;
    private static final double CHANCE = 0.05;
    /** More settings than these are counted; the table has them all. */
    private static final int SAID = 3;

    private CompareExplanation() {}

    /** @param leads empty while they are worked out */
    static String of(CompareSheet sheet, Optional<Leads> leads) {
        String second = sheet.runs().size() == 2
                ? two(sheet.runs())
                : leads.map(it -> lead(it.ceiling())).orElse("Working out the leads\u2026");
        return differences(sheet) + " " + second;
    }

    private static String differences(CompareSheet sheet) {
        String runs = "These " + count(sheet.runs().size(), "run");
        List<String> settings = sheet.facts().stream().filter(fact -> fact.part() == Part.SETTINGS)
                .map(CompareFact::title).map(title -> title.equals("forked at") ? "the step of the fork" : title)
                .toList();
        if (settings.isEmpty()) {
            return runs + " have the same settings.";
        }
        int others = settings.size() - SAID;
        String all = settings.size() == 1
                ? settings.getFirst() + " alone"
                : others > 1
                        ? String.join(", ", settings.subList(0, SAID)) + " and " + count(others, "other setting")
                        : settings.stream().limit(settings.size() - 1L).collect(Collectors.joining(", ")) + " and "
                                + settings.getLast();
        return runs + " differ in " + all + ".";
    }

    private static String two(List<RunHistory> runs) {
        OptionalInt one = grokked(runs.getFirst());
        OptionalInt other = grokked(runs.getLast());
        if (one.isEmpty() && other.isEmpty()) {
            return "Neither has grokked.";
        }
        if (one.isPresent() && one.equals(other)) {
            return "Both grokked at step " + count(one.getAsInt()) + ".";
        }
        boolean firstLeads = other.isEmpty() || one.isPresent() && one.getAsInt() < other.getAsInt();
        List<String> names = RunLabels.of(runs);
        String earlier = firstLeads ? names.getFirst() : names.getLast();
        String later = firstLeads ? names.getLast() : names.getFirst();
        int at = firstLeads ? one.getAsInt() : other.getAsInt();
        return one.isEmpty() || other.isEmpty()
                ? "Only one has grokked: " + earlier + ", at step " + count(at) + "."
                : "The first to grok was " + earlier + ", at step " + count(at) + ", "
                        + count(Math.abs(other.getAsInt() - one.getAsInt()), "step") + " before " + later + ".";
    }

    private static OptionalInt grokked(RunHistory run) {
        return run.milestones().step(Milestone.GROKKED);
    }

    private static String lead(LeadStatistics statistics) {
        LeadSummary summary = statistics.overConfigurations();
        if (summary.count() == 0) {
            return "None of them has reached both the FSD ceiling and grokking, so there is no lead.";
        }
        String when = Stream.of(summary.positive() > 0 ? "before grokking in " + summary.positive() : "",
                summary.negative() > 0 ? "after it in " + summary.negative() : "",
                zeros(summary) > 0 ? "with it in " + zeros(summary) : "").filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return "The FSD reached its ceiling " + when.replaceFirst("^after it", "after grokking")
                .replaceFirst("^with it", "with grokking") + " of " + count(summary.count(), "configuration") + ", "
                + verdict(summary);
    }

    private static int zeros(LeadSummary summary) {
        return summary.count() - summary.positive() - summary.negative();
    }

    private static String verdict(LeadSummary summary) {
        if (summary.positive() + summary.negative() < LEAST_FOR_A_TEST) {
            return "too few to rule out chance: that takes six.";
        }
        boolean signs = summary.signTest() <= CHANCE;
        Interval interval = summary.interval().orElse(new Interval(Double.NaN, Double.NaN));
        boolean mean = interval.low() > 0 || interval.high() < 0;
        if (signs && mean) {
            return "more often than chance explains, and the mean lead is not 0 either.";
        }
        if (signs || mean) {
            return signs
                    ? "more often than chance explains, but the mean lead could be 0."
                    : "which chance could do, but the mean lead is not 0.";
        }
        return "which may be chance.";
    }
}
