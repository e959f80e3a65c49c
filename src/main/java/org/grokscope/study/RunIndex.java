package org.grokscope.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.grokscope.measure.Milestone;
import org.grokscope.run.ConfigurationHash;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunLibrary;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.ScheduleSettings;
import org.grokscope.settings.Settings;
import org.grokscope.study.Trial.Forked;
import org.grokscope.study.Trial.Trained;

/**
 * The runs of a folder and those that came with the program, at one moment, and which cells they are. What they were
 * computed on does not matter, nor what they are called.
 */
public final class RunIndex {
    private static final Comparator<FoundRun> BEST_FIRST = Comparator.comparing(FoundRun::ended)
            .thenComparing(run -> !run.archived()).thenComparing(run -> run.history().lastStep()).reversed()
            .thenComparing(FoundRun::id);

    private record Entry(RunDirectory run, String hash, boolean archived) {}

    private final List<Entry> entries;
    private final Map<Path, RunHistory> histories = new HashMap<>();

    private RunIndex(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Looks at a folder and the archive.
     *
     * @param runsFolder need not be there
     */
    public static RunIndex read(Path runsFolder, StudyArchive archive) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (RunDirectory run : new RunLibrary(runsFolder).runs()) {
            entries.add(entry(run, false));
        }
        for (RunDirectory run : archive.runs()) {
            entries.add(entry(run, true));
        }
        return new RunIndex(entries);
    }

    /** An index of runs that were read already; of those that were read at a glance, the rest is read where it is needed. */
    public static RunIndex of(List<FoundRun> runs) {
        RunIndex index = new RunIndex(runs.stream().map(run -> entry(run.directory(), run.archived())).toList());
        runs.stream().filter(run -> run.history().whole())
                .forEach(run -> index.histories.put(run.directory().path(), run.history()));
        return index;
    }

    private static Entry entry(RunDirectory run, boolean archived) {
        return new Entry(run, ConfigurationHash.of(run.head().configuration()), archived);
    }

    /**
     * Returns how far the cells of a study are, in their order. A parent of the archive says nothing of branches while
     * others of its branches are missing: it is trained anew for them, and may fare otherwise on another processor.
     */
    public Map<Trial, TrialState> states(List<Trial> cells) throws IOException {
        Map<Trial, TrialState> states = new LinkedHashMap<>();
        Set<Trained> trainedAnew = new HashSet<>();
        for (Trial cell : cells) {
            TrialState state = state(cell, true);
            states.put(cell, state);
            if (cell instanceof Forked forked && !state.settled()) {
                trainedAnew.add(forked.parent());
            }
        }
        for (Trial cell : cells) {
            if (cell instanceof Forked forked && trainedAnew.contains(forked.parent())
                    && states.get(cell) instanceof TrialState.Unreachable) {
                states.put(cell, state(cell, false));
            }
        }
        return states;
    }

    /** Returns how far a cell is. */
    public TrialState state(Trial cell) throws IOException {
        return state(cell, true);
    }

    private TrialState state(Trial cell, boolean archivedParent) throws IOException {
        List<FoundRun> runs = runs(cell);
        Finding finding = cell instanceof Trained trained ? trained.finding() : Finding.NONE;
        Optional<FoundRun> complete = runs.stream().filter(run -> run.complete(finding)).findFirst();
        if (complete.isPresent()) {
            return new TrialState.Done(complete.get());
        }
        if (!runs.isEmpty()) {
            return new TrialState.Unfinished(runs.getFirst());
        }
        return cell instanceof Forked forked
                ? obstacle(forked, archivedParent).<TrialState>map(TrialState.Unreachable::new)
                        .orElseGet(TrialState.Missing::new)
                : new TrialState.Missing();
    }

    /**
     * Why no parent that has ended has a place for a branch to leave it; a sentence about the best of them. One of the archive
     * is not asked where there is one in the folder.
     */
    private Optional<String> obstacle(Forked cell, boolean archivedParent) throws IOException {
        List<FoundRun> parents = runs(cell.parent());
        boolean here = parents.stream().anyMatch(run -> !run.archived());
        Optional<String> first = Optional.empty();
        for (FoundRun run : parents) {
            if (run.ended() && !(run.archived() && (here || !archivedParent))) {
                Optional<String> its = obstacle(cell, run.history());
                if (its.isEmpty()) {
                    return its;
                }
                first = first.or(() -> its);
            }
        }
        return first;
    }

    private static Optional<String> obstacle(Forked cell, RunHistory parent) {
        OptionalInt moment = cell.at().step(parent);
        if (moment.isEmpty()) {
            return Optional
                    .of("Its parent, %s, never reached '%s'.".formatted(cell.parent().name(), cell.at().title()));
        }
        // How long a branch takes to grok is not known of one that has grokked.
        return cell.stopAfterGrok() > 0 && grokkedBy(parent, moment.getAsInt())
                ? Optional.of("Its parent, %s, had grokked before '%s'.".formatted(cell.parent().name(),
                        cell.at().title()))
                : Optional.empty();
    }

    private static boolean grokkedBy(RunHistory run, int step) {
        OptionalInt grokked = run.milestones().step(Milestone.GROKKED);
        return grokked.isPresent() && grokked.getAsInt() <= step;
    }

    /** Returns the runs that are what a cell asks for, the best first: at its end, of the folder, furthest. */
    public List<FoundRun> runs(Trial cell) throws IOException {
        List<FoundRun> found = new ArrayList<>();
        String hash = ConfigurationHash.of(configuration(cell));
        for (Entry entry : entries) {
            if (entry.hash().equals(hash)) {
                FoundRun run = new FoundRun(entry.run(), history(entry.run()), entry.archived());
                if (is(run, cell)) {
                    found.add(run);
                }
            }
        }
        found.sort(BEST_FIRST);
        return found;
    }

    private RunHistory history(RunDirectory run) throws IOException {
        RunHistory known = histories.get(run.path());
        RunHistory history = known == null ? run.history() : known;
        histories.put(run.path(), history);
        return history;
    }

    private static RunConfiguration configuration(Trial cell) {
        return switch (cell) {
            case Trained trained -> trained.configuration();
            case Forked forked -> branch(forked);
        };
    }

    private static RunConfiguration branch(Forked cell) {
        RunConfiguration parent = cell.parent().configuration();
        return parent.withWeightDecay(cell.weightDecay())
                .with(Settings.DATA_SEED, parent.seeds().dataSeed() + cell.draw() - 1)
                .ending(cell.steps(), cell.stopAfterGrok());
    }

    private static boolean is(FoundRun run, Trial cell) throws IOException {
        RunHead head = run.history().head();
        Lineage lineage = head.lineage();
        return switch (cell) {
            case Trained trained -> lineage == null && sameMeasuring(head, trained.configuration())
                    && head.configuration().schedule().equals(trained.configuration().schedule());
            case Forked forked ->
                lineage != null && forked.does().done(run.history(), lineage.step(), lineage.interventions())
                        && sameMeasuring(head, forked.parent().configuration().with(Settings.EVALUATE_EVERY,
                                forked.evaluateEvery()))
                        && left(run, lineage, forked);
        };
    }

    /** When milestones are dated is not in the hash, for the weights do not depend on it. */
    private static boolean sameMeasuring(RunHead head, RunConfiguration wanted) {
        return head.configuration().evaluation().evaluateEvery() == wanted.evaluation().evaluateEvery()
                && head.configuration().thresholds().equals(wanted.thresholds());
    }

    /** Whether a branch left such a parent at the milestone: it has all of that in itself, and needs no parent. */
    private static boolean left(FoundRun run, Lineage lineage, Forked cell) throws IOException {
        RunHistory history = run.history();
        OptionalInt moment = cell.at().step(history);
        if (moment.isEmpty() || moment.getAsInt() != lineage.step()) {
            return false;
        }
        boolean before = grokkedBy(history, lineage.step());
        ScheduleSettings schedule = history.head().configuration().schedule();
        boolean sameEnd = schedule.steps() == cell.steps()
                && schedule.stopAfterGrok() == (before ? 0 : cell.stopAfterGrok());
        Optional<RunHead> parent = run.directory().parentHead();
        return sameEnd && parent.isPresent() && parent.get().lineage() == null
                && ConfigurationHash.of(parent.get().configuration())
                        .equals(ConfigurationHash.of(cell.parent().configuration()));
    }
}
