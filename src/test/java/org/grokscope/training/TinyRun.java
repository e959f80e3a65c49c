package org.grokscope.training;

import java.io.IOException;
import java.nio.file.Path;
import org.grokscope.run.RunDirectory;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.SampleSettings;
import org.grokscope.settings.Settings;

/** Real runs that take a second: addition modulo 7 with a network of width 8. */
public final class TinyRun {
    /** What the tests compute on. */
    static final Compute COMPUTE = Compute.load(DeviceChoice.CPU, Compute.DEFAULT_THREADS);

    private TinyRun() {}

    /** The configuration of a run to this last step; evaluations every 10 steps, checkpoints every 20. */
    public static RunConfiguration configuration(int steps) {
        return SampleSettings.run(7, SampleSettings.model(ModelKind.FULL, 2, 8, 2, 12), 0.01, 16).ending(steps, 0)
                .with(Settings.EVALUATE_EVERY, 10).with(Settings.CHECKPOINT_EVERY, 20);
    }

    /** Makes a run that has not begun. */
    public static RunDirectory create(Path runsFolder, RunConfiguration configuration) throws IOException {
        return RunDirectory.create(runsFolder, configuration.suggestedName(), configuration, null,
                COMPUTE.environment());
    }

    /** Takes a run to its end, on this thread. */
    public static void finish(RunDirectory directory) throws IOException {
        try (RunSession session = RunSession.open(directory, COMPUTE)) {
            advance(session, Integer.MAX_VALUE);
        }
    }

    /** Takes a run to a step, or to its end if that comes first. */
    static void advance(RunSession session, int toStep) throws IOException {
        while (session.step() < toStep && session.advance() == StepOutcome.GOES_ON) {
            // Each call is a step.
        }
    }
}
