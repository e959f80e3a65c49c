package org.grokscope.cli;

import static org.grokscope.text.NumberText.count;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.grokscope.analysis.PeakFrequency;
import org.grokscope.measure.Alarm;
import org.grokscope.measure.Evaluation;
import org.grokscope.measure.Measure;
import org.grokscope.measure.Milestone;
import org.grokscope.run.Environment;
import org.grokscope.run.Imported;
import org.grokscope.run.Lineage;
import org.grokscope.run.Repetition;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.settings.Group;
import org.grokscope.settings.Passes;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Setting.Trait;
import org.grokscope.settings.Setting;
import org.grokscope.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code grokscope show}. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows everything about one run.")
final class ShowCommand implements Callable<Integer> {
    private static final Set<Milestone> ALWAYS_TOLD = EnumSet.of(Milestone.MEMORISED, Milestone.CEILING,
            Milestone.RESTRICTED_SYNC, Milestone.GROKKED);

    @Mixin
    private AlarmOptions alarms = new AlarmOptions();

    @Mixin
    private RunArgument run = new RunArgument();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        Console console = output.console();
        RunDirectory directory = run.find();
        List<Alarm> further = alarms.further();
        RunHistory history = directory.history().dated(alarms.moved());
        if (console.json()) {
            console.print(RunJson.whole(history, directory.path(), further));
        } else {
            List<List<String>> rows = new ArrayList<>();
            head(rows, directory, history);
            milestones(rows, history, further);
            settings(rows, history.head());
            environment(rows, history.head().environment());
            new TextTable(rows).lines().forEach(console::print);
        }
        return 0;
    }

    private static void head(List<List<String>> rows, RunDirectory directory, RunHistory history)
            throws IOException {
        rows.add(List.of("run", history.head().id()));
        rows.add(List.of("name", history.head().name()));
        rows.add(List.of("directory", directory.path().toString()));
        rows.add(List.of("state", "%s at step %,d of %,d".formatted(history.state().label(), history.reached(),
                history.head().configuration().schedule().steps())));
        rows.add(List.of("checkpoints", history.checkpoints().toString()));
        Lineage lineage = history.head().lineage();
        if (lineage != null) {
            rows.add(List.of("fork of", "%s at step %,d%s".formatted(lineage.parent(), lineage.step(),
                    lineage.coldStart() ? ", a cold start: AdamW's moments began at zero" : "")));
            rows.add(List.of("changes",
                    lineage.changes().isEmpty() ? "none: the control" : String.join(", ", lineage.changes())));
            repetition(directory, history).ifPresent(how -> rows.add(List.of("control", how)));
        }
        history.leftOut().forEach(sentence -> rows.add(List.of("left out", sentence)));
    }

    /** Returns how far a control repeated its parent, as long as that is there. */
    private static Optional<String> repetition(RunDirectory directory, RunHistory history) throws IOException {
        Path parent = directory.path().resolveSibling(Objects.requireNonNull(history.head().lineage()).parent());
        if (!history.control() || !Files.exists(parent)) {
            return Optional.empty();
        }
        return Optional.of(Repetition.of(RunDirectory.open(parent).history(), history).text())
                .filter(how -> !how.isEmpty());
    }

    private static void milestones(List<List<String>> rows, RunHistory history, List<Alarm> further) {
        for (Milestone milestone : Milestone.values()) {
            OptionalInt step = history.milestones().step(milestone);
            if (step.isPresent()) {
                rows.add(List.of(milestone.title(), "%,d".formatted(step.getAsInt())));
            } else if (ALWAYS_TOLD.contains(milestone)) {
                rows.add(List.of(milestone.title(), missing(history.alarms().of(milestone), history)));
            }
        }
        for (Milestone leader : List.of(Milestone.CEILING, Milestone.RESTRICTED_SYNC)) {
            OptionalInt lead = history.milestones().leadOf(leader);
            rows.add(List.of("lead of " + leader.title(),
                    lead.isPresent() ? "%+,d".formatted(lead.getAsInt()) : "-"));
        }
        history.moved().forEach((milestone, alarm) -> rows.add(
                List.of(milestone.title() + " here", alarm.words())));
        for (Alarm alarm : further) {
            OptionalInt step = history.rings(alarm);
            OptionalInt lead = history.leadOf(alarm);
            rows.add(List.of(alarm.words(),
                    step.isPresent() ? "%,d".formatted(step.getAsInt()) : missing(alarm, history)));
            rows.add(List.of("  lead", lead.isPresent() ? "%+,d".formatted(lead.getAsInt()) : "-"));
        }
        if (!history.evaluations().isEmpty()) {
            Evaluation last = history.evaluations().getLast();
            for (Measure measure : Measure.values()) {
                double value = last.value(measure);
                if (Double.isFinite(value) || !measure.seldom()) {
                    String text = measure == Measure.PEAK_FREQUENCY
                            ? PeakFrequency.of(history, last)
                            : measure.text(value);
                    rows.add(List.of(measure.words(), Double.isFinite(value) ? text : "not measured"));
                }
            }
        }
    }

    private static String missing(Alarm alarm, RunHistory history) {
        return history.measured(alarm.measure()) ? "not reached" : "not measured";
    }

    private static void settings(List<List<String>> rows, RunHead head) {
        Imported imported = head.imported();
        if (imported == null) {
            configuration(rows, head.configuration());
            return;
        }
        rows.add(List.of("imported", imported.text()));
        for (Setting<?> setting : Settings.offered()) {
            String value = setting.said(head.configuration());
            if (head.knows(setting) && !value.isEmpty()) {
                rows.add(List.of(setting.label().toLowerCase(Locale.ROOT), value));
            }
        }
        rows.add(List.of("not known", String.join(", ", imported.assumed())));
    }

    private static void configuration(List<List<String>> rows, RunConfiguration it) {
        rows.add(List.of("task", "%s %s, %s labels, train fraction %s".formatted(it.task().operation(),
                it.task().group().present() ? "in " + it.task().group().text() : "mod " + it.task().p(),
                it.task().labels(), it.task().trainFraction())));
        rows.add(List.of("network", "%s, %s, width %d, %s, MLP %d".formatted(it.model().kind(),
                count(it.model().blocks(), "block"), it.model().width(), count(it.model().heads(), "head"),
                it.model().mlpWidth())
                + chosen(it, Group.MODEL)));
        rows.add(List.of("passes", Passes.of(it.model()).label()));
        rows.add(List.of("optimizer", "AdamW, learning rate %s, weight decay %s, batch %s".formatted(
                it.optimizer().learningRate(), it.optimizer().weightDecay(), Settings.BATCH.text(it))
                + chosen(it, Group.OPTIMIZER)));
        if (!it.schedule().weightDecay().changes().isEmpty()) {
            rows.add(List.of("schedule", "weight decay " + it.schedule().weightDecay().text()));
        }
        rows.add(List.of("seeds", "%d, data %d".formatted(it.seeds().seed(), it.seeds().dataSeed())));
        rows.add(List.of("cadence", "evaluated every %d, checkpoint every %d steps".formatted(
                it.evaluation().evaluateEvery(), it.evaluation().checkpointEvery())));
    }

    /** Returns the settings of a group that older runs did not have and somebody chose. */
    private static String chosen(RunConfiguration configuration, Group group) {
        return Settings.offered().stream()
                .filter(setting -> setting.group() == group && setting.is(Trait.SPARSE)
                        && !setting.silent(configuration))
                .map(setting -> ", " + setting.symbol() + " " + setting.said(configuration))
                .collect(Collectors.joining());
    }

    private static void environment(List<List<String>> rows, Environment environment) {
        rows.add(List.of("computed on", "%s (%s), %s".formatted(environment.device(),
                environment.deviceName(), count(environment.threads(), "thread"))));
        environment.versions().forEach((what, version) -> rows.add(List.of("  " + what, version)));
    }
}
