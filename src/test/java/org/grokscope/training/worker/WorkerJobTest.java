package org.grokscope.training.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.grokscope.SharesNothing;
import org.grokscope.run.RunDirectory;
import org.grokscope.run.RunState;
import org.grokscope.training.DeviceChoice;
import org.grokscope.training.Submission;
import org.grokscope.training.TinyRun;
import org.grokscope.training.TrainingRun.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
@SharesNothing
class WorkerJobTest {
    /** Ends at its first order, as if it were killed. */
    private static final WorkerProgram KILLED = new WorkerProgram(List.of("sh", "-c", "read order; exit 137"));

    @TempDir
    Path folder;

    @Test
    void aWorkerThatIsKilledBeforeItCouldStopHasNotFailed() throws Exception {
        RunDirectory run = TinyRun.create(folder, TinyRun.configuration(20));
        WorkerJob job = job(run);
        CompletableFuture<Integer> end = new CompletableFuture<>();
        job.start(KILLED, _ -> {}, end::complete);
        job.stop();
        job.left(end.join());
        assertThat(job.describe().phase()).isEqualTo(Phase.STOPPED);
        assertThat(run.history().state()).isEqualTo(RunState.NEW);
    }

    @Test
    void oneThatWasNotToStopHas() throws Exception {
        RunDirectory run = TinyRun.create(folder, TinyRun.configuration(20));
        WorkerJob job = job(run);
        CompletableFuture<Integer> end = new CompletableFuture<>();
        job.start(KILLED, _ -> {}, end::complete);
        job.process().orElseThrow().tell(WorkerCommand.STOP);
        job.left(end.join());
        assertThat(job.describe().phase()).isEqualTo(Phase.FAILED);
        assertThat(run.history().state()).isEqualTo(RunState.FAILED);
    }

    private static WorkerJob job(RunDirectory run) {
        return new WorkerJob(Submission.of(run.path()), DeviceChoice.CPU, 1);
    }
}
