package org.grokscope.workbench.compare;

import static org.grokscope.text.NumberText.count;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.settings.SettingDifference;
import org.grokscope.text.NumberText;
import org.grokscope.text.PlainNumber;
import org.grokscope.workbench.compare.CompareFact.Part;

/**
 * Runs side by side: of their settings those that differ, and what became of them.
 *
 * @param facts in the order of their parts
 */
record CompareSheet(List<RunHistory> runs, List<CompareFact> facts) {
    private static final String AT_THE_END = " at the last evaluation";

    CompareSheet {
        runs = List.copyOf(runs);
        facts = List.copyOf(facts);
    }

    /** @param alarms whose steps and leads stand beside those of the milestones */
    static CompareSheet of(List<RunHistory> runs, List<Alarm> alarms) {
        List<CompareFact> facts = new ArrayList<>();
        SettingDifference.of(runs.stream().map(run -> run.head().configuration()).toList())
                .forEach(difference -> facts.add(new CompareFact(Part.SETTINGS, difference.setting(),
                        "A setting in which these runs differ",
                        difference.values().stream().map(CompareValue::setting).toList())));
        if (runs.stream().map(run -> forkStep(run)).distinct().count() > 1) {
            facts.add(fact(runs, Part.SETTINGS, "forked at", "The step at which a fork left its parent",
                    run -> CompareValue.step(forkStep(run))));
        }
        if (runs.stream().map(CompareSheet::intervention).distinct().count() > 1) {
            facts.add(fact(runs, Part.SETTINGS, "intervention", "What a fork did to its network",
                    run -> CompareValue.setting(intervention(run))));
        }
        milestones(runs, facts);
        for (Alarm alarm : alarms) {
            facts.add(fact(runs, Part.MILESTONES, alarm.text(), "Where the alarm rings: " + alarm.words(),
                    run -> CompareValue.step(run.rings(alarm))));
            facts.add(fact(runs, Part.LEADS, "lead of " + alarm.text(), "Grokked minus the step of the alarm",
                    run -> CompareValue.lead(run.leadOf(alarm))));
        }
        end(runs, facts);
        return new CompareSheet(runs, facts);
    }

    /** Returns the table as spreadsheets take it: a line for each run, columns parted by tabs. */
    String text() {
        String head = Stream.concat(Stream.of("run"), facts.stream().map(CompareFact::title))
                .collect(Collectors.joining("\t"));
        StringBuilder text = new StringBuilder(head).append('\n');
        for (int i = 0; i < runs.size(); i++) {
            int run = i;
            text.append(runs.get(i).head().id()).append('\t')
                    .append(facts.stream().map(fact -> plain(fact.values().get(run))).collect(Collectors.joining("\t")))
                    .append('\n');
        }
        return text.toString();
    }

    private static String plain(CompareValue value) {
        if (Double.isNaN(value.number())) {
            return value.text().equals(NumberText.NONE) ? "" : value.text();
        }
        return PlainNumber.of(value.number());
    }

    private static void milestones(List<RunHistory> runs, List<CompareFact> facts) {
        for (Milestone milestone : Milestone.values()) {
            boolean always = milestone != Milestone.DESTABILISED;
            if (always || runs.stream().anyMatch(run -> run.milestones().step(milestone).isPresent())) {
                facts.add(fact(runs, Part.MILESTONES, milestone.title(), "The first evaluation that showed it",
                        run -> CompareValue.step(run.milestones().step(milestone))));
            }
        }
        facts.add(fact(runs, Part.LEADS, "lead", "Grokked minus FSD ceiling, in steps",
                run -> CompareValue.lead(run.milestones().lead())));
        facts.add(fact(runs, Part.LEADS, "lead of restricted", "Grokked minus restricted sync, in steps",
                run -> CompareValue.lead(run.milestones().leadOf(Milestone.RESTRICTED_SYNC))));
    }

    private static void end(List<RunHistory> runs, List<CompareFact> facts) {
        facts.add(fact(runs, Part.END, "norm at grok", "Weight norm at the evaluation that dates grokking",
                run -> value(Measure.WEIGHT_NORM,
                        run.at(Milestone.GROKKED).map(at -> at.value(Measure.WEIGHT_NORM)).orElse(Double.NaN))));
        facts.add(fact(runs, Part.END, "last step", "The last evaluation",
                run -> run.evaluations().isEmpty()
                        ? CompareValue.step(OptionalInt.empty())
                        : CompareValue.of(run.reached(), count(run.reached()))));
        for (Measure measure : Measure.curves()) {
            facts.add(fact(runs, Part.END, measure.words(), measure.meaning() + AT_THE_END,
                    run -> value(measure, last(run, it -> it.value(measure)))));
        }
        if (runs.stream().anyMatch(run -> run.state() != RunState.FINISHED)) {
            facts.add(fact(runs, Part.END, "state", "Where the run stands",
                    run -> CompareValue.setting(run.state().label())));
        }
    }

    private static CompareFact fact(List<RunHistory> runs, Part part, String title, String tip,
            Function<RunHistory, CompareValue> value) {
        return new CompareFact(part, title, tip, runs.stream().map(value).toList());
    }

    private static double last(RunHistory run, ToDoubleFunction<Evaluation> measure) {
        return run.evaluations().isEmpty() ? Double.NaN : measure.applyAsDouble(run.evaluations().getLast());
    }

    private static CompareValue value(Measure measure, double value) {
        return CompareValue.of(value, measure.text(value));
    }

    private static String intervention(RunHistory run) {
        return run.head().interventions().label();
    }

    private static OptionalInt forkStep(RunHistory run) {
        Lineage lineage = run.head().lineage();
        return lineage == null ? OptionalInt.empty() : OptionalInt.of(lineage.step());
    }
}
