package org.grokscope.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.measure.Milestone;
import org.grokscope.measure.Thresholds;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Seeds;
import org.grokscope.study.Trial.Forked;
import org.grokscope.study.Trial.Trained;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.LocalExecutor;
import org.grokscope.training.TinyRun;

/** Studies of runs that take a second. */
final class TinyStudy {
    /** Memorised as soon as one pair in four is right. */
    private static final Thresholds EASY = new Thresholds(0.25, 0.80, 0.5, 0.95, 0.5);
    /** Grokked as soon as a little better than by guessing. */
    private static final Thresholds EASIEST = new Thresholds(0.25, 0.80, 0.5, 0.15, 0);
    /** What no run reaches. */
    private static final Thresholds NEVER = new Thresholds(2, 2, -1, 2, 0.5);

    private TinyStudy() {}

    static Trained trained(int steps, long seed) {
        return trained(steps, seed, EASY);
    }

    private static Trained trained(int steps, long seed, Thresholds thresholds) {
        RunConfiguration tiny = TinyRun.configuration(steps);
        return new Trained("seed " + seed, new RunConfiguration(tiny.task(), tiny.model(), tiny.optimizer(),
                tiny.schedule(), tiny.evaluation(), thresholds, new Seeds(seed, seed)));
    }

    /** A run that counts as synchronised from the first step on. */
    static Trained synchronised() {
        return trained(40, 1, new Thresholds(0.25, -1, 0.5, 0.95, 0.5));
    }

    /** A run that counts as grokked at once, so that its parts are silenced. */
    static Trained ablated() {
        return new Trained("ablated", trained(400, 1, EASIEST).configuration(), Finding.ABLATION);
    }

    static Forked branch(Trained parent, double weightDecay, int draw) {
        return new Forked(parent.name() + " \u03bb " + weightDecay + " draw " + draw, parent, Milestone.MEMORISED,
                weightDecay, draw, parent.configuration().schedule().steps() + 20, 0,
                parent.configuration().evaluation().evaluateEvery());
    }

    /** A branch that does something to its network where its parent counts as half synchronised, as it does from the start. */
    static Forked branch(Trained parent, BranchDeed does, int draw) {
        return new Forked(parent.name() + " " + does.label() + " draw " + draw, parent,
                BranchPoint.parse("train-accuracy>=0.25"), 1, draw, parent.configuration().schedule().steps() + 20, 0,
                parent.configuration().evaluation().evaluateEvery(), does);
    }

    /** A branch of which it is asked when it groks, at the ceiling of a run that counts as grokked from the first step on. */
    static Forked branchOfWhatHasGrokked() {
        Trained parent = trained(40, 1, new Thresholds(0.25, -1, 0.5, 0, 0));
        return new Forked("late", parent, Milestone.CEILING, 2, 1, 60, 10,
                parent.configuration().evaluation().evaluateEvery());
    }

    static Forked branchOfWhatNeverMemorises(long seed) {
        return branch(trained(40, seed, NEVER), 2, 1);
    }

    /** Runs a study on an executor of its own; returns what it came to. */
    static StudyProgress run(Path runs, StudyArchive archive, Trial... cells) throws Exception {
        return run(runs, archive, new ArrayList<>(), cells);
    }

    static StudyProgress run(Path runs, StudyArchive archive, List<StudyProgress> heard, Trial... cells)
            throws IOException, InterruptedException {
        try (LocalExecutor executor = new LocalExecutor(DeviceChoice.CPU, 2)) {
            return new StudyRunner(List.of(cells), runs, archive, executor, heard::add).run();
        }
    }
}
