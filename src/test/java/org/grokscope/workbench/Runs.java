package org.grokscope.workbench;

import java.time.Instant;
import java.util.List;
import org.grokscope.figure.SampleHistories;
import org.grokscope.run.Lineage;
import org.grokscope.run.RunHead;
import org.grokscope.run.RunHistory;
import org.grokscope.run.RunState;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Makes run histories for tests that need no files. */
public final class Runs {
    private Runs() {}

    /** A run of 8,000 steps with a name and an age. */
    public static RunHistory run(String id, String name, int minute, RunState state, int lastStep) {
        return dressed(SampleHistories.until(lastStep, 100, state), id, name, minute, 97, 42, 1.0, null);
    }

    /** A run that has not been evaluated. */
    public static RunHistory fresh(String id, String name, int minute) {
        return dressed(SampleHistories.empty(), id, name, minute, 97, 42, 1.0, null);
    }

    /** A run of another task. */
    public static RunHistory of(String id, int minute, int p, long seed, double weightDecay, RunState state,
            int lastStep) {
        return dressed(SampleHistories.until(lastStep, 100, state), id, "add mod " + p + " · seed " + seed, minute, p,
                seed, weightDecay, null);
    }

    /** A fork of a run at step 1,000. */
    public static RunHistory fork(String id, String parent, int minute, double weightDecay, RunState state) {
        return dressed(SampleHistories.until(8000, 100, state), id, "fork · 1,000", minute, 97, 42, weightDecay,
                new Lineage(parent, 1000, List.of("weightDecay")));
    }

    private static RunHistory dressed(RunHistory run, String id, String name, int minute, int p, long seed,
            double weightDecay, @Nullable Lineage lineage) {
        RunConfiguration configuration = run.head().configuration().with(Settings.P, p).withWeightDecay(weightDecay)
                .withSeed(seed);
        RunHead head = new RunHead(id, name, Instant.EPOCH.plusSeconds(60L * minute), configuration, lineage,
                run.head().environment());
        return new RunHistory(head, run.state(), run.evaluations(), run.events(), run.checkpoints(), run.milestones(),
                run.leftOut());
    }
}
