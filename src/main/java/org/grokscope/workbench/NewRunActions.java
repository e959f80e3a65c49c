package org.grokscope.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grokscope.run.Environment;
import org.grokscope.run.RunDirectory;
import org.grokscope.training.RunExecutor;
import org.grokscope.training.TrialSpeed;
import org.grokscope.workbench.newrun.PlannedRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks what to train, and how fast this machine is. */
final class NewRunActions {
    private static final Logger LOG = LoggerFactory.getLogger(NewRunActions.class);

    private final Path runsFolder;
    private final WorkbenchModel model;
    private final Questions questions;
    private final RunExecutor executor;
    private final BackgroundTasks tasks;
    private final RunsReader reader;

    NewRunActions(Path runsFolder, WorkbenchModel model, Questions questions, RunExecutor executor,
            BackgroundTasks tasks, RunsReader reader) {
        this.runsFolder = runsFolder;
        this.model = model;
        this.questions = questions;
        this.executor = executor;
        this.tasks = tasks;
        this.reader = reader;
    }

    /** Asks what to train, makes those runs and queues them. */
    void newRun() {
        learnSpeed();
        List<PlannedRun> planned = questions.newRuns(model.speed().estimator());
        if (!planned.isEmpty()) {
            tasks.runOnceLoaded(() -> make(planned), this::select);
        }
    }

    private String make(List<PlannedRun> planned) throws Exception {
        Environment environment = executor.environmentOf(planned.stream().map(PlannedRun::configuration).toList());
        List<Path> made = new ArrayList<>();
        for (PlannedRun run : planned) {
            made.add(RunDirectory.create(runsFolder, run.name(), run.configuration(), null, environment).path());
        }
        executor.submit(made);
        return made.getFirst().getFileName().toString();
    }

    /** Where no run tells how fast this machine is, a trial does. */
    void learnSpeed() {
        model.speed().want(() -> tasks.runOnceLoaded(this::trialSpeed, model.speed()::tried));
    }

    private TrialSpeed trialSpeed() {
        try {
            return executor.trialSpeed();
        } catch (RuntimeException e) {
            LOG.warn("How fast this machine trains could not be tried out.", e);
            return TrialSpeed.NONE;
        }
    }

    private void select(String made) {
        model.runs().selectMade(made);
        reader.look();
    }
}
