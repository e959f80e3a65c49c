package org.grokscope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grokscope.cli.Program;
import org.grokscope.measure.Thresholds;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunState;
import org.grokscope.settings.EvaluationSettings;
import org.grokscope.settings.ModelKind;
import org.grokscope.settings.ModelSettings;
import org.grokscope.settings.OptimizerSettings;
import org.grokscope.settings.RunConfiguration;
import org.grokscope.settings.ScheduleSettings;
import org.grokscope.settings.Seeds;
import org.grokscope.settings.TaskSettings;
import org.grokscope.task.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An error inside the tensor library's native code. */
@Timeout(300)
class NativeErrorTest {
    /** What the process may address, in KB: enough for the program, too little for one array of the large run. */
    private static final int MEMORY = 8 << 20;

    @TempDir
    Path runs;

    @Test
    void itFailsItsRunWithItsMessageAndTheLaneTrainsTheNext() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "ulimit needs a shell.");
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
        return new RunConfiguration(new TaskSettings(Operation.ADD, 173, 0.99),
                new ModelSettings(ModelKind.MLP_ONLY, 1, 8, 2, 16384),
                new OptimizerSettings(0.01, 1.0, 0.9, 0.999, 1e-8, 29629), new ScheduleSettings(10, 0),
                new EvaluationSettings(1000, 1000), Thresholds.PAPER, Seeds.DEFAULT);
    }
}
