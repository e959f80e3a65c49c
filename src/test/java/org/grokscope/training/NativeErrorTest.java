package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grokscope.Needs;
import org.grokscope.SharesNothing;
import org.grokscope.cli.Program;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunState;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.SampleSettings;
import org.grokscope.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An error inside the tensor library's native code. */
@Timeout(300)
@SharesNothing
class NativeErrorTest {
    /** What the process may address, in KB: enough for the program, too little for one array of the large run. */
    private static final int MEMORY = 8 << 20;

    @TempDir
    Path runs;

    @Test
    void itFailsItsRunWithItsMessageAndTheLaneTrainsTheNext() throws Exception {
        Needs.that(Files.isExecutable(Path.of("/bin/sh")), "ulimit needs a shell.");
        RunDirectory large = TinyRun.create(runs, large());
        RunDirectory tiny = TinyRun.create(runs, TinyRun.configuration(40));
        Program.End end = Program.run(List.of("/bin/sh", "-c", "ulimit -v " + MEMORY + "; exec "
                + Program.quoted(Program.java(ExecutorProgram.class, "-", large.path(), tiny.path()))));
        assertThat(end.said()).containsPattern(large.head().id() + " FAILED .*can't allocate memory")
                .contains(tiny.head().id() + " FINISHED");
        assertThat(end.exitCode()).isZero();
        assertThat(large.history().state()).isEqualTo(RunState.FAILED);
        assertThat(large.history().events().getLast().toString()).contains("can't allocate memory");
    }

    /** One batch of 3·29,629 positions times 16,384 neurons: 5.8 GB of activations. */
    private static RunConfiguration large() {
        return SampleSettings.run(173, SampleSettings.model(ModelKind.MLP_ONLY, 1, 8, 2, 16384), 0.01, 29629)
                .with(Settings.TRAIN_FRACTION, 0.99).ending(10, 0).with(Settings.EVALUATE_EVERY, 1000)
                .with(Settings.CHECKPOINT_EVERY, 1000);
    }
}
