package org.grokscope.study;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grokscope.run.RunDirectory;
import org.grokscope.training.RunExecutor;
import org.grokscope.training.TrainingRun;
import org.grokscope.training.TrainingRun.Phase;
import org.grokscope.training.TrainingSnapshot;

/** The runs of a study that its executor trains, and why others did not come to their end. */
final class RunsInTraining {
    private final RunExecutor executor;
    /** The runs that were submitted and have not ended, and whether the executor was seen to take them. */
    private final Map<Path, Boolean> training = new HashMap<>();
    /** Why runs did not come to their end, by their directories. */
    private final Map<Path, String> brokenOff = new HashMap<>();

    RunsInTraining(RunExecutor executor) {
        this.executor = executor;
    }

    /** Returns the directories of those that train. */
    List<Path> paths() {
        return List.copyOf(training.keySet());
    }

    /** Returns why a run did not come to its end, if it was broken off. */
    Optional<String> brokenOff(Path run) {
        return Optional.ofNullable(brokenOff.get(run));
    }

    /** Begins a run, or goes on with it. */
    void submit(RunDirectory run) {
        training.put(run.path(), executor.snapshot().run(run.path()).isEmpty());
        executor.submit(run.path());
    }

    /** Returns whether a run trains already, submitted by this study or by somebody else. */
    boolean trains(Path run) {
        if (!training.containsKey(run)
                && executor.snapshot().run(run).filter(known -> !known.phase().ended()).isPresent()) {
            training.put(run, true);
        }
        return training.containsKey(run);
    }

    /** Takes in what the executor says; returns whether a run of ours has left it. */
    boolean hear(TrainingSnapshot snapshot) {
        boolean left = false;
        for (Path path : paths()) {
            Optional<TrainingRun> run = snapshot.run(path);
            if (run.isEmpty()) {
                continue;
            }
            Phase phase = run.get().phase();
            boolean gone = phase.ended() || phase == Phase.PAUSED;
            if (!gone) {
                training.put(path, true);
            } else if (Boolean.TRUE.equals(training.get(path))) {
                training.remove(path);
                left = true;
                if (phase != Phase.FINISHED && phase != Phase.DIVERGED) {
                    brokenOff.put(path, reason(run.get()));
                }
            }
        }
        return left;
    }

    private static String reason(TrainingRun run) {
        return run.message().isEmpty() ? "Stopped at step " + run.step() + "." : run.message();
    }
}
